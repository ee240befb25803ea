"""After every act the records that count are those that finding all of them anew would give."""

import shutil

import pytest
from acting_person import ActingPerson, imported_database
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from long_runs import amount

from lib.services.bouts.relink import relink
from lib.store.account import open_account

SMALL = settings(
    max_examples=amount(whole=30, small=5),
    stateful_step_count=amount(whole=20, small=12),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class _Undone(Exception):
    """Ends a transaction without keeping what it did."""


class Relinking(ActingPerson):
    def __init__(self, account):
        super().__init__()
        self.account = account

    @invariant()
    def finding_everything_anew_changes_nothing(self):
        with pytest.raises(_Undone), self.account.write() as conn:
            changed = relink(conn, self.account.athlete_id).changed
            assert not any(changed.values()), changed
            raise _Undone

    def teardown(self):
        self.account.engine.dispose()


@pytest.fixture(name="imported", scope="module")
def _imported(tmp_path_factory):
    return imported_database(tmp_path_factory.mktemp("imported"))


@pytest.mark.long
def test_an_act_leaves_the_records_as_finding_everything_anew_would(imported, tmp_path):
    def fresh():
        return Relinking(open_account(f"sqlite:///{shutil.copy(imported, tmp_path / 'legwork.db')}"))

    run_state_machine_as_test(fresh, settings=SMALL)

"""A snapshot that follows acts is what reading everything anew would give."""

import shutil
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pandas as pd
import pytest
from acting_person import ANSWERS, NOW, ActingPerson, imported_database
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from long_runs import amount
from look_alikes import hevy, hevy_set

from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.vocabulary import RecordKind
from lib.services.editing.decide import leave_out
from lib.services.editing.log import LoggedRun, LoggedSession, log_run, log_session
from lib.services.importing.import_files import import_files
from lib.services.preferences.counting import set_convention
from lib.services.queries.snapshot import Snapshot, read_snapshot
from lib.services.queries.weekly import weekly
from lib.store.account import open_account
from lib.store.own.athletes import load_athlete

TODAY = date(2026, 11, 22)
SMALL = settings(
    max_examples=amount(whole=8, small=1),
    stateful_step_count=amount(whole=15, small=10),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def assert_same(one, other):
    """Dataclasses of frames, field by field, to the last bit."""
    for each in fields(one):
        left, right = getattr(one, each.name), getattr(other, each.name)
        if isinstance(left, pd.DataFrame):
            pd.testing.assert_frame_equal(left, right, check_exact=True, obj=each.name)
        elif is_dataclass(left):
            assert_same(left, right)
        else:
            assert left == right, each.name


class Following(ActingPerson):
    def __init__(self, account):
        super().__init__()
        self.account = account
        self.snapshot = read_snapshot(account, TODAY)

    @rule()
    def the_weeks_are_looked_at(self):
        assert_same(self.snapshot.weekly, weekly(self.snapshot.training))

    @rule(days=st.integers(0, 8))
    def days_pass(self, days):
        self.snapshot = self.snapshot.after(self.account, TODAY + timedelta(days=days))

    @rule(worth=st.sampled_from([0.5, 1.0]))
    def more_than_records_changes(self, worth):
        set_convention(self.account, "drop_set_worth", worth)

    @invariant()
    def what_follows_is_what_is_there(self):
        today = self.snapshot.training.today
        after = self.snapshot.after(self.account, today)
        fresh = read_snapshot(self.account, today)
        assert_same((after or fresh).training, fresh.training)
        pd.testing.assert_frame_equal((after or fresh).training.verdicts, fresh.training.verdicts)
        self.snapshot = after or fresh

    def teardown(self):
        self.account.engine.dispose()


@pytest.fixture(name="imported", scope="module")
def _imported(tmp_path_factory):
    return imported_database(tmp_path_factory.mktemp("imported"))


@pytest.mark.long
def test_a_snapshot_after_any_acts_is_what_a_fresh_one_would_be(imported, tmp_path):
    def fresh():
        return Following(open_account(f"sqlite:///{shutil.copy(imported, tmp_path / 'legwork.db')}"))

    run_state_machine_as_test(fresh, settings=SMALL)


def log(account, name="Nordic curl", start="2026-11-20 18:00"):
    log_session(account, LoggedSession(start, [LiftingSet(name, reps=5)] * 4), NOW)


@pytest.fixture(name="account")
def _account(imported, tmp_path):
    opened = open_account(f"sqlite:///{shutil.copy(imported, tmp_path / 'legwork.db')}")
    yield opened
    opened.engine.dispose()


def test_nothing_new_is_the_same_snapshot(account):
    snapshot = read_snapshot(account, TODAY)
    assert snapshot.after(account, TODAY) is snapshot


def test_a_logged_session_is_followed_and_what_is_the_same_is_shared(account):
    snapshot = read_snapshot(account, TODAY)
    log(account)
    after = snapshot.after(account, TODAY)
    assert after.training.sets["exercise_name"].iloc[-1] == "Nordic curl"
    assert "Nordic curl" not in set(snapshot.training.sets["exercise_name"])
    assert after.training.activities is snapshot.training.activities


@pytest.mark.parametrize("bin_gone", [False, True])
def test_an_import_is_more_than_its_acts(account, bin_gone):
    snapshot = read_snapshot(account, TODAY)
    answers = replace(ANSWERS, bin_gone=bin_gone)
    assert import_files(account, [hevy(hevy_set(1), hevy_set(31))], answers).ok
    assert snapshot.after(account, TODAY) is None


def test_an_earlier_revision_is_no_later_one(account):
    later = read_snapshot(account, TODAY)
    ahead = replace(later.training, athlete=replace(later.training.athlete, revision=99))
    assert Snapshot(ahead).after(account, TODAY) is None


def test_who_lives_on_their_last_day_still_does_after_an_act(account):
    snapshot = read_snapshot(account, TODAY, on_last_day=True)
    log(account, start="2026-11-19 18:00")
    assert snapshot.after(account, TODAY, on_last_day=True).training.today == date(2026, 11, 19)


def test_an_act_that_moves_the_usual_load_counts_easy_sets_of_other_sessions_anew(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'usual.db'}")
    days = {1: ("60", "5", "8"), 3: ("60", "5", "8"), 5: ("100", "5", "8"), 8: ("60", "3", "5")}  # load, reps, RPE
    rows = [
        hevy_set(day, load=load, reps=reps).removesuffix(",,,") + f",,,{rpe}" for day, (load, reps, rpe) in days.items()
    ]
    assert import_files(account, [hevy(*rows)], ANSWERS).ok
    before = read_snapshot(account, TODAY)
    assert before.training.lifting.counted["hard"].tolist() == [1.0, 1.0, 1.0, 0.5]
    first, second = before.training.sessions["session_id"].head(2)
    leave_out(account, [RecordId(RecordKind.SESSION, int(each)) for each in (first, second)])
    fresh = read_snapshot(account, TODAY)
    assert fresh.training.lifting.counted["hard"].tolist() == [1.0, 0.0]
    assert before.after(account, TODAY) is None  # everything has to be read
    account.engine.dispose()


def test_a_copy_that_went_on_otherwise_is_never_followed_as_if_it_were_the_same(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'here.db'}")
    log_run(account, LoggedRun("2026-05-01", distance_m=5_000.0), NOW)
    copy = tmp_path / "copy.db"
    copy.write_bytes((tmp_path / "here.db").read_bytes())
    log_run(account, LoggedRun("2026-05-02", distance_m=6_000.0), NOW)
    snapshot = read_snapshot(account, TODAY)
    other = open_account(f"sqlite:///{copy}")
    for day in ("03", "04"):
        log_run(other, LoggedRun(f"2026-05-{day}", distance_m=9_000.0), NOW)
    (tmp_path / "here.db").write_bytes(copy.read_bytes())
    assert snapshot.training.athlete.state != load(account).state
    assert snapshot.after(account, TODAY) is None
    assert sorted(read_snapshot(account, TODAY).training.activities["distance_m"]) == [5_000, 9_000, 9_000]


def load(account):
    with account.read() as conn:
        return load_athlete(conn, account.athlete_id)

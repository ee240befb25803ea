"""Only an import that brings much is backed up before it is undone."""

from datetime import UTC, datetime

import pytest
from look_alikes import BERLIN, strava, strava_run

from lib.services.importing import history
from lib.services.importing.import_files import import_files

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(("many", "large"), [(3, [True, False]), (4, [False, False]), (1, [True, True])])
def test_an_import_is_large_by_what_itself_added(account, monkeypatch, many, large):
    monkeypatch.setattr(history, "MANY", many)
    import_files(account, [strava(*map(strava_run, (1, 2, 3)))], BERLIN)
    import_files(account, [strava(strava_run(4))], BERLIN)
    assert [history._is_large(account, each) for each in (1, 2)] == large
    history.undo(account, 1, NOW)
    assert not history._is_large(account, 1)

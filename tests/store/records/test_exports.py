"""On which day the newest file of each source was written: what the imports that hold say, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
from look_alikes import BERLIN, hevy, hevy_set, strava, strava_run

from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.store.records.exports import read_exports

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def exports(account):
    with account.read() as conn:
        found = read_exports(conn, account.athlete_id)
    return dict(zip(found["source"], found["exported"].dt.date, strict=True))


def bring(account, upload, day=None):
    return import_files(account, [upload], replace(BERLIN, exported=day)).batch


def test_the_latest_day_of_a_source_counts_and_that_of_an_undone_import_does_not(account):
    bring(account, strava(strava_run(3)), date(2026, 6, 30))
    newer = bring(account, strava(strava_run(3), strava_run(4)), date(2026, 7, 15))
    bring(account, hevy(hevy_set(1)))
    assert exports(account) == {"strava": date(2026, 7, 15)}
    undo(account, newer, NOW)
    assert exports(account) == {"strava": date(2026, 6, 30)}


def test_nothing_imported_has_no_exports(account):
    with account.read() as conn:
        found = read_exports(conn, account.athlete_id)
    assert found.empty
    assert found["exported"].dtype == pd.Series(dtype="datetime64[us]").dtype

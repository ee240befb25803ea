"""Kept files read anew: every importer that was mended mends what is there, and it can be undone."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from look_alikes import BERLIN, STRONG_HEADER, hevy, hevy_set, strava, strava_run
from sqlalchemy import select
from test_any_order import counted_sets, export, listed, row, watch

from lib.importers.base import Upload
from lib.importers.record_checks import checked
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.history import RecordRef, What
from lib.model.records import Activity, Problem, Session
from lib.model.vocabulary import DateOrder, DistanceUnit, RecordKind, Sport, WeightUnit
from lib.services.bouts.acts import Said, act
from lib.services.importing import opening
from lib.services.importing.history import history, undo
from lib.services.importing.import_files import import_files
from lib.services.importing.reread import reread
from lib.store.account import open_account
from lib.store.database import schema
from lib.store.records.exports import read_exports
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.frames import read_activities, read_sets

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SAYS = Answers(
    time_zone="Europe/Berlin",
    distance_unit=DistanceUnit.KM,
    weight_unit=WeightUnit.KG,
    date_order=DateOrder.DAY_FIRST,
)
GARMIN = """Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR
Running,04/05/2026 15:04,FALSE,Race,21.1,1400,01:50:00,160
Running,04/05/2026 15:04,FALSE,Slip,0.02,1,00:00:08,100
Running,17/05/2026 07:30,FALSE,Easy,8,500,00:45:00,140
"""
FILES = [
    [strava(*(strava_run(day) for day in range(1, 5))), hevy(hevy_set(1), hevy_set(1, index=1), hevy_set(2))],
    [strava(strava_run(3, name="Hills"), strava_run(6))],
    [Upload("Activities.csv", GARMIN.encode())],
]


def strong(*weights):
    rows = [
        f'2026-05-{day:02d} 18:00:00,"Legs",1h,"Squat (Barbell)",1,{weight},8,0,0,"","",'
        for day, weight in enumerate(weights, start=1)
    ]
    return Upload("strong.csv", "\n".join([STRONG_HEADER, *rows, ""]).encode())


def everything(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def titles(account):
    with account.read() as conn:
        return sorted(read_activities(conn, account.athlete_id)["title"])


def bring_all(account):
    return [import_files(account, files, SAYS).batch for files in FILES]


def half_the_distance(record):
    return replace(record, distance_m=(record.distance_m or 0) / 2) if isinstance(record, Activity) else record


def invents_a_heart_rate(record):
    return replace(record, heart_rate_max_bpm=190.0) if isinstance(record, Activity) else record


def keys_by_line(record):
    keyed = isinstance(record, Activity | Session)
    return replace(record, source_key=f"line {record.line} {record.start.raw}") if keyed else record


def loses_the_long_runs(record):
    lost = isinstance(record, Activity) and (record.distance_m or 0) > 10_000
    return Problem(record.line, "Distance", "21.1", "too long") if lost else record


def overwrites(record):
    """As when the second row of a minute was written over the first."""
    return replace(record, source_key=record.source_key[:10] + "!") if isinstance(record, Activity) else record


def takes_rides_for_runs_and_more(record):
    if isinstance(record, Session):
        return replace(record, sets=record.sets[:1], source_rows=len(record.sets))
    return replace(record, sport=Sport.RIDE, title="") if isinstance(record, Activity) else record


OLDER = [
    half_the_distance,
    invents_a_heart_rate,
    keys_by_line,
    loses_the_long_runs,
    overwrites,
    takes_rides_for_runs_and_more,
]


@pytest.fixture
def release(monkeypatch):
    """Sets how the importers of an older release read records; those of today without an argument."""

    def use(change=lambda record: record):
        monkeypatch.setattr(opening, "checked", lambda records: checked(map(change, records)))

    return use


@pytest.fixture
def expected(sqlite_template, tmp_path):
    """The content after a fresh import."""
    path = tmp_path / "fresh.db"
    path.write_bytes(sqlite_template.read_bytes())
    fresh = open_account(f"sqlite:///{path}")
    bring_all(fresh)
    found = everything(fresh)
    fresh.engine.dispose()
    return found


@pytest.mark.parametrize("older", OLDER)
def test_files_of_an_older_release_read_again_give_what_a_fresh_import_gives(account, release, expected, older):
    release(older)
    bring_all(account)
    before = everything(account)
    assert before != expected
    release()
    done = reread(account, None, NOW)
    assert (done.receipt.ok, done.left) == (True, [])
    assert everything(account) == expected
    undo(account, done.receipt.batch, NOW)
    assert everything(account) == before


@pytest.mark.parametrize("older", OLDER)
def test_after_reading_again_no_older_file_adds_anything(account, release, expected, older):
    release(older)
    bring_all(account)
    release()
    reread(account, None, NOW)
    for files in FILES:
        report = import_files(account, files, SAYS)
        assert [file.added.rows for file in report.files] == [0] * len(files)
    assert everything(account) == expected


def test_reading_again_with_the_same_importers_changes_nothing(account):
    bring_all(account)
    before = everything(account)
    done = reread(account, None, NOW)
    assert [(file.added.rows, file.updated) for file in done.receipt.files] == [(0, 0)] * 4
    assert done.gone == 0
    assert everything(account) == before
    assert done.receipt.batch is None
    assert len(history(account)) == len(FILES)


def test_reading_again_is_an_import_where_another_source_hides_the_difference(account, release):
    """Two exports of one run: what the older one says now shows once the newer one is taken back."""
    release(half_the_distance)
    import_files(account, [strava(strava_run(3))], SAYS)
    release()
    newer = import_files(account, [strava(strava_run(3), strava_run(6))], SAYS).batch
    before = everything(account)
    done = reread(account, history(account)[0].id, NOW)
    assert done.receipt.batch is not None
    assert everything(account) == before
    undo(account, newer, NOW)
    with account.read() as conn:
        assert list(read_activities(conn, account.athlete_id)["distance_m"]) == [8000.0]


def test_reading_again_twice_and_undoing_both_ends_where_it_began(account, release, expected):
    release(keys_by_line)
    bring_all(account)
    states = [everything(account)]
    release(half_the_distance)
    first = reread(account, None, NOW).receipt.batch
    states.append(everything(account))
    release()
    second = reread(account, None, NOW).receipt.batch
    assert everything(account) == expected
    undo(account, second, NOW)
    assert everything(account) == states[1]
    undo(account, first, NOW)
    assert everything(account) == states[0]


def test_an_import_that_was_read_again_is_shown_as_such_and_not_undone_by_itself(account, release):
    release(invents_a_heart_rate)
    batches = bring_all(account)
    release()
    again = reread(account, None, NOW).receipt.batch
    entries = history(account)
    assert [entry.replaced_by for entry in entries] == [again] * 3 + [None]
    assert len(entries[-1].files) == 4
    with pytest.raises(StoreError, match=f"was read anew by import {again}; undo that one first"):
        undo(account, batches[0], NOW)
    undo(account, again, NOW)
    assert [entry.undone_at is None for entry in history(account)] == [True, True, True, False]
    undo(account, batches[0], NOW)
    assert titles(account) == ["Easy", "Easy run", "Hills", "Race", "Slip"]


def test_one_import_can_be_read_again_by_its_number(account, release, expected):
    release(half_the_distance)
    batches = bring_all(account)
    release()
    for batch in batches:
        reread(account, batch, NOW)
    assert everything(account) == expected


def test_an_import_that_does_not_count_cannot_be_read_again(account):
    batch = bring_all(account)[2]
    undo(account, batch, NOW)
    with pytest.raises(StoreError, match="was undone"):
        reread(account, batch, NOW)
    with pytest.raises(StoreError, match="There is no import 77"):
        reread(account, 77, NOW)


def test_marks_of_a_record_stay_where_its_key_changed(account, release):
    release(keys_by_line)
    bring_all(account)
    with account.write() as conn:
        number, source, key = conn.execute(
            select(schema.activity.c.id, schema.activity.c.source, schema.activity.c.source_key).where(
                schema.activity.c.title == "Hills"
            )
        ).one()
        ref = RecordRef(RecordKind.ACTIVITY, source, key)
        act(conn, account.athlete_id, What.EDIT, [Said(ref, number, "effort", "hard")], NOW)
    release()
    reread(account, None, NOW)
    with account.read() as conn:
        frame = read_activities(conn, account.athlete_id)
    assert list(frame.loc[frame["effort"] == "hard", "title"]) == ["Hills"]


def test_a_log_in_the_unit_before_the_switch_is_read_in_its_own(account):
    import_files(account, [strong(80, 82.5, 60)], SAYS)
    import_files(account, [strong(176.4, 181.9, 132.3, 187.4)], replace(SAYS, weight_unit=WeightUnit.POUND))
    before = everything(account)
    assert reread(account, None, NOW).receipt.ok
    assert everything(account) == before
    with account.read() as conn:
        assert list(read_sets(conn, account.athlete_id)["load_kg"].round()) == [80, 83, 60, 85]


def test_an_import_whose_file_is_not_understood_any_more_stays_as_it_was(account, release):
    bring_all(account)
    before = everything(account)
    release(lambda record: Problem(2, None, None, "no longer read") if isinstance(record, Activity) else record)
    import_files(account, [strava(*(strava_run(day) for day in range(10, 22)))], BERLIN)
    release()
    import_files(account, [strava(*(strava_run(day) for day in range(10, 22)))], BERLIN)
    with_runs = everything(account)
    assert with_runs != before
    release(lambda record: Problem(2, None, None, "no longer read") if isinstance(record, Activity) else record)
    done = reread(account, history(account)[-1].id, NOW)
    assert (done.receipt.batch, len(done.left), done.receipt.ok) == (None, 1, False)
    assert "stays as it was read before: " in done.receipt.files[0].problems[0].why
    assert not done.receipt.files[0].problems[0].why.endswith("before: ")
    assert everything(account) == with_runs


def test_what_a_list_was_told_by_recordings_that_were_not_kept_stays(account):
    recordings = {"1.fit.gz": watch(1, -6), "gym.fit": counted_sets()}
    import_files(account, [export("early.zip", listed(row(1), row(2)), recordings)], SAYS)
    before = everything(account)
    done = reread(account, None, NOW)
    assert done.receipt.ok
    assert everything(account) == before
    undo(account, done.receipt.batch, NOW)
    assert everything(account) == before


def test_the_day_of_the_export_that_a_person_said_is_kept_when_a_file_is_read_again(account, release):
    release(half_the_distance)
    import_files(account, [strava(strava_run(3))], replace(SAYS, exported=date(2026, 6, 30)))
    release()
    assert reread(account, None, NOW).receipt.batch
    with account.read() as conn:
        assert read_exports(conn, account.athlete_id).to_numpy().tolist() == [["strava", pd.Timestamp("2026-06-30")]]


def test_the_files_beside_one_that_was_refused_are_read_anew(account, release):
    release(half_the_distance)
    import_files(account, [Upload("notes.txt", b"no training"), FILES[0][0]], SAYS)
    release()
    assert reread(account, None, NOW).left == []

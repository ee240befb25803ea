"""What goes in comes out again, on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest
from training_records import hold, run, session, squat, utc, wall_clock

from lib.model.errors import StoreError
from lib.model.records import Activity, Session
from lib.model.vocabulary import LoadMode, RecordKind, SetKind, Sport, SubSport, WorkoutType
from lib.store.account import Account
from lib.store.records import records
from lib.store.records.records import Known

FULL_RUN = run(
    sport_raw="Trail Running",
    sub_sport=SubSport.TRAIL,
    workout_type=WorkoutType.LONG,
    title="Lange Runde – «früh» 🏃",
    heart_rate_seconds="150:1200 151:3600 178:90",
    notes="NA\n'; DROP TABLE activity;--",
    start=utc(datetime(2026, 3, 1, 23, 30)),
    distance_m=21097.5,
    moving_s=6300.0,
    elapsed_s=6400.25,
    ascent_m=120.5,
    heart_rate_bpm=151.0,
    heart_rate_max_bpm=178.0,
    cadence_spm=172.0,
    session_rpe=6.0,
)
FULL_SESSION = session(
    sets=(squat(kind=SetKind.WARM_UP, note="light"), squat(superset="A", set_rpe=8.5), hold()),
    notes="Left knee quiet",
    elapsed_s=3600.0,
    session_rpe=7.0,
    body_mass_kg=71.4,
)


def insert(account: Account, *bouts: Activity | Session, source: str = "app") -> None:
    with account.write() as conn:
        for bout in bouts:
            kind = RecordKind.ACTIVITY if isinstance(bout, Activity) else RecordKind.SESSION
            add = records.insert_activities if isinstance(bout, Activity) else records.insert_sessions
            add(
                conn,
                account.athlete_id,
                source,
                [(records.next_id(conn, account.athlete_id, kind), f"hash of {bout.source_key}", bout)],
            )


def test_an_activity_comes_back_as_it_went_in(account):
    insert(account, FULL_RUN)
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1) == replace(FULL_RUN, line=0)


def test_an_activity_of_which_little_is_known_comes_back_as_it_went_in(account):
    insert(account, run(sport=Sport.OTHER))
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1) == run(sport=Sport.OTHER, line=0)


def test_a_session_comes_back_with_its_sets_in_order(account):
    insert(account, FULL_SESSION)
    with account.read() as conn:
        stored = records.read_session_record(conn, account.athlete_id, 1)
    assert stored == replace(FULL_SESSION, line=stored.line)
    assert all(isinstance(each.kind, SetKind) and isinstance(each.load_mode, LoadMode) for each in stored.sets)


@pytest.mark.parametrize("count", [1, 49, 50, 51, 100, 120])
def test_every_set_of_a_long_session_is_kept_once_and_in_order(account, count):
    sets = tuple(squat(reps=1 + place, set_rpe=None if place % 3 else 8.0, line=place) for place in range(count))
    insert(account, session(sets=sets))
    with account.read() as conn:
        assert records.read_session_record(conn, account.athlete_id, 1).sets == sets


def test_a_session_without_sets_can_be_kept(account):
    insert(account, session(sets=()))
    with account.read() as conn:
        assert records.read_session_record(conn, account.athlete_id, 1).sets == ()


def test_known_records_are_those_of_the_source(account):
    insert(account, run("a"), run("b", day=1))
    insert(account, run("a", day=2), source="other app")
    with account.read() as conn:
        known = records.known_records(conn, account.athlete_id, RecordKind.ACTIVITY, "app")
        assert known == {"a": Known(1, "hash of a"), "b": Known(2, "hash of b")}
        assert records.known_records(conn, account.athlete_id, RecordKind.SESSION, "app") == {}


def test_the_same_key_of_the_same_source_cannot_be_added_twice(account):
    insert(account, run("a"))
    with pytest.raises(StoreError, match="refused a value"):
        insert(account, run("a", day=4))


def test_a_record_that_is_not_there_is_refused_in_words(account):
    with account.read() as conn, pytest.raises(StoreError, match="no activity 7"):
        records.read_activity_record(conn, account.athlete_id, 7)
    with account.read() as conn, pytest.raises(StoreError, match="no session 7"):
        records.read_session_record(conn, account.athlete_id, 7)


def test_a_start_without_a_wall_clock_is_a_mistake_of_ours(account):
    homeless = replace(wall_clock(0), local=None)
    with pytest.raises(TypeError, match="wall clock"):
        insert(account, run(start=homeless))


def test_fractions_of_a_second_are_dropped(account):
    insert(account, run(start=replace(wall_clock(0), local=datetime(2026, 3, 1, 7, 0, 0, 999_999))))
    with account.read() as conn:
        assert records.read_activity_record(conn, account.athlete_id, 1).start.local == datetime(2026, 3, 1, 7)


def test_athletes_do_not_see_each_other(account):
    insert(account, run("a"))
    with account.read() as conn:
        assert records.known_records(conn, account.athlete_id + 1, RecordKind.ACTIVITY, "app") == {}
        with pytest.raises(StoreError):
            records.read_activity_record(conn, account.athlete_id + 1, 1)

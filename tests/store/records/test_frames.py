"""Frames have the agreed columns, leave out what does not count, and keep the order."""

import pandas as pd
import pytest
from sqlalchemy import update
from test_records import FULL_RUN, FULL_SESSION, insert
from training_records import hold, run, session, squat

from lib.model.frames import logs, own
from lib.model.vocabulary import RecordKind
from lib.store.database import schema
from lib.store.records import frames, links

READERS = {
    frames.read_activities: logs.ACTIVITIES,
    frames.read_sessions: logs.SESSIONS,
    frames.read_sets: logs.SETS,
    frames.read_aliases: own.ALIASES,
    frames.read_own_credits: own.OWN_CREDITS,
    frames.read_goals: own.GOALS,
    frames.read_breaks: own.BREAKS,
    frames.read_body_mass: own.BODY_MASS,
}


@pytest.mark.parametrize(("reader", "spec"), READERS.items(), ids=lambda each: getattr(each, "name", None))
def test_an_empty_database_gives_empty_frames_with_the_right_columns(account, reader, spec):
    with account.read() as conn:
        pd.testing.assert_frame_equal(reader(conn, account.athlete_id), spec.empty(), check_index_type=False)


def test_activities_come_oldest_first_with_what_is_known(account):
    insert(account, run("later", day=9), FULL_RUN)
    with account.read() as conn:
        frame = frames.read_activities(conn, account.athlete_id)
    assert list(frame["activity_id"]) == [2, 1]
    first, second = frame.iloc[0], frame.iloc[1]
    assert first["local_start"] == pd.Timestamp("2026-03-02 00:30:00")
    assert first["local_date"] == pd.Timestamp("2026-03-02")
    assert (first["sport"], first["sub_sport"], first["workout_type"]) == ("run", "trail", "long")
    assert (first["distance_m"], first["elapsed_s"], first["effort"]) == (21097.5, 6400.25, "")
    assert pd.isna(second["distance_m"])


def test_sets_come_in_the_order_in_which_they_were_done(account):
    insert(account, session("second", day=3, sets=(squat(3), hold())), session("first", day=1, sets=(squat(9),)))
    with account.read() as conn:
        sets = frames.read_sets(conn, account.athlete_id)
        sessions = frames.read_sessions(conn, account.athlete_id)
    assert list(sessions["session_id"]) == [2, 1]
    assert list(zip(sets["session_id"], sets["position"], strict=True)) == [(2, 1), (1, 1), (1, 2)]
    assert list(sets["local_date"].dt.day) == [2, 4, 4]
    assert list(sets["side"]) == ["", "", "left"]
    assert list(sets["reps"].fillna(-1)) == [9, 3, -1]


@pytest.mark.parametrize("mark", [{"deleted_at": "2026-11-01 00:00:00"}, {"duplicate_of": 1}])
def test_what_is_in_the_bin_or_a_duplicate_is_left_out(account, mark):
    insert(account, run("kept"), run("gone"), session("kept"), session("gone"))
    with account.write() as conn:
        for table in (schema.activity, schema.session):
            conn.execute(update(table).where(table.c.id == 2).values(**mark))
    with account.read() as conn:
        assert list(frames.read_activities(conn, account.athlete_id)["activity_id"]) == [1]
        assert list(frames.read_sessions(conn, account.athlete_id)["session_id"]) == [1]
        assert set(frames.read_sets(conn, account.athlete_id)["session_id"]) == {1}


def test_a_duplicate_counts_again_when_it_is_let_go(account):
    insert(account, run("one"), run("two"), FULL_SESSION)
    with account.write() as conn:
        links.set_duplicates(conn, account.athlete_id, RecordKind.ACTIVITY, {2: 1})
        links.set_sessions(conn, account.athlete_id, {2: 1})
    with account.write() as conn:
        assert len(frames.read_activities(conn, account.athlete_id)) == 1
        links.set_duplicates(conn, account.athlete_id, RecordKind.ACTIVITY, {2: None})
        assert len(frames.read_activities(conn, account.athlete_id)) == 2


def test_another_athlete_sees_nothing(account):
    insert(account, run(), session())
    with account.read() as conn:
        assert all(reader(conn, account.athlete_id + 1).empty for reader in READERS)

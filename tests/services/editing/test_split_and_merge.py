"""A session that is split stays split, whatever its sources say of its sets."""

import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.record_id import parse_id
from lib.services.bouts.acts import take_back
from lib.services.editing.sets import merge_sessions, sets_of, split_session
from lib.services.editing.view import view_record
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_sessions
from lib.store.account import open_account

HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
    + "".join(
        f'"Legs","28 Nov 2026, 18:00","28 Nov 2026, 19:00","","{name}",,"",{number},"normal",60,{reps},,,\n'
        for name in ("Squat (Barbell)", "Lunge")
        for number, reps in enumerate((8, 8, 7, 6))
    )
).encode()


@pytest.fixture
def account(tmp_path):
    found = open_account(f"sqlite:///{tmp_path / 'x.db'}")
    assert import_files(found, [Upload("hevy.csv", HEVY)], Answers(time_zone="Europe/Berlin")).ok
    yield found
    found.engine.dispose()


def reasons(account):
    listed = list_sessions(account)
    return dict(zip(listed["sets"], listed["why_not"], strict=True))


def test_both_parts_of_a_session_count_and_taking_back_makes_it_one(account):
    [session] = map(parse_id, list_sessions(account)["id"])
    part, sets, entry = split_session(account, session, 5)
    assert reasons(account) == {5: "", 3: ""}
    assert len(sets_of(account, part).placed) == sets == 3
    assert view_record(account, session).entries[0].id == entry
    take_back(account, entry)
    assert reasons(account) == {8: ""}


def test_parts_that_are_merged_again_have_all_sets_and_one_of_them_counts(account):
    [session] = map(parse_id, list_sessions(account)["id"])
    part = split_session(account, session, 5).id
    merge_sessions(account, [session, part])
    assert reasons(account) == {8: "", 3: "left out"}

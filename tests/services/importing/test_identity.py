"""When two records say the same."""

from datetime import datetime

from lib.model.records import LiftingSet, Session, Start
from lib.model.vocabulary import Precision, TimeBasis
from lib.services.importing.identity import session_hash


def hash_of(*sets: LiftingSet) -> str:
    start = Start("2026-03-10 17:30", TimeBasis.WALL_CLOCK, datetime(2026, 3, 10, 17, 30), precision=Precision.MINUTE)
    return session_hash(Session("1", start, sets, line=2))


def test_a_load_says_the_same_as_a_whole_number_and_with_its_decimals():
    assert hash_of(LiftingSet("Squat", reps=5, load_kg=60)) == hash_of(LiftingSet("Squat", reps=5, load_kg=60.0))


def test_the_line_of_a_set_is_no_part_of_what_it_says():
    assert hash_of(LiftingSet("Squat", reps=5, line=2)) == hash_of(LiftingSet("Squat", reps=5, line=9))


def test_another_note_is_another_set():
    assert hash_of(LiftingSet("Squat", reps=5, note="deep")) != hash_of(LiftingSet("Squat", reps=5))

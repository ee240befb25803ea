"""A record that its source moved is found among those that came within a day of it, the nearest first."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from lib.analysis.duplicates.moved import each_once, near_pairs_of_moves, same_content
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import Sport, TimeBasis

NOON = datetime(2026, 3, 10, 12)


@dataclass(frozen=True)
class Bout:
    name: str
    local: datetime


def at(name, hours):
    return Bout(name, NOON + timedelta(hours=hours))


def names(pairs):
    return [f"{old.name}{new.name}" for old, new in pairs]


def test_records_within_a_day_are_pairs_and_one_a_second_further_is_none():
    second = 1 / 3600
    new = [at("a", -24 - second), at("b", -24), at("c", 24), at("d", 24 + second)]
    assert names(near_pairs_of_moves([at("X", 0)], new)) == ["Xb", "Xc"]


def test_the_nearest_pair_comes_first_then_the_earlier_record_that_left_then_the_earlier_that_came():
    assert names(near_pairs_of_moves([at("X", 0)], [at("a", -5), at("b", 2)])) == ["Xb", "Xa"]
    assert names(near_pairs_of_moves([at("X", 0)], [at("a", -3), at("b", 3)])) == ["Xa", "Xb"]
    assert names(near_pairs_of_moves([at("Y", 6), at("X", 0)], [at("a", 3)])) == ["Xa", "Ya"]


def test_a_record_is_in_one_pair_alone_and_the_first_that_holds_is_taken():
    pairs = near_pairs_of_moves([at("X", 0), at("Y", 6)], [at("a", 1), at("b", 5)])
    assert names(pairs) == ["Xa", "Yb", "Xb", "Ya"]
    assert names(each_once(pairs, lambda _old, _new: True, lambda bout: bout.name)) == ["Xa", "Yb"]
    assert names(each_once(pairs, lambda _old, new: new.name == "b", lambda bout: bout.name)) == ["Yb"]


START = Start("2026-03-10 12:00", TimeBasis.WALL_CLOCK, NOON)


def run(**given):
    return Activity(**({"source_key": "a", "sport": Sport.RUN, "start": START, "line": 1} | given))


def lifting(*sets):
    return Session("a", START, sets, 1)


LENGTHS = {"distance_m": 8000.0, "moving_s": 2640.0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (LENGTHS, LENGTHS | {"source_key": "b", "title": "Run"}, True),
        (LENGTHS, LENGTHS | {"distance_m": 8001.0}, True),
        (LENGTHS, LENGTHS | {"distance_m": 8001.5}, False),
        (LENGTHS, LENGTHS | {"moving_s": 2641.0}, True),
        (LENGTHS, LENGTHS | {"moving_s": 2641.5}, False),
        (LENGTHS, {"distance_m": 8000.0, "elapsed_s": 2640.0}, True),
        (LENGTHS, LENGTHS | {"elapsed_s": 9000.0}, True),
        (LENGTHS, {"moving_s": 2640.0}, False),
        ({"moving_s": 2640.0}, LENGTHS, False),
        ({"moving_s": 2640.0}, {"moving_s": 2640.0}, True),
        ({"distance_m": 8000.0}, {"distance_m": 8000.0}, False),
        (LENGTHS, LENGTHS | {"sport": Sport.RIDE}, False),
    ],
)
def test_two_activities_have_the_same_content_within_a_metre_and_a_second(one, other, same):
    assert same_content(run(**one), run(**other)) == same


def test_two_sessions_have_the_same_content_where_all_their_sets_are_alike():
    squat, press = LiftingSet("Squat", reps=8, load_kg=60.0), LiftingSet("Press", reps=8, load_kg=40.0)
    assert same_content(lifting(squat, press), lifting(squat, press))
    assert not same_content(lifting(squat, press), lifting(press, squat))
    assert not same_content(lifting(squat, press), lifting(squat))
    assert not same_content(lifting(squat), lifting(squat, press))
    assert not same_content(lifting(), lifting())
    assert not same_content(lifting(squat), run(**LENGTHS))
    assert not same_content(run(**LENGTHS), lifting(squat))


def test_records_are_sorted_before_and_after_and_none_is_passed_over():
    old, new = [at("X", 0)], [at(str(hours), hours) for hours in range(-30, 31, 6)]
    found = names(near_pairs_of_moves(old, new))
    assert found == ["X0", "X-6", "X6", "X-12", "X12", "X-18", "X18", "X-24", "X24"]
    assert near_pairs_of_moves(old, []) == []

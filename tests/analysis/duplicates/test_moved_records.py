"""A record that its source moved is found among those that came within a day of it, the nearest first."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from lib.analysis.duplicates.moved import each_once, near_pairs_of_moves

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

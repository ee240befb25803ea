"""Easy sets of few repetitions count half at the usual load, and a light warm-up counts nothing."""

from dataclasses import replace

import pytest

from lib.analysis.counting.count_sets import CountingPreferences
from lib.analysis.counting.usual_loads import easy_at_usual_load
from lib.model.conventions import DEFAULTS
from lib.model.frames.logs import SETS
from tests.analysis.frames import a_set, counted_of, sets_of

USUAL = [
    a_set(session_id=number, day=f"2026-10-{day:02d}", load_kg=100.0, reps=5.0, set_rpe=8.0)
    for number, day in enumerate((5, 8, 12), start=1)
]


def worth(*rows, preferences=None):
    counted = counted_of(sets_of(*USUAL, *rows), preferences or CountingPreferences())
    return [(row.rule, row.hard) for row in counted.iloc[len(USUAL) :].itertuples()]


def easy(load=100.0, reps=3.0, **given):
    return a_set(**{"session_id": 9, "day": "2026-10-15", "load_kg": load, "reps": reps, "set_rpe": 5.0} | given)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (easy(), ("easy_few_reps", 0.5)),
        (easy(80.0), ("easy_few_reps", 0.5)),
        (easy(reps=6.0), ("easy_few_reps", 0.5)),
        (easy(reps=1.0), ("easy_few_reps", 0.5)),
        (easy(79.0), ("easy", 0.0)),
        (easy(40.0), ("easy", 0.0)),
        (easy(reps=7.0), ("easy", 0.0)),
        (easy(set_rpe=6.0), ("working", 1.0)),
        (easy(kind="warm_up"), ("warm_up", 0.0)),
        (easy(load_mode="bodyweight"), ("easy", 0.0)),
        (easy(kind="failure"), ("failure", 1.0)),
    ],
)
def test_an_easy_set_of_few_reps_counts_half_at_the_usual_load(row, expected):
    # A heavier set of the session keeps a light one from being the heaviest of the day; it changes no median.
    assert worth(row, easy(100.0, 5.0, set_rpe=8.0))[0] == expected


def test_a_light_session_alone_is_compared_with_the_sessions_before_it():
    assert worth(easy(60.0)) == [("easy", 0.0)]


def test_what_was_lifted_more_than_90_days_before_is_not_usual_any_more():
    assert worth(easy(60.0, day="2027-02-01")) == [("easy_few_reps", 0.5)]


@pytest.mark.parametrize(("day", "rule"), [("2027-01-09", "easy"), ("2027-01-10", "easy_few_reps")])
def test_what_was_lifted_89_days_before_is_usual_and_90_days_before_it_is_not(day, rule):
    assert worth(easy(60.0, day=day))[0][0] == rule


def test_warm_ups_and_sets_of_the_body_are_not_usual():
    light = [
        easy(20.0, kind="warm_up", session_id=8, day="2026-10-14"),
        easy(20.0, load_mode="bodyweight", session_id=7),
    ]
    assert easy_at_usual_load(sets_of(*light, easy(20.0)), DEFAULTS).tolist() == [False, False, True]
    assert easy_at_usual_load(sets_of(*light, *USUAL, easy(20.0)), DEFAULTS).tolist() == [False] * 6


def test_of_two_exercises_each_has_its_own_usual_load():
    press = [easy(20.0, exercise_name="Bench Press", session_id=9), easy(20.0, session_id=9)]
    found = easy_at_usual_load(sets_of(*USUAL, *press), DEFAULTS)
    assert found.tolist() == [False, False, False, True, False]


def test_where_no_set_is_easy_none_is_at_a_usual_load():
    assert easy_at_usual_load(sets_of(*USUAL), DEFAULTS).tolist() == [False] * 3
    assert easy_at_usual_load(SETS.empty(), DEFAULTS).tolist() == []


def test_the_first_session_of_an_exercise_is_its_own_measure():
    assert worth(easy(20.0, exercise_name="Bench Press")) == [("easy_few_reps", 0.5)]


def test_the_worth_is_a_convention():
    other = CountingPreferences(conventions=replace(DEFAULTS, easy_few_reps_worth=0.0))
    assert worth(easy(), preferences=other) == [("easy_few_reps", 0.0)]

"""What differs between two sessions under way, and how many minutes one has taken."""

from dataclasses import replace
from datetime import datetime, timedelta

import pandas as pd
import pytest

from lib.catalog.templates import templates
from lib.model.frames.logs import SETS
from lib.model.records import LiftingSet
from lib.model.vocabulary import LoadMode, SetKind, WeightUnit
from lib.services.unfinished.differences import differences
from lib.services.unfinished.fields import says_nothing
from lib.services.unfinished.last_time import last_sets
from lib.services.unfinished.plan import (
    _moved,
    _number,
    append,
    frame_of_sets,
    prefilled,
    start_session,
    with_load,
    with_reps,
)

NOON = datetime(2026, 11, 28, 12)
KG = WeightUnit.KG
LOWER = templates()["lower-body"]


def started(last=None, template=LOWER):
    return start_session(
        template, lambda _: SETS.empty() if last is None else last, KG, local=NOON, now=NOON, per_side=True
    )


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("notes", "hot", "notes"),
        ("minutes", 5.0, "minutes"),
        ("session_rpe", 7.0, "effort"),
        ("started_at", NOON + timedelta(minutes=1), "start"),
        ("template", replace(LOWER, title="Mine"), "exercises"),
        ("edition", 9, None),
        ("chosen", "1A", None),
    ],
)
def test_what_differs_is_named(name, value, word):
    before = started()
    found = differences(before, replace(before, **{name: value}))
    assert (found.sets, found.others) == ((), (word,) if word else ())


@pytest.mark.parametrize("place", [0, 1])
def test_a_set_that_differs_has_its_number_within_its_exercise(place):
    before = started()
    item = before.items[0].place
    was = before.at(item)[place]
    now = replace(was, done_at=NOON)
    (found,) = differences(before, before.with_set(now)).sets
    assert (found.number, found.before, found.after) == (place + 1, was, now)


def test_a_set_that_came_or_went_is_told_with_the_number_that_it_has_or_had():
    before = started()
    first = before.at(before.items[0].place)
    without = replace(before, sets=tuple(each for each in before.sets if each != first[-1]))
    (gone,), (came,) = differences(before, without).sets, differences(without, before).sets
    assert (gone.number, gone.before, gone.after) == (len(first), first[-1], None)
    assert (came.number, came.before, came.after) == (len(first), None, first[-1])


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (29, 0), (31, 1), (90, 2), (600, 10)])
def test_minutes_are_whole_ones_from_the_start_to_the_last_set_that_is_done(seconds, minutes):
    session = started()
    assert session.minutes_so_far == 0
    late, early = (
        replace(each, done_at=NOON + timedelta(seconds=after))
        for each, after in zip(session.sets, (seconds, 0), strict=False)
    )
    done = session.with_set(late).with_set(early)
    assert (done.minutes_so_far, done.done[-1].done_at) == (minutes, NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("value", "nothing"),
    [(None, True), (False, True), ("", True), (0, False), (0.0, False), (True, False), ("x", False)],
)
def test_zero_says_something(value, nothing):
    assert says_nothing(value) is nothing


@pytest.mark.parametrize(
    ("place", "number", "moved"), [("1A", 1, "4A"), ("12", 12, "15"), ("2AB", 2, "5AB"), ("11B", 11, "14B")]
)
def test_places_are_numbered_on(place, number, moved):
    assert (_number(place), _moved(place, 3)) == (number, moved)


def test_another_session_behind_this_one_keeps_its_supersets_and_numbers_its_places_on():
    session = started()
    both = append(session)(session)
    places = [item.place for item in session.items]
    most = max(map(_number, places))
    assert [item.place for item in both.items] == [*places, *(_moved(each, most) for each in places)]
    assert len({each.key for each in both.sets}) == len(both.sets) == 2 * len(session.sets)
    assert all(each.key == f"{each.place}-{each.key.rpartition('-')[2]}" for each in both.sets)
    assert all(each.set.superset == both.item(each.place).superset for each in both.sets[len(session.sets) :])


def done(*loads, side=None):
    item = next(each for each in LOWER.items if len(each.sides) == 1)
    side = item.sides[0] if side is None else side
    return item, frame_of_sets([LiftingSet("x", reps=9, load_kg=load, side=side) for load in loads])


def test_a_set_is_filled_in_with_the_one_of_last_time_or_with_its_last_one():
    item, last = done(50.0, 60.0)
    fill = prefilled(item, last, KG, per_side=True)
    assert [fill(number).load_kg for number in range(4)] == [50.0, 60.0, 60.0, 60.0]
    assert fill(0).load_value == 50.0
    assert prefilled(item, SETS.empty(), KG, per_side=True)(0).reps == item.reps[0]


@pytest.mark.parametrize("number", range(1, 9))
def test_as_many_sets_are_to_be_done_as_last_time_within_the_range_of_the_template(number):
    item, last = done(*[50.0] * number)
    least, most = item.sets
    session = started(last, replace(LOWER, items=(item,)))
    assert len(session.sets) == min(max(number, least), most)
    assert [each.key for each in session.sets] == [f"{item.place}-{each + 1}" for each in range(len(session.sets))]


@pytest.mark.parametrize(("warm_up", "number"), [(False, 2), (True, 1)])
def test_last_time_is_the_newest_session_with_the_exercise_and_warm_ups_only_of_a_warm_up(warm_up, number):
    item = replace(LOWER.items[0], name="Thing", exercise="", kind=SetKind.WARM_UP if warm_up else SetKind.WORKING)
    old = frame_of_sets([LiftingSet("Thing", reps=5)]).assign(session_id=1)
    new = frame_of_sets(
        [LiftingSet("Thing", SetKind.WARM_UP, 9), *[LiftingSet("Thing", reps=6)] * 2, LiftingSet("Row", reps=7)]
    )
    sets = SETS.check(pd.concat([old, new.assign(session_id=2)], ignore_index=True))
    names = pd.DataFrame({"exercise_name": ["Thing", "Row"], "exercise": ["", "row"]})
    assert len(last_sets(sets, names, item)) == number
    assert last_sets(sets, names, replace(item, name="Other")).empty
    assert len(last_sets(sets, names, replace(item, exercise="row"))) == (0 if warm_up else 1)


@pytest.mark.parametrize(
    ("note", "reps", "after"),
    [
        ("5 deep breaths", 8, "8 deep breaths"),
        ("5 deep breaths", None, "5 deep breaths"),
        ("slow", 8, "slow"),
        ("", 8, ""),
    ],
)
def test_a_remark_that_counts_breaths_follows_the_reps(note, reps, after):
    assert with_reps(LiftingSet("x", reps=5, note=note), reps).reps == reps
    assert with_reps(LiftingSet("x", reps=5, note=note), reps).note == after


def test_a_load_is_kept_as_it_is_typed_to_the_hundredth():
    planned = LiftingSet("x", reps=5, load_mode=LoadMode.ADDED)
    pounds = with_load(planned, 10.0, WeightUnit.POUND)
    assert (pounds.load_kg, pounds.load_value, pounds.load_unit, pounds.load_mode) == (
        10.0,
        22.05,
        WeightUnit.POUND,
        LoadMode.ADDED,
    )
    unknown = with_load(planned, None, KG, LoadMode.EXTERNAL)
    assert (unknown.load_kg, unknown.load_value, unknown.load_unit, unknown.load_mode) == (
        None,
        None,
        None,
        LoadMode.EXTERNAL,
    )

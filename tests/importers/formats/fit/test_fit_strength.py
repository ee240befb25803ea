"""Sets that a watch counted."""

from datetime import timedelta

import pytest
from recorded_files import (
    BYTE,
    START,
    WORD,
    activities_in,
    activity,
    field,
    fit,
    gym_set,
    ignored_in,
    message,
    read_all,
    rejections_in,
    session,
    sessions_in,
    text,
    warnings_in,
)

from lib.importers.formats.fit.importer import importer
from lib.model.records import LiftingSet, Record
from lib.model.vocabulary import LoadMode, SetKind, Sport, WeightUnit

BENCH_PRESS, PLANK, WARM_UP, UNKNOWN = 0, 19, 31, 65534
BARBELL = 1


def named(category: int, exercise: int = 0) -> tuple:
    return field(7, WORD, category), field(8, WORD, exercise)


def gym(*sets: bytes) -> list[Record]:
    return read_all(importer, fit(*sets, session(START, 10, 20, None, 3600.0), activity(START, 1.0)))


def one_set(*sets: bytes) -> LiftingSet:
    (found,) = sessions_in(gym(*sets))
    (only,) = found.sets
    return only


def test_a_set_has_its_exercise_repetitions_and_load():
    done = one_set(gym_set(0, *named(BENCH_PRESS, BARBELL), field(3, WORD, 8), field(4, WORD, 60 * 16)))
    assert (done.exercise_name, done.reps, done.load_kg) == ("Barbell Bench Press", 8, 60.0)
    assert (done.kind, done.duration_s) == (SetKind.WORKING, None)


def test_sets_become_a_session_with_the_watch_clock():
    found = gym(gym_set(0, *named(BENCH_PRESS), field(3, WORD, 8)), gym_set(1, *named(PLANK), field(3, WORD, 5)))
    (bout,) = sessions_in(found)
    assert (len(bout.sets), bout.elapsed_s) == (2, 3600.0)
    assert bout.start.local == (START + timedelta(hours=1)).replace(tzinfo=None)
    assert activities_in(found) == []


def test_rests_and_ghost_sets_are_ignored_with_a_reason():
    found = gym(
        gym_set(0, *named(BENCH_PRESS), field(3, WORD, 8)),
        gym_set(1, active=False),
        gym_set(2, *named(BENCH_PRESS), field(3, WORD, 0), seconds=4.0),
    )
    assert len(sessions_in(found)[0].sets) == 1
    assert [why.split()[1] for why in ignored_in(found)] == ["rest", "set"]


def test_a_timed_hold_keeps_its_seconds():
    done = one_set(gym_set(0, *named(PLANK), seconds=45.0))
    assert (done.reps, done.duration_s) == (None, 45.0)


def test_pounds_are_kept_as_they_were_shown():
    done = one_set(gym_set(0, *named(BENCH_PRESS), field(3, WORD, 5), field(4, WORD, 980), field(9, WORD, 2)))
    assert (done.load_kg, done.load_value, done.load_unit) == (61.25, 135.0, WeightUnit.POUND)


def test_no_weight_is_no_load():
    done = one_set(gym_set(0, *named(BENCH_PRESS), field(3, WORD, 5), field(4, WORD, 0xFFFF)))
    assert (done.load_kg, done.load_mode) == (None, LoadMode.BODYWEIGHT)


def test_the_best_guess_of_several_categories_counts():
    done = one_set(gym_set(0, field(7, WORD, BENCH_PRESS, PLANK), field(8, WORD, BARBELL, 0), field(3, WORD, 5)))
    assert done.exercise_name == "Barbell Bench Press"


@pytest.mark.parametrize("category", [UNKNOWN, 0xFFFF, 60_000])
def test_an_unknown_exercise_is_kept_as_unknown(category: int):
    assert one_set(gym_set(0, *named(category), field(3, WORD, 12))).exercise_name == "Unknown exercise"


def test_an_unknown_number_within_a_category_takes_the_name_of_the_category():
    assert one_set(gym_set(0, *named(BENCH_PRESS, 900), field(3, WORD, 12))).exercise_name == "Bench Press"


def test_the_name_of_a_planned_step_goes_before_all_others():
    titles = message(264, field(254, WORD, 3), text(2, "Copenhagen plank"))
    done = one_set(titles, gym_set(0, *named(PLANK), field(11, WORD, 3), field(3, WORD, 12)))
    assert done.exercise_name == "Copenhagen plank"


def test_a_warm_up_set_is_a_warm_up():
    assert one_set(gym_set(0, *named(WARM_UP), field(3, WORD, 12))).kind is SetKind.WARM_UP


def test_a_bout_without_counted_sets_is_a_strength_activity():
    found = gym(gym_set(0, active=False))
    assert [each.sport for each in activities_in(found)] == [Sport.STRENGTH]
    assert sessions_in(found) == []


def test_an_impossible_load_rejects_its_set_alone():
    found = gym(
        gym_set(0, *named(BENCH_PRESS), field(3, WORD, 8)),
        gym_set(1, *named(BENCH_PRESS), field(3, WORD, 8), field(4, WORD, 1001 * 16)),
    )
    assert [each.why for each in found if getattr(each, "column", None) == "set"] == [
        "more than 10,000 repetitions or 1,000 kg"
    ]
    assert len(sessions_in(found)[0].sets) == 1


def test_sets_outside_the_session_are_not_its_own():
    run = session(START - timedelta(hours=1), 1, 0, 5000.0, 1800.0)
    lifting = session(START, 10, 20, None, 180.0, field(16, BYTE, 110))
    found = read_all(
        importer,
        fit(run, lifting, *(gym_set(n, *named(BENCH_PRESS), field(3, WORD, 8)) for n in (0, 1, 30))),
    )
    assert [len(each.sets) for each in sessions_in(found)] == [2]


def test_the_name_of_a_refused_set_is_cut_in_its_problem():
    titles = message(264, field(254, WORD, 3), text(2, "Copenhagen plank on a bench with one foot down"))
    heavy = gym_set(0, *named(BENCH_PRESS), field(3, WORD, 8), field(4, WORD, 1001 * 16), field(11, WORD, 3))
    (problem,) = rejections_in(gym(titles, heavy))
    assert len(problem.value or "") == 40


def test_a_step_named_by_blanks_or_too_long_keeps_its_set():
    for name, kept in (("\t", "Unknown exercise"), ("x" * 240, "x" * 200)):
        titles = message(264, field(254, WORD, 3), text(2, name))
        done = one_set(titles, gym_set(0, *named(BENCH_PRESS), field(3, WORD, 8), field(11, WORD, 3)))
        assert done.exercise_name == kept


def test_a_set_of_weeks_is_refused():
    (problem,) = rejections_in(gym(gym_set(0, *named(PLANK), seconds=241 * 3600)))
    assert problem.why == "longer than 240 h"


def test_a_session_with_sets_keeps_no_impossible_length_or_effort():
    bout = session(START, 10, 20, None, 241 * 3600, field(193, BYTE, 250))
    found = read_all(importer, fit(gym_set(0, *named(BENCH_PRESS), field(3, WORD, 8)), bout))
    (kept,) = sessions_in(found)
    assert (kept.elapsed_s, kept.session_rpe) == (None, None)
    assert len(warnings_in(found)) == 2

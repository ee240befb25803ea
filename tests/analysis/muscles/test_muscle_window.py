"""Windows of weeks: means of complete, covered weeks, the weeks before, the person's own year."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.muscles.coverage import muscle_coverage, sets_by_exercise
from lib.analysis.muscles.weekly_sets import counted_by
from lib.analysis.muscles.window import LEAST_WEEKS, muscle_window, weeks_of_window
from lib.model.frames.counting import MUSCLE_SETS
from lib.model.frames.weeks import MUSCLE_WINDOW, WEEKLY_SETS
from lib.model.vocabulary import Muscle, Scheme
from tests.analysis.frames import weeks_from

QUADS = str(Muscle.QUADRICEPS)


def weekly(quads, start="2026-06-01", unfinished=0):
    """WEEKLY_SETS with these quadriceps sets, nothing for the other muscles; None is a week without coverage."""
    starts = weeks_from(start, len(quads))
    frames = []
    for muscle in Muscle:
        sets = [np.nan if each is None else float(each) * (muscle == QUADS) for each in quads]
        frames.append(
            pd.DataFrame(
                {
                    "week_start": starts,
                    "muscle": str(muscle),
                    "hard_sets": sets,
                    "strict": [each - 1 if each else each for each in sets],
                    "permissive": [each + 1 if each else each for each in sets],
                    "complete": [index < len(quads) - unfinished for index in range(len(quads))],
                }
            )
        )
    return WEEKLY_SETS.make(pd.concat(frames))


def quads_of(window):
    return window.set_index("muscle").loc[QUADS]


def test_the_last_four_complete_weeks_are_averaged_and_the_unfinished_one_is_left_out():
    row = quads_of(muscle_window(weekly([1, 2, 3, 4, 6, 8, 10, 12, 99], unfinished=1)))
    assert (row["hard_sets"], row["before"]) == (9.0, 2.5)
    assert (row["strict"], row["permissive"]) == (8.0, 10.0)


def test_one_week_may_be_the_unfinished_one_and_stands_beside_the_four_before_it():
    sets = weekly([1, 2, 3, 4, 6], unfinished=1)
    row = quads_of(muscle_window(sets, date(2026, 6, 29), weeks=1))
    assert (row["hard_sets"], row["before"]) == (6.0, 2.5)
    assert quads_of(muscle_window(sets, weeks=1))["hard_sets"] == 4.0


def test_weeks_that_no_log_covers_are_in_no_mean():
    row = quads_of(muscle_window(weekly([None, None, 4, 8])))
    assert row["hard_sets"] == 6.0
    assert np.isnan(row["before"])


def test_a_window_without_coverage_has_no_numbers():
    window = muscle_window(weekly([None] * 4 + [3]), date(2026, 6, 22))
    assert window[["hard_sets", "strict", "permissive", "share"]].isna().all(axis=None)


def test_the_share_is_of_the_highest_window_of_that_length_in_the_year_up_to_it():
    sets = weekly([50, *[0] * 52, 10, 10, 10, 10, *[4] * 4, *[30] * 4], start="2025-01-06")
    row = quads_of(muscle_window(sets, date(2025, 1, 6) + pd.Timedelta(weeks=60)))
    assert (row["hard_sets"], row["highest"], row["share"]) == (4.0, 10.0, 0.4)


def test_a_muscle_without_a_set_in_the_year_has_a_share_of_zero():
    window = muscle_window(weekly([5] * LEAST_WEEKS)).set_index("muscle")
    assert window.loc["chest", "share"] == 0.0
    assert window.loc[QUADS, "share"] == 1.0


def test_too_few_weeks_give_no_share():
    assert muscle_window(weekly([5] * (LEAST_WEEKS - 1)))["share"].isna().all()


def test_another_scheme_changes_the_sets_and_leaves_the_range():
    sets = weekly([6, 6, 6, 6])
    row = quads_of(muscle_window(sets, scheme=Scheme.STRICT))
    assert (row["hard_sets"], row["strict"], row["permissive"]) == (5.0, 5.0, 7.0)
    assert counted_by(sets, Scheme.DEFAULT) is sets


def test_no_weeks_give_all_muscles_without_numbers():
    window = MUSCLE_WINDOW.check(muscle_window(WEEKLY_SETS.empty()))
    assert list(window["muscle"]) == [str(muscle) for muscle in Muscle]
    assert window["hard_sets"].isna().all()
    assert weeks_of_window(WEEKLY_SETS.empty()).empty


@settings(max_examples=examples(30), deadline=None)
@given(
    st.lists(st.none() | st.integers(0, 40), min_size=1, max_size=70),
    st.integers(1, 6),
    st.sampled_from(list(Scheme)),
)
def test_a_window_is_never_above_the_highest_of_its_year_and_shares_are_shares(quads, weeks, scheme):
    window = MUSCLE_WINDOW.check(muscle_window(weekly(quads), weeks=weeks, scheme=scheme))
    shares = window["share"].dropna()
    assert shares.between(0, 1).all()
    known = window.dropna(subset=["hard_sets"])
    assert (known["strict"] <= known["permissive"]).all()


def test_weeks_with_a_set_are_counted_among_the_covered_ones():
    found = muscle_coverage(weekly([9, None, 0.5, 1, 0, 2, 99], unfinished=1))[Muscle.QUADRICEPS]
    assert (found.with_a_set, found.known) == (3, 5)
    assert found.mean == pytest.approx(12.5 / 5)
    assert len(found.sets) == 6
    assert np.isnan(found.sets[1])


def test_only_the_last_twelve_complete_weeks_are_looked_at():
    found = muscle_coverage(weekly([7] * 5 + [1] * 12))[Muscle.QUADRICEPS]
    assert found.sets == (1.0,) * 12


def test_without_weeks_there_is_nothing_to_say_of_any_muscle():
    assert muscle_coverage(WEEKLY_SETS.empty()) == {}


def test_the_exercises_of_each_muscle_come_with_the_most_sets_first_and_without_zeros():
    rows = [("a", 1.0, 0.5), ("b", 0.5, 0.0), ("a", 1.0, 0.5), ("c", 4.0, 4.0)]
    sets = MUSCLE_SETS.make(
        [
            {
                "session_id": 1,
                "position": index,
                "local_date": pd.Timestamp("2026-10-05"),
                "exercise_name": name,
                "exercise": name,
                "muscle": QUADS,
                "default": default,
                "strict": strict,
                "permissive": default,
                "primary": True,
            }
            for index, (name, default, strict) in enumerate(rows)
        ]
    )
    assert sets_by_exercise(sets)[Muscle.QUADRICEPS].to_dict() == {"c": 4.0, "a": 2.0, "b": 0.5}
    assert list(sets_by_exercise(sets, Scheme.STRICT)[Muscle.QUADRICEPS].index) == ["c", "a"]
    assert sets_by_exercise(MUSCLE_SETS.empty()) == {}


def test_twelve_covered_weeks_have_a_highest_one_and_a_year_is_52_weeks():
    assert quads_of(muscle_window(weekly([5] * 12)))["share"] == 1.0
    assert muscle_window(weekly([5] * 11 + [None]))["share"].isna().all()
    assert quads_of(muscle_window(weekly([9, *[5] * 51]), weeks=1))["highest"] == 9.0
    assert quads_of(muscle_window(weekly([9, *[5] * 52]), weeks=1))["highest"] == 5.0


def test_the_four_weeks_before_a_window_and_no_others_stand_beside_it():
    row = quads_of(muscle_window(weekly([90, 1, 2, 3, 4, 6, 8, 10, 12])))
    assert (row["hard_sets"], row["before"]) == (9.0, 2.5)
    row = quads_of(muscle_window(weekly([90, 1, 2, 3, 4, 6, 8]), weeks=2))
    assert (row["hard_sets"], row["before"]) == (7.0, 2.5)


def test_a_week_has_a_set_from_one_on():
    found = muscle_coverage(weekly([0.5, 1, 0, None, 0.9, 1.1]))[Muscle.QUADRICEPS]
    assert (found.with_a_set, found.known) == (2, 5)

"""Muscles in words and tables."""

import pandas as pd

from lib.analysis.muscles.coverage import MuscleCoverage
from lib.analysis.muscles.window import muscle_window
from lib.catalog.muscles import muscle_groups
from lib.model.frames.weeks import WEEKLY_SETS
from lib.wording import muscle_tables
from lib.wording.format import between

NAN = float("nan")


def covered(**given):
    weeks = {"sets": (8.0,), "mean": 8.0, "strict": 6.0, "permissive": 9.5, "with_a_set": 1, "known": 1}
    return MuscleCoverage(**(weeks | given))


def test_a_range_reads_as_one_number_where_its_ends_are_alike():
    assert between(6, 9.5) == "6–9.5"
    assert between(6, 6.04) == "6"


def test_the_weeks_of_a_muscle_say_mean_range_and_how_many_had_a_set():
    assert muscle_tables.weekly_words(covered()) == "**8** sets a week (6–9.5), a set in 1 of 1 week"
    alike = covered(strict=8.0, permissive=8.0, with_a_set=10, known=12)
    assert muscle_tables.weekly_words(alike) == "**8** sets a week, a set in 10 of 12 weeks"


def test_weeks_that_no_log_covers_have_no_number():
    unknown = covered(sets=(NAN,), mean=NAN, strict=NAN, permissive=NAN, with_a_set=0, known=0)
    assert muscle_tables.weekly_words(unknown) == "No strength log covers these weeks."


def test_own_exercises_are_named_with_their_sets_and_the_rest_is_counted():
    sets = pd.Series({"squat_barbell": 12.0, "own:*sled*": 4.0, "a": 3.0, "b": 2.5, "c": 2.0})
    words = muscle_tables.own_exercises(sets)
    assert words.startswith("Squat \\(Barbell\\) 12, \\*sled\\* 4, a 3, b 2")
    assert words.endswith(" and 1 other")
    assert muscle_tables.own_exercises(None) == "none of your exercises"


def test_typical_exercises_are_names_not_keys():
    quads = muscle_groups()[0]
    assert "Step Down" in muscle_tables.typical_exercises(quads)


def test_unknown_sets_are_empty_cells_and_not_zeros():
    rows = muscle_tables.window_table(muscle_window(WEEKLY_SETS.empty()), relative=True)
    assert rows[["Sets", "Range", "Before"]].isna().all(axis=None)
    assert set(rows["Of highest"]) == {"–"}

"""docs/methods.md says each number by which the analysis decides, and the code has that one."""

import ast
import importlib
import pkgutil
from datetime import timedelta
from math import log2
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import lib.analysis

METHODS = " ".join((Path(__file__).parents[2] / "docs/methods.md").read_text("utf-8").split())
DAY = pd.Timedelta(days=1)

# Module, name: the number, and the words of the methods that say it.
SAID = {
    "balance.evening_out.REPERTOIRE_DAYS": (365, "of the exercises of the last 365 days"),
    "balance.evening_out.MOST": (3, "Up to three, the strongest first"),
    "balance.gates.MIN_SETS": (8, "Q + H is at least 8 sets"),
    "balance.gates.MIN_LOWER_SESSIONS": (3, "at least 3 lower-body sessions"),
    "balance.gates.MIN_COVERED_DAYS": (21, "covers at least 21 days of the window"),
    "balance.gates.MIN_MAPPED_SHARE": (0.9, "at least 90 % of the window's sets are mapped"),
    "balance.hip_extension.MIN_SETS": (8, "of all of these sets, from 8 sets on"),
    "balance.left_right.MIN_PAIRS": (10, "from ten pairs of sets on"),
    "balance.ratio.WINDOW_DAYS": (28, "**Window:** the 28 days"),
    "balance.words.MORE_UP_TO": (log2(2), 'up to 2 either way "more"'),
    "counting.gaps.LONGEST_UNNAMED": (28, "More than 28 days in a row without an entry"),
    "counting.rules.LONGEST_HOLD_S": (5 * 60, "lasts more than 5 minutes"),
    "counting.usual_loads.MOST_REPS": (6, "at 1 to 6 reps, with at least 80 % of the usual load"),
    "counting.usual_loads.NEAR": (0.8, "at 1 to 6 reps, with at least 80 % of the usual load"),
    "duplicates.clocks.ZONE_STEP_S": (30 * 60, "A whole or half number of hours apart"),
    "duplicates.clocks.TOUCH_S": (120, "may begin within two minutes of the end of the other"),
    "duplicates.clocks.PARTS": (0.1, "less than a tenth of the shorter one in common"),
    "duplicates.moved.WITHIN": (timedelta(hours=24), "they start within 24 hours of each other"),
    "duplicates.same_bout.START_S": (120, "start within 2 minutes, an overlap of half the shorter one"),
    "duplicates.same_bout.SHARED": (0.5, "start within 2 minutes, an overlap of half the shorter one"),
    "duplicates.same_bout.DISTANCE": (0.02, "start within 2 minutes, distance within 2 %"),
    "duplicates.same_bout.DURATION": (0.03, "time within 3 %"),
    "duplicates.same_bout.TIGHT": (0.5, "a missing value halves the other limits"),
    "duplicates.same_bout.LOOSE_DISTANCE": (0.25, "distance within 25 %"),
    "duplicates.same_bout.COPIED": (0.005, "whose distance and time agree within 0.5 %"),
    "duplicates.same_bout.SAME_HEART_RATE_BPM": (5, "and heart rates within 5"),
    "duplicates.same_session.ALIKE": (0.8, "at least 80 % of the sets of the longer one"),
    "duplicates.same_session.LOAD_KG": (0.5, "no more than 0.5 kg"),
    "duplicates.same_session.FEW_SETS": (4, "Below four sets all of them must agree"),
    "duplicates.same_session.WATCH_START_S": (1800, "they start within 30 minutes"),
    "duplicates.same_session.BY_HAND_START_S": (1800, "those of apps up to 30 minutes apart"),
    "duplicates.same_session.WATCH_OVERLAP": (0.5, "half of the shorter one lies within the other, both have"),
    "duplicates.same_session.WATCH_SETS": (0.7, "differ by at most 30 %"),
    "duplicates.same_session.WATCH_ALIKE": (0.6, "60 % of the sets agree within 2 repetitions"),
    "duplicates.same_session.WATCH_REPS": (2, "60 % of the sets agree within 2 repetitions"),
    "duplicates.strength_links.NEAR": (timedelta(minutes=15), "start within 15 minutes of each other"),
    "duplicates.unsure.TOUCHING": (0.1, "an overlap of 10 to 50 %"),
    "duplicates.unsure.DAY_DISTANCE": (0.12, "on a day without a clock a distance within 12 %"),
    "duplicates.unsure.DAY_SETS": (0.6, "on a day without a clock 60 % of the sets in order"),
    "duplicates.usual_shift.SEASON": (timedelta(days=60), "of at least three within 60 days"),
    "duplicates.usual_shift.JOURNEY": (timedelta(days=7), "at least two other pairs within 7 days"),
    "duplicates.usual_shift.ENOUGH": (3, "of at least three within 60 days"),
    "duplicates.usual_shift.ENOUGH_ON_JOURNEY": (2, "at least two other pairs within 7 days"),
    "duplicates.usual_shift.USUAL": (0.75, "else three of four"),
    "duplicates.usual_shift.SAME_DEVICE_S": (10, "must leave no more than 10 seconds"),
    "duplicates.usual_shift.SAME_SECOND_S": (2, "start within 2 seconds"),
    "hard_runs.fast.DAYS_BEFORE": (90 * DAY, "in the 90 days before, at least 15 of them"),
    "hard_runs.fast.LENGTH": (0.3, "own runs of ± 30 % length"),
    "hard_runs.fast.LEAST_RUNS": (15, "in the 90 days before, at least 15 of them"),
    "hard_runs.fast.FASTER_THAN": (0.9, "faster than nine in ten of the person's own runs"),
    "hard_runs.heart_rate.NEAR_THRESHOLD": (0.88, "at 88 % of the highest heart rate and more"),
    "hard_runs.heart_rate.STEADY": (0.8, "or a mean of 80 %"),
    "hard_runs.heart_rate.SURELY_EASY": (0.75, "with a mean below 75 %"),
    "hard_runs.heart_rate.HARD_SECONDS": (600, "*hard* with 10 minutes"),
    "hard_runs.heart_rate.HARD_SHARE": (0.2, "or a fifth of the time"),
    "hard_runs.highest_rate.QUANTILE": (0.98, "the 98th percentile of the maxima"),
    "hard_runs.highest_rate.LEAST_RUNS": (15, "the year before and the year after, at least 15 of them"),
    "hard_runs.long.LEAST_SECONDS": (5400, "at least 90 minutes, and longer"),
    "hard_runs.long.WEEKS": (8, "each of the eight weeks of seven days before it"),
    "hard_runs.long.LEAST_WEEKS": (4, "with fewer than four weeks that have a run"),
    "hard_runs.repetitions.LEAST_METRES": (200, "are hard from 200 m or 30 s on"),
    "hard_runs.repetitions.LEAST_SECONDS": (30, "are hard from 200 m or 30 s on"),
    "hard_runs.said.HARD_RPE": (7, "session RPE 7 and more *hard*"),
    "hard_runs.said.MODERATE_RPE": (5, "5 to below 7 *moderate*"),
    "leg_days.answer.LEAST_RUNS": (20, "It is told from 20 runs a group on"),
    "leg_days.answer.LEAST_WINDOWS": (6, "over at least six windows"),
    "leg_days.answer.LATER": (3, "against three to fourteen"),
    "leg_days.answer.AFTER": ((1, 2), "of one day after, two days after"),
    "leg_days.block_bootstrap.DRAWS": (2_000, "drawn 2,000 times with a fixed seed"),
    "leg_days.block_bootstrap.LEVEL": (0.95, "the 95th percentile of its size"),
    "leg_days.easy_runs.LONGEST_SINCE": (14, "runs more than 14 days after one"),
    "leg_days.equal_heart_rate.WINDOW_DAYS": (28, "the ratio of the spreads of both within 28 days"),
    "leg_days.equal_heart_rate.LEAST_SLOPE": (0.009, "kept between 0.9 and 1.3 % of a pace a beat"),
    "leg_days.equal_heart_rate.MOST_SLOPE": (0.013, "kept between 0.9 and 1.3 % of a pace a beat"),
    "loads.body_mass.NEAREST_WITHIN": (90 * DAY, "at most 90 days away"),
    "muscles.coverage.WEEKS": (12, "Of the last 12 complete weeks that a strength log covers"),
    "muscles.coverage.A_SET": (1, "the credits of a muscle reach 1 set"),
    "muscles.measures.SETS_OF_A_MUSCLE": (1, "at least one hard set (Σ of that day ≥ 1)"),
    "muscles.window.WEEKS_BEFORE": (4, "the same mean of the four complete weeks before"),
    "muscles.window.YEAR": (52, "within the 52 weeks that end with the window"),
    "muscles.window.LEAST_WEEKS": (12, "from 12 covered weeks on"),
    "notes.MOST_NOTES": (3, "at most one note of each and three in all"),
    "notes.distance_change.LEAST_CHANGE": (0.25, "by a quarter of the earlier mean or more"),
    "notes.distance_change.LEAST_ERRORS": (4, "and by more than 4 standard errors"),
    "notes.four_against_twelve.NOW": (4, "the last 4 complete weeks and of the 12 before"),
    "notes.four_against_twelve.BEFORE": (12, "the last 4 complete weeks and of the 12 before"),
    "notes.four_against_twelve.LEAST_BEFORE": (8, "All four weeks and at least 8 of the 12"),
    "notes.longest_run.LEAST_STEP": (0.1, "in the last 7 days, if above 10 %"),
    "notes.longest_run.RECENT_DAYS": (7, "in the last 7 days, if above 10 %"),
    "notes.longest_run.YEAR_DAYS": (365, "the largest of the last 365 days"),
    "notes.muscle_change.LEAST_SETS": (3, "with 3 sets a week before or now"),
    "notes.muscle_change.LEAST_CHANGE": (log2(2), "if it is twofold or more"),
    "notes.muscle_change.LEAST_ERRORS": (6, "by more than 6 standard errors"),
    "notes.muscle_change.LEAST_SCATTER": (1, "the sample SD of the weeks before, at least 1 set"),
    "notes.muscles_left_out.LEAST_WEEKS": (6, "in the last 6 to 26 complete weeks"),
    "notes.muscles_left_out.LOOK_BACK": (26, "in the last 6 to 26 complete weeks"),
    "planning.filling.ADDED_SETS": ((2, 3), "is added, 2–3 × 8–12"),
    "planning.filling.ADDED_REPS": ((8, 12), "is added, 2–3 × 8–12"),
    "planning.filling.MOST_ADDED": (2, "For up to two lacking muscles"),
    "planning.filling.HELD_S": (30, "a hold in the place of repetitions is 30 s"),
    "planning.gaps.NEAR_H": (14 * 24, "a run more than 14 days away is none"),
    "planning.habits.WEEKS": (8, "in at least four of the last eight weeks"),
    "planning.habits.LEAST_WEEKS": (4, "in at least four of the last eight weeks"),
    "planning.habits.HALF_YEAR": (timedelta(weeks=26), "evening sessions of half a year"),
    "planning.habits.LEAST_SESSIONS": (3, "(three sessions at the least, each)"),
    "planning.lacking.LAST_WEEKS": (4, "the mean of the last four whole weeks"),
    "planning.placements.BETWEEN_LIFTS_H": (48, "never less than 48 h apart, from start to start"),
    "planning.week.DAYS": (7, "the fourteen half-days of a week"),
    "planning.week.DEFAULT_RUN_MINUTES": (60, "A run to come without a length takes 60 min"),
    "records.plausible.LONGEST_M": (120_000, "or longer than 120 km"),
    "session_load.bouts.LONGEST_TIMER_MIN": (240, "A lifting session of more than four hours"),
    "session_load.own_median.LEAST_LOGGED": (5, "from five logged ones on"),
    "session_load.own_median.DAYS": (90, "on the 90 days up to the bout"),
    "session_load.weekly.LEAST_LOGGED_SHARE": (0.7, "less than 70 % of the bouts are logged is withheld"),
    "spacing.gaps.WITHIN_DAYS": (14, "no such run within 14 days"),
    "spacing.gaps.DAY_MARK_H": (24, "24 h before a session is the article's"),
    "spacing.gaps.NEXT_RUN_MARK_H": (48, "24 and 48 h after one come from research"),
    "spacing.gaps.LONGEST_RUN_H": (6, "a run may have taken up to 6 h"),
    "spacing.summary.LEAST_PAIRS": (6, "fewer than six pairs: the list alone"),
    "strength.best_sets.MOST_REPS": (20, "of each number of reps up to 20"),
    "strength.change.SESSIONS_A_SIDE": (4, "compares the mean of the last four sessions"),
    "strength.change.SCATTERS": (1.5, "1.5 × the median absolute difference"),
    "strength.estimates.MOST_REPS": (10, "it is 1 to 10 reps and the least that it can be"),
    "strength.estimates.MOST_TO_FAILURE": (12, "from RPE 7 on and up to 12"),
    "strength.estimates.LEAST_RPE": (7, "from RPE 7 on and up to 12"),
    "strength.heavy_share.DAYS": (28, "Lower-body sets of 28 days"),
    "strength.heavy_share.HEAVY": (0.8, "a load of at least 80 % of the estimate"),
    "strength.heavy_share.LEAST_VALID": (8, "Printed only from 8 such sets on"),
    "strength.heavy_share.LEAST_RPE_SHARE": (0.7, "at least 70 % of the lower-body sets have a logged effort"),
    "strength.heavy_share.FEW_REPS": (6, "*sets of 1 to 6 reps* stands in its place"),
    "weeks.effort_minutes.LEAST_KNOWN": (0.7, "withheld below 70 % of all"),
    "weeks.longest_run.DAYS_BEFORE": (30, "longest run of the 30 days before"),
    "weeks.regularity.MIN_WEEKS": (8, "From 8 weeks and a mean above 0 on"),
    "weeks.streak.GRACE_WINDOW": (timedelta(weeks=4), "in any four consecutive calendar weeks"),
    "weeks.strength.SETS_OF_A_SESSION": (4, "A session counts from four hard sets on"),
    "weeks.strength.JOIN_WITHIN": (DAY / 8, "Logs less than 3 hours apart"),
    "your_week.still_open.OWN_WEEKS": (26, "trained it most in the last half year"),
    "your_week.usual.WEEKS": (8, "among the eight calendar weeks before"),
    "your_week.usual.LEAST": (3, "below three of them nothing is usual yet"),
}  # fmt: skip
# Where one bout may be compared with another at all, and what keeps an answer from being told too early: no rule of its own.
NOT_SAID = {
    "duplicates.strength_links.LONGEST",
    "duplicates.clocks.FARTHEST_ZONE_S",
    "duplicates.usual_shift.SAME_DAY",
    "leg_days.answer.LEAST_WITHIN",
    "leg_days.answer.MOST_REACH",
    "leg_days.block_bootstrap.SEED",
    "leg_days.equal_heart_rate.LEAST_RUNS",
    "spacing.nearest.NOBODY",
    "strength.change.MOST_LOGGED_OTHERWISE",
}


def numbers_of(module: str) -> set[str]:
    """The names with a number at the top of a module, without those that begin with an underscore."""
    of = importlib.import_module(f"lib.analysis.{module}")
    tree = ast.parse(Path(of.__file__).read_text("utf-8"))
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    names = {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
    return {f"{module}.{name}" for name in names if name.isupper() and name[0] != "_" and is_number(vars(of)[name])}


def is_number(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(is_number, value))
    return isinstance(value, int | float | timedelta | np.timedelta64)


def value_of(name: str) -> object:
    module, _, constant = name.rpartition(".")
    return getattr(importlib.import_module(f"lib.analysis.{module}"), constant)


@pytest.mark.parametrize("name", SAID)
def test_the_methods_say_the_number_of_the_code(name):
    value, words = SAID[name]
    assert value_of(name) == value
    assert words in METHODS


def test_no_number_of_the_code_is_left_out():
    modules = [
        each.name.removeprefix("lib.analysis.")
        for each in pkgutil.walk_packages(lib.analysis.__path__, "lib.analysis.")
    ]
    assert set().union(*map(numbers_of, modules)) == SAID.keys() | NOT_SAID

"""Quadriceps against hamstrings: formula, range, and when it is withheld."""

from dataclasses import replace
from datetime import date, timedelta
from math import log2

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.balance.drivers import drivers
from lib.analysis.balance.ratio import balance, balance_trend, log_ratio
from lib.analysis.balance.words import DEPENDS, balance_sentence, band_sentence, band_words, is_similar
from lib.analysis.weeks.lifting_log import lifting_log
from lib.catalog.credits import credit_table
from lib.catalog.resolve import resolve_names
from lib.model.conventions import DEFAULTS
from lib.model.frames.balance import BALANCE_TREND, DRIVERS
from lib.model.frames.counting import MUSCLE_SETS
from lib.model.frames.logs import SESSIONS, SETS
from lib.model.vocabulary import Muscle
from tests.analysis.frames import a_set, log_of, plan_of, sets_of

ON = date(2026, 10, 28)
SIMILAR = DEFAULTS.similar
# Four sessions, the first 23 days before the last: 24 days of coverage.
DAYS = ("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-28")


def log_with(plan, days=DAYS):
    return log_of(plan_of(plan, days))


def empty_log():
    return lifting_log(SETS.empty(), SESSIONS.empty(), resolve_names([]), credit_table())


@pytest.mark.parametrize(
    ("first", "second", "expected"), [(24, 18, 0.396), (6, 4.5, 0.348), (13, 0, 3.807), (0, 0, 0.0)]
)
def test_the_log_ratio_is_smoothed_by_one_set_on_each_side(first, second, expected):
    assert log_ratio(first, second) == pytest.approx(expected, abs=0.0005)


def test_swapping_the_muscles_turns_the_sign():
    log = log_with({"Leg Extension": 3, "Leg Curl": 2})
    there = balance(log, ON)
    back = balance(log, ON, first=Muscle.HAMSTRINGS, second=Muscle.QUADRICEPS)
    assert back.log2 == pytest.approx(-there.log2)


def test_a_month_of_legs_has_its_ratio_range_and_counts():
    found = balance(log_with({"Squat (Barbell)": 3, "Romanian Deadlift": 2, "Hip Thrust": 2}), ON)
    # hamstrings: 8 of the deadlifts, 4 of the hip thrusts (not strictly), 6 of the squats (permissively)
    assert (found.first, found.second, found.glutes) == (12.0, 12.0, 28.0)
    assert found.log2 == 0.0
    assert found.high == pytest.approx(np.log2(13 / 9))
    assert found.low == pytest.approx(np.log2(13 / 19))
    assert found.ratio == 1.0
    assert (found.from_date, found.to_date) == (date(2026, 10, 1), ON)
    assert (found.shown, found.reason, found.mapped_share) == (True, "", 1.0)
    assert (found.lower_sessions, found.covered_days) == (4, 24)


def test_the_ratio_is_the_smoothed_one_so_that_it_agrees_with_the_axis():
    found = balance(log_with({"Leg Extension": 6, "Leg Curl": 3}), ON)
    assert found.ratio == pytest.approx(25 / 13)


@pytest.mark.parametrize(
    ("plan", "days", "reason"),
    [
        ({"Leg Extension": 1, "Bench Press": 4}, DAYS, "Not enough quad and hamstring sets yet (4 of 8)"),
        ({"Leg Extension": 4}, DAYS, "16 quad sets, no hamstring sets"),
        ({"Leg Curl": 2}, DAYS, "no quad sets, 8 hamstring sets"),
        ({"Leg Extension": 4, "Leg Curl": 1}, DAYS[::3], "Not enough lower-body sessions yet (2 of 3)"),
        (
            {"Leg Extension": 4, "Leg Curl": 1},
            ("2026-10-09", "2026-10-12", "2026-10-28"),
            "The strength log covers 20 of these 28 days, 21 are needed",
        ),
        (
            {"Leg Extension": 4, "Leg Curl": 1, "Tuesday Thing": 1},
            DAYS,
            "83 % of the sets have a known exercise, 90 % are needed",
        ),
    ],
)
def test_a_ratio_on_too_little_is_withheld_with_a_plain_reason(plan, days, reason):
    found = balance(log_with(plan, days), ON)
    assert found.reason == reason
    assert (found.shown, found.ratio, found.log2, found.low, found.high) == (False, None, None, None, None)
    assert band_words(found, SIMILAR) == ""


@pytest.mark.parametrize(
    ("plan", "days"),
    [
        ({"Leg Extension": 1, "Leg Curl": 1}, DAYS),  # exactly 8 sets, no lower-body session
        ({"Leg Extension": 4, "Leg Curl": 1}, DAYS[1:]),  # exactly 3 sessions, 17 days
        ({"Leg Extension": 4, "Leg Curl": 1}, ("2026-10-08", "2026-10-12", "2026-10-28")),  # exactly 21 days
        ({"Leg Extension": 4, "Leg Curl": 5, "Tuesday Thing": 1}, DAYS),  # exactly 90 % mapped
    ],
)
def test_reason_and_flag_agree_at_the_borders(plan, days):
    log = log_with(plan, days)
    found = balance(log, ON)
    assert balance_trend(log, ON, ON)["shown"].tolist() == [found.shown]
    assert found.shown == (found.reason == "")


def test_exactly_21_days_and_exactly_90_percent_are_enough():
    assert balance(log_with({"Leg Extension": 4, "Leg Curl": 1}, ("2026-10-08", "2026-10-12", "2026-10-28")), ON).shown
    assert balance(log_with({"Leg Extension": 4, "Leg Curl": 5, "Tuesday Thing": 1}), ON).shown


def test_an_empty_log_has_no_ratio():
    found = balance(empty_log(), ON)
    assert found.reason == "Not enough quad and hamstring sets yet (0 of 8)"
    assert (found.mapped_share, found.covered_days) == (None, 0)


def test_the_window_has_its_first_and_last_day_and_nothing_else():
    log = log_with({"Leg Extension": 1}, ("2026-09-30", "2026-10-01", "2026-10-28", "2026-10-29"))
    assert balance(log, ON).first == 2.0


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"Leg Extension": 3, "Leg Curl": 3}, "similar"),
        ({"Leg Extension": 5, "Leg Curl": 3}, "more quad work"),
        ({"Leg Extension": 8, "Leg Curl": 3}, "mostly quad work"),
        ({"Leg Extension": 3, "Leg Curl": 5}, "more hamstring work"),
        ({"Leg Extension": 3, "Leg Curl": 8}, "mostly hamstring work"),
        # strictly 1.9, by default 1.3, permissively 0.8: the range crosses the border, the milder word wins
        ({"Squat (Barbell)": 6, "RDL": 3, "Hip Thrust": 3}, "similar"),
    ],
)
def test_a_balance_in_words(plan, words):
    assert band_words(balance(log_with(plan), ON), SIMILAR) == words


@pytest.mark.parametrize(
    ("plan", "band", "words"),
    [
        ({"Leg Extension": 5, "Leg Curl": 3}, (0.67, 1.75), "similar"),
        ({"Leg Extension": 5, "Leg Curl": 3}, (0.67, 1.2), "more quad work"),
        ({"Leg Extension": 8, "Leg Curl": 3}, (0.67, 4.0), "similar"),
        ({"Leg Extension": 8, "Leg Curl": 3}, (0.67, 2.2), "mostly quad work"),
        ({"Leg Extension": 3, "Leg Curl": 5}, (0.5, 1.5), "similar"),
        ({"Leg Extension": 3, "Leg Curl": 5}, (0.9, 5.0), "more hamstring work"),
    ],
)
def test_the_words_obey_a_band_of_ones_own(plan, band, words):
    assert band_words(balance(log_with(plan), ON), band) == words


def test_the_sentence_of_the_band_says_its_bounds():
    assert band_sentence(SIMILAR) == "Band: 0.67 to 1.5, a convention."
    assert band_sentence((0.5, 2.0)) == "Band: 0.5 to 2, a convention."


@example(0.7571768909980099, 2.0)  # its two logarithms, of math and of numpy, differ in the last bit
@given(st.floats(0.1, 0.99), st.floats(1.01, 10))
def test_the_borders_and_an_even_count_are_similar_and_what_lies_beyond_is_not(low, high):
    assert all(is_similar(np.log2(ratio), (low, high)) for ratio in (low, 1.0, high))
    assert not any(is_similar(np.log2(ratio), (low, high)) for ratio in (low * 0.99, high * 1.01))


@pytest.mark.parametrize(
    ("low", "middle", "high", "words"),
    [
        (0.7, 3.0, 13.0, DEPENDS),
        (0.7, 1.0, 13.0, DEPENDS),
        (1.48, 3.3, 3.3, DEPENDS),
        (0.6, 1.0, 1.6, DEPENDS),
        (0.05, 0.2, 1.4, DEPENDS),
        (0.8, 1.3, 2.0, "similar"),
        (1.6, 3.0, 3.0, "more quad work"),
        (3.0, 4.0, 13.0, "mostly quad work"),
        (1.6, 2.0, 2.0, "more quad work"),
        (2.001, 2.001, 2.001, "mostly quad work"),
        (0.5, 0.5, 0.5, "more hamstring work"),
        (0.499, 0.499, 0.499, "mostly hamstring work"),
        (0.55, 0.6, 0.9, "similar"),
        (0.3, 0.4, 0.6, "more hamstring work"),
        (1.6, 1.6, 2.5, "more quad work"),
    ],
)
def test_a_range_wider_than_one_band_depends_on_how_helpers_are_counted(low, middle, high, words):
    found = balance(log_with({"Leg Extension": 5, "Leg Curl": 3}), ON)
    assert band_words(replace(found, low=log2(low), log2=log2(middle), high=log2(high)), SIMILAR) == words


def test_a_wider_band_of_ones_own_takes_a_wide_range_in():
    found = replace(balance(log_with({"Leg Extension": 5, "Leg Curl": 3}), ON), low=log2(0.6), high=log2(1.6))
    assert band_words(found, (0.5, 1.7)) == "similar"


def test_a_range_across_the_outer_border_gets_the_milder_word():
    found = balance(log_with({"Leg Extension": 7, "RDL": 3, "Hip Thrust": 2}), ON)
    assert found.high > 1.0 > found.low > np.log2(1.5)
    assert band_words(found, SIMILAR) == "more quad work"


def test_the_sentence_says_what_was_done_and_how_far_attribution_moves_it():
    found = balance(log_with({"Squat (Barbell)": 6, "RDL": 3, "Hip Thrust": 3}), ON)
    assert balance_sentence(found) == (
        "In 28 days: 24 quad sets, 18 hamstring sets "
        "(1.3 : 1; 0.8–1.9 depending on how helpers are counted; 1–28 Oct 2026)."
    )


def test_the_sentence_of_a_withheld_balance_gives_the_reason_once():
    assert balance_sentence(balance(log_with({"Leg Extension": 4}), ON)) == (
        "In 28 days: 16 quad sets, no hamstring sets (1–28 Oct 2026)."
    )
    assert balance_sentence(balance(log_with({"Leg Extension": 1}), ON)) == (
        "In 28 days: 4 quad sets, no hamstring sets (1–28 Oct 2026). Not enough quad and hamstring sets yet (4 of 8)."
    )


def test_the_trend_steps_back_from_its_last_day():
    trend = BALANCE_TREND.check(balance_trend(log_with({"Leg Curl": 3}), date(2026, 10, 1), ON, step=7))
    assert trend["date"].dt.day.tolist() == [7, 14, 21, 28]


def test_the_trend_of_no_days_and_of_an_empty_log():
    assert BALANCE_TREND.check(balance_trend(empty_log(), ON, ON - timedelta(days=1))).empty
    trend = BALANCE_TREND.check(balance_trend(empty_log(), ON - timedelta(days=3), ON))
    assert trend["first"].tolist() == [0.0] * 4
    assert not trend["shown"].any()


def test_a_rest_of_rounding_is_not_taken_for_a_set():
    own = credit_table().assign(default=lambda table: table["default"].where(table["muscle"] != "hamstrings", 0.1))
    sets = plan_of({"Leg Extension": 4, "Leg Curl": 3}, ("2026-08-01", "2026-08-02", "2026-08-03", "2026-10-28"))
    sets = sets[~((sets["session_id"] == 4) & (sets["exercise_name"] == "Leg Curl"))]
    log = lifting_log(sets, SESSIONS.empty(), resolve_names(sets["exercise_name"]), own)
    assert balance_trend(log, date(2026, 8, 1), ON)["second"].iloc[-1] == 0.0


def test_drivers_are_the_exercises_of_a_muscle_with_the_most_sets_first():
    log = log_with({"Leg Extension": 1, "Squat (Barbell)": 2, "Sumo Deadlift": 1})
    quads = DRIVERS.check(drivers(log.muscle_sets, date(2026, 10, 6), ON, Muscle.QUADRICEPS))
    assert quads["exercise"].tolist() == ["squat_barbell", "leg_extension_machine", "sumo_deadlift"]
    assert quads["hard_sets"].tolist() == [6.0, 3.0, 3.0]
    assert quads["share"].sum() == 1.0
    hamstrings = drivers(log.muscle_sets, date(2026, 10, 6), ON, Muscle.HAMSTRINGS).set_index("exercise")
    assert hamstrings.loc["squat_barbell", ["hard_sets", "permissive", "rows"]].tolist() == [0.0, 3.0, 6]
    assert DRIVERS.check(drivers(MUSCLE_SETS.empty(), ON, ON, Muscle.CORE)).empty


LOGGED = st.builds(
    a_set,
    st.sampled_from(["Squat (Barbell)", "RDL", "Leg Curl", "Leg Extension", "Hip Thrust", "Odd", "Lunge (L)"]),
    session_id=st.integers(1, 9),
    kind=st.sampled_from(["working", "drop"]),
)
DAY_OF_SESSION = {number: str(date(2026, 9, 10) + timedelta(days=6 * number)) for number in range(1, 10)}


@given(st.lists(LOGGED, min_size=1, max_size=60), st.sampled_from([28, 84]))
@settings(max_examples=examples(25), deadline=None)
def test_the_trend_says_the_same_as_the_balance_of_each_day(rows, days):
    log = log_of(sets_of(*(row | {"local_date": DAY_OF_SESSION[row["session_id"]]} for row in rows)))
    trend = balance_trend(log, ON - timedelta(days=20), ON + timedelta(days=20), days, step=8)
    for row in trend.to_dict("records"):
        found = balance(log, row["date"].date(), days)
        assert (found.first, found.second, found.shown) == (row["first"], row["second"], row["shown"])
        for name in ("log2", "low", "high"):
            assert getattr(found, name) == (pytest.approx(row[name]) if found.shown else None)
        assert not found.shown or found.low <= found.log2 <= found.high


def test_a_warm_up_changes_nothing():
    sets = plan_of({"Leg Extension": 3, "Leg Curl": 2}, DAYS)
    warm = a_set("Leg Extension", kind="warm_up", session_id=1)
    assert balance(log_of(sets), ON) == balance(log_of(sets_of(warm, *sets.to_dict("records"))), ON)


def test_the_order_of_the_sets_does_not_matter():
    sets = plan_of({"Leg Extension": 3, "Leg Curl": 2}, DAYS)
    straight, reverse = log_of(sets), log_of(sets.iloc[::-1])
    pd.testing.assert_frame_equal(balance_trend(straight, ON, ON), balance_trend(reverse, ON, ON))

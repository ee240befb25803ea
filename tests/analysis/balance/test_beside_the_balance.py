"""What stands beside the balance: evening out, hip extension, left and right, pushing and pulling, calves."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.balance.evening_out import are_alike, evening_out, smaller_side
from lib.analysis.balance.hip_extension import hip_extension
from lib.analysis.balance.left_right import left_right
from lib.analysis.balance.push_pull import calf_weeks, push_pull
from lib.analysis.balance.ratio import balance
from lib.analysis.muscles.weekly_sets import weekly_sets
from lib.catalog.credits import credit_table
from lib.model.conventions import DEFAULTS
from lib.model.frames.balance import EVENING_OUT, HIP_EXTENSION, LEFT_RIGHT
from lib.model.vocabulary import Bias, Muscle
from tests.analysis.frames import a_set, log_of, names_of, plan_of, sets_of

ON = date(2026, 10, 28)
DAYS = ("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-28")
FROM = date(2026, 10, 1)
EXERCISES = ("Squat (Barbell)", "Romanian Deadlift (Barbell)", "Lying Leg Curl (Machine)", "Hip Thrust (Barbell)")


def even(plan, days=DAYS, on=ON, band=DEFAULTS.similar):
    log = log_of(plan_of(plan, days))
    return evening_out(balance(log, on), log.muscle_sets, credit_table(), band)


def test_more_sets_of_an_own_exercise_make_the_counts_even():
    # 16 quad sets, 4 hamstring sets.
    found = even({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 1})
    assert found["exercise"].tolist() == ["lying_leg_curl_machine"]
    row = found.iloc[0]
    assert (row["gain"], row["sets_more"], row["a_week"]) == (1.0, 12.0, 3.0)
    assert row["low"] <= row["sets_more"] <= row["high"]


def test_what_gives_most_comes_first_and_of_equals_what_was_done_most():
    found = even(
        {
            "Squat (Barbell)": 12,
            "Seated Leg Curl (Machine)": 1,
            "Lying Leg Curl (Machine)": 2,
        }
    )
    gains = found["gain"].tolist()
    assert gains == sorted(gains, reverse=True)
    assert found["exercise"].tolist()[:2] == ["lying_leg_curl_machine", "seated_leg_curl_machine"]
    assert len(found) <= 3


def test_only_exercises_of_the_last_year_are_offered():
    log = log_of(plan_of({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 1}, ("2025-01-06", *DAYS)))
    squats = log_of(plan_of({"Squat (Barbell)": 4}, DAYS))
    assert evening_out(balance(squats, ON), squats.muscle_sets, credit_table(), DEFAULTS.similar).empty
    assert not evening_out(balance(log, ON), log.muscle_sets, credit_table(), DEFAULTS.similar).empty


def test_similar_counts_need_nothing():
    assert even({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 4}).empty
    assert even({"Squat (Barbell)": 5, "Lying Leg Curl (Machine)": 4}).empty
    assert not even({"Squat (Barbell)": 5, "Lying Leg Curl (Machine)": 4}, band=(0.9, 1.1)).empty
    assert even({"Squat (Barbell)": 8, "Lying Leg Curl (Machine)": 4}, band=(0.5, 2.5)).empty


def test_the_side_with_fewer_sets_is_named():
    log = log_of(plan_of({"Squat (Barbell)": 1, "Lying Leg Curl (Machine)": 6}, DAYS))
    assert smaller_side(balance(log, ON)) is Muscle.QUADRICEPS


@given(plan=st.dictionaries(st.sampled_from(EXERCISES), st.integers(1, 6), min_size=1))
@settings(deadline=None, max_examples=examples(15))
def test_the_sets_that_are_named_do_even_the_counts(plan):
    log = log_of(plan_of(plan, DAYS))
    now, table = balance(log, ON), credit_table()
    found = evening_out(now, log.muscle_sets, table, DEFAULTS.similar)
    EVENING_OUT.check(found)
    sides = {muscle: table[table["muscle"] == muscle].set_index("exercise")["default"] for muscle in Muscle}
    for row in found.to_dict("records"):
        greater = Muscle.QUADRICEPS if smaller_side(now) is Muscle.HAMSTRINGS else Muscle.HAMSTRINGS
        counts = {now.first_muscle: now.first, now.second_muscle: now.second}
        gap = counts[greater] - counts[smaller_side(now)]
        gain = sides[smaller_side(now)].get(row["exercise"], 0) - sides[greater].get(row["exercise"], 0)
        assert row["sets_more"] * gain >= gap > (row["sets_more"] - 1) * gain


def test_hip_extension_is_divided_by_what_an_exercise_favours():
    sets = plan_of({"Hip Thrust (Barbell)": 3, "Romanian Deadlift (Barbell)": 2, "Hamstring Bridge": 1}, DAYS)
    found = hip_extension(log_of(sets).counted, names_of(sets), credit_table(), FROM, ON)
    HIP_EXTENSION.check(found.rows)
    assert [found.of(bias) for bias in Bias] == [12.0, 8.0, 4.0]
    assert [found.shares[bias].value for bias in Bias] == pytest.approx([12 / 24, 8 / 24, 4 / 24])
    assert all(each.low <= each.value <= each.high for each in found.shares.values())


def test_romanian_deadlifts_credit_both_alike_and_favour_neither():
    sets = plan_of({"Romanian Deadlift (Barbell)": 3}, DAYS)
    found = hip_extension(log_of(sets).counted, names_of(sets), credit_table(), FROM, ON)
    assert found.shares[Bias.BOTH].value == 1.0
    assert found.shares[Bias.GLUTES].value == found.shares[Bias.HAMSTRINGS].value == 0.0


def test_squats_and_leg_curls_are_no_hip_extension():
    sets = plan_of({"Squat (Barbell)": 3, "Lying Leg Curl (Machine)": 3}, DAYS)
    found = hip_extension(log_of(sets).counted, names_of(sets), credit_table(), FROM, ON)
    assert (found.rows.empty, found.sets, found.shares) == (True, 0.0, {})


def test_few_hip_extension_sets_have_counts_and_no_share():
    sets = plan_of({"Hip Thrust (Barbell)": 1}, DAYS)
    found = hip_extension(log_of(sets).counted, names_of(sets), credit_table(), FROM, ON)
    assert (found.sets, found.shares) == (4.0, {})


def test_eight_hip_extension_sets_are_enough_for_a_share():
    sets = plan_of({"Hip Thrust (Barbell)": 2}, DAYS)
    found = hip_extension(log_of(sets).counted, names_of(sets), credit_table(), FROM, ON)
    assert (found.sets, found.shares[Bias.GLUTES].value) == (8.0, 1.0)
    sets = plan_of({"Hip Thrust (Barbell)": 7}, DAYS[:1])
    assert hip_extension(log_of(sets).counted, names_of(sets), credit_table(), FROM, ON).shares == {}


def test_a_share_of_hip_extension_ranges_over_the_ways_to_count_helpers():
    credit = credit_table()
    thrust = (credit["exercise"] == "hip_thrust_barbell") & (credit["muscle"] == "hamstrings")
    if not thrust.any():
        credit = pd.concat(
            [credit, credit[credit["exercise"] == "hip_thrust_barbell"].head(1).assign(muscle="hamstrings")]
        )
        thrust = (credit["exercise"] == "hip_thrust_barbell") & (credit["muscle"] == "hamstrings")
    credit.loc[thrust, ["default", "strict", "permissive"]] = [0.5, 0.0, 1.0]
    sets = plan_of({"Hip Thrust (Barbell)": 3, "Romanian Deadlift (Barbell)": 1}, DAYS)
    found = hip_extension(log_of(sets).counted, names_of(sets), credit, FROM, ON)
    assert found.shares[Bias.GLUTES] == (0.75, 0.0, 0.75)
    assert found.shares[Bias.BOTH].high == 1.0


def evening_log(first_day):
    days = (first_day, *DAYS)
    sets = plan_of({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 1}, days)
    return log_of(sets[~((sets["exercise_name"] == "Lying Leg Curl (Machine)") & (sets["local_date"] > first_day))])


@pytest.mark.parametrize(("day", "offered"), [("2025-10-29", 1), ("2025-10-28", 0)])
def test_an_exercise_of_365_days_is_offered_and_one_of_a_day_before_is_not(day, offered):
    log = evening_log(day)
    assert len(evening_out(balance(log, ON), log.muscle_sets, credit_table(), DEFAULTS.similar)) == offered


def test_three_exercises_are_offered_at_most():
    curls = ("Lying Leg Curl (Machine)", "Seated Leg Curl (Machine)", "Standing Leg Curls", "Nordic Hamstring Curl")
    assert len(even({"Squat (Barbell)": 12, **dict.fromkeys(curls, 1)})) == 3


@pytest.mark.parametrize(
    ("first", "second", "alike"), [(10.0, 9.5, True), (10.0, 9.0, False), (9.0, 10.0, False), (9.5, 10.0, True)]
)
def test_counts_are_alike_where_they_differ_by_less_than_a_set(first, second, alike):
    shown = balance(log_of(plan_of({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 1}, DAYS)), ON)
    found = replace(shown, first=first, second=second)
    assert are_alike(found, DEFAULTS.similar) == alike


def test_the_side_with_fewer_sets_is_the_second_one_of_equals():
    shown = balance(log_of(plan_of({"Squat (Barbell)": 4, "Lying Leg Curl (Machine)": 1}, DAYS)), ON)
    assert smaller_side(replace(shown, first=4.0, second=4.0)) is Muscle.HAMSTRINGS
    assert smaller_side(replace(shown, first=3.5, second=4.0)) is Muscle.QUADRICEPS


def test_exactly_ten_pairs_have_an_index():
    found = left_right(log_of(sets_of(*sided(10, 14))).counted, FROM, ON)
    assert (found.pairs, found.index) == (10, pytest.approx(100 * -4 / 24))


def sided(left, right, name="Leg Curl"):
    rows = [a_set(name, side="left", reps=8.0) for _ in range(left)]
    return [*rows, *(a_set(name, side="right", reps=6.0) for _ in range(right))]


def test_left_and_right_are_counted_by_exercise_and_compared_from_ten_pairs_on():
    found = left_right(log_of(sets_of(*sided(12, 10))).counted, FROM, ON)
    LEFT_RIGHT.check(found.rows)
    row = found.rows.iloc[0]
    assert (row["left_sets"], row["right_sets"], row["left_reps"], row["right_reps"]) == (12, 10, 96, 60)
    assert (found.pairs, found.index) == (10, pytest.approx(100 * 2 / 22))


def test_nine_pairs_give_counts_and_no_index():
    found = left_right(log_of(sets_of(*sided(9, 9))).counted, FROM, ON)
    assert (found.pairs, found.index, len(found.rows)) == (9, None, 1)


def test_a_log_without_sides_has_no_rows():
    found = left_right(log_of(sets_of(a_set())).counted, FROM, ON)
    assert (found.rows.empty, found.pairs, found.index) == (True, 0, None)


def test_names_that_are_not_mapped_stand_for_themselves():
    rows = [*sided(1, 1, "Zzqx thing"), *sided(1, 0, "Yyqx thing")]
    assert left_right(log_of(sets_of(*rows)).counted, FROM, ON).rows["exercise"].tolist() == [
        "Zzqx thing",
        "Yyqx thing",
    ]


def test_pushing_and_pulling_sets_are_counted_whole():
    sets = plan_of({"Bench Press (Barbell)": 3, "Overhead Press (Barbell)": 2, "Pull Up": 4, "Squat (Barbell)": 5})
    found = push_pull(log_of(sets).counted, names_of(sets), FROM, ON)
    assert (found.push, found.pull) == (5.0, 4.0)


def to_the_end_of_its_week(periods):
    return periods.assign(
        last_day=periods["last_day"] + pd.to_timedelta(6 - periods["last_day"].dt.day_of_week, unit="D")
    )


def test_calf_weeks_count_complete_weeks_with_a_set():
    log = log_of(plan_of({"Standing Calf Raise (Machine)": 2, "Squat (Barbell)": 1}, DAYS[:2]))
    weekly = weekly_sets(log.muscle_sets, to_the_end_of_its_week(log.periods), date(2026, 10, 19))
    found = calf_weeks(weekly, log.muscle_sets)
    assert (found.with_calves, found.weeks, found.mean, found.direct) == (2, 2, 2.0, 2.0)


def a_week_of_calves(start, hard_sets, muscle="calves", complete=True):
    return {"week_start": pd.Timestamp(start), "muscle": muscle, "hard_sets": hard_sets, "complete": complete}


def test_a_week_has_calves_from_one_set_on_and_weeks_that_nobody_knows_or_that_go_on_are_left_out():
    weekly = pd.DataFrame(
        [
            a_week_of_calves("2026-09-28", 50.0),
            a_week_of_calves("2026-10-05", 1.0),
            a_week_of_calves("2026-10-05", 9.0, muscle="glutes"),
            a_week_of_calves("2026-10-12", 0.5),
            a_week_of_calves("2026-10-19", 3.0),
            a_week_of_calves("2026-10-26", float("nan")),
            a_week_of_calves("2026-11-02", 9.0, complete=False),
        ]
    )
    days = ("2026-10-04", "2026-10-05", "2026-10-25", "2026-10-26")
    log = log_of(plan_of({"Standing Calf Raise (Machine)": 3, "Squat (Barbell)": 1}, days))
    found = calf_weeks(weekly, log.muscle_sets, weeks=3)
    assert (found.with_calves, found.weeks, found.mean, found.direct) == (2, 3, 1.5, 2.0)


def test_calf_weeks_are_the_last_twelve():
    weeks = pd.date_range("2026-06-01", periods=13, freq="7D")
    weekly = pd.DataFrame([a_week_of_calves(start, 2.0) for start in weeks])
    assert calf_weeks(weekly, log_of(sets_of(a_set())).muscle_sets).weeks == 12


def test_calf_weeks_of_no_log_are_not_zero():
    log = log_of(sets_of(a_set()))
    weekly = weekly_sets(log.muscle_sets.iloc[:0], log.periods.iloc[:0], ON)
    found = calf_weeks(weekly, log.muscle_sets)
    assert found.weeks == 0
    assert np.isnan(found.mean)
    assert pd.isna(found.direct)

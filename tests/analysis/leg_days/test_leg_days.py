"""Do leg days slow my runs? The answer, and whether its interval holds the truth."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from long_runs import amount

from benchmarks.leg_day_runners import a_runner, coverage
from lib.analysis.leg_days.answer import AfterLegs, leg_days
from lib.analysis.leg_days.block_bootstrap import _draws, _reach, slopes
from lib.analysis.leg_days.equal_heart_rate import (
    LEAST_SLOPE,
    MOST_SLOPE,
    at_equal_heart_rate,
    cost_of_running,
    less_window_means,
    slope,
    windows_of,
)
from lib.model.frames.progress import COST_OF_RUNNING, EASY_RUNS
from lib.model.vocabulary import LegDayWord


def runs_of(days_since, pace_s, every=2, rate=140.0):
    count = len(days_since)
    return EASY_RUNS.make(
        {
            "activity_id": range(count),
            "local_date": pd.date_range("2025-01-06", periods=count, freq=f"{every}D", unit="us"),
            "days_since": days_since,
            "pace_s": pace_s,
            "heart_rate_bpm": rate,
            "climb": [float("nan")] * count,
            "distance_m": [10_000.0] * count,
            "after_hard": [False] * count,
        }
    )


def a_plain_log(slower, count=240):
    """Every fourth run a day after legs, every fourth two days after."""
    dice = np.random.default_rng(3)
    since = np.tile([1, 2, 3, 4], count // 4)
    return runs_of(since, 330 * np.where(since == 1, slower, 1) * np.exp(dice.normal(0, 0.01, count)))


def test_a_log_with_slower_runs_after_leg_days_says_so():
    first, second = leg_days(a_plain_log(1.04)).after
    assert first.word is LegDayWord.SLOWER
    assert first.low < 0.04 < first.high
    assert (first.runs, second.word) == (60, LegDayWord.NOT_TOLD)


def test_a_log_without_an_effect_cannot_tell():
    assert [each.word for each in leg_days(a_plain_log(1.0)).after] == [LegDayWord.NOT_TOLD] * 2


def test_the_answer_is_always_the_same():
    log = a_plain_log(1.02)
    assert leg_days(log) == leg_days(log)


def test_below_20_runs_a_group_nothing_is_told_but_how_many_there_are():
    log = a_plain_log(1.04, 76)
    found = leg_days(log)
    assert [(each.runs, each.share, each.word) for each in found.after] == [(19, None, LegDayWord.TOO_FEW)] * 2
    assert found.later == 38
    assert leg_days(EASY_RUNS.empty()).pace_s is None


def test_runs_of_one_season_are_not_compared_with_those_of_another():
    log = runs_of([1] * 60 + [3] * 60, [350.0] * 60 + [330.0] * 60, every=3)
    assert leg_days(log).after[0].word is LegDayWord.TOO_FEW


def test_runs_on_the_day_itself_and_long_after_are_not_compared():
    log = a_plain_log(1.04)
    more = pd.concat([log, log.assign(days_since=0, pace_s=400.0), log.assign(days_since=-1, pace_s=200.0)])
    assert leg_days(EASY_RUNS.make(more.sort_values("local_date", ignore_index=True))) == leg_days(log)


def test_a_faster_runner_of_the_same_shape_has_the_same_answer():
    log = a_plain_log(1.03)
    one, other = leg_days(log).after[0], leg_days(log.assign(pace_s=log["pace_s"] * 0.8)).after[0]
    assert (one.share, one.low, one.high) == pytest.approx((other.share, other.low, other.high))


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [
        (0.001, 0.02, LegDayWord.SLOWER),
        (0.0, 0.02, LegDayWord.NOT_TOLD),
        (-0.02, 0.0, LegDayWord.NOT_TOLD),
        (-0.02, -0.001, LegDayWord.FASTER),
        (None, 0.02, LegDayWord.TOO_FEW),
        (0.001, None, LegDayWord.TOO_FEW),
    ],
)
def test_an_interval_that_touches_zero_tells_nothing(low, high, word):
    assert AfterLegs(1, 20, 0.0, low, high).word is word


def test_what_is_compared_is_told_beside_the_answer():
    found = leg_days(runs_of([0, 1, 3, 2, -1], [400.0, 330.0, 340.0, 350.0, 300.0], rate=[150.0, 140, 141, 145, 120]))
    assert [(each.days, each.runs) for each in found.after] == [(1, 1), (2, 1)]
    assert (found.later, found.pace_s, found.heart_rate_bpm) == (1, 340.0, 141.0)
    assert (found.first_day, found.last_day) == (date(2025, 1, 8), date(2025, 1, 12))
    nothing = leg_days(runs_of([0, 0, -1], [400.0, 330.0, 340.0]))
    assert (nothing.later, nothing.pace_s, nothing.first_day) == (0, None, None)


def in_windows(*windows):
    """Windows of 28 days with (runs a day after legs, later runs), at nearly one pace."""
    days = [[1] * after + [3] * later for after, later in windows]
    starts = [28 * number + place for number, each in enumerate(days) for place in range(len(each))]
    since = [each for window in days for each in window]
    log = runs_of(since, 330.0 * np.exp(np.random.default_rng(3).normal(0, 0.01, len(since))))
    return log.assign(local_date=pd.Timestamp("2025-01-06") + pd.to_timedelta(starts, unit="D"))


@pytest.mark.parametrize(
    ("windows", "told"),
    [
        ([(1, 1)] * 10 + [(10, 0), (0, 10)], True),
        ([(1, 1)] * 9 + [(11, 0), (0, 11)], False),  # 4.5 runs' worth within windows
        ([(1, 1)] * 10 + [(9, 0), (0, 10)], False),  # 19 runs a day after
        ([(1, 1)] * 10 + [(10, 0), (0, 9)], False),  # 19 later ones
        ([(4, 4)] * 6, True),
        ([(5, 5)] * 5, False),
    ],
)
def test_an_answer_needs_six_windows_twenty_runs_of_a_kind_and_five_runs_worth_of_difference_within_windows(
    windows, told
):
    assert (leg_days(in_windows(*windows)).after[0].share is not None) == told


def test_a_beat_is_worth_what_both_spreads_say_within_bounds():
    dice, windows = np.random.default_rng(1), np.zeros(500, dtype=np.intp)
    rate = dice.normal(140, 6, 500)
    assert slope(-0.011 * rate, rate, windows) == pytest.approx(0.011)
    assert slope(-0.03 * rate, rate, windows) == MOST_SLOPE
    assert slope(np.full(500, 5.8), rate, windows) == LEAST_SLOPE
    assert LEAST_SLOPE < slope(dice.normal(5.8, 0.1, 500), np.full(500, 140.0), windows) < MOST_SLOPE


def test_at_equal_heart_rate_a_harder_run_is_slower_than_it_was():
    log = runs_of([3, 3, 3], [330.0, 330.0, 330.0], rate=[130.0, 140.0, 150.0])
    easy, usual, hard = np.exp(at_equal_heart_rate(log))
    assert easy < usual < hard
    assert usual == pytest.approx(330)


def test_the_cost_of_running_is_a_row_every_28_days_and_empty_where_there_are_too_few_runs():
    log = EASY_RUNS.make(a_plain_log(1.0).assign(pace_s=330.0))
    gap = log[(log["activity_id"] < 14) | (log["activity_id"] >= 41)].reset_index(drop=True)
    found = COST_OF_RUNNING.check(cost_of_running(gap))
    assert found["runs"].iloc[:3].tolist() == [14, 0, 1]
    assert found["pace_s"].notna().iloc[:4].tolist() == [True, False, False, True]
    assert found["pace_s"].iloc[0] == pytest.approx(330)
    assert cost_of_running(EASY_RUNS.empty()).empty


def on_days_of(days, pace=330.0):
    log = runs_of([3] * len(days), [pace] * len(days))
    return log.assign(local_date=pd.Timestamp("2025-01-06") + pd.to_timedelta(days, unit="D"))


def test_windows_are_28_days_from_the_first_run_on_numbered_without_empty_ones():
    assert windows_of(on_days_of([0, 27, 28, 55, 56, 140])).tolist() == [0, 0, 1, 1, 2, 3]
    assert windows_of(EASY_RUNS.empty()).tolist() == []


def test_a_window_has_a_cost_of_running_from_three_runs_on_and_its_days():
    found = cost_of_running(on_days_of([0, 1, 28, 29, 30, 84]))
    assert found["runs"].tolist() == [2, 3, 0, 1]
    assert found["pace_s"].notna().tolist() == [False, True, False, False]
    assert [str(day.date()) for day in found.iloc[1][["first_day", "last_day"]]] == ["2025-02-03", "2025-03-02"]


def test_what_is_left_of_a_window_has_no_mean():
    values, windows = np.array([[1.0, 10.0], [3.0, 10.0], [5.0, 40.0]]), np.array([0, 0, 1])
    assert less_window_means(values, windows).tolist() == [[-1, 0], [1, 0], [0, 0]]
    assert less_window_means(values[:, 0], windows).tolist() == [-1, 1, 0]


def test_a_beat_is_worth_0_9_to_1_3_percent_and_1_1_where_nothing_tells():
    rate, windows = np.array([138.0, 142.0]), np.zeros(2, dtype=np.intp)
    assert slope(-0.0091 * rate, rate, windows) == pytest.approx(0.0091)
    assert slope(-0.0129 * rate, rate, windows) == pytest.approx(0.0129)
    assert slope(-0.0089 * rate, rate, windows) == 0.009
    assert slope(-0.0131 * rate, rate, windows) == 0.013
    assert slope(rate, np.full(2, 140.0), windows) == pytest.approx(0.011)


def test_the_slopes_of_a_bootstrap_are_those_of_least_squares_with_an_interval_around_them():
    dice = np.random.default_rng(2)
    columns, blocks = dice.normal(0, 1, (200, 3)), np.repeat(np.arange(20), 10)
    outcome = columns @ [0.5, -0.2, 3.0] + dice.normal(0, 0.1, 200)
    found = slopes(columns, outcome, blocks, 2)
    exact = np.linalg.lstsq(columns, outcome, rcond=None)[0]
    assert found.value == pytest.approx(exact[:2], abs=1e-8)
    assert found.reach == pytest.approx([0.014, 0.014], abs=0.006)
    assert slopes(columns, 2 * outcome, blocks, 2).reach == pytest.approx(2 * found.reach)
    nothing = slopes(columns * [1.0, 0.0, 1.0], outcome, blocks, 2)
    assert (nothing.value[1], nothing.reach[1]) == (0.0, np.inf)


def test_the_reach_is_the_95th_percentile_of_2000_draws_of_as_many_blocks_as_there_are():
    assert _reach(np.arange(101.0)) == 95.0
    assert _reach(np.array([np.nan, np.inf, 3.0])) == 3.0
    assert _reach(np.array([np.nan])) == np.inf
    drawn = _draws(7)
    assert drawn.shape == (2000, 7)
    assert (drawn.sum(axis=1) == 7).all()
    assert (drawn == _draws(7)).all()


@pytest.mark.long
def test_the_interval_holds_the_truth_of_simulated_runners():
    rows = coverage(amount(whole=2000, small=40))
    held = rows["held"].mean()
    assert amount(whole=0.92, small=0.84) <= held <= amount(whole=0.98, small=1.0)
    told = rows.loc[~rows["effect"], "word"] != "cannot be told"
    assert told.mean() <= amount(whole=0.08, small=0.2)


def test_the_simulated_runners_have_what_they_are_said_to_have():
    with_effect, without = a_runner(4, effect=True), a_runner(4, effect=False)
    assert with_effect.truth[0] > with_effect.truth[1] > 0.0 == max(without.truth)
    assert len(with_effect.runs) > 20

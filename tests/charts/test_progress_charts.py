"""Figures of a lift, of session loads, of runs after leg days, and of what running costs."""

import pandas as pd
import pytest

from lib.charts import cost_of_running, leg_days, lift, session_load
from lib.charts.look.theme import Look
from lib.model.frames.progress import COST_OF_RUNNING, SESSION_BESTS, WEEKLY_SESSION_LOADS
from lib.model.vocabulary import DistanceUnit, WeightUnit

NAN = float("nan")
LOOKS = [Look(), Look(dark=True, narrow=True)]


def bests(count=6):
    days = pd.date_range("2026-01-05", periods=count, freq="7D", unit="us")
    loads = [80.0 + at for at in range(count)]
    rows = {"exercise": "squat_barbell", "session_id": range(count), "local_date": days, "reps": 5.0, "load_kg": loads}
    flags = [at % 2 == 0 for at in range(count)]
    return SESSION_BESTS.make(
        pd.DataFrame({**rows, "set_rpe": NAN, "e1rm_kg": loads, "at_least": flags, "best_28_kg": loads})
    )


def weeks(**given):
    starts = pd.date_range("2026-08-31", periods=4, freq="7D", unit="us")
    row = {
        "running": [200.0, 0.0, 300.0, NAN],
        "lifting": [100.0, NAN, 250.0, NAN],
        "sum": [300.0, NAN, 550.0, NAN],
        "logged": [3.0, 0.0, 1.0, 0.0],
        "estimated": [0.0, 0.0, 2.0, 0.0],
        "missing": [0.0, 1.0, 1.0, 0.0],
        "logged_share": [1.0, 0.0, 0.25, NAN],
        "usual": [NAN, NAN, NAN, NAN],
        "complete": [True, True, True, True],
    }
    return WEEKLY_SESSION_LOADS.make({"week_start": starts, **(row | given)})


def traces(fig):
    return {trace.name: trace for trace in fig.data}


@pytest.mark.parametrize("look", LOOKS)
def test_a_lift_is_drawn_in_the_persons_unit_with_what_is_at_least_hollow(look):
    drawn = traces(lift.lift(bests(), scatter_kg=2.0, unit=WeightUnit.POUND, look=look))
    assert set(drawn) == {"estimate", "at least", "mean of four", "scatter"}
    assert drawn["estimate"].y[0] == pytest.approx(81 / 0.45359237)
    assert drawn["at least"].marker.color != drawn["estimate"].marker.color
    assert drawn["mean of four"].y[3] == pytest.approx((80 + 81 + 82 + 83) / 4 / 0.45359237)


def test_a_lift_of_few_sessions_has_no_scatter_and_none_says_so():
    assert "scatter" not in traces(lift.lift(bests(3), scatter_kg=NAN, unit=WeightUnit.KG, look=Look()))
    nothing = SESSION_BESTS.empty()
    assert not lift.lift(nothing, scatter_kg=NAN, unit=WeightUnit.KG, look=Look()).data
    assert lift.text_alternative(nothing, WeightUnit.KG) == lift.NOTHING


def test_the_words_of_a_lift_name_first_highest_and_last():
    assert lift.text_alternative(bests(), WeightUnit.KG) == (
        "6 sessions from 5 January 2026 to 9 February 2026: the first at least 80.0 kg, the highest 85.0 kg, the last 85.0 kg."
    )


@pytest.mark.parametrize("look", LOOKS)
def test_weeks_of_load_are_stacked_light_where_little_is_logged_and_hatched_where_nothing_is_known(look):
    drawn = traces(session_load.weekly_bars(weeks(), least_share=0.7, look=look))
    assert drawn["Runs"].y.tolist() == [200, 0, 300]
    assert drawn["Lifting"].y.tolist() == [100, 250]
    assert list(drawn["Runs"].marker.opacity) == [1.0, 0.45, 0.45]
    assert len(drawn["not known"].x) == 1
    assert drawn["Lifting"].text[1].endswith("1 logged, 2 estimated, 1 missing")


def test_a_usual_is_drawn_where_there_is_one_and_no_load_says_what_it_takes():
    assert "usual" in traces(
        session_load.weekly_bars(weeks(usual=[NAN, NAN, 400.0, NAN]), least_share=0.7, look=Look())
    )
    unknown = weeks(running=[NAN] * 4, lifting=[NAN] * 4)
    assert not session_load.weekly_bars(unknown, least_share=0.7, look=Look()).data
    assert session_load.text_alternative(unknown) == session_load.NOTHING
    assert "runs 300 in the week of 14 September 2026" in session_load.text_alternative(weeks())


def test_runs_after_leg_days_have_their_interval_around_no_difference():
    rows = pd.DataFrame(
        {"label": ["day after", "two days"], "percent": [2.0, NAN], "low": [0.5, NAN], "high": [3.5, NAN]}
    )
    [dots] = leg_days.intervals(rows, look=Look()).data
    assert (dots.x.tolist(), dots.error_x.array.tolist(), dots.error_x.arrayminus.tolist()) == ([2.0], [1.5], [1.5])
    assert leg_days.text_alternative(rows).count("slower") == 1
    none = rows.assign(percent=NAN)
    assert not leg_days.intervals(none, look=Look()).data
    assert leg_days.text_alternative(none) == leg_days.NOTHING


@pytest.mark.parametrize("unit", list(DistanceUnit))
def test_what_running_costs_is_drawn_faster_upwards_with_gaps(unit):
    days = pd.date_range("2026-01-01", periods=3, freq="28D", unit="us")
    cost = COST_OF_RUNNING.make(
        {"first_day": days, "last_day": days + pd.Timedelta(days=27), "pace_s": [330.0, NAN, 320.0], "runs": [5, 1, 4]}
    )
    fig = cost_of_running.pace_line(cost, unit=unit, look=Look())
    assert fig.layout.yaxis.range[0] > fig.layout.yaxis.range[1]
    assert pd.isna(fig.data[0].y[1])
    said = "5:30 /km" if unit is DistanceUnit.KM else "8:51 /mi"
    assert said in cost_of_running.text_alternative(cost, unit)
    assert cost_of_running.text_alternative(COST_OF_RUNNING.empty(), unit) == cost_of_running.NOTHING
    assert not cost_of_running.pace_line(COST_OF_RUNNING.empty(), unit=unit, look=Look()).data

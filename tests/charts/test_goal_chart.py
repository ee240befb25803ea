"""Goal strips and the typical week."""

import pandas as pd
import pytest

from lib.charts import goals, typical
from lib.charts.look.theme import Look
from lib.model.frames.weeks import GOAL_WEEKS
from lib.model.vocabulary import DistanceUnit
from tests.charts.chart_frames import goal_weeks

NAN = float("nan")


def drawn(frame, unit=DistanceUnit.KM):
    fig = goals.goal_strips(frame, unit=unit, look=Look())
    return fig, {each.name: each for each in fig.data}


def test_a_full_bar_is_a_met_week_and_more_is_not_fuller():
    frame = goal_weeks()
    _, traces = drawn(frame)
    kept = frame[frame["counted"] | ~frame["complete"]]
    expected = (kept["done"] / kept["target"]).clip(upper=1) * 0.62
    assert list(traces["runs"].y) == pytest.approx(list(expected))
    assert max(traces["runs"].y) == pytest.approx(0.62)


def test_planned_breaks_are_hatched_and_have_no_bar():
    frame = goal_weeks()
    _, traces = drawn(frame)
    out = frame[~frame["counted"] & frame["complete"]]["week_start"].dt.strftime("%Y-%m-%d")
    assert list(traces["runs not counted"].customdata) == list(out)
    assert not set(out) & set(traces["runs"].customdata)


def test_the_unfinished_week_is_the_lightest():
    _, traces = drawn(goal_weeks())
    opacity = list(traces["runs"].marker.opacity)
    assert opacity[-1] == min(opacity)


def test_running_and_lifting_goals_keep_their_colours():
    both = pd.concat([goal_weeks(), goal_weeks(kind="sessions", target=2.0)], ignore_index=True)
    fig, traces = drawn(both)
    assert traces["runs"].marker.color != traces["sessions"].marker.color
    target = f"{both['target'].iloc[0]:g}"
    assert {f"Runs, at least {target}", "Strength sessions, at least 2"} <= {
        note.text for note in fig.layout.annotations
    }


def test_a_distance_goal_is_said_in_the_persons_unit():
    frame = goal_weeks(kind="distance_m", target=16093.44).assign(done=8046.72)
    _, traces = drawn(frame, DistanceUnit.MILE)
    assert traces["distance_m"].hovertext[0] == "<b>5.0</b> of 10 mi"


def test_a_week_that_no_log_covers_says_so():
    frame = goal_weeks().assign(done=NAN, complete=False, counted=False)
    _, traces = drawn(frame)
    assert set(traces["runs not counted"].hovertext) == {"no log"}
    assert not len(traces["runs"].y)


def test_no_goals_give_one_sentence():
    fig, traces = drawn(GOAL_WEEKS.empty())
    assert not traces
    assert fig.layout.annotations[0].text == goals.NOTHING
    assert goals.text_alternative(GOAL_WEEKS.empty(), DistanceUnit.KM) == goals.NOTHING


def test_the_text_alternative_counts_only_weeks_that_count():
    frame = goal_weeks()
    counted = frame[frame["counted"]]
    target = f"{frame['target'].iloc[-1]:g}"
    expected = f"runs, at least {target}: {counted['met'].sum()} of {len(counted)} weeks"
    assert expected in goals.text_alternative(frame, DistanceUnit.KM)


def test_the_typical_week_draws_every_known_week_and_marks_the_latest():
    weekly = pd.Series([10.0, NAN, 30.0, 40.0])
    fig = typical.typical_week(weekly, low=20, high=35, colour="#0e7c8a", suffix=" km", look=Look())
    dots = {each.name: list(each.x) for each in fig.data}
    assert dots == {"weeks": [10.0, 30.0], "latest week": [40.0]}
    (band,) = fig.layout.shapes
    assert (band.x0, band.x1) == (20, 35)


def test_a_typical_week_without_weeks_is_a_sentence():
    nothing = pd.Series(dtype="float64")
    assert len(typical.typical_week(nothing, low=0, high=0, colour="#000", suffix="", look=Look()).data) == 0
    assert typical.text_alternative(nothing, low=0, high=0, suffix="") == typical.NOTHING


def test_the_text_of_a_typical_week_has_the_middle_half_and_the_extremes():
    text = typical.text_alternative(pd.Series([10.0, NAN, 30.0, 40.0]), low=20, high=35, suffix=" km")
    assert text == "Half of 3 complete weeks lie between 20 and 35 km; the least was 10, the most 40 km."

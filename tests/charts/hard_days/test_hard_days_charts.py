"""Leg sessions on a line of time, minutes by effort, the longest run of each week."""

import pandas as pd

from lib.charts.hard_days import effort, gaps, longest
from lib.charts.look.theme import Look
from lib.model.frames.hard_days import EFFORT_MINUTES, LEG_SPACING
from lib.model.frames.weeks import WEEKLY_LOWER_SETS, WEEKLY_RUNNING
from lib.model.vocabulary import DistanceUnit

NAN = float("nan")
WEEKS = pd.date_range("2026-09-07", periods=4, freq="7D")


def spacing(**sides):
    row = {
        "session_id": 4,
        "local_start": "2026-10-05 18:00",
        "title": "Legs",
        "timed": True,
        "lower_sets": 8.0,
        "contacts": 0.0,
        **{
            f"{side}{part}": value
            for side in ("before", "after")
            for part, value in (("", "closer"), ("_why", "hours"), ("_h", 10.0), ("_days", 0.0), ("_id", 1))
        },
        **sides,
    }
    return LEG_SPACING.make([row])


def drawn(frame, name="<b>evil</b>"):
    return gaps.gaps(frame, gaps.Texts([name], ["x"], ["y"]), look=Look())


def test_a_gap_is_a_dot_at_its_hours_on_both_panels_and_a_click_gives_the_session():
    before, after = drawn(spacing(before_h=30.0, before="at_least_24")).data
    assert (before.y[0], after.y[0]) == (30.0, 10.0)
    assert before.customdata[0] == [4] or list(before.customdata[0]) == [4]


def test_a_long_gap_stands_at_the_edge_and_unknown_and_none_in_lanes_of_their_own():
    long, none = drawn(spacing(before_h=200.0, before="at_least_24", after="none", after_h=NAN)).data
    unknown = drawn(spacing(before="unknown", before_h=NAN)).data[0]
    assert unknown.y[0] < 0 < gaps.TOP_H == long.y[0] < none.y[0]
    assert unknown.marker.color != long.marker.color


def test_days_apart_without_times_are_drawn_by_their_dates():
    assert drawn(spacing(before="at_least_24", before_h=NAN, before_days=2.0)).data[0].y[0] == 48.0


def test_titles_are_text_and_no_tags():
    assert "<b>&lt;b&gt;evil" in drawn(spacing()).data[0].hovertext[0]


def test_without_sessions_a_sentence_stands_there():
    assert drawn(LEG_SPACING.empty()).layout.annotations[0].text == gaps.NOTHING


def minutes(**columns):
    every = {name: [0.0] * 4 for name in EFFORT_MINUTES.dtypes if name not in ("week_start", "complete")}
    return EFFORT_MINUTES.make({"week_start": WEEKS, **every, "complete": [True, True, True, False], **columns})


LOWER = WEEKLY_LOWER_SETS.make({"week_start": WEEKS, "lower_sets": [8.0, 0.0, NAN, 4.0], "complete": True})


def test_minutes_are_stacked_by_kind_and_only_kinds_that_are_there_are_drawn():
    fig = effort.minutes(minutes(easy=[60.0, 50, 0, 20], hard=[30.0, 0, 0, 0]), LOWER, look=Look())
    assert [trace.name for trace in fig.data] == ["easy", "hard", "lower-body sets"]
    assert list(fig.data[1].y) == [30.0, 0.0, 0.0, 0.0]


def test_unknown_minutes_are_hatched():
    fig = effort.minutes(minutes(unknown=[60.0, 50, 0, 20]), LOWER, look=Look())
    assert fig.data[0].marker.pattern.shape == "/"
    assert "unknown 130" in effort.text_alternative(minutes(unknown=[60.0, 50, 0, 20]))


def test_without_runs_a_sentence_stands_there():
    every = {name: [NAN] * 4 for name in EFFORT_MINUTES.dtypes if name not in ("week_start", "complete")}
    assert effort.minutes(minutes(**every), LOWER, look=Look()).layout.annotations[0].text == effort.NOTHING


def test_only_a_step_over_ten_percent_has_its_number_beside_it():
    weeks = WEEKLY_RUNNING.make(
        {
            "week_start": WEEKS,
            "runs": 3.0,
            "distance_m": [30_000.0, 40_000, NAN, 20_000],
            "moving_s": 9000.0,
            "longest_m": 1.0,
            "complete": True,
        }
    )
    steps = pd.DataFrame(
        {
            "local_date": WEEKS[:3],
            "distance_m": [15_000.0, 17_000, 16_000],
            "longest_before_m": [NAN, 15_000, 17_000],
            "step": [NAN, 0.1333, 0.1],
        }
    )
    fig = longest.longest_runs(weeks, steps, unit=DistanceUnit.KM, look=Look())
    (dots,) = [trace for trace in fig.data if trace.name == "longest run"]
    assert list(dots.text) == ["", "+13 %", ""]
    assert "17.0 km" in longest.text_alternative(steps, DistanceUnit.KM)

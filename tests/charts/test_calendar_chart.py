"""The calendar: split days, blank zero, hatched unknown."""

import pandas as pd
import pytest

from lib.charts import calendar
from lib.charts.look.theme import Look
from lib.model.frames.weeks import CALENDAR
from lib.model.vocabulary import DistanceUnit, Weekday
from tests.charts.chart_frames import calendar as invented_days

NAN = float("nan")


def days(*rows):
    """CALENDAR from Monday 2 November 2026 on: (metres, runs, sets, sessions) a day."""
    dates = pd.date_range("2026-11-02", periods=len(rows), freq="D")
    fields = zip(*rows, strict=True)
    names = ["distance_m", "runs", "sets_done", "sessions"]
    return CALENDAR.make({"date": dates, "contacts": 0.0, **dict(zip(names, fields, strict=True))})


def drawn(frame, **more):
    fig = calendar.day_cells(frame, unit=DistanceUnit.KM, look=Look(), **more)
    return fig, {each.name: each for each in fig.data}


def test_a_day_with_one_kind_of_training_fills_its_cell():
    _, traces = drawn(days((8000, 1, 0, 0), (0, 0, 12, 1)))
    assert list(traces["running"].customdata) == ["2026-11-02"]
    assert list(traces["lifting"].customdata) == ["2026-11-03"]
    assert traces["running"].y[0] == traces["lifting"].y[0] == pytest.approx(0.88)


def test_a_day_with_both_is_split_run_above_and_lifting_below():
    _, traces = drawn(days((8000, 1, 12, 1)))
    run, lift = traces["running"], traces["lifting"]
    assert run.y[0] == lift.y[0] == pytest.approx(0.44)
    assert run.base[0] == pytest.approx(lift.base[0] + lift.y[0])


def test_zero_is_blank_and_unknown_is_hatched_with_the_missing_log_named():
    _, traces = drawn(days((0, 0, 0, 0), (NAN, NAN, NAN, NAN), (0, 0, NAN, NAN), (NAN, NAN, 0, 0)))
    assert list(traces["no training"].customdata) == ["2026-11-02", "2026-11-04", "2026-11-05"]
    assert list(traces["no log"].hovertext) == [
        "no log covers this day",
        "no run; no strength log",
        "no running log; nothing lifted",
    ]
    assert traces["no log"].marker.pattern.shape == "/"


def test_of_a_day_that_one_of_two_logs_covers_half_a_cell_is_hatched():
    _, traces = drawn(days((0, 0, 0, 0), (NAN, NAN, NAN, NAN), (0, 0, NAN, NAN), (NAN, NAN, 0, 0)))
    whole, lifting, running = traces["no log"].y
    assert (whole, lifting, running) == pytest.approx((0.88, 0.44, 0.44))
    bottoms = [base - round(base) for base in traces["no log"].base]
    assert bottoms == pytest.approx([-0.44, -0.44, 0.0])


@pytest.mark.parametrize("rest", [(0, 0, NAN, NAN), (NAN, NAN, 0, 0)])
def test_a_rest_day_of_who_has_only_one_kind_of_log_is_a_zero(rest):
    _, traces = drawn(days(rest, rest, (NAN, NAN, NAN, NAN)))
    assert len(traces["no training"].x) == 2
    assert traces["no log"].y == pytest.approx((0.88,))


def test_a_run_on_a_day_that_no_strength_log_covers_is_drawn_as_a_run():
    _, traces = drawn(days((8000, 1, NAN, NAN)))
    assert len(traces["running"].x) == 1
    assert "no log" not in traces


def test_a_run_without_distance_is_still_a_run():
    _, traces = drawn(days((0, 1, 0, 0)))
    assert len(traces["running"].x) == 1


def test_longer_runs_have_another_shade():
    _, traces = drawn(days((3000, 1, 0, 0), (6000, 1, 0, 0), (9000, 1, 0, 0), (30000, 1, 0, 0)))
    assert len(set(traces["running"].marker.color)) == 4


def test_hover_text_is_in_the_persons_unit():
    fig = calendar.day_cells(days((16093.44, 1, 12.5, 1)), unit=DistanceUnit.MILE, look=Look())
    (run,) = [each for each in fig.data if each.name == "running"]
    assert run.hovertext[0] == "<b>10.0</b> mi run, <b>12.5</b> sets lifted"


def test_a_day_of_jumps_is_a_day_of_training_and_says_its_ground_contacts():
    _, traces = drawn(days((0, 0, 0, 1)).assign(contacts=55.0))
    assert traces["lifting"].hovertext[0] == "<b>55</b> ground contacts"


@pytest.mark.parametrize(("first", "top"), [(Weekday.MONDAY, "Mon"), (Weekday.SUNDAY, "Sun")])
def test_the_persons_first_weekday_is_the_top_row(first, top):
    fig, traces = drawn(days((8000, 1, 0, 0)), first=first)
    names = dict(zip(fig.layout.yaxis.tickvals, fig.layout.yaxis.ticktext, strict=True))
    assert names[6] == top
    row = traces["running"].base[0] + 0.44
    assert names[round(row)] == "Mon"


def test_a_long_log_is_cut_to_what_stays_readable():
    many = invented_days(days=900)
    wide = calendar.day_cells(many, unit=DistanceUnit.KM, look=Look())
    narrow = calendar.day_cells(many, unit=DistanceUnit.KM, look=Look(narrow=True))
    weeks = [len({x for each in fig.data for x in each.x}) for fig in (wide, narrow)]
    assert weeks == [calendar.LONGEST_WEEKS, calendar.LONGEST_WEEKS_NARROW]


def test_no_days_give_one_sentence():
    fig, traces = drawn(CALENDAR.empty())
    assert not traces
    assert fig.layout.annotations[0].text == calendar.NOTHING
    assert calendar.text_alternative(CALENDAR.empty(), DistanceUnit.KM) == calendar.NOTHING


def test_the_text_alternative_counts_the_days():
    text = calendar.text_alternative(days((8000, 1, 12, 1), (4000, 1, 0, 0), (0, 0, 9, 1)), DistanceUnit.KM)
    assert "2 with a run (12 km in all), 2 with lifting, 1 with both" in text

"""The main figure: numbers, one shared axis, the unfinished week, what is unknown."""

import itertools
import re
from datetime import date

import pandas as pd
import pytest
from plotly.colors import sample_colorscale

from lib.charts.look.theme import Look
from lib.charts.overview import opened, stack
from lib.charts.overview.highlight import Highlight, drawn
from lib.charts.overview.measures import SETS
from lib.model.frames.weeks import MUSCLE_WEEKS, WEEKLY_RUNNING
from lib.model.units import METRES_PER_MILE
from lib.model.vocabulary import RUNNERS_NINE, DistanceUnit, Muscle
from tests.charts.chart_frames import TODAY, muscle_weeks, weekly_running

KM = {"muscles": RUNNERS_NINE, "unit": DistanceUnit.KM, "look": Look()}
DRAWINGS = [stack.heat_map, stack.muscle_lines]


def trace(fig, name):
    (found,) = [each for each in fig.data if each.name == name]
    return found


@pytest.fixture(name="fig")
def _fig():
    return stack.heat_map(muscle_weeks(), weekly_running(), **KM)


def test_a_cell_has_the_sets_of_its_muscle_and_week(fig):
    sets = muscle_weeks()
    cells = trace(fig, "sets")
    expected = sets[(sets["muscle"] == Muscle.GLUTES) & sets["value"].notna()]
    drawn = {row[0]: row[3] for row in cells.customdata if row[2] == "Glutes"}
    assert drawn == dict(zip(expected["week_start"].dt.strftime("%Y-%m-%d"), expected["value"], strict=True))


def test_a_cell_has_the_colour_of_its_sets_on_the_bar_beside_it(fig):
    """By name, since Plotly warns about every bar whose colour is a number; the same scale explains them."""
    cells, bar = trace(fig, "sets"), fig.layout.coloraxis
    scale = [list(step) for step in bar.colorscale]
    for row, colour in list(zip(cells.customdata, cells.marker.color, strict=True))[::7]:
        assert [colour] == sample_colorscale(scale, [min(row[3] / bar.cmax, 1)], colortype="rgb")
    (key,) = [each for each in fig.data if each.marker and each.marker.coloraxis]
    assert key.x == (None,)


def test_the_hover_of_a_cell_has_the_range_of_attribution_beside_its_sets(fig):
    sets = muscle_weeks().set_index(["week_start", "muscle"])
    row = next(row for row in trace(fig, "sets").customdata if row[2] == "Glutes" and row[3] > 5)
    found = sets.loc[(row[0], Muscle.GLUTES)]
    low, high = (f"{found[name]:.1f}".removesuffix(".0") for name in ("low", "high"))
    assert row[4] == f"{SETS.amount(found['value'])} ({low}–{high} by how helpers are counted)"
    assert "%{customdata[4]}" in trace(fig, "sets").hovertemplate


def test_the_hover_of_a_line_has_the_range_of_its_four_weeks():
    lines = stack.muscle_lines(muscle_weeks(), weekly_running(), **KM)
    assert "by how helpers are counted)" in trace(lines, "Quadriceps").customdata[-2][4]


def outlined(highlight, *, as_lines=False, **how):
    """What is outlined: (axis, first day, day after the last, bottom, top)."""
    how = KM | {"scale": SETS} | how
    found = opened.outlines(muscle_weeks(), weekly_running(), highlight, as_lines=as_lines, **how)
    return [(each.axis, str(each.first)[:10], str(each.end)[:10], each.bottom, each.top) for each in found]


def test_the_opened_cell_and_the_bar_of_its_days_are_outlined():
    cell, bar = outlined(Highlight(date(2026, 11, 9), date(2026, 11, 15), Muscle.HAMSTRINGS))
    assert cell == ("y", "2026-11-09", "2026-11-16", 6.5, 7.5)  # the second row of nine from the top
    assert bar[:3] == ("y2", "2026-11-09", "2026-11-16")
    assert bar[4] == pytest.approx(weekly_running().set_index("week_start").loc["2026-11-09", "distance_m"] / 1000)


def test_without_a_muscle_the_whole_column_is_outlined():
    column, _ = outlined(Highlight(date(2026, 11, 9), date(2026, 11, 15)))
    assert column[3:] == (-0.5, 8.5)


@pytest.mark.parametrize(
    "highlight",
    [Highlight(date(2026, 11, 9), date(2026, 11, 14)), Highlight(date(2016, 11, 7), date(2016, 11, 13), Muscle.GLUTES)],
)
def test_days_that_are_no_column_are_outlined_nowhere(highlight):
    assert outlined(highlight) == outlined(highlight, as_lines=True) == []


def test_a_muscle_that_is_not_drawn_leaves_only_the_bar_outlined():
    highlight = Highlight(date(2026, 11, 9), date(2026, 11, 15), Muscle.CHEST)
    assert [axis for axis, *_ in outlined(highlight)] == ["y2"]
    assert [axis for axis, *_ in outlined(highlight, as_lines=True)] == ["y2"]


def test_the_opened_point_of_a_line_has_a_ring():
    highlight = Highlight(date(2026, 10, 19), date(2026, 11, 15), Muscle.HAMSTRINGS)  # the four weeks of a point
    (ring,) = outlined(highlight, as_lines=True)
    line = trace(stack.muscle_lines(muscle_weeks(), weekly_running(), **KM), "Hamstrings")
    (place,) = [index for index, row in enumerate(line.customdata) if row[1] == "2026-11-15"]
    assert (ring[1], ring[3]) == (str(line.x[place])[:10], line.y[place])


def test_an_outline_lies_where_the_figure_draws_what_it_marks():
    """Margins that nothing moves, and the axes' own ranges: of 26 weeks the second last, in the second row of nine."""
    highlight = Highlight(date(2026, 11, 9), date(2026, 11, 15), Muscle.HAMSTRINGS)
    fig = stack.heat_map(muscle_weeks(), weekly_running(), **KM, weeks=26)
    assert fig.layout.margin.autoexpand is False
    found = opened.outlines(
        muscle_weeks(), weekly_running(), highlight, as_lines=False, scale=SETS, **KM, weeks=26, until=None
    )
    html = drawn(found, fig, KM["look"])
    cell, bar = html.split("<span")[1:]
    assert f"left:calc({24 / 26 * 100:.3f}% - 0.9px);width:calc({1 / 26 * 100:.3f}% + 1.8px)" in cell
    assert f"left:calc({24 / 26 * 100:.3f}%" in bar
    row, top = 18, fig.layout.margin.t
    assert f"top:{top + row - 0.9:.1f}px;height:{row + 1.8:.1f}px" in cell
    floor = fig.layout.height - fig.layout.margin.b
    place, height = (
        float(re.search(rf"{name}:([\d.]+)px", bar.split("width:calc")[1]).group(1)) for name in ("top", "height")
    )
    assert place + height == pytest.approx(floor + 0.9, abs=0.11)


def test_nothing_lies_over_a_figure_without_data():
    fig = stack.heat_map(MUSCLE_WEEKS.empty(), WEEKLY_RUNNING.empty(), **KM)
    assert drawn([], fig, KM["look"]) == ""


@pytest.mark.parametrize(("weeks", "columns"), [(53, 53), (105, 25)])
def test_a_year_is_drawn_in_weeks_on_a_phone_and_two_years_in_months(weeks, columns):
    first = date(2020, 1, 6)
    what = {**KM, "look": Look(narrow=True), "weeks": weeks}
    fig = stack.heat_map(muscle_weeks(TODAY, first), weekly_running(TODAY, first), **what)
    assert len(trace(fig, "distance").x) == columns


def test_rows_stand_in_the_runners_order_from_the_top(fig):
    names = dict(zip(fig.layout.yaxis.tickvals, fig.layout.yaxis.ticktext, strict=True))
    assert names[8] == "Quadriceps"
    assert names[7] == "Hamstrings"
    assert names[0] == "Biceps"


@pytest.mark.parametrize(("unit", "metres"), [(DistanceUnit.KM, 1000), (DistanceUnit.MILE, METRES_PER_MILE)])
def test_bars_are_the_weekly_distance_in_the_persons_unit(unit, metres):
    running = weekly_running()
    bars = trace(stack.heat_map(muscle_weeks(), running, **{**KM, "unit": unit}), "distance")
    assert list(bars.y) == pytest.approx(list(running["distance_m"] / metres))
    assert f" {unit}, " in bars.customdata[0][4]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_both_panels_share_one_time_axis_and_neither_has_two_value_axes(draw):
    fig = draw(muscle_weeks(), weekly_running(), **KM)
    assert {each.xaxis or "x" for each in fig.data} == {"x"}
    assert {each.yaxis or "y" for each in fig.data} == {"y", "y2"}
    assert fig.layout.yaxis.overlaying is None
    assert fig.layout.yaxis2.overlaying is None
    assert fig.layout.yaxis2.domain[1] < fig.layout.yaxis.domain[0]


def test_a_cell_stands_exactly_above_the_bar_of_its_week(fig):
    cells, bars = trace(fig, "sets"), trace(fig, "distance")
    of_bars = {row[0]: x for row, x in zip(bars.customdata, bars.x, strict=True)}
    assert all(of_bars[row[0]] == x for row, x in zip(cells.customdata, cells.x, strict=True))


def test_the_unfinished_week_is_lighter_and_hatched_in_both_panels(fig):
    bars, cells = trace(fig, "distance"), trace(fig, "sets")
    assert bars.marker.opacity[-1] < bars.marker.opacity[-2] == 1
    assert (bars.marker.pattern.shape[-2], bars.marker.pattern.shape[-1]) == ("", "/")
    unfinished = [row[5].endswith(" so far") for row in cells.customdata]
    assert all((opacity < 1) == late for opacity, late in zip(cells.marker.opacity, unfinished, strict=True))
    veil = trace(fig, "unfinished week")
    assert veil.marker.pattern.shape == "/"
    assert len(veil.x) == 1


def test_a_finished_last_week_has_no_hatching():
    sets, running = (frame[frame["complete"]] for frame in (muscle_weeks(), weekly_running()))
    fig = stack.heat_map(sets, running, **KM)
    assert "unfinished week" not in [each.name for each in fig.data]
    assert set(trace(fig, "distance").marker.pattern.shape) == {""}


def test_the_mean_line_leaves_out_the_unfinished_week_and_waits_for_four(fig):
    running = weekly_running()
    line = trace(fig, "4-week mean").y
    assert pd.isna(line[-1])
    assert pd.isna(line[2])
    assert line[3] == pytest.approx(running["distance_m"][:4].mean() / 1000)


def test_a_shorter_range_still_knows_the_weeks_before_it_in_its_means():
    running = weekly_running()
    fig = stack.heat_map(muscle_weeks(), running, **KM, weeks=13)
    line, bars = trace(fig, "4-week mean"), trace(fig, "distance")
    assert len(bars.x) == 13
    assert line.y[0] == pytest.approx(running["distance_m"].iloc[-16:-12].mean() / 1000)


def test_weeks_of_years_ago_are_drawn_with_their_own_means_in_the_colours_of_the_whole_log():
    running, sets = weekly_running(), muscle_weeks()
    until = running["week_start"].iloc[-20]
    fig, whole = (stack.heat_map(sets, running, **KM, **how) for how in ({"weeks": 13, "until": until}, {}))
    days = [row[0] for row in trace(fig, "distance").customdata]
    assert (len(days), days[-1]) == (13, until.strftime("%Y-%m-%d"))
    assert trace(fig, "4-week mean").y[-1] == pytest.approx(running["distance_m"].iloc[-23:-19].mean() / 1000)
    assert fig.layout.coloraxis.cmax == whole.layout.coloraxis.cmax


def test_zero_is_a_pale_cell_and_unknown_is_hatched(fig):
    cells, unknown = trace(fig, "sets"), trace(fig, "not covered")
    pale = {colour for row, colour in zip(cells.customdata, cells.marker.color, strict=True) if row[3] == 0}
    assert pale == {"rgb(245, 241, 235)"}
    assert len(unknown.x) == 5 * len(RUNNERS_NINE)
    assert unknown.marker.pattern.shape == "/"
    zero, almost = fig.layout.coloraxis.colorscale[0], fig.layout.coloraxis.colorscale[2]
    assert zero[1] != almost[1]
    assert fig.layout.coloraxis.colorbar.title.text == "sets a week"


def test_weeks_that_no_running_log_covers_are_hatched_too():
    running = weekly_running()
    running.loc[:3, ["distance_m", "runs", "moving_s", "longest_m"]] = float("nan")
    fig = stack.heat_map(muscle_weeks(), running, **KM)
    assert len(trace(fig, "runs not covered").x) == 4
    assert len(trace(fig, "distance").x) == len(running) - 4


def test_one_heavy_week_saturates_instead_of_paling_the_rest():
    sets = muscle_weeks()
    sets.loc[(sets["muscle"] == Muscle.QUADRICEPS) & (sets["week_start"] == "2026-06-01"), "value"] = 90.0
    fig = stack.heat_map(sets, weekly_running(), **KM)
    assert fig.layout.coloraxis.cmax <= 20
    assert fig.layout.coloraxis.colorbar.ticktext[-1].endswith("+")


def test_a_long_range_is_grouped_to_months_on_both_panels():
    first = date(2006, 11, 20)
    sets, running = muscle_weeks(TODAY, first), weekly_running(TODAY, first)
    fig = stack.heat_map(sets, running, **KM)
    bars = trace(fig, "distance")
    assert 230 < len(bars.x) < 245
    october = running[(running["week_start"] >= "2026-10-01") & (running["week_start"] < "2026-11-01")]
    drawn = {row[5]: y for row, y in zip(bars.customdata, bars.y, strict=True)}
    assert drawn["October 2026, mean a week"] == pytest.approx(october["distance_m"].mean() / 1000)
    assert "4-week mean" not in [each.name for each in fig.data]
    assert "4-week mean" not in "".join(note.text for note in fig.layout.annotations)


def test_lines_are_four_week_means_named_at_their_ends():
    sets = muscle_weeks()
    fig = stack.muscle_lines(sets, weekly_running(), **KM)
    quads = sets[(sets["muscle"] == Muscle.QUADRICEPS) & sets["complete"]]["value"]
    line = [value for value in trace(fig, "Quadriceps").y if not pd.isna(value)]
    assert line[-1] == pytest.approx(quads.tail(4).mean())
    assert {"Quadriceps", "Hamstrings"} <= {note.text for note in fig.layout.annotations}
    assert trace(fig, "Quadriceps").line.color != trace(fig, "Hamstrings").line.color


def test_end_labels_keep_apart():
    fig = stack.muscle_lines(muscle_weeks(), weekly_running(), **{**KM, "muscles": tuple(Muscle)})
    heights = sorted(note.y for note in fig.layout.annotations if note.yref == "y domain" and note.x == 1)
    assert len(heights) == len(Muscle)
    assert min(b - a for a, b in itertools.pairwise(heights)) > 0.05


def test_narrow_figures_put_names_above_their_rows():
    fig = stack.heat_map(muscle_weeks(), weekly_running(), **{**KM, "look": Look(narrow=True)})
    assert fig.layout.yaxis.showticklabels is False
    assert "Quadriceps" in [note.text for note in fig.layout.annotations]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_without_any_data_one_sentence_stands_there(draw):
    fig = draw(MUSCLE_WEEKS.empty(), WEEKLY_RUNNING.empty(), **KM)
    assert len(fig.data) == 0
    assert fig.layout.annotations[0].text == stack.NOTHING


@pytest.mark.parametrize("draw", DRAWINGS)
def test_runs_alone_and_lifting_alone_are_drawn(draw):
    assert trace(draw(MUSCLE_WEEKS.empty(), weekly_running(), **KM), "distance")
    assert draw(muscle_weeks(), WEEKLY_RUNNING.empty(), **KM).data


def test_the_text_alternative_says_the_main_numbers():
    text = stack.text_alternative(
        muscle_weeks(), weekly_running(), muscles=RUNNERS_NINE, unit=DistanceUnit.KM, weeks=13
    )
    assert text.startswith("12 complete weeks: ")
    assert "km a week on average" in text
    assert "quadriceps" in text
    nothing = stack.text_alternative(
        MUSCLE_WEEKS.empty(), WEEKLY_RUNNING.empty(), muscles=RUNNERS_NINE, unit=DistanceUnit.KM
    )
    assert nothing == stack.NOTHING

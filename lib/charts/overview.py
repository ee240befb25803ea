"""The main figure: sets per muscle above the distance of the same weeks, on one shared time axis."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from lib.charts import cells, distance, lines, periods
from lib.charts.theme import Look, empty_figure, figure
from lib.model.units import from_metres
from lib.model.vocabulary import MUSCLE_NAMES, DistanceUnit, Muscle

NOTHING = "No runs and no sets in this range."
_GAP = 54
_DISTANCE_HEIGHT = 170
_TOP, _BOTTOM = 36, 40


def heat_map(
    sets: pd.DataFrame,
    running: pd.DataFrame,
    *,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    look: Look,
    weeks: int | None = None,
) -> go.Figure:
    """Muscles × weeks as cells above weekly distance bars with their 4-week mean.

    sets:    WEEKLY_SETS frame; NaN (not covered by a log) is hatched, zero is pale, the unfinished week light and hatched.
    running: WEEKLY_RUNNING frame, in metres; drawn in `unit`.
    weeks:   only so many of the last ones are drawn; means still see the weeks before them.
    Over long ranges both are grouped to months, as the mean a week. Every cell and bar carries its week_start as
    customdata[0], for selection.
    """
    if sets.empty and running.empty:
        return empty_figure(NOTHING, look)
    height = len(muscles) * cells.row_height(look)
    fig = _frame_of_two_panels(height, look)
    recent = periods.last_weeks(sets, weeks)
    cells.draw(fig, _periods(recent, ["hard_sets"], ["muscle"]), muscles, look)
    _draw_distance_and_axis(fig, recent, running, unit, look, weeks)
    return fig


def muscle_lines(
    sets: pd.DataFrame,
    running: pd.DataFrame,
    *,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    look: Look,
    weeks: int | None = None,
) -> go.Figure:
    """The same two panels with a line per muscle, labelled at its end, instead of cells. Lines are 4-week means."""
    if sets.empty and running.empty:
        return empty_figure(NOTHING, look)
    fig = _frame_of_two_panels(max(280, len(muscles) * 18), look)
    lines.draw(fig, sets, muscles, look, weeks)
    _draw_distance_and_axis(fig, periods.last_weeks(sets, weeks), running, unit, look, weeks)
    fig.update_layout(margin_r=lines.LABEL_WIDTH)
    return fig


def text_alternative(
    sets: pd.DataFrame,
    running: pd.DataFrame,
    *,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    weeks: int | None = None,
) -> str:
    """One sentence with the main numbers of the figure, for people who do not see it."""
    sets, running = periods.last_weeks(sets, weeks), periods.last_weeks(running, weeks)
    shown = pd.concat([frame.loc[frame["complete"], "week_start"] for frame in (sets, running)]).nunique()
    if not shown:
        return NOTHING
    complete = sets[sets["complete"] & sets["muscle"].isin([str(muscle) for muscle in muscles])]
    means = complete.groupby("muscle")["hard_sets"].mean().dropna().sort_values(ascending=False)
    named = ", ".join(f"{MUSCLE_NAMES[Muscle(str(name))].lower()} {value:.1f}" for name, value in means.head(3).items())
    metres = running.loc[running["complete"], "distance_m"].mean()
    ran = f"{from_metres(metres, unit):.0f} {unit} a week on average" if pd.notna(metres) else "no runs logged"
    lifted = f"most sets a week for {named}" if named else "no sets logged"
    return f"{shown} complete weeks: {ran}; {lifted}."


def _periods(frame: pd.DataFrame, values: list[str], keys: list[str] | None = None) -> pd.DataFrame:
    if periods.is_long(frame["week_start"]):
        return periods.months_of_weeks(frame, values, keys)
    return periods.weeks_as_periods(frame)


def _frame_of_two_panels(upper: int, look: Look) -> go.Figure:
    total = upper + _GAP + _DISTANCE_HEIGHT
    fig = figure(look, total + _TOP + _BOTTOM)
    fig.update_layout(
        margin={"l": 28 if look.narrow else 92, "r": 12, "t": _TOP, "b": _BOTTOM},
        yaxis={"domain": [1 - upper / total, 1]},
        yaxis2={"domain": [0, _DISTANCE_HEIGHT / total], "anchor": "x"},
        xaxis={"anchor": "y2", "type": "date"},
        hovermode="closest",
        clickmode="event+select",
    )
    return fig


def _draw_distance_and_axis(
    fig: go.Figure, recent: pd.DataFrame, running: pd.DataFrame, unit: DistanceUnit, look: Look, weeks: int | None
) -> None:
    """The lower panel, and the time axis that both panels share. recent: the sets that the upper panel shows."""
    mean = periods.mean_of_weeks(running["distance_m"], running["complete"])
    weekly = periods.last_weeks(running.assign(mean_m=mean), weeks)
    drawn = _periods(weekly, ["distance_m", "runs", "mean_m"])
    distance.draw(fig, drawn, unit, look)
    spans = [frame for frame in (drawn, _periods(recent, ["hard_sets"], ["muscle"])) if len(frame)]
    first = min(frame["week_start"].min() for frame in spans)
    last = max(periods.end_of(frame) for frame in spans)
    fig.update_xaxes(range=[first, last], **periods.month_axis(first, last, narrow=look.narrow))

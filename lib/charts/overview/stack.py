"""The main figure: a measure of the muscles above the distance of the same weeks, on one shared time axis."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.sketch import Sketch
from lib.charts.look.theme import Look, empty_figure, palette
from lib.charts.overview import cells, distance, events, lines, periods
from lib.charts.overview.measures import SETS, Scale
from lib.model.frames.own import EVENTS
from lib.model.frames.weeks import WeeklyRunning
from lib.model.region import number
from lib.model.units import from_metres
from lib.model.vocabulary import MUSCLE_NAMES, DistanceUnit, Muscle

NOTHING = "No runs and no sets in this range."
_GAP = 30
_DISTANCE_HEIGHT = 96
_TOP, _BOTTOM = 32, 34
_VALUES = list(cells.RANGED)


def heat_map(
    muscle_weeks: pd.DataFrame,
    running: WeeklyRunning,
    *,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    look: Look,
    scale: Scale = SETS,
    weeks: int | None = None,
    until: pd.Timestamp | None = None,
    marks: pd.DataFrame | None = None,
    hatched: bool = True,
) -> go.Figure:
    """Muscles × weeks as cells above weekly distance bars with their 4-week mean.

    muscle_weeks: MUSCLE_WEEKS; NaN (not covered by a log) is hatched, zero is pale, the unfinished week light and hatched.
    running:      WEEKLY_RUNNING frame, in metres; drawn in `unit`.
    weeks, until: only so many of the last ones are drawn, those up to a week; means still see the weeks before them.
    marks:        EVENTS, marked through both panels.
    hatched:      False: weeks that are known in part are light alone, as of a log that ended none is still to be filled.
    Over long ranges both are grouped to months, as the mean a week. Every cell and bar carries the first and last day of
    its rows as customdata[0] and [1] and its muscle as customdata[2], for selection.
    """
    if muscle_weeks.empty and running.empty:
        return empty_figure(NOTHING, look)
    recent = periods.last_weeks(muscle_weeks, weeks, until)
    columns = periods.of_range(recent, _VALUES, ["muscle"], narrow=look.narrow)
    bars = bars_of(running, weeks, until, look)
    fig = _panels(len(muscles) * cells.row_height(look), columns, bars, marks, look)
    if muscles:
        cells.draw(fig, columns, muscles, scale, look, muscle_weeks, hatched=hatched)
    if _has_runs(bars):
        distance.draw(fig, bars, unit, look, hatched=hatched)
    return fig.figure()


def muscle_lines(
    muscle_weeks: pd.DataFrame,
    running: WeeklyRunning,
    *,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    look: Look,
    scale: Scale = SETS,
    weeks: int | None = None,
    until: pd.Timestamp | None = None,
    marks: pd.DataFrame | None = None,
    hatched: bool = True,
) -> go.Figure:
    """The same two panels with a line per muscle, labelled at its end, instead of cells. See heat_map."""
    if muscle_weeks.empty and running.empty:
        return empty_figure(NOTHING, look)
    recent = periods.last_weeks(muscle_weeks, weeks, until)
    columns = periods.of_range(recent, _VALUES, ["muscle"], narrow=look.narrow)
    bars = bars_of(running, weeks, until, look)
    fig = _panels(max(240, len(muscles) * 18), columns, bars, marks, look)
    lines.draw(fig, muscle_weeks, muscles, scale, look, weeks, until)
    if _has_runs(bars):
        distance.draw(fig, bars, unit, look, hatched=hatched)
    fig.update_layout(margin={"r": lines.LABEL_WIDTH})
    return fig.figure()


def text_alternative(
    muscle_weeks: pd.DataFrame,
    running: WeeklyRunning,
    *,
    muscles: Sequence[Muscle],
    unit: DistanceUnit,
    scale: Scale = SETS,
    weeks: int | None = None,
    until: pd.Timestamp | None = None,
    marks: pd.DataFrame | None = None,
) -> str:
    """The main numbers of the figure in a few sentences, for people who do not see it."""
    recent, distances = periods.last_weeks(muscle_weeks, weeks, until), periods.last_weeks(running, weeks, until)
    shown = pd.concat([frame.loc[frame["complete"], "week_start"] for frame in (recent, distances)])
    if shown.empty:
        return NOTHING
    complete = recent[recent["complete"] & recent["muscle"].isin([str(muscle) for muscle in muscles])]
    means = complete.groupby("muscle")["value"].mean().dropna().sort_values(ascending=False)
    named = ", ".join(
        f"{MUSCLE_NAMES[Muscle(str(name))].lower()} {scale.amount(mean)}" for name, mean in means.head(3).items()
    )
    metres = distances.loc[distances["complete"], "distance_m"].mean()
    ran = (
        f"{number(from_metres(metres, unit), ',.0f')} {unit} a week on average"
        if pd.notna(metres)
        else "no runs logged"
    )
    lifted = f"most {scale.many} a week for {named}" if named else "no sets logged"
    inside = events.in_range(
        EVENTS.empty() if marks is None else marks, shown.min(), shown.max() + pd.Timedelta(weeks=1)
    )
    also = f" {len(inside)} {'event is' if len(inside) == 1 else 'events are'} marked." if len(inside) else ""
    return f"{shown.nunique()} complete weeks: {ran}; {lifted}.{also}"


def bars_of(running: WeeklyRunning, weeks: int | None, until: pd.Timestamp | None, look: Look) -> pd.DataFrame:
    """The columns of the lower panel: weeks or months of WEEKLY_RUNNING, with the 4-week mean."""
    mean = periods.mean_of_weeks(running["distance_m"], running["complete"])
    weekly = periods.last_weeks(running.assign(mean_m=mean), weeks, until)
    return periods.of_range(weekly, ["distance_m", "runs", "mean_m"], narrow=look.narrow)


def _has_runs(bars: pd.DataFrame) -> bool:
    """Whether any log of runs covers the range: where none does, its panel is left out instead of hatched."""
    return bool(bars["distance_m"].notna().any())


def _panels(upper: int, columns: pd.DataFrame, bars: pd.DataFrame, marks: pd.DataFrame | None, look: Look) -> Sketch:
    """An empty figure with its panels on one time axis and, where there are events, their lane below the upper one.

    upper: pixels of the upper panel; 0 leaves it out. The lower one is left out where no runs are known.
    """
    spans = [frame for frame in (columns, bars) if len(frame)]
    first = min(frame["week_start"].min() for frame in spans)
    last = max(periods.end_of(frame) for frame in spans)
    inside = events.in_range(EVENTS.empty() if marks is None else marks, first, last)
    lane = 0 if inside.empty else events.lane_height(look)
    lower = _DISTANCE_HEIGHT if _has_runs(bars) else 0
    gap = _GAP + (6 if lane else 0)  # below the marks is the key of the lower panel
    total = upper + (gap if upper and lower else 0) + lane + lower
    fig = Sketch(look, total + _TOP + _BOTTOM)
    fig.update_layout(
        paper_bgcolor=palette(look).page,  # a saved image has no page behind it
        # Not to be moved by the colour bar: what is opened is outlined over the figure (highlight.py).
        margin={"l": 28 if look.narrow else 92, "r": 12, "t": _TOP, "b": _BOTTOM, "autoexpand": False},
        yaxis3={"domain": [1 - (upper + 12 + lane) / total, 1 - (upper + 12) / total] if lane else [0, 1]},
        xaxis={
            "anchor": "y2" if lower else "y",
            "type": "date",
            "range": [first, last],
            **periods.month_axis(first, last, narrow=look.narrow),
        },
        hovermode="closest",
        clickmode="event+select",
        barmode="overlay",
    )
    if upper:
        fig.update_layout(yaxis={"domain": [1 - upper / total, 1]})
    if lower:
        fig.update_layout(yaxis2={"domain": [0, lower / total], "anchor": "x"})
    events.draw(fig, inside, first, last, look)
    return fig

"""Muscles as lines: the 4-week mean of each or, over long ranges, the mean week of each month; named at their ends."""

from collections.abc import Sequence
from itertools import pairwise
from math import isnan

import pandas as pd

from lib.charts.look.sketch import Sketch, Trace, scatter
from lib.charts.look.theme import Look, key_line, muscle_colour
from lib.charts.overview import periods
from lib.charts.overview.highlight import Highlight, Outline, of_point
from lib.charts.overview.measures import Scale
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

LABEL_WIDTH = 92
_STRONG = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES)
_APART = 0.062  # of the panel's height: about one line of text
_VALUES = ["value", "low", "high"]
_THREE_WEEKS = pd.Timedelta(weeks=3)


def draw(
    fig: Sketch,
    weekly: pd.DataFrame,
    muscles: Sequence[Muscle],
    scale: Scale,
    look: Look,
    weeks: int | None,
    until: pd.Timestamp | None = None,
) -> None:
    """Add a line and an end label per muscle to the upper panel. weekly: MUSCLE_WEEKS; weeks, until: those to draw."""
    ends: dict[Muscle, float] = {}
    top = 1.0
    monthly = _is_monthly(weekly, look, weeks, until)
    for muscle in reversed(muscles):
        columns = _points(weekly, muscle, weeks, until, monthly=monthly)
        shown = (columns["value"] / scale.per).dropna()
        if len(shown):
            ends[muscle] = float(shown.iloc[-1])
            top = max(top, float(shown.max()))
            fig.add_trace(_line(columns, muscle, scale, look))
    fig.update_layout(yaxis={"range": [0, top * 1.08], "nticks": 5, "tickformat": "~s" if top >= 10_000 else ""})
    _head(fig, scale, look, monthly=monthly)
    _label_ends(fig, ends, top * 1.08, look)


def outlines(
    weekly: pd.DataFrame,
    highlight: Highlight,
    scale: Scale,
    look: Look,
    weeks: int | None,
    until: pd.Timestamp | None = None,
) -> list[Outline]:
    """Around the opened point of the line of a muscle. See draw."""
    if highlight.muscle is None:
        return []
    monthly = _is_monthly(weekly, look, weeks, until)
    found = highlight.of(_points(weekly, highlight.muscle, weeks, until, monthly=monthly)).dropna(subset="value")
    values = found["value"] / scale.per
    return [of_point(x, value) for x, value in zip(periods.middles(found), values, strict=True)]


def _is_monthly(weekly: pd.DataFrame, look: Look, weeks: int | None, until: pd.Timestamp | None) -> bool:
    return periods.is_long(periods.last_weeks(weekly, weeks, until)["week_start"], narrow=look.narrow)


def _points(
    weekly: pd.DataFrame, muscle: Muscle, weeks: int | None, until: pd.Timestamp | None, *, monthly: bool
) -> pd.DataFrame:
    """The points of a line: months, or weeks that stand for the four up to them."""
    every = weekly[weekly["muscle"] == str(muscle)]
    return _months(every, weeks, until) if monthly else _means(every, weeks, until)


def _means(every: pd.DataFrame, weeks: int | None, until: pd.Timestamp | None) -> pd.DataFrame:
    """Weeks of a muscle with the mean of the four weeks up to each, whose days they stand for."""
    means = every.assign(**{name: periods.mean_of_weeks(every[name], every["complete"]) for name in _VALUES})
    drawn = periods.weeks_as_periods(periods.last_weeks(means, weeks, until))
    words = "mean of 4 weeks to " + periods.in_words(drawn).str.removeprefix("week ").str.removeprefix("of ")
    return drawn.assign(first=drawn["week_start"] - _THREE_WEEKS, words=words)


def _months(every: pd.DataFrame, weeks: int | None, until: pd.Timestamp | None) -> pd.DataFrame:
    months = periods.months_of_weeks(periods.last_weeks(every, weeks, until), _VALUES)
    return months.assign(words=periods.in_words(months))


def _line(columns: pd.DataFrame, muscle: Muscle, scale: Scale, look: Look) -> Trace:
    """A line with invisible markers: only markers can be selected."""
    name = MUSCLE_NAMES[muscle]
    shown = columns["value"] / scale.per
    amounts = [_in_words(scale, *row) for row in zip(*(columns[value] for value in _VALUES), strict=True)]
    days = periods.day_texts(columns["first"]), periods.day_texts(columns["last"])
    return scatter(
        name=name,
        x=periods.middles(columns),
        y=shown,
        mode="lines+markers",
        line={"color": muscle_colour(muscle, look), "width": 2.6 if muscle in _STRONG else 1.3},
        marker={"size": 9, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=list(zip(*days, [name] * len(columns), shown, amounts, columns["words"], strict=True)),
        hovertemplate="<b>%{customdata[2]}</b><br>%{customdata[4]} a week<br>%{customdata[5]}<extra></extra>",
    )


def _in_words(scale: Scale, value: float, low: float, high: float) -> str | None:
    return None if isnan(value) else scale.with_range(value, low, high)


def spread(values: Sequence[float], apart: float) -> list[float]:
    """Label heights near their values, in the same order (ascending), at least `apart` from each other."""
    placed = list(values)
    for below, above in pairwise(range(len(placed))):
        placed[above] = max(placed[above], placed[below] + apart)
    return placed


def _head(fig: Sketch, scale: Scale, look: Look, *, monthly: bool) -> None:
    key_line(fig, f"{scale.many} a week, {'mean of each month' if monthly else 'mean of 4 weeks'}", look, above="y")


def _label_ends(fig: Sketch, ends: dict[Muscle, float], top: float, look: Look) -> None:
    ordered = sorted(ends, key=lambda muscle: ends[muscle])
    heights = spread([ends[muscle] / top for muscle in ordered], _APART)
    lift = max(0.0, heights[-1] - 1) if heights else 0.0
    for muscle, height in zip(ordered, heights, strict=True):
        fig.add_annotation(
            text=MUSCLE_NAMES[muscle],
            x=1,
            xref="paper",
            xanchor="left",
            xshift=6,
            y=height - lift,
            yref="y domain",
            yanchor="middle",
            showarrow=False,
            font={"size": 12, "color": muscle_colour(muscle, look)},
        )

"""Muscles as lines: the 4-week mean of each, named at its end instead of in a legend."""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from lib.charts import periods
from lib.charts.theme import Look, muscle_colour
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

LABEL_WIDTH = 92
_STRONG = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES)
_APART = 0.062  # of the panel's height: about one line of text


def draw(fig: go.Figure, sets: pd.DataFrame, muscles: Sequence[Muscle], look: Look, last: int | None) -> None:
    """Add a line and an end label per muscle to the upper panel. sets: WEEKLY_SETS; last: weeks to draw."""
    ends: dict[Muscle, float] = {}
    top = 1.0
    for muscle in reversed(muscles):
        every = sets[sets["muscle"] == str(muscle)]
        means = every.assign(mean=periods.mean_of_weeks(every["hard_sets"], every["complete"]))
        weeks = periods.last_weeks(means, last)
        mean = weeks["mean"]
        if mean.notna().any():
            ends[muscle] = float(mean.dropna().iloc[-1])
            top = max(top, float(mean.max()))
            fig.add_trace(_line(weeks, muscle, look))
    suffix = "" if look.narrow else " sets"
    fig.update_layout(yaxis={"range": [0, top * 1.08], "nticks": 5, "ticksuffix": suffix})
    _label_ends(fig, ends, top * 1.08, look)


def _line(weeks: pd.DataFrame, muscle: Muscle, look: Look) -> go.Scatter:
    return go.Scatter(
        name=MUSCLE_NAMES[muscle],
        x=periods.middles(periods.weeks_as_periods(weeks)),
        y=weeks["mean"],
        mode="lines",
        line={"color": muscle_colour(muscle, look), "width": 2.6 if muscle in _STRONG else 1.3},
        customdata=weeks["week_start"].dt.strftime("%Y-%m-%d"),
        hovertemplate=f"<b>{MUSCLE_NAMES[muscle]}</b><br>%{{y:.1f}} sets a week, mean of the 4 weeks"
        "<br>to the week of %{customdata|%-d %b %Y}<extra></extra>",
    )


def spread(values: Sequence[float], apart: float) -> list[float]:
    """Label heights near their values, in the same order (ascending), at least `apart` from each other."""
    placed = list(values)
    for below, above in pairwise(range(len(placed))):
        placed[above] = max(placed[above], placed[below] + apart)
    return placed


def _label_ends(fig: go.Figure, ends: dict[Muscle, float], top: float, look: Look) -> None:
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

"""The typical week: every complete week as a dot, with the middle half of them shaded."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, palette
from lib.model.region import number

NOTHING: Final = "A typical week needs 8 complete weeks."


def typical_week(weekly: pd.Series, *, low: float, high: float, colour: str, suffix: str, look: Look) -> go.Figure:
    """Weeks as dots on one axis, the latest one ringed, and the band of the middle half from low to high.

    weekly: one value per complete week, oldest first, in the unit shown; NaN weeks are left out.
    """
    known = weekly.dropna()
    if known.empty:
        return empty_figure(NOTHING, look, height=110)
    fig = figure(look, 110)
    fig.add_vrect(x0=low, x1=high, fillcolor=colour, opacity=0.16, line_width=0, layer="below")
    fig.add_trace(_dots(known.iloc[:-1], colour, suffix, latest=False, look=look))
    fig.add_trace(_dots(known.iloc[-1:], colour, suffix, latest=True, look=look))
    for value in {low, high}:
        fig.add_annotation(
            text=number(value, ",.0f"), x=value, y=1, yref="paper", yanchor="bottom", showarrow=False, font={"size": 12}
        )
    fig.update_layout(
        margin={"l": 8, "r": 8, "t": 24, "b": 28},
        xaxis={
            "range": [-0.02 * known.max(), 1.04 * known.max() + 0.1],
            "ticksuffix": suffix,
            "nticks": 5 if look.narrow else 8,
        },
        yaxis={"visible": False, "range": [-1.2, 1.2]},
    )
    return fig


def text_alternative(weekly: pd.Series, *, low: float, high: float, suffix: str) -> str:
    """One sentence: the middle half and the extremes."""
    known = weekly.dropna()
    if known.empty:
        return NOTHING
    return (
        f"Half of {len(known)} complete weeks lie between {number(low, ',.0f')} and {number(high, ',.0f')}{suffix}; "
        f"the least was {number(known.min(), ',.0f')}, the most {number(known.max(), ',.0f')}{suffix}."
    )


def _dots(values: pd.Series, colour: str, suffix: str, *, latest: bool, look: Look) -> go.Scatter:
    """Dots stacked by a fixed small pattern, so that equal weeks do not hide each other."""
    return go.Scatter(
        name="latest week" if latest else "weeks",
        x=values,
        y=[0.0] if latest else [(index * 5 % 7 - 3) * 0.24 for index in range(len(values))],
        mode="markers",
        marker={
            "color": palette(look).ink if latest else colour,
            "opacity": 1 if latest else 0.55,
            "size": 11 if latest else 8,
            "line": {"width": 0},
        },
        hovertemplate=f"{'latest complete week<br>' if latest else ''}%{{x:.1f}}{suffix}<extra></extra>",
    )

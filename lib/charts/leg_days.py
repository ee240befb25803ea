"""Easy runs by days since leg work: how much slower at equal heart rate, with the interval."""

from typing import Final

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, palette
from lib.model.region import number

NOTHING: Final = "Too few easy runs with heart rate on the days after leg work."


def intervals(frame: pd.DataFrame, *, look: Look) -> go.Figure:
    """A dot with its interval for each row, around the line of no difference.

    frame: label, percent, low, high; what cannot be told for lack of runs is left out.
    """
    known = frame[frame["percent"].notna()]
    if known.empty:
        return empty_figure(NOTHING, look, height=110)
    fig = figure(look, 62 * len(known) + 62)
    fig.add_vline(x=0, line={"color": palette(look).muted, "width": 1.4})
    fig.add_trace(_dots(known, look))
    _lay_out(fig, float(known[["low", "high"]].abs().to_numpy().max()), look)
    _name_sides(fig, look)
    return fig


def _dots(known: pd.DataFrame, look: Look) -> go.Scatter:
    colours = palette(look)
    return go.Scatter(
        name="easy runs",
        x=known["percent"],
        y=known["label"],
        mode="markers",
        marker={"color": colours.running, "size": 11},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": known["high"] - known["percent"],
            "arrayminus": known["percent"] - known["low"],
            "color": colours.running,
            "thickness": 2,
            "width": 7,
        },
        customdata=known[["low", "high"]],
        hovertemplate="%{x:.1f} %<br>95 % interval %{customdata[0]:.1f} to %{customdata[1]:.1f}<extra>%{y}</extra>",
    )


def _lay_out(fig: go.Figure, farthest: float, look: Look) -> None:
    """No difference in the middle."""
    reach = 1.15 * max(farthest, 1.0)
    fig.update_layout(
        margin={"l": 110 if look.narrow else 130, "r": 12, "t": 26, "b": 36},
        xaxis={"range": [-reach, reach], "ticksuffix": " %", "nticks": 5 if look.narrow else 9, "showgrid": True},
        yaxis={"autorange": "reversed", "showgrid": False, "tickfont": {"color": palette(look).ink}},
    )


def _name_sides(fig: go.Figure, look: Look) -> None:
    for x, words, anchor in ((0.0, "← faster", "left"), (1.0, "slower →", "right")):
        fig.add_annotation(
            text=words, x=x, xref="x domain", y=1, yref="paper", yanchor="bottom", xanchor=anchor, showarrow=False,
            font={"size": 12, "color": palette(look).muted},
        )  # fmt: skip


def text_alternative(frame: pd.DataFrame) -> str:
    """One sentence a row: slower or faster by how much, and its interval."""
    known = frame[frame["percent"].notna()]
    if known.empty:
        return NOTHING
    return " ".join(
        f"{row['label']}: {number(row['percent'], '.1f')} % slower at equal heart rate, 95 % interval "
        f"{number(row['low'], '.1f')} to {number(row['high'], '.1f')} %."
        for row in known.to_dict("records")
    )

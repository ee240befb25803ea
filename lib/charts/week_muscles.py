"""The muscles of one week as bars, each with a mark at the mean of the weeks before."""

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, key_line, palette
from lib.model.region import number
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

NOTHING = "No strength log covers this week."
_ROW = 25


def bars(frame: pd.DataFrame, *, look: Look) -> go.Figure:
    """frame: WEEK_MUSCLES rows in the order to draw, from the top. A mark without a bar is a muscle left out this week."""
    if frame["hard_sets"].isna().all():
        return empty_figure(NOTHING, look)
    fig = figure(look, _ROW * len(frame) + 64)
    names = [MUSCLE_NAMES[Muscle(muscle)] for muscle in frame["muscle"]]
    fig.add_trace(_bars(frame, names, look))
    fig.add_trace(_means(frame, names, look))
    fig.update_layout(
        bargap=0.34,
        margin={"l": 92, "r": 30, "t": 30, "b": 8},
        xaxis={"visible": False, "rangemode": "tozero"},
        yaxis={"autorange": "reversed", "showgrid": False, "tickfont": {"color": palette(look).ink}},
    )
    _head(fig, look)
    return fig


def text_alternative(frame: pd.DataFrame) -> str:
    """One sentence: the sets of every muscle that had any, and its mean before."""
    known = frame[(frame["hard_sets"] > 0) | (frame["mean"] > 0)]
    if known.empty:
        return NOTHING
    parts = [
        f"{MUSCLE_NAMES[Muscle(muscle)].lower()} {number(sets)}"
        + ("" if pd.isna(mean) else f" (before {number(mean, '.1f')})")
        for muscle, sets, mean in zip(known["muscle"], known["hard_sets"], known["mean"], strict=True)
    ]
    return f"Sets of the week by muscle: {', '.join(parts)}."


def _bars(frame: pd.DataFrame, names: list[str], look: Look) -> go.Bar:
    return go.Bar(
        name="sets",
        orientation="h",
        y=names,
        x=frame["hard_sets"],
        marker={"color": palette(look).lifting, "cornerradius": 2},
        text=[number(sets) for sets in frame["hard_sets"]],
        textposition="outside",
        cliponaxis=False,
        textfont={"color": palette(look).ink, "size": 12},
        customdata=frame[["muscle"]],
        hovertemplate="<b>%{y}</b> %{x:.3~g} sets<extra></extra>",
    )


def _means(frame: pd.DataFrame, names: list[str], look: Look) -> go.Scatter:
    return go.Scatter(
        name="mean before",
        y=names,
        x=frame["mean"],
        mode="markers",
        marker={"symbol": "line-ns", "size": 15, "line": {"color": palette(look).ink, "width": 2.4}},
        hovertemplate="<b>%{y}</b> mean of the four weeks before: %{x:.1f} sets<extra></extra>",
    )


def _head(fig: go.Figure, look: Look) -> None:
    colours = palette(look)
    key_line(fig, f'<span style="color:{colours.lifting}">■</span> this week   <b>|</b> mean of 4 weeks before', look)

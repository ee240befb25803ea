"""The muscles of one week as bars, each with a mark at what is usual."""

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, empty_figure, figure, key_line, palette
from lib.model.region import number
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

NOTHING = "No strength log covers this week."
_ROW = 26


def bars(frame: pd.DataFrame, *, look: Look) -> go.Figure:
    """frame: WEEK_USUAL rows in the order to draw, from the top. A mark without a bar is a muscle left out this week."""
    if frame["hard_sets"].isna().all():
        return empty_figure(NOTHING, look)
    fig = figure(look, _ROW * len(frame) + 44)
    names = [MUSCLE_NAMES[Muscle(muscle)] for muscle in frame["muscle"]]
    most = max(float(frame[["hard_sets", "usual"]].max().max()), 1.0) * 1.06
    fig.add_trace(_tracks(names, most, look))
    fig.add_trace(_bars(frame, names, look))
    fig.add_trace(_usual(frame, names, look))
    fig.add_trace(_numbers(frame, names, most, look))
    fig.update_layout(
        barmode="overlay",
        bargap=0.5,
        margin={"l": 92, "r": 8, "t": 30, "b": 8},
        xaxis={"visible": False, "range": [0, most * 1.16], "fixedrange": True},
        yaxis={"autorange": "reversed", "showgrid": False, "tickfont": {"color": palette(look).ink}},
    )
    _head(fig, look)
    return fig


def text_alternative(frame: pd.DataFrame) -> str:
    """One sentence: the sets of every muscle that had any, and what is usual."""
    known = frame[(frame["hard_sets"] > 0) | (frame["usual"] > 0)]
    if known.empty:
        return NOTHING
    parts = [
        f"{MUSCLE_NAMES[Muscle(muscle)].lower()} {number(sets)}"
        + ("" if pd.isna(usual) else f" (usual {number(usual, '.1f')})")
        for muscle, sets, usual in zip(known["muscle"], known["hard_sets"], known["usual"], strict=True)
    ]
    return f"Sets of the week by muscle: {', '.join(parts)}."


def _tracks(names: list[str], most: float, look: Look) -> go.Bar:
    """The pale length that the bars and marks stand on."""
    marker = {"color": palette(look).grid, "cornerradius": 4}
    return go.Bar(name="scale", orientation="h", y=names, x=[most] * len(names), marker=marker, hoverinfo="skip")


def _bars(frame: pd.DataFrame, names: list[str], look: Look) -> go.Bar:
    return go.Bar(
        name="sets",
        orientation="h",
        y=names,
        x=frame["hard_sets"],
        marker={"color": palette(look).lifting, "cornerradius": 4},
        customdata=frame[["muscle"]],
        hovertemplate="<b>%{y}</b> %{x:.3~g} sets<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _numbers(frame: pd.DataFrame, names: list[str], most: float, look: Look) -> go.Scatter:
    """The sets in a column of their own, where no mark covers them."""
    return go.Scatter(
        name="numbers",
        y=names,
        x=[most * 1.03] * len(names),
        mode="text",
        text=[number(sets) for sets in frame["hard_sets"]],
        textposition="middle right",
        textfont={"color": palette(look).ink, "size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _usual(frame: pd.DataFrame, names: list[str], look: Look) -> go.Scatter:
    return go.Scatter(
        name="usual",
        y=names,
        x=frame["usual"],
        mode="markers",
        marker={"symbol": "line-ns", "size": 15, "line": {"color": palette(look).ink, "width": 2.4}},
        hovertemplate="<b>%{y}</b> usual: %{x:.1f} sets a week<extra></extra>",
    )


def _head(fig: go.Figure, look: Look) -> None:
    colours = palette(look)
    key_line(fig, f'<span style="color:{colours.lifting}">■</span> this week   <b>|</b> usual', look)

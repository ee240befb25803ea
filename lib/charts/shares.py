"""Parts of a whole as one bar: how the sets of a few windows are divided."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.theme import Look, figure, key_line, palette
from lib.model.region import number

_NARROWEST_LABEL = 0.09  # a part below this share of its bar has no room for its number


def divided_bars(
    frame: pd.DataFrame, parts: Sequence[str], names: Mapping[str, str], colours: Mapping[str, str], *, look: Look
) -> go.Figure:
    """One bar a row, each as long as the plot, divided by sets; the numbers stand in the parts.

    frame: a row per bar with the column `label` and one column of sets for each of `parts`.
    """
    fig = figure(look, 52 * len(frame) + 44)
    totals = frame[list(parts)].sum(axis=1)
    for part in parts:
        fig.add_trace(_part(frame, totals, part, names[part], colours[part], look))
    fig.update_layout(
        barmode="stack",
        bargap=0.42,
        margin={"l": 70 if look.narrow else 86, "r": 8, "t": 34, "b": 4},
        xaxis={"visible": False, "range": [0, 1]},
        yaxis={"autorange": "reversed", "showgrid": False, "tickfont": {"color": palette(look).ink}},
    )
    _head(fig, parts, names, colours, look)
    return fig


def text_alternative(frame: pd.DataFrame, parts: Sequence[str], names: Mapping[str, str]) -> str:
    """One sentence a bar: its label and the sets of each part."""
    rows = frame.to_dict("records")
    return " ".join(
        f"{row['label']}: " + ", ".join(f"{names[part].lower()} {number(row[part])} sets" for part in parts) + "."
        for row in rows
    )


def _part(frame: pd.DataFrame, totals: pd.Series, part: str, name: str, colour: str, look: Look) -> go.Bar:
    share = (frame[part] / totals.where(totals > 0)).fillna(0.0)
    return go.Bar(
        name=name,
        orientation="h",
        y=frame["label"],
        x=share,
        marker={"color": colour, "line": {"color": palette(look).surface, "width": 2}},
        text=[number(sets) if each >= _NARROWEST_LABEL else "" for sets, each in zip(frame[part], share, strict=True)],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": palette(look).surface, "size": 13},
        customdata=frame[part],
        hovertemplate=f"<b>{name}</b><br>%{{customdata:.3~g}} sets, %{{x:.0%}}<extra>%{{y}}</extra>",
    )


def _head(
    fig: go.Figure, parts: Sequence[str], names: Mapping[str, str], colours: Mapping[str, str], look: Look
) -> None:
    keys = "   ".join(f'<span style="color:{colours[part]}">■</span> {names[part]}' for part in parts)
    key_line(fig, keys, look)

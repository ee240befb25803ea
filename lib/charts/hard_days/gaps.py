"""Leg sessions on a line of time: hours since the last hard run above, hours to the next one below."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.escape import plain
from lib.charts.look.theme import Look, empty_figure, figure, key_line, palette
from lib.charts.overview.periods import month_axis
from lib.model import region
from lib.model.vocabulary import Gap

NOTHING: Final = "No leg sessions in this time."
TOP_H: Final = 96.0  # a longer gap is drawn at the edge
_UNKNOWN_LANE: Final = -14.0
_NONE_LANE: Final = TOP_H + 24.0
_SIDES: Final = (("before", "y", "hours since the last hard run"), ("after", "y2", "hours to the next hard run"))
_MARKS: Final = {"before": (6, 24), "after": (6, 24, 48)}


class Texts(NamedTuple):
    """What the hover says of each session: its day and title, and each of its sides. Foreign text goes in as it is."""

    name: Sequence[str]
    before: Sequence[str]
    after: Sequence[str]


def gaps(spacing: pd.DataFrame, texts: Texts, *, highlight: int | None = None, look: Look) -> go.Figure:
    """A dot for each session on both panels, hollow where a gap cannot be told. A click gives the session's id.

    spacing: LEG_SPACING. highlight: the session_id that is marked.
    """
    if spacing.empty:
        return empty_figure(NOTHING, look)
    fig = figure(look, 420)
    for side, axis, name in _SIDES:
        _draw_marks(fig, side, axis, look)
        fig.add_trace(_dots(spacing, texts, side, axis, look))
        key_line(fig, name, look, above=axis)
    if highlight is not None:
        _mark(fig, spacing, highlight, look)
    _lay_out(fig, spacing, look)
    return fig


def text_alternative(summary: str, spacing: pd.DataFrame) -> str:
    """The counts as they stand above the figure, and how many sessions it shows."""
    return f"{len(spacing)} leg sessions by their hours to the hard runs around them. {summary}"


def _places(spacing: pd.DataFrame, side: str) -> pd.Series:
    """Where each gap is drawn; in lanes of their own where there is none and where nobody can tell."""
    gap, hours = spacing[side], spacing[f"{side}_h"].clip(0, TOP_H)
    by_date = spacing[f"{side}_days"].mul(24).clip(0, TOP_H)
    place = hours.where(hours.notna(), by_date)
    place = place.mask(gap == str(Gap.NONE), _NONE_LANE)
    drawn: pd.Series = place.mask(gap == str(Gap.UNKNOWN), _UNKNOWN_LANE)
    return drawn


def _dots(spacing: pd.DataFrame, texts: Texts, side: str, axis: str, look: Look) -> go.Scatter:
    colours = palette(look)
    told = spacing[side].isin([str(Gap.CLOSER), str(Gap.AT_LEAST_24), str(Gap.AT_LEAST_48)])
    said = getattr(texts, side)
    return go.Scatter(
        name=side,
        x=spacing["local_start"],
        y=_places(spacing, side),
        yaxis=axis,
        mode="markers",
        marker={
            "size": 9,
            "color": told.map({True: colours.lifting, False: colours.page}),
            "line": {"color": colours.lifting, "width": 1.5},
        },
        customdata=[[int(number)] for number in spacing["session_id"]],
        hovertext=[f"<b>{plain(name)}</b><br>{plain(words)}" for name, words in zip(texts.name, said, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _draw_marks(fig: go.Figure, side: str, axis: str, look: Look) -> None:
    colours = palette(look)
    for hours in _MARKS[side]:
        line = {"color": colours.muted, "width": 1, "dash": "dot" if hours == 6 else "solid"}
        fig.add_hline(y=hours, yref=axis, line=line, opacity=0.55, layer="below")


def _mark(fig: go.Figure, spacing: pd.DataFrame, session_id: int, look: Look) -> None:
    for moment in spacing.loc[spacing["session_id"] == session_id, "local_start"]:
        fig.add_vline(x=moment, line={"color": palette(look).ink, "width": 1}, opacity=0.6, layer="below")


def _lay_out(fig: go.Figure, spacing: pd.DataFrame, look: Look) -> None:
    first, last = spacing["local_start"].min(), spacing["local_start"].max()
    room = max((last - first) * 0.02, pd.Timedelta(days=2))
    ticks = [_UNKNOWN_LANE, 6, 24, 48, 72, TOP_H, _NONE_LANE]
    words = ["not known", "6 h", "24 h", "48 h", "72 h", f"{TOP_H:.0f} h +", "none"]
    axis = {"range": [_UNKNOWN_LANE - 10, _NONE_LANE + 10], "tickvals": ticks, "ticktext": words, "showgrid": False}
    fig.update_layout(
        margin={"l": 68, "r": 8, "t": 28, "b": 40},
        xaxis={"type": "date", "anchor": "y2", "range": [first - room, last + room]},
        yaxis={"domain": [0.56, 1], **axis},
        yaxis2={"domain": [0, 0.44], "anchor": "x", **axis},
        hovermode="closest",
    )
    fig.update_xaxes(**month_axis(first - room, last + room, narrow=look.narrow))
    if (last - first).days < 60:
        fig.update_layout(
            xaxis={"dtick": 7 * 86_400_000, "tickformat": region.plotly_day(), "ticklabelmode": "instant"}
        )

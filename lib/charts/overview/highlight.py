"""What of the main figure is opened below it: an outline, the same whether it was clicked, chosen or bookmarked.

It lies over the figure instead of being part of it: a figure that stays as it is need not be drawn anew for every click.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.charts.look.boxes import box
from lib.charts.look.theme import Look, palette
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, Muscle

NAME = "highlight"
_LINE = 1.8  # pixels, as all below
_RING = 13


@dataclass(frozen=True, slots=True)
class Highlight:
    """The days whose rows are shown, both included, and their muscle; None for all sets."""

    first: date
    last: date
    muscle: Muscle | None = None

    def of(self, columns: pd.DataFrame) -> pd.DataFrame:
        """The rows of exactly these days. columns: of lib.charts.overview.periods; days that are no column give none."""
        if columns.empty:
            return columns
        return columns[columns["first"].eq(pd.Timestamp(self.first)) & columns["last"].eq(pd.Timestamp(self.last))]


@dataclass(frozen=True, slots=True)
class Outline:
    """A frame in the figure's own measures; a ring around a point where it has no extent. axis: "y" or "y2"."""

    axis: str
    first: pd.Timestamp
    end: pd.Timestamp
    bottom: float
    top: float


def of_cell(columns: pd.DataFrame, muscles: Sequence[Muscle], highlight: Highlight, look: Look) -> list[Outline]:
    """Around the cell of the opened muscle, or around its whole column; none where it is not drawn."""
    rows = {muscle: len(muscles) - 1 - index for index, muscle in enumerate(muscles)}
    if highlight.muscle is None and rows:
        span = -0.5, len(muscles) - 0.5
    elif highlight.muscle in rows:
        row = rows[highlight.muscle]
        span = row - 0.5, row + (0.1 if look.narrow else 0.5)
    else:
        return []
    return _around(highlight.of(columns).head(1), "y", span)


def of_bar(bars: pd.DataFrame, highlight: Highlight, unit: DistanceUnit) -> list[Outline]:
    """Around the distance bar of the opened days."""
    found = highlight.of(bars)
    if len(found) and found["distance_m"].iloc[0] > 0:
        return _around(found, "y2", (0.0, found["distance_m"].iloc[0] / METRES_PER[unit]))
    return []


def of_point(x: pd.Timestamp, y: float) -> Outline:
    """Around the opened point of a line."""
    return Outline("y", x, x, y, y)


def drawn(outlines: Iterable[Outline], fig: go.Figure, look: Look) -> str:
    """The outlines as boxes of HTML, to lie over the figure from its upper left corner over all of its width."""
    layout = fig.to_dict()["layout"]
    if "margin" not in layout:  # nothing is drawn
        return ""
    margin = layout["margin"]
    boxes = "".join(_box(outline, layout, look) for outline in outlines)
    sides = f"left:{margin['l']}px;right:{margin['r']}px"
    return f'<div class="{NAME}" aria-hidden="true" style="position:absolute;top:0;{sides}">{boxes}</div>'


def _around(column: pd.DataFrame, axis: str, span: tuple[float, float]) -> list[Outline]:
    return [
        Outline(axis, start, start + pd.Timedelta(days=width), *span)
        for start, width in zip(column["week_start"], column["width"], strict=True)
    ]


def _box(outline: Outline, layout: dict[str, Any], look: Look) -> str:
    left, right = (_across(each, layout) for each in (outline.first, outline.end))
    top, bottom = (_down(each, outline.axis, layout) for each in (outline.top, outline.bottom))
    line = f"position:absolute;border:{_LINE}px solid {palette(look).ink};pointer-events:none"
    if outline.first == outline.end:
        half = _RING / 2
        place = f"left:calc({left:.3f}% - {half}px);top:{top - half:.1f}px;width:{_RING}px;height:{_RING}px"
        return box(f"{line};border-radius:50%;{place}")
    half = _LINE / 2
    across = f"left:calc({left:.3f}% - {half}px);width:calc({right - left:.3f}% + {_LINE}px)"
    return box(f"{line};{across};top:{top - half:.1f}px;height:{bottom - top + _LINE:.1f}px")


def _across(day: pd.Timestamp, layout: dict[str, Any]) -> float:
    """Where a day stands on the time axis, in percent of its length."""
    first, end = (pd.Timestamp(each) for each in layout["xaxis"]["range"])
    return float((day - first) / (end - first) * 100)


def _down(value: float, axis: str, layout: dict[str, Any]) -> float:
    """Where a value stands in the figure, in pixels from its top."""
    described = layout[axis.replace("y", "yaxis")]
    low, high = described["range"]
    bottom, top = described["domain"]
    share = bottom + (value - low) / (high - low) * (top - bottom)
    margin = layout["margin"]
    return float(margin["t"] + (1 - share) * (layout["height"] - margin["t"] - margin["b"]))

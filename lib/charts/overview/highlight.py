"""What of the main figure is opened below it: an outline, the same whether it was clicked, chosen or bookmarked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.charts.look.sketch import Sketch, scatter
from lib.charts.look.theme import Look, palette
from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, Muscle

NAME = "highlight"


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


def outline_cell(
    fig: Sketch, columns: pd.DataFrame, muscles: Sequence[Muscle], highlight: Highlight, look: Look
) -> None:
    """A frame around the cell of the opened muscle, or around its whole column; nothing where it is not drawn."""
    rows = {muscle: len(muscles) - 1 - index for index, muscle in enumerate(muscles)}
    if not rows:
        return
    if highlight.muscle is None:
        span = -0.5, len(muscles) - 0.5
    elif highlight.muscle in rows:
        row = rows[highlight.muscle]
        span = row - 0.5, row + (0.1 if look.narrow else 0.5)
    else:
        return
    _frame(fig, highlight.of(columns).head(1), "y", span, look)


def outline_bar(fig: Sketch, bars: pd.DataFrame, highlight: Highlight, unit: DistanceUnit, look: Look) -> None:
    """A frame around the distance bar of the opened days."""
    found = highlight.of(bars)
    if len(found) and found["distance_m"].iloc[0] > 0:
        _frame(fig, found, "y2", (0.0, found["distance_m"].iloc[0] / METRES_PER[unit]), look)


def ring(fig: Sketch, x: object, y: float, look: Look) -> None:
    """A ring around the opened point of a line."""
    line = {"color": palette(look).ink, "width": 1.8}
    marker = {"size": 13, "color": "rgba(0,0,0,0)", "line": line}
    fig.add_trace(scatter(name=NAME, x=[x], y=[y], mode="markers", marker=marker, hoverinfo="skip"))


def _frame(fig: Sketch, column: pd.DataFrame, axis: str, span: tuple[float, float], look: Look) -> None:
    for start, width in zip(column["week_start"], column["width"], strict=True):
        fig.add_shape(
            name=NAME,
            type="rect",
            x0=start,
            x1=start + pd.Timedelta(days=width),
            y0=span[0],
            y1=span[1],
            xref="x",
            yref=axis,
            line={"color": palette(look).ink, "width": 1.8},
            layer="above",
        )

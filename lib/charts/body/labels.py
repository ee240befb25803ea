"""The words of the body map: every muscle is named once, with its number and a thin line to it."""

from collections.abc import Iterator, Mapping

from lib.charts.body.sides import BodySide
from lib.charts.look.theme import Look, palette
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

_COLUMN = 25.0  # from the middle of a figure to its labels


def labels(side: BodySide, numbers: Mapping[Muscle, str], look: Look) -> Iterator[dict[str, object]]:
    """Annotations: the name of the side below it, the muscles in a column, each number next to its line."""
    font = {"color": palette(look).muted, "size": 12}
    yield {"text": side.name, "x": side.x, "y": side.y - 2, "yanchor": "top", "showarrow": False, "font": font}
    to_left = side.labels_to < 0
    for muscle, (_, height) in side.labels.items():
        words = (MUSCLE_NAMES[muscle], f"<b>{numbers[muscle]}</b>")
        yield {
            "text": "  ".join(words if to_left else reversed(words)),
            "x": side.x + side.labels_to * _COLUMN,
            "y": side.y + height,
            "xanchor": "right" if to_left else "left",
            "yanchor": "middle",
            "xshift": 2 * side.labels_to,
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": 13, "color": palette(look).ink},
        }


def leaders(side: BodySide, look: Look) -> Iterator[dict[str, object]]:
    """Shapes: a line from each label to its muscle."""
    line = {"color": palette(look).muted, "width": 0.7}
    for (x, y), height in side.labels.values():
        start, end = side.x + side.labels_to * _COLUMN, side.x + side.labels_to * x
        yield {"type": "line", "x0": start, "y0": side.y + height, "x1": end, "y1": side.y + y, "line": line}

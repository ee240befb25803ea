"""Weeks as dots: full where something was done, pale where nothing was, an outline where no log covers the week."""

from collections.abc import Sequence
from math import isnan
from typing import Final

from lib.charts.look.boxes import box, drawing
from lib.charts.look.theme import Look, palette

_SIZE: Final = 13  # pixels


def week_dots(values: Sequence[float], *, colour: str, words: str, look: Look) -> str:
    """values: amounts a week, oldest first; the last one is framed. words: what they say."""
    dots = "".join(_dot(value, colour, look, framed=index == len(values) - 1) for index, value in enumerate(values))
    return drawing(
        dots, words, "display:flex;align-items:center;flex-wrap:wrap;gap:7px;min-height:22px;padding:2px 3px"
    )


def _dot(value: float, colour: str, look: Look, *, framed: bool) -> str:
    colours = palette(look)
    shape = f"width:{_SIZE}px;height:{_SIZE}px;border-radius:50%"
    if isnan(value):
        paint = f"border:1px dashed {colours.unknown}"
    elif value > 0:
        paint = f"background:{colour}"
    else:
        paint = f"background:{colours.grid};border:1px solid {colours.unknown}"
    frame = f"outline:2px solid {colours.ink};outline-offset:2px" if framed else ""
    return box(f"{shape};{paint};{frame}")

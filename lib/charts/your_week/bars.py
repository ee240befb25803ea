"""An amount beside what is usual, and two amounts against each other."""

from math import isnan
from typing import Final

from lib.charts.look.boxes import box, drawing, share
from lib.charts.look.theme import Look, palette

_HEIGHT: Final = 10  # pixels, as all below
_MARK: Final = 18


def beside_usual(done: float, usual: float, *, colour: str, words: str, look: Look) -> str:
    """A bar of what was done with a mark at what is usual; without a bar where it is not known, without a mark likewise.

    words: both in words, read to the blind.
    """
    colours = palette(look)
    most = max([value for value in (done, usual) if not isnan(value)], default=0.0) * 1.12 or 1.0
    track = f"position:absolute;left:0;right:0;top:4px;height:{_HEIGHT}px;border-radius:5px;background:{colours.grid}"
    filled = f"position:absolute;left:0;top:4px;height:{_HEIGHT}px;border-radius:5px;background:{colour}"
    boxes = [box(track)]
    if not isnan(done) and done > 0:
        boxes.append(box(f"{filled};width:{share(done, most):.1f}%"))
    if not isnan(usual):
        at = f"position:absolute;top:0;width:2px;height:{_MARK}px;background:{colours.ink}"
        boxes.append(box(f"{at};left:{share(usual, most):.1f}%"))
    return drawing("".join(boxes), words, f"position:relative;height:{_MARK}px")


def against(first: float, second: float, colours_of: tuple[str, str], *, words: str, look: Look) -> str:
    """Two amounts as one bar that grows from the middle to both sides. words: both in words."""
    most, height = max(first, second), 22
    halves = []
    for value, colour, side, round_at in zip(
        (first, second), colours_of, ("end", "start"), ("left", "right"), strict=True
    ):
        corners = f"border-top-{round_at}-radius:5px;border-bottom-{round_at}-radius:5px"
        inner = box(f"display:block;height:{height}px;width:{share(value, most):.1f}%;background:{colour};{corners}")
        halves.append(box(f"flex:1;display:flex;justify-content:flex-{side}", inner))
    middle = box(f"width:2px;height:{height + 6}px;background:{palette(look).ink}")
    return drawing(middle.join(halves), words, "display:flex;align-items:center;padding:0 8%")

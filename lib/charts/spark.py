"""Weeks as small bars of boxes of HTML. Pure."""

from collections.abc import Callable, Sequence
from math import isnan
from typing import Final

from lib.charts.look.boxes import box, drawing
from lib.charts.look.theme import Look, palette

HEIGHT: Final = 36  # pixels, as all below
_BAR, _FOOT, _LEAST, _OUTLINE = 11, 2, 3, 6


def spark(
    values: Sequence[float],
    *,
    look: Look,
    colour: str,
    what: str,
    say: Callable[[float], str],
) -> str:
    """Bars of complete weeks, oldest first: a foot for zero, an outline for NaN, a week that no log covers.

    what: what the bars are, read to the blind with each value as `say` puts it.
    """
    most = max([value for value in values if not isnan(value)], default=0.0) or 1.0
    bars = [_bar(value / most, colour, look) for value in values]
    words = [_said(value, say) for value in values]
    frame = f"display:flex;align-items:flex-end;gap:3px;height:{HEIGHT}px"
    return drawing("".join(bars), f"{what}: {', '.join(words)}", frame)


def _said(value: float, say: Callable[[float], str]) -> str:
    return "no log" if isnan(value) else say(value)


def _bar(share: float, colour: str, look: Look) -> str:
    """share: of the highest bar, 0-1; NaN where no log covers the week."""
    unknown = palette(look).unknown
    if isnan(share):
        return _week(_OUTLINE, f"border:1px dashed {unknown}")
    if share == 0:
        return _week(_FOOT, f"background:{unknown}")
    return _week(max(_LEAST, round(share * HEIGHT)), f"background:{colour}")


def _week(height: int, paint: str) -> str:
    return box(f"flex:0 1 {_BAR}px;height:{height}px;border-radius:2px 2px 0 0;{paint}")

"""Weeks as small bars: a few hundred bytes of HTML where a chart would cost the browser a redraw. Pure.

Boxes and no SVG: st.html lets no SVG through.
"""

from collections.abc import Callable, Sequence
from html import escape
from math import isnan
from typing import Final

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
    so_far: float | None = None,
) -> str:
    """Bars of complete weeks, oldest first: a foot for zero, an outline for NaN, a week that no log covers.

    what: what the bars are, read to the blind with each value as `say` puts it.
    so_far: the unfinished week, lighter and apart from the others.
    """
    every = [*values] if so_far is None else [*values, so_far]
    most = max([value for value in every if not isnan(value)], default=0.0) or 1.0
    bars = [_bar(value / most, colour, look) for value in values]
    words = [_said(value, say) for value in values]
    if so_far is not None:
        bars.append(_bar(so_far / most, colour, look, "opacity:0.45;margin-left:6px"))
        words.append(f"so far {_said(so_far, say)}")
    frame = f"display:flex;align-items:flex-end;gap:3px;height:{HEIGHT}px"
    label = escape(f"{what}: {', '.join(words)}")
    return f'<div role="img" aria-label="{label}" style="{frame}">{"".join(bars)}</div>'


def _said(value: float, say: Callable[[float], str]) -> str:
    return "no log" if isnan(value) else say(value)


def _bar(share: float, colour: str, look: Look, paint: str = "") -> str:
    """share: of the highest bar, 0-1; NaN where no log covers the week."""
    unknown = palette(look).unknown
    if isnan(share):
        return _box(_OUTLINE, f"border:1px dashed {unknown};{paint}")
    if share == 0:
        return _box(_FOOT, f"background:{unknown};{paint}")
    return _box(max(_LEAST, round(share * HEIGHT)), f"background:{colour};{paint}")


def _box(height: int, paint: str) -> str:
    shape = f"flex:0 1 {_BAR}px;height:{height}px;box-sizing:border-box;border-radius:2px 2px 0 0"
    return f'<span style="{shape};{paint}"></span>'

"""The muscles of one week as bars, each with a mark at what is usual, to be pressed for its rows.

Boxes of HTML: every week has other bars, and a chart would have to be drawn anew for each.
"""

from html import escape
from math import isnan
from typing import Final

import pandas as pd

from lib.charts.look.boxes import box, group, press, share
from lib.charts.look.theme import Look, palette
from lib.model.region import number
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

NOTHING: Final = "No strength log covers this week."
NO_USUAL: Final = "usual: from three whole weeks on"
_ROW: Final = 26  # pixels, as all below
_BAR: Final = 13
_MARK: Final = 17


def bars(frame: pd.DataFrame, *, look: Look) -> str:
    """frame: WEEK_USUAL rows in the order to draw, from the top. A mark without a bar is a muscle left out this week."""
    if frame["hard_sets"].isna().all():
        return box(f"display:block;padding:3rem 0;text-align:center;color:{palette(look).muted}", NOTHING)
    most = max(float(frame[["hard_sets", "usual"]].max().max()), 1.0) * 1.06
    rows = zip(frame["muscle"], frame["hard_sets"], frame["usual"], strict=True)
    drawn = "".join(_row(Muscle(muscle), sets, usual, most, look) for muscle, sets, usual in rows)
    return group(
        _key(look, known=bool(frame["usual"].notna().any())) + drawn, text_alternative(frame), "font-size:13px"
    )


def text_alternative(frame: pd.DataFrame) -> str:
    """One sentence: the sets of every muscle that had any, and what is usual."""
    known = frame[(frame["hard_sets"] > 0) | (frame["usual"] > 0)]
    if known.empty:
        return NOTHING
    parts = [
        f"{MUSCLE_NAMES[Muscle(muscle)].lower()} {number(sets)}{_beside(usual)}"
        for muscle, sets, usual in zip(known["muscle"], known["hard_sets"], known["usual"], strict=True)
    ]
    return f"Sets of the week by muscle: {', '.join(parts)}."


def _beside(usual: float) -> str:
    return "" if isnan(usual) else f" (usual {number(usual, '.1f')})"


def _key(look: Look, *, known: bool) -> str:
    """What the marks mean; without any, from when on there is one. known: whether anything is usual yet."""
    colours = palette(look)
    square = box(f"color:{colours.lifting}", "■")
    words = f"{square} this week &nbsp; {'<b>|</b> usual' if known else NO_USUAL}"
    return box(f"display:block;font-size:12px;line-height:{_ROW}px;color:{colours.muted}", words)


def _row(muscle: Muscle, sets: float, usual: float, most: float, look: Look) -> str:
    name, done = MUSCLE_NAMES[muscle], number(sets)
    row = (
        box("flex:0 0 92px;padding-right:8px;text-align:right", escape(name))
        + box(f"flex:1;position:relative;height:{_ROW}px", _bar(sets, usual, most, look))
        + box("flex:0 0 38px;padding-left:8px;text-align:left", done)
    )
    said = f"{name}: {done} sets{_beside(usual)}"
    return press(str(muscle), row, said, f"display:flex;align-items:center;width:100%;height:{_ROW}px")


def _bar(sets: float, usual: float, most: float, look: Look) -> str:
    """The pale length, the bar on it, and the mark at the usual."""
    colours, middle = palette(look), (_ROW - _BAR) / 2
    lying = f"position:absolute;left:0;top:{middle}px;height:{_BAR}px;border-radius:4px"
    boxes = [box(f"{lying};right:0;background:{colours.grid}")]
    if sets > 0:
        boxes.append(box(f"{lying};width:{share(sets, most):.1f}%;background:{colours.lifting}"))
    if not isnan(usual):
        top = (_ROW - _MARK) / 2
        place = f"position:absolute;left:calc({share(usual, most):.1f}% - 1px);top:{top}px;width:2.4px;height:{_MARK}px"
        boxes.append(box(f"{place};background:{colours.ink}"))
    return "".join(boxes)

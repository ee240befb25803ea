"""The days of a week: a bar for what was run, one for the sets of the lower body and, lighter, one for those of the upper."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import isnan
from typing import Final

from lib.charts.look.boxes import box, group, press, share
from lib.charts.look.theme import Look, palette

HEIGHT: Final = 30  # pixels
_UNKNOWN: Final = "width:15px;height:10px;border-radius:2px;border:1px dashed "


@dataclass(frozen=True, slots=True)
class DayAmounts:
    """What was done on a day; NaN where no log covers it. hard: a hard run is among the runs.

    unmapped_sets: of exercises that are not known. no_run_log, no_lifting_log: nobody knows whether there was a run, or lifting.
    """

    distance_m: float
    lower_sets: float
    upper_sets: float
    unmapped_sets: float = 0.0
    hard: bool = False
    no_run_log: bool = False
    no_lifting_log: bool = False


@dataclass(frozen=True, slots=True)
class DrawnDay:
    """A day of the strip. value: what pressing it gives; name: above its bars; drawn: day_bars; said: all of it in words."""

    value: str
    name: str
    drawn: str
    said: str
    is_today: bool = False
    is_open: bool = False


def strip(days: Sequence[DrawnDay]) -> str:
    """The days beside each other, however narrow the screen; today is framed, and so is the day that is open."""
    columns = f"display:grid;grid-template-columns:repeat({len(days)},minmax(0,1fr));gap:2px"
    return group("".join(_column(day) for day in days), "The days of the week", columns)


def _column(day: DrawnDay) -> str:
    # No outline: that is the mark of what has the keyboard's focus.
    line = "solid" if day.is_today else "dashed" if day.is_open else ""
    frame = f";border:1.5px {line} currentColor" if line else ";border:1.5px solid transparent"
    head = box("text-align:center;font-size:14.5px;line-height:1.5rem", escape(day.name))
    return press(
        day.value, head + day.drawn, day.said, f"display:flex;flex-direction:column{frame}", opened=day.is_open
    )


def day_bars(day: DayAmounts, most_m: float, most_sets: float, lines: tuple[str, ...], look: Look) -> str:
    """The bars of a day above its words. most_m, most_sets: of the week, for the scale. lines: plain text."""
    colours = palette(look)
    edge = f";border:2px solid {colours.ink}" if day.hard else ""
    bars = "".join(
        _bar(value, most, paint)
        for value, most, paint in (
            (day.distance_m, most_m, f"background:{colours.running}{edge}"),
            (day.lower_sets, most_sets, f"background:{colours.lifting}"),
            (day.upper_sets, most_sets, f"background:{colours.lifting};opacity:0.5"),
            (day.unmapped_sets, most_sets, f"background:{colours.unknown}"),
        )
    )
    bars += "".join(box(f"{_UNKNOWN}{colour}") for colour in _missing(day, look))
    row = box(f"display:flex;flex:none;align-items:flex-end;justify-content:center;gap:4px;height:{HEIGHT}px", bars)
    words = "".join(box("display:block", escape(line)) for line in lines)
    text = f"display:block;width:100%;text-align:center;font-size:12.5px;line-height:1.3;color:{colours.muted};overflow-wrap:anywhere"
    return row + box(text, words)


def _missing(day: DayAmounts, look: Look) -> list[str]:
    """The colours of the halves that no log tells; of a day that none tells one grey."""
    colours = palette(look)
    if day.no_run_log and day.no_lifting_log:
        return [colours.unknown]
    halves = ((day.no_run_log, colours.running), (day.no_lifting_log, colours.lifting))
    return [colour for missing, colour in halves if missing]


def _bar(value: float, most: float, paint: str) -> str:
    if isnan(value) or value <= 0:
        return ""
    height = max(3, round(share(value, most) / 100 * HEIGHT))
    return box(f"width:15px;height:{height}px;border-radius:3px;{paint}")

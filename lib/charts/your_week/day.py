"""One day of a week: a bar for what was run, one for the sets of the lower body and, lighter, one for those of the upper."""

from dataclasses import dataclass
from html import escape
from math import isnan
from typing import Final

from lib.charts.look.boxes import box, share
from lib.charts.look.theme import Look, palette

HEIGHT: Final = 30  # pixels
_UNKNOWN: Final = "width:15px;height:10px;border-radius:2px;border:1px dashed "


@dataclass(frozen=True, slots=True)
class DayAmounts:
    """What was done on a day; NaN where no log covers it. hard: a hard run is among the runs.

    no_run_log, no_lifting_log: nobody knows whether there was a run, or lifting.
    """

    distance_m: float
    lower_sets: float
    upper_sets: float
    hard: bool = False
    no_run_log: bool = False
    no_lifting_log: bool = False


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
        )
    )
    bars += "".join(box(f"{_UNKNOWN}{colour}") for colour in _missing(day, look))
    row = box(f"display:flex;align-items:flex-end;justify-content:center;gap:4px;height:{HEIGHT}px", bars)
    words = "".join(box("display:block", escape(line)) for line in lines)
    text = (
        f"display:block;text-align:center;font-size:12.5px;line-height:1.3;color:{colours.muted};overflow-wrap:anywhere"
    )
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

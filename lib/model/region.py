"""How the person's region writes numbers, days and clock times. The words around them stay English.

The region of a run stands in a context variable, as the precision of `decimal` does: every layer writes numbers, and
none of them should have to hand it on. Where nobody says so, all is written internationally. It changes how a thing
is written, never which thing: what is cached as text or figure has `current()` in its key.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal

Order = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True, slots=True)
class Region:
    """What differs between regions; by default as written internationally in English.

    decimal, group: what stands before the tenths, and between thousands. order: of day, month and year.
    typed:          how a day is typed in digits, a format of Streamlit's date_input.
    twelve_hours:   4:50 PM instead of 16:50.
    """

    decimal: str = "."
    group: str = ","
    order: Order = "dmy"
    typed: str = "YYYY-MM-DD"
    twelve_hours: bool = False


INTERNATIONAL: Final = Region()
STYLES: Final[Mapping[str, Region]] = {
    "international": INTERNATIONAL,
    "american": Region(order="mdy", typed="MM/DD/YYYY", twelve_hours=True),
    "comma": Region(",", ".", typed="DD.MM.YYYY"),
    "space": Region(",", "\u202f", typed="DD/MM/YYYY"),
    "apostrophe": Region(".", "’", typed="DD.MM.YYYY"),
    "year_first": Region(order="ymd"),
}
"""The styles that a person can choose by name, as stored."""

_current: ContextVar[Region] = ContextVar("region", default=INTERNATIONAL)
_DAY: Final[Mapping[Order, str]] = {
    "dmy": "{0.day} {0:%b %Y}",
    "mdy": "{0:%b} {0.day}, {0.year}",
    "ymd": "{0:%Y-%m-%d}",
}
_PLOTLY_DAY: Final[Mapping[Order, str]] = {"dmy": "%-d %b %Y", "mdy": "%b %-d, %Y", "ymd": "%Y-%m-%d"}
_TABLE_DAY: Final[Mapping[Order, str]] = {"dmy": "D MMM YYYY", "mdy": "MMM D, YYYY", "ymd": "YYYY-MM-DD"}


def current() -> Region:
    """The region that this run writes for."""
    return _current.get()


def use(region: Region) -> None:
    """Write for this region from now on, in this thread."""
    _current.set(region)


@contextmanager
def used(region: Region) -> Iterator[None]:
    """Write for this region inside a `with` block."""
    before = _current.set(region)
    try:
        yield
    finally:
        _current.reset(before)


def number(value: float, spec: str = "g") -> str:
    """A number by a format specification of Python with the region's separators: 1234.5 as ",.1f" gives "1.234,5"."""
    return _separated(format(value, spec))


def short(value: float) -> str:
    """A number with one decimal at most: "12", "12.5", "1,240"."""
    return _separated(f"{value:,.1f}".removesuffix(".0"))


def day(value: date) -> str:
    """A day with the name of its month: "19 Nov 2026", "Nov 19, 2026", "2026-11-19"."""
    return _DAY[current().order].format(value)


def full_day(value: date) -> str:
    """A day as it is read aloud: "19 November 2026", "November 19, 2026"."""
    return f"{value.day} {value:%B %Y}" if current().order == "dmy" else f"{value:%B} {value.day}, {value.year}"


def day_of_year(value: date) -> str:
    """A day whose year is clear: "19 Nov", "Nov 19"."""
    return f"{value.day} {value:%b}" if current().order == "dmy" else f"{value:%b} {value.day}"


def days(first: date, last: date) -> str:
    """A stretch of days without what repeats: "3–9 Nov 2026", "Oct 27 – Nov 2, 2026", "2026-11-03 – 2026-11-09"."""
    order = current().order
    if order == "ymd" or first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{day_of_year(first)} – {day(last)}"
    return f"{first.day}–{day(last)}" if order == "dmy" else f"{day_of_year(first)}–{last.day}, {last.year}"


def clock(value: time) -> str:
    """A time of day to the minute: "16:50", "4:50 PM"."""
    return f"{value:%I:%M %p}".removeprefix("0") if current().twelve_hours else f"{value:%H:%M}"


def clock_with_seconds(value: time) -> str:
    """A time of day to the second: "16:50:09", "4:50:09 PM"."""
    return f"{value:%I:%M:%S %p}".removeprefix("0") if current().twelve_hours else f"{value:%H:%M:%S}"


def plotly_separators() -> str:
    """What Plotly calls `separators`: the numbers that the browser writes in a figure follow it."""
    return current().decimal + current().group


def plotly_day() -> str:
    """The pattern of `day` for Plotly, as in %{x|%-d %b %Y}."""
    return _PLOTLY_DAY[current().order]


def table_day() -> str:
    """The pattern of `day` for a column of a table on the screen."""
    return _TABLE_DAY[current().order]


def _separated(text: str) -> str:
    region = current()
    return text.translate({ord("."): region.decimal, ord(","): region.group})


def ratio(log2_ratio: float) -> str:
    """A ratio as people say it, the larger side beside a one. 0.396 gives "1.3 : 1", -1 gives "1 : 2.0"."""
    sides = number(2 ** abs(log2_ratio), ".1f")
    return f"{sides} : 1" if log2_ratio >= 0 or sides == number(1, ".1f") else f"1 : {sides}"

"""Days as apps and spreadsheets write them, in all their languages: text → year, month, day."""

import re
from typing import Final

from lib.importers.reading.calendar_words import month_of
from lib.importers.reading.cells import CellError
from lib.model.vocabulary import DateOrder

_CJK_DAY: Final = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]", re.ASCII)
_NUMBERED_MONTH: Final = re.compile(r"(\d{1,2})\s?[月월]|\b(?:thg|thang|th)\.?\s?(\d{1,2})\b", re.ASCII)
_ENGLISH: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The year of some languages has a word behind it, which says that it is one.
_YEAR_WORD: Final = r"(?:\s*(?:г|р)\.?)?(?P<dot>\.)?"
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})\.?", re.ASCII)
_DOTTED: Final = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}|\d\d){_YEAR_WORD}", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_DAY: Final = r"(?P<day>\d{1,2})"
_MONTH: Final = r"(?:de\s+|d['’])?(?P<month>[^\s\d,/-]+)"
_YEAR: Final = r"(?P<year>\d{4})"
_NAMED: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_DAY}(?:\.|er|º|o)?[\s-]+{_MONTH}[\s,-]+(?:del?\s+|ค\.ศ\.\s)?(?P<year>\d{{4}}|\d\d){_YEAR_WORD}",
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?[\s,]+{_YEAR}",
        rf"{_YEAR}\.?,?(?:\sm\.)?\s{_MONTH}\s{_DAY}\.?(?:\sd\.)?",
        rf"{_YEAR}\.?\s(?:gada\s)?{_DAY}\.?\s{_MONTH}",
    )
)


def with_english_months(written: str) -> str:
    """Months that are written by their number and a word: 4月, 4월, thg 4."""
    if written.isascii() and "th" not in written:
        return written
    written = _CJK_DAY.sub(r"\1-\2-\3 ", written)
    return _NUMBERED_MONTH.sub(_english_month, written).strip()


def _english_month(found: re.Match[str]) -> str:
    number = int(found[1] or found[2])
    return f" {_ENGLISH[number - 1]} " if 1 <= number <= 12 else found[0]


def day_in(text: str, order: DateOrder | None) -> tuple[int, int, int]:
    """(year, month, day) of a date without a time, as `plain` gives it. CellError where it is none."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _SLASHED.fullmatch(text):
        return _slashed(int(found[1]), int(found[3]), _year(found[4]), order)
    for pattern in _NAMED:
        if found := pattern.fullmatch(text):
            return _year(found["year"]), _month(found), int(found["day"])
    raise CellError("not a date this importer knows")


def _slashed(first: int, second: int, year: int, order: DateOrder | None) -> tuple[int, int, int]:
    if order is None:
        raise CellError("day or month first cannot be told")
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    if month > 12 >= day:
        named = "day" if order is DateOrder.DAY_FIRST else "month"
        raise CellError(f"does not fit the other dates, which have the {named} first")
    return year, month, day


def _month(found: re.Match[str]) -> int:
    """Of “11. lip 2025.” the Croatian one: in Polish and Czech, where the name is another month, no dot ends a year."""
    month = month_of(found["month"], in_croatian=bool(found.groupdict().get("dot")))
    if month is None:
        raise CellError("not a month this importer knows; write dates as 2026-03-10 07:15:30")
    return month


def _year(digits: str) -> int:
    """Two digits are of 1970 to 2069."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)

"""What a cell says: numbers and text, read strictly. No float() on foreign text: it takes nan, 1_0 and ٣."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from lib.importers.reading.table import shown
from lib.model.records import Problem

T = TypeVar("T")

_SPACES: Final = " \t\u00a0\u202f\u2009\u2007"
_GROUPS: Final = "'’ \u00a0\u202f\u2009"
_NUMBER: Final = re.compile(r"[+-]?\d[\d.,'’ \u00a0\u202f\u2009]*", re.ASCII)
_PLAIN: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_ALWAYS_FINITE: Final = 300  # digits
_PLAIN_POINT: Final = re.compile(r"\d+\.(?:\d\d?|\d{4,})", re.ASCII)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]+")
_CONTROL_IN_NOTE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
_RANGE: Final = re.compile(r"\d+\s*[-–]\s*\d+")
_REASONS: Final = (
    (re.compile(r""), "missing"),
    (re.compile(r"[+-]?(?:inf|infinity|∞)", re.IGNORECASE), "not a finite number"),
    (
        re.compile(r"\d{1,2}(?:-|\. )[^\W\d]{3,}\.?|[^\W\d]{3,}\.?-\d{1,2}"),
        "looks like a date made by a spreadsheet; type the number again",
    ),
    (re.compile(r"0x.*", re.IGNORECASE), "not a number"),
    (
        re.compile(r"[+-]?[\d.,]+\s*[^\W\d_]+\.?"),
        "has a unit inside the cell; leave only the number, in the unit of the column",
    ),
)


class CellError(ValueError):
    """A cell that cannot be read; `why` is for people."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class BadCell(CellError):
    """A CellError with its place: the column by name and the text of the cell."""

    def __init__(self, column: str, value: str, why: str) -> None:
        super().__init__(why)
        self.column, self.value = column, value

    def problem(self, line: int, rows: int = 1) -> Problem:
        """As a record of the import. rows=0 where the row is stored all the same."""
        return Problem(line, self.column, shown(self.value), self.why, rows)


class Contradiction(BadCell):
    """Two cells that cannot both be right. Neither is believed, and the row is no side value short but wrong."""


def read_cell(column: str, text: str, parse: Callable[[str], T]) -> T:
    """parse(text). BadCell naming the column where it fails."""
    try:
        return parse(text)
    except CellError as error:
        raise BadCell(column, text, error.why) from error


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """Which sign parts the decimals of a column; the other one, blanks and apostrophes group thousands."""

    decimal: str = "."


POINT: Final = NumberStyle(".")
COMMA: Final = NumberStyle(",")


def _pattern(decimal: str) -> re.Pattern[str]:
    group = re.escape(("," if decimal == "." else ".") + _GROUPS)
    point = re.escape(decimal)
    whole = rf"\d{{1,3}}(?:(?P<group>[{group}])\d{{3}}(?:(?P=group)\d{{3}})*)|\d+"
    return re.compile(rf"[+-]?(?:(?:{whole})(?:{point}\d*)?|{point}\d+)(?:[eE][+-]?\d{{1,3}})?", re.ASCII)


_PATTERNS: Final = {decimal: _pattern(decimal) for decimal in ".,"}


class StyleVotes:
    """Counts what the cells of one column prove about its numbers, cell by cell."""

    def __init__(self) -> None:
        self._votes = {".": 0, ",": 0}

    def add(self, text: str) -> None:
        """Hear one cell."""
        if "." not in text and "," not in text:
            return
        if _PLAIN_POINT.fullmatch(text):
            self._votes["."] += 1
        elif decimal := _proven_decimal(text):
            self._votes[decimal] += 1

    @property
    def style(self) -> NumberStyle:
        """What most cells prove; a point where none proves anything."""
        return COMMA if self._votes[","] > self._votes["."] else POINT


def number_style(samples: Iterable[str]) -> NumberStyle:
    """How a column writes its numbers: what most of its cells prove. A point where none proves anything."""
    votes = StyleVotes()
    for text in samples:
        votes.add(text)
    return votes.style


def _proven_decimal(text: str) -> str | None:
    """The decimal sign that a number proves: "7,00" a comma, "1,024.5" a point, "1,024" nothing."""
    text = text.strip(_SPACES)
    if not _NUMBER.fullmatch(text):
        return None
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return None
    sign, other = text[last], "," if text[last] == "." else "."
    if text.count(sign) > 1:
        return other
    if other in text:
        return sign
    whole = text[:last].lstrip("+-")
    groups = len(text) - last - 1 == 3 and 1 <= len(whole) <= 3 and whole.strip("0")
    return None if groups else sign


def parse_number(text: str, style: NumberStyle = POINT) -> float:
    """A finite number. CellError with the reason otherwise."""
    if style.decimal == "." and len(text) <= _ALWAYS_FINITE and _PLAIN.fullmatch(text):
        return float(text)
    return _styled_number(text, style)


@lru_cache(maxsize=4096)
def _styled_number(text: str, style: NumberStyle) -> float:
    plain = text.strip(_SPACES).removeprefix("'").replace("−", "-")
    if not _PATTERNS[style.decimal].fullmatch(plain):
        raise CellError(_why_no_number(plain, style))
    other = "," if style.decimal == "." else "."
    for sign in (other, *_GROUPS):
        plain = plain.replace(sign, "")
    return _finite(plain.replace(style.decimal, "."))


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise CellError("not a finite number")
    return value


def _why_no_number(text: str, style: NumberStyle) -> str:
    other = "," if style.decimal == "." else "."
    if _PATTERNS[other].fullmatch(text):
        return f"not a number in this column, whose decimals follow a {'point' if style.decimal == '.' else 'comma'}"
    if any(sign.isdecimal() and not sign.isascii() for sign in text):
        return "not a number here: write it with the digits 0 to 9"
    return next((why for pattern, why in _REASONS if pattern.fullmatch(text)), "not a number")


def parse_count(text: str, style: NumberStyle = POINT) -> int:
    """A whole number, "8.0" included. CellError otherwise."""
    if text.isascii() and text.isdigit() and len(text) < 16:
        return int(text)
    if _RANGE.fullmatch(text.strip(_SPACES)):
        raise CellError("not a whole number but a range")
    value = parse_number(text, style)
    if not value.is_integer():
        raise CellError("not a whole number")
    return int(value)


def bounded(value: float, low: float, high: float, why: str) -> float:
    """The value, or CellError(why) outside low to high (both allowed)."""
    if not low <= value <= high:
        raise CellError(why)
    return value


def not_negative(value: float, high: float, why: str) -> float:
    """The value. CellError where it is below 0, CellError(why) above `high`."""
    if value < 0:
        raise CellError("must not be negative")
    return bounded(value, 0, high, why)


def has_control_characters(text: str) -> bool:
    """Whether clean_text would replace something."""
    return not text.isprintable() and _CONTROL.search(text) is not None


def clean_text(text: str) -> str:
    """A name without control characters (each run becomes one blank) and without blanks at its ends."""
    return (text if text.isprintable() else _CONTROL.sub(" ", text)).strip()


def visible_length(text: str) -> int:
    """Characters that take room: accents set upon another character do not count, up to four each."""
    marks = sum(1 for sign in text if unicodedata.combining(sign))
    seen = len(text) - marks
    return seen + max(0, marks - 4 * seen)


def clean_note(text: str) -> str:
    """A note: line breaks and tabs stay, other control characters become blanks."""
    if text.isprintable():
        return text.strip()
    return _CONTROL_IN_NOTE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()

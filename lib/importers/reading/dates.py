"""Dates and times as apps and spreadsheets write them, in nine languages, read without guessing."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from lib.importers.reading.cells import CellError
from lib.model.errors import Needs
from lib.model.limits import FIRST_YEAR, MAX_AHEAD
from lib.model.records import Problem
from lib.model.vocabulary import DateOrder, Precision, Question

# One row a month: English, German, French, Dutch, Spanish, Italian, Portuguese, Danish, Norwegian, Swedish, Polish
# (both cases), without accents. Any beginning of three letters or more counts when only one month has it.
_MONTH_NAMES: Final = (
    "january januar janvier januari enero gennaio janeiro janner januar styczen stycznia",
    "february februar fevrier februari febrero febbraio fevereiro luty lutego",
    "march marz mrz mars maart mrt marzo marco marts marzec marca",
    "april avril abril aprile kwiecien kwietnia",
    "may mai mei mayo maggio maio maj maja",
    "june juni juin junio giugno junho czerwiec czerwca",
    "july juli juillet julio luglio julho lipiec lipca",
    "august aout augustus agosto sierpien sierpnia",
    "september septembre septiembre settembre setembro wrzesien wrzesnia",
    "october oktober octobre octubre ottobre outubro pazdziernik pazdziernika",
    "november novembre noviembre novembro listopad listopada",
    "december dezember decembre diciembre dicembre dezembro desember grudzien grudnia",
)

_WEEKDAY: Final = re.compile(r"^[^\W\d]{2,}\.?,\s*")
_TIME: Final = re.compile(
    r"(?P<date>.*?)(?:(?:(?<=\d)t|[,\s]+)(?:(?:at|um|a|om|a las|alle|kl\.?|as|o)\s+)?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?\s*(?P<zone>z|utc|gmt|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DOTTED: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_DAY_MONTH: Final = re.compile(r"(\d{1,2})(?:\.|er|º|o)?[\s-]+(?:de\s+)?([^\W\d]+)\.?[\s,-]+(?:de\s+)?(\d{4}|\d\d)")
_MONTH_DAY: Final = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})")
_SLASH_START: Final = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?!\d)", re.ASCII)
_WEEK: Final = re.compile(r"\d{4}-?w\d\d.*")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?", re.ASCII)
_EPOCH: Final = re.compile(r"\d{9,13}(?:\.\d+)?", re.ASCII)
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)

_LONGEST: Final = 200
FURTHEST_ZONE: Final = timedelta(hours=14)  # from UTC, of any wall clock


class Moment(NamedTuple):
    """What a date cell says. `local` is naive and without fractions; `offset` is there where it was written."""

    local: datetime
    offset: timedelta | None = None
    precision: Precision = Precision.SECOND

    @property
    def utc(self) -> datetime:
        """Naive UTC; the wall clock itself where no offset was written."""
        return self.local - (self.offset or timedelta())


def parse_moment(text: str, order: DateOrder | None = None, *, now: datetime | None = None) -> Moment:
    """The moment a cell names. `order` decides 03/04/2025 (None: such dates are refused).

    CellError, each with its own sentence, for what is no date, before 1970 or more than 2 days after `now`.
    """
    moment = _moment(text, order)
    if moment.local.year < FIRST_YEAR:
        raise CellError("before 1970")
    if moment.local > (now or datetime.now()) + MAX_AHEAD:  # noqa: DTZ005 - the wall clock is what files are written by
        raise CellError("in the future")
    return moment


def day_of(moment: Moment) -> Moment:
    """The day alone: for logs that know no time, even where a spreadsheet has added midnight to the date."""
    return Moment(moment.local.replace(hour=0, minute=0, second=0), None, Precision.DATE)


def decide_date_order(samples: Iterable[str]) -> DateOrder | None:
    """The order of day and month that most dates of a column prove.

    None where there are dates such as 03/04/2025 and not one proves it. DAY_FIRST where there are no such dates.
    """
    votes, open_cases = _order_votes(samples)
    if not open_cases and not any(votes.values()):
        return DateOrder.DAY_FIRST
    day, month = votes[DateOrder.DAY_FIRST], votes[DateOrder.MONTH_FIRST]
    if not day and not month:
        return None
    return DateOrder.MONTH_FIRST if month > day else DateOrder.DAY_FIRST


def settle_date_order(samples: Iterable[str], answer: str | None, column: str) -> tuple[DateOrder, Problem | None]:
    """The order to read a whole column in, and a warning (rows=0) where its dates contradict each other.

    What the dates prove goes before the answer. Needs(DATE_ORDER) where neither says it.
    """
    kept = [text for text in samples if _SLASH_START.match(text)]
    order = decide_date_order(kept) or (DateOrder(answer) if answer else None)
    if order is None:
        raise Needs(
            Question.DATE_ORDER,
            [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST],
            f"Dates such as {kept[0].strip()}: is the day first or the month?",
        )
    votes, _ = _order_votes(kept)
    if not all(votes.values()):
        return order, None
    named = "day" if order is DateOrder.DAY_FIRST else "month"
    return order, Problem(None, column, None, f"some dates are day first, others month first; read as {named} first", 0)


def looks_like_unset_clock(moment: datetime) -> bool:
    """Days on which watches begin to count when they have not been set."""
    return (moment.year, moment.month, moment.day) in {(1989, 12, 31), (1990, 1, 1), (1970, 1, 1), (1980, 1, 6)}


def _order_votes(samples: Iterable[str]) -> tuple[dict[DateOrder, int], int]:
    votes, open_cases = {DateOrder.DAY_FIRST: 0, DateOrder.MONTH_FIRST: 0}, 0
    for text in samples:
        found = _SLASH_START.match(text)
        if not found:
            continue
        first, second = int(found[1]), int(found[3])
        votes[DateOrder.DAY_FIRST] += first > 12 >= second
        votes[DateOrder.MONTH_FIRST] += second > 12 >= first
        open_cases += first <= 12 and second <= 12 and first != second
    return votes, open_cases


def _months() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for month, names in enumerate(_MONTH_NAMES, start=1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                found.setdefault(name[:length], set()).add(month)
    return {name: months.pop() for name, months in found.items() if len(months) == 1}


_MONTHS: Final = _months()


def _moment(text: str, order: DateOrder | None) -> Moment:
    """Day and clock apart where a plain clock stands last: a log of a million sets has 100,000 moments on 1,000 days."""
    if len(text) > _LONGEST:  # the patterns below take the cube of its length
        raise CellError("not a date this importer knows")
    date_text, _, clock_text = text.rpartition(" ")
    clock = _clock_alone(clock_text)
    day = _day_alone(date_text, order) if clock else None
    return Moment(day + clock[0], None, clock[1]) if clock and day else _any_moment(text, order)


@lru_cache(maxsize=8192)
def _clock_alone(text: str) -> tuple[timedelta, Precision] | None:
    """A time of day from 0:00 to 23:59:59; None for everything else."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    if hour > 23 or minute > 59 or second > 59:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second), Precision.SECOND if found[3] else Precision.MINUTE


@lru_cache(maxsize=8192)
def _day_alone(text: str, order: DateOrder | None) -> datetime | None:
    """Midnight of a date without a clock; None for everything else."""
    try:
        local, _, precision = _any_moment(text, order)
    except CellError:
        return None
    return local if precision is Precision.DATE else None


@lru_cache(maxsize=8192)
def _any_moment(text: str, order: DateOrder | None) -> Moment:
    plain = _plain(text)
    _refuse_numbers(plain)
    parts = _TIME.fullmatch(_WEEKDAY.sub("", plain))
    if not parts:
        raise CellError("not a date this importer knows")
    year, month, day = _day(parts["date"].strip(" ,"), order)
    hour, minute, second = _clock(parts)
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - a wall clock has no zone
    except ValueError as error:
        raise CellError("no such day or time") from error
    return Moment(local, _offset(parts["zone"]), _precision(parts))


def _plain(text: str) -> str:
    """Lower case, without accents, every kind of blank one space."""
    if text.isascii():  # most logs, and a log of a million sets has 100,000 different moments
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in decomposed if not unicodedata.combining(sign)).split())


def _refuse_numbers(plain: str) -> None:
    if not plain or plain in {"-", "--"}:
        raise CellError("missing")
    if _EPOCH.fullmatch(plain):
        raise CellError("seconds since 1970, not a date; export it with written dates")
    if _SERIAL.fullmatch(plain):
        raise CellError("looks like a spreadsheet date number; format the column as a date")
    if _WEEK.fullmatch(plain):
        raise CellError("a week, not a date this importer knows")


def _day(text: str, order: DateOrder | None) -> tuple[int, int, int]:
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _SLASHED.fullmatch(text):
        return _slashed(int(found[1]), int(found[3]), _year(found[4]), order)
    if found := _DAY_MONTH.fullmatch(text):
        return _year(found[3]), _month(found[2]), int(found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _year(found[3]), _month(found[1]), int(found[2])
    raise CellError("not a date this importer knows")


def _slashed(first: int, second: int, year: int, order: DateOrder | None) -> tuple[int, int, int]:
    if order is None:
        raise CellError("day or month first cannot be told")
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    if month > 12 >= day:
        named = "day" if order is DateOrder.DAY_FIRST else "month"
        raise CellError(f"does not fit the other dates, which have the {named} first")
    return year, month, day


def _month(word: str) -> int:
    if word not in _MONTHS:
        raise CellError("not a month this importer knows; write dates as 2026-03-10 07:15:30")
    return _MONTHS[word]


def _year(digits: str) -> int:
    """Two digits are of 1970 to 2069."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)


def _clock(parts: re.Match[str]) -> tuple[int, int, int]:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if second == 60:
        raise CellError("a leap second (:60), which no calendar here has")
    half = (parts["half"] or "")[:1]
    if half and not 1 <= hour <= 12:
        raise CellError("no such time: an hour above 12 with AM or PM")
    return (hour % 12 + 12 * (half == "p") if half else hour), minute, second


def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return timedelta()
    sign, digits = (-1 if zone[0] == "-" else 1), zone[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 14 or minutes > 59:
        raise CellError("no such offset from UTC")
    return sign * timedelta(hours=hours, minutes=minutes)


def _precision(parts: re.Match[str]) -> Precision:
    if parts["hour"] is None:
        return Precision.DATE
    return Precision.SECOND if parts["second"] else Precision.MINUTE

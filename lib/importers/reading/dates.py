"""Dates and times as apps and spreadsheets write them, in all their languages, read without guessing."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from lib.importers.reading.calendar_words import SHARED, SHARED_BEGINNINGS, half_of, may_be_croatian, plain
from lib.importers.reading.cells import CellError
from lib.importers.reading.header_language import language_of_header
from lib.importers.reading.written_days import day_in, with_english_months
from lib.model.errors import Needs, UnreadableFile
from lib.model.limits import FIRST_YEAR, MAX_AHEAD
from lib.model.records import Problem
from lib.model.vocabulary import DateOrder, Precision, Question

_WEEKDAY: Final = re.compile(r"^[^\W\d]{2,}\.?,\s*")
_CLOCK_IN_WORDS: Final = re.compile(r"(\d{1,2}) h (\d\d)(?: min(?: (\d\d) s)?)?", re.ASCII)
_CLOCK_FIRST: Final = re.compile(r"(?:luc\s)?(\d{1,2}:\d\d(?::\d\d)?),?\s+(\d.*)", re.ASCII)
# What stands between a date and its time: at, kl., om, a las, klo …
_BEFORE_CLOCK: Final = frozenset(
    {"at", "um", "a", "om", "a las", "a les", "alle", "kl", "klo", "as", "o", "в", "о", "u", "v", "ob", "la", "pukul", "στισ"}
)  # fmt: skip
_BEHIND_CLOCK: Final = frozenset({"uhr", "h"})
_TIME: Final = re.compile(
    r"(?P<date>.*?)(?:(?:(?<=\d)t|[,\s]+)(?P<before>[^\d,]{0,24}?)"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<after>[^\d+-]{0,24}?)\s*(?P<zone>z|utc|gmt|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_SLASH_START: Final = re.compile(r"\s*(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?!\d)", re.ASCII)
_WEEK: Final = re.compile(r"\d{4}-?w\d\d.*")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?: ([AP])M)?", re.ASCII)
_HALVES: Final = frozenset({"AM", "PM"})
_EPOCH: Final = re.compile(r"\d{9,13}(?:\.\d+)?", re.ASCII)
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)

# Names of months that Croatian has for others are read as theirs.
_READ_AS: Final = frozenset({"pl", "cs"})
_LONGEST: Final = 200
_ENOUGH: Final = 5_000
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


def settle_date_order(
    samples: Iterable[str],
    answer: str | None,
    column: str,
    header: Iterable[str] = (),
    texts: Callable[[], Iterable[str]] = tuple,
) -> tuple[DateOrder, Problem | None]:
    """The order to read a whole column in, and a warning (rows=0) where its dates contradict each other.

    What the dates prove goes before the answer. Needs(DATE_ORDER) where neither says it. UnreadableFile where the name
    of a month means two months in two languages, and neither another date nor the header nor the texts tell which.

    texts: what the person wrote in the rows, such as titles; asked for only where it matters.
    """
    samples = list(samples)
    if language_of_header(header) not in _READ_AS:
        _refuse_doubtful_months(samples, column, texts)
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


def _refuse_doubtful_months(samples: list[str], column: str, texts: Callable[[], Iterable[str]]) -> None:
    """UnreadableFile where “lip” stands for a month and no other date shows that it is not June, as in Croatian."""
    everything = "\n".join(samples).casefold()
    if not any(beginning in everything for beginning in SHARED_BEGINNINGS):  # most logs, at once
        return
    doubtful = next((text for text in samples if SHARED.search(text)), None)
    if doubtful is None:
        return
    words = {word.strip(".,") for text in islice(samples, _ENOUGH) for word in plain(text).split()}
    if may_be_croatian(words) and language_of_header(islice(texts(), _ENOUGH)) not in _READ_AS:
        raise UnreadableFile(
            f"“{doubtful.strip()}” is one month in Croatian and another one in Polish and Czech, and neither another date "
            "nor the header nor a title tells which is meant. Export in English, or write dates as 2026-03-10 07:15.",
            column=column,
            value=doubtful.strip(),
        )


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


def _moment(text: str, order: DateOrder | None) -> Moment:
    """Day and clock apart where a plain clock stands last: a log of a million sets has 100,000 moments on 1,000 days."""
    if len(text) > _LONGEST:  # the patterns below take the cube of its length
        raise CellError("not a date this importer knows")
    date_text, _, clock_text = text.rpartition(" ")
    if clock_text in _HALVES:
        date_text, _, twelve_hours = date_text.rpartition(" ")
        clock_text = f"{twelve_hours} {clock_text}"
    clock = _clock_alone(clock_text)
    day = _day_alone(date_text, order) if clock else None
    return Moment(day + clock[0], None, clock[1]) if clock and day else _any_moment(text, order)


@lru_cache(maxsize=8192)
def _clock_alone(text: str) -> tuple[timedelta, Precision] | None:
    """A time of day from 0:00 to 23:59:59; None for everything else."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour > 23 or minute > 59 or second > 59 or (found[4] and not 1 <= hour <= 12):
        return None
    if found[4]:
        hour = hour % 12 + 12 * (found[4] == "P")
    return timedelta(hours=hour, minutes=minute, seconds=second), Precision.SECOND if found[3] else Precision.MINUTE


@lru_cache(maxsize=8192)
def _day_alone(text: str, order: DateOrder | None) -> datetime | None:
    """Midnight of a date without a clock; None for everything else."""
    try:
        return datetime(*day_in(_WEEKDAY.sub("", _written(text)).strip(" ,"), order))  # noqa: DTZ001 - see _any_moment
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def _any_moment(text: str, order: DateOrder | None) -> Moment:
    written = _written(text)
    _refuse_numbers(written)
    parts = _TIME.fullmatch(_with_plain_clock(_WEEKDAY.sub("", written)))
    if not parts:
        raise CellError("not a date this importer knows")
    year, month, day = day_in(parts["date"].strip(" ,"), order)
    hour, minute, second = _clock(parts)
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - a wall clock has no zone
    except ValueError as error:
        raise CellError("no such day or time") from error
    return Moment(local, _offset(parts["zone"]), _precision(parts))


def _written(text: str) -> str:
    return with_english_months(plain(text))


def _with_plain_clock(written: str) -> str:
    """The time as 7:05:30 (French Canada writes words) and behind the date (Vietnam writes it before)."""
    if " h " in written:
        written = _CLOCK_IN_WORDS.sub(lambda found: ":".join(filter(None, found.groups())), written)
    return _CLOCK_FIRST.sub(r"\2 \1", written)


def _refuse_numbers(written: str) -> None:
    if not written or written in {"-", "--"}:
        raise CellError("missing")
    if _EPOCH.fullmatch(written):
        raise CellError("seconds since 1970, not a date; export it with written dates")
    if _SERIAL.fullmatch(written):
        raise CellError("looks like a spreadsheet date number; format the column as a date")
    if _WEEK.fullmatch(written):
        raise CellError("a week, not a date this importer knows")


def _clock(parts: re.Match[str]) -> tuple[int, int, int]:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    if second == 60:
        raise CellError("a leap second (:60), which no calendar here has")
    half = _half(parts)
    if half and not 1 <= hour <= 12:
        raise CellError("no such time: an hour above 12 with AM or PM")
    return (hour % 12 + 12 * (half == "p") if half else hour), minute, second


def _half(parts: re.Match[str]) -> str:
    """The letter a or p by the words round the time, "" where there are none. CellError for other words."""
    before, after = (parts[name] or "" for name in ("before", "after"))
    first, last = _half_in(before, _BEFORE_CLOCK), _half_in(after, _BEHIND_CLOCK)
    if first is None or last is None or (first and last):
        raise CellError("not a date this importer knows")
    return first or last


def _half_in(words: str, others: frozenset[str]) -> str | None:
    """Blank for no words and for those of others; None for words that are not known."""
    words = words.strip(" .,")
    return "" if not words or words in others else half_of(words)


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

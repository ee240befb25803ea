"""Lengths of time as apps write them → seconds."""

import re
from typing import Final

from lib.importers.reading.cells import CellError
from lib.importers.reading.duration_words import seconds_in_words

_CLOCK: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)", re.ASCII)
_WORDS: Final = re.compile(
    r"(?:(\d{1,9})\s*(?:d|days?)\s*)?(?:(\d{1,9})\s*(?:h|hr|hrs|hours?|std\.?)\s*)?"
    r"(?:(\d{1,9})\s*(?:m|min|mins|minutes?)\.?\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?|sek)\.?)?",
    re.ASCII | re.IGNORECASE,
)
_SECONDS: Final = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_NONE: Final = frozenset({"", "-", "--"})


def parse_duration(text: str) -> float | None:
    """Seconds of `00:38:13`, `49:10`, `1h 26m`, `1 ч 26 мин`, `20s` or a plain number of seconds; None for `--` and blank.

    CellError for anything else. `mm:ss` may have minutes above 59 only where no hour stands before them.
    """
    text = text.strip()
    if text in _NONE:
        return None
    clock = _CLOCK.fullmatch(text)
    if clock:
        return _of_clock(clock)
    if _SECONDS.fullmatch(text):
        return float(text.replace(",", "."))
    if text.startswith("-") and not text.startswith("--") and parse_duration(text[1:]):
        raise CellError("must not be negative")
    words = _WORDS.fullmatch(text)
    if words:
        return _of_words(words)
    seconds = seconds_in_words(text)
    if seconds is None:
        raise CellError("not a length of time such as 00:38:13")
    return seconds


def _of_clock(clock: re.Match[str]) -> float:
    hours, minutes, seconds = int(clock[1] or 0), int(clock[2]), float(clock[3].replace(",", "."))
    if clock[1] is not None and minutes > 59:
        raise CellError("minutes above 59")
    if seconds >= 60:
        raise CellError("seconds above 59")
    return round(hours * 3600 + minutes * 60 + seconds, 3)


def _of_words(words: re.Match[str]) -> float:
    days, hours, minutes = (int(words[place] or 0) for place in (1, 2, 3))
    seconds = float((words[4] or "0").replace(",", "."))
    return days * 86_400 + hours * 3600 + minutes * 60 + seconds

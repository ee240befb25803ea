"""Words for hours, minutes and seconds in the languages that the apps ship: of the Unicode CLDR, which Babel brings."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import localedata

from lib.importers.reading.calendar_words import LANGUAGES, plain

_SECONDS_IN: Final = {"duration-hour": 3600.0, "duration-minute": 60.0, "duration-second": 1.0}
_BESIDE: Final = {"duration-day": 86_400.0}  # a word that is one of these elsewhere means nothing for sure
_PART: Final = re.compile(r"(\d{1,6})\s?([^\W\d_]+)\.?\s?")


def seconds_in_words(text: str) -> float | None:
    """Seconds of `1 ч 5 мин` or `1時間5分`; None where it is anything else, or a word means one thing here and another there."""
    written = plain(text)
    if not re.fullmatch(rf"(?:{_PART.pattern}){{1,3}}", written):
        return None
    parts = [(int(count), _words().get(word)) for count, word in _PART.findall(written)]
    units = [unit for _, unit in parts if unit]
    if len(units) < len(parts) or units != sorted(set(units), reverse=True):
        return None
    return sum(count * unit for count, unit in parts if unit)


@cache
def _words() -> dict[str, float]:
    """Of all languages, those that mean the same in each. Loaded at the first length that is not in English."""
    found: dict[str, set[float]] = {}
    for word, seconds in _every_word():
        found.setdefault(word, set()).add(seconds)
    return {word: seconds.pop() for word, seconds in found.items() if len(seconds) == 1}


def _every_word() -> Iterator[tuple[str, float]]:
    for language in LANGUAGES:
        patterns = localedata.load(language).get("unit_patterns", {})
        for unit, seconds in (_SECONDS_IN | _BESIDE).items():
            for width in ("narrow", "short", "long"):
                for pattern in dict(patterns.get(unit, {}).get(width, {})).values():
                    if isinstance(pattern, str) and (word := plain(pattern.replace("{0}", "")).strip(" .")):
                        yield word, seconds

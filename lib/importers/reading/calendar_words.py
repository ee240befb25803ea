"""Names of months and halves of the day in the languages that the apps ship: of the Unicode CLDR, which Babel brings."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from babel import localedata
from babel.localedata import Alias

# Those of the accounts of Strava and Garmin Connect and of the phones on which Hevy and its like run, as far as known.
# Croatian is the last: its June, July and October are names of other months in Polish and Czech (see SHARED).
LANGUAGES: Final = (
    "en", "en_AU", "de", "de_AT", "fr", "fr_CA", "es", "pt", "it", "nl", "ca", "gl", "ro", "da", "nb", "nn", "sv", "is",
    "fi", "et", "lv", "lt", "pl", "cs", "sk", "sl", "sr", "sr_Latn", "bg", "uk", "ru", "hu", "el", "tr", "he", "ar", "fa",
    "hi", "th", "vi", "id", "ms", "ko", "ja", "zh", "zh_Hant", "hr",
)  # fmt: skip
CROATIAN: Final = "hr"
# What begins a name that means one month in Croatian and another one in a language above it; with no dot behind the year.
SHARED_BEGINNINGS: Final = ("lip", "lis", "srp")
SHARED: Final = re.compile(rf"\b(?:{'|'.join(SHARED_BEGINNINGS)})[^\d]*\d{{4}}(?!\d|\.)", re.IGNORECASE)

# Most files are in English: for them no table of Babel has to be loaded.
_ENGLISH: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# What real files show beside the CLDR of today: older editions of it, other programs' lists.
_MONTHS_BESIDE: Final = {"mrz": 3, "setiembre": 9}
# Taiwan parts the day into more than halves.
_HALVES_BESIDE: Final = {"午夜": "a", "凌晨": "a", "清晨": "a", "早上": "a", "中午": "p", "晚上": "p"}
_ARTICLE: Final = re.compile(r"^(?:de |d['’])")
_LEAST: Final = 3
_MARKS: Final = ".׳'’॰"
_HEBREW_IN: Final = "ב"


def plain(text: str) -> str:
    """Lower case, no accents, every kind of blank one space, digits 0 to 9, no marks of the direction of writing."""
    if text.isascii():  # most logs, and a log of a million sets has 100,000 different moments
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold()).replace("،", ",")
    kept = (
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
        for sign in decomposed
        if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf"
    )
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def month_of(word: str, *, in_croatian: bool = False) -> int | None:
    """The number of a month by its name as `plain` gives it, or by a beginning of it that only one month has."""
    word = word.strip(_MARKS)
    if in_croatian and (month := months_in(CROATIAN).get(word)):
        return month
    return _english().get(word) or _every_month().get(word) or _every_month().get(word.removeprefix(_HEBREW_IN))


def half_of(words: str) -> str | None:
    """The letter a or p for the words of the two halves of the day as `plain` gives them; None for others."""
    letters = words.replace(".", "").replace(" ", "")
    return {"am": "a", "pm": "p"}.get(letters) or (_every_half().get(letters) if letters else None)


def may_be_croatian(words: set[str]) -> bool:
    """Whether names of months that mean others in Croatian may be meant so, by all words of a column as `plain` gives
    them: not where another language knows more of them.
    """
    croatian = months_in(CROATIAN)
    if all(croatian[word] == month_of(word) for word in words & croatian.keys()):
        return False
    others = (months_in(language) for language in LANGUAGES if language != CROATIAN)
    return len(words & croatian.keys()) >= max(len(words & names.keys()) for names in others)


@cache
def months_in(language: str) -> dict[str, int]:
    """Month by name in one language: short and long, also as it stands alone."""
    return {name: month for month, name in _names(localedata.load(language), "months", ("abbreviated", "wide"))}


@cache
def _english() -> dict[str, int]:
    names = {name: month for month, name in enumerate(_ENGLISH, start=1)}
    return _beginnings(names) | names


@cache
def _every_month() -> dict[str, int]:
    """Of all languages. Loaded at the first name that is not English: it takes a fifth of a second."""
    found = dict(_MONTHS_BESIDE)
    for language in LANGUAGES:
        for name, month in months_in(language).items():
            found.setdefault(name, month)
    return _beginnings(found) | found


def _beginnings(names: dict[str, int]) -> dict[str, int]:
    months: dict[str, set[int]] = {}
    for name, month in names.items():
        for length in range(_LEAST, len(name)):
            months.setdefault(name[:length], set()).add(month)
    return {name: several.pop() for name, several in months.items() if len(several) == 1}


@cache
def _every_half() -> dict[str, str]:
    found = dict(_HALVES_BESIDE)
    for language in LANGUAGES:
        for key, name in _names(localedata.load(language), "day_periods", ("abbreviated", "wide")):
            if key in ("am", "pm"):
                found.setdefault(name.replace(".", "").replace(" ", ""), key[0])
    return found


def _names(data: Any, kind: str, widths: tuple[str, ...]) -> Iterator[tuple[Any, str]]:
    """(key, plain name) of each name of a kind. Read from the data itself: asked by Locale, Babel writes what a name is
    borrowed from into data that all languages share, and the next one gets it.
    """
    for context in data[kind]:
        for width in widths:
            for key, name in _resolved(data[kind][context].get(width, {}), data).items():
                if isinstance(name, str):
                    yield key, _ARTICLE.sub("", plain(name)).strip(_MARKS)


def _resolved(value: Any, data: Any) -> dict[Any, Any]:
    """Names that are borrowed, wholly or in part, from another width or context of the same language."""
    if isinstance(value, Alias):
        return _resolved(value.resolve(data), data)
    if isinstance(value, tuple):
        alias, own = value
        return _resolved(alias, data) | dict(own)
    return dict(value)

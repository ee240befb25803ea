"""Which region numbers and dates are written for: a style that the person chose, else what their browser says."""

import re
from functools import lru_cache
from typing import Final, cast, get_args

from babel import Locale, UnknownLocaleError

from lib.model.region import INTERNATIONAL, STYLES, Order, Region

_QUOTED: Final = re.compile(r"'[^']*'")
_DIGITS: Final = {"d": "DD", "m": "MM", "y": "YYYY"}


def region_of(style: str | None, locale: str | None) -> Region:
    """The region of a stored style; of the browser's locale for None and for a style that is not known any more."""
    return STYLES.get(style or "") or of_locale(locale)


@lru_cache(maxsize=128)
def of_locale(name: str | None) -> Region:
    """The region of a locale such as "de-CH", from the Unicode CLDR; the international style for none or an unknown one."""
    found = _parsed(name or "")
    if found is None:
        return INTERNATIONAL
    symbols = found.number_symbols["latn"]
    return Region(
        symbols["decimal"],
        symbols["group"],
        _order(_pattern(found, "date", "medium")),
        _typed(_pattern(found, "date", "short")),
        twelve_hours=bool(re.search("[hK]", _pattern(found, "time", "short"))),
    )


def is_known(name: str) -> bool:
    """Whether there is such a locale."""
    return _parsed(name) is not None


def _parsed(name: str) -> Locale | None:
    try:
        return Locale.parse(name.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _pattern(found: Locale, what: str, length: str) -> str:
    """The pattern of a date or time without the words in it."""
    formats = found.date_formats if what == "date" else found.time_formats
    return _QUOTED.sub("", formats[length].pattern)


def _order(pattern: str) -> Order:
    order = "".join(sorted("dmy", key=pattern.lower().find))
    return cast("Order", order) if order in get_args(Order) else "dmy"


def _typed(pattern: str) -> str:
    """The digits of a short date as date_input wants them, with one kind of separator."""
    separator = next((mark for mark in "./-" if mark in pattern), "-")
    return separator.join(_DIGITS[part] for part in _order(pattern))

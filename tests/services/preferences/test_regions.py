"""The region of a browser's locale, and the one that a person chose."""

import pytest
from babel.localedata import locale_identifiers

from lib.model.region import INTERNATIONAL, STYLES, Region
from lib.services.preferences.regions import is_known, of_locale, region_of


@pytest.mark.parametrize(
    ("locale", "region"),
    [
        ("en-US", Region(".", ",", "mdy", "MM/DD/YYYY", twelve_hours=True)),
        ("en-GB", Region(".", ",", "dmy", "DD/MM/YYYY")),
        ("de-DE", Region(",", ".", "dmy", "DD.MM.YYYY")),
        ("de-CH", Region(".", "’", "dmy", "DD.MM.YYYY")),
        ("fr-FR", Region(",", "\u202f", "dmy", "DD/MM/YYYY")),
        ("sv-SE", Region(",", "\u00a0", "dmy", "YYYY-MM-DD")),
        ("ja-JP", Region(".", ",", "ymd", "YYYY/MM/DD")),
        ("ko-KR", Region(".", ",", "ymd", "YYYY.MM.DD", twelve_hours=True)),
        ("de_AT", Region(",", ".", "dmy", "DD.MM.YYYY")),
    ],
)
def test_a_locale_has_the_separators_and_the_order_of_its_region(locale, region):
    assert of_locale(locale) == region


@pytest.mark.parametrize("locale", [None, "", "C", "xx-YY", "../../etc/passwd", "de-", "\x00", "en-US-u-ca-gregory"])
def test_what_is_no_locale_is_written_internationally(locale):
    assert of_locale(locale) == INTERNATIONAL
    assert not is_known(locale or "")


def test_every_locale_of_the_cldr_gives_a_region_that_screens_can_use():
    typed = {separator.join(parts) for separator in "./-" for parts in (
        ("DD", "MM", "YYYY"), ("MM", "DD", "YYYY"), ("YYYY", "MM", "DD"))}  # fmt: skip
    for name in locale_identifiers():
        region = of_locale(name)
        assert len(region.decimal) == len(region.group) == 1, name
        assert region.decimal != region.group, name
        assert region.typed in typed, name


def test_the_chosen_style_goes_before_the_browser_and_an_unknown_one_does_not():
    assert region_of("space", "en-US") == STYLES["space"]
    assert region_of(None, "de-DE") == of_locale("de-DE")
    assert region_of("no longer there", "de-DE") == of_locale("de-DE")
    assert region_of(None, None) == INTERNATIONAL

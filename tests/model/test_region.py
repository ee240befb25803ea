"""Numbers, days and clock times as regions write them."""

from datetime import date, time

import pytest

from lib.model.region import (
    INTERNATIONAL,
    STYLES,
    clock,
    clock_with_seconds,
    current,
    day,
    day_of_year,
    days,
    full_day,
    number,
    plotly_separators,
    short,
    used,
)

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("international", "1,234.5"),
        ("american", "1,234.5"),
        ("comma", "1.234,5"),
        ("space", "1\u202f234,5"),
        ("apostrophe", "1’234.5"),
        ("year_first", "1,234.5"),
    ],
)
def test_a_number_has_the_separators_of_the_region(style, text):
    with used(STYLES[style]):
        assert number(1234.5, ",.1f") == text
        assert short(1234.5) == text


def test_a_whole_number_has_no_decimal_and_keeps_its_thousands():
    with used(STYLES["comma"]):
        assert [short(12.0), short(-1240.04), number(0.25)] == ["12", "-1.240", "0,25"]


@pytest.mark.parametrize(
    ("style", "texts"),
    [
        ("international", ("5 Mar 2026", "5 March 2026", "5 Mar")),
        ("american", ("Mar 5, 2026", "March 5, 2026", "Mar 5")),
        ("year_first", ("2026-03-05", "March 5, 2026", "Mar 5")),
    ],
)
def test_a_day_has_the_order_of_the_region(style, texts):
    with used(STYLES[style]):
        assert (day(DAY), full_day(DAY), day_of_year(DAY)) == texts


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), ("16–22 Nov 2026", "Nov 16–22, 2026", "2026-11-16 – 2026-11-22")),
        (date(2026, 10, 27), date(2026, 11, 2), ("27 Oct – 2 Nov 2026", "Oct 27 – Nov 2, 2026", "2026-10-27 – 2026-11-02")),
        (
            date(2025, 12, 29),
            date(2026, 1, 4),
            ("29 Dec 2025 – 4 Jan 2026", "Dec 29, 2025 – Jan 4, 2026", "2025-12-29 – 2026-01-04"),
        ),
    ],
)  # fmt: skip
def test_a_stretch_of_days_says_nothing_twice_in_any_order(first, last, texts):
    for style, text in zip(("international", "american", "year_first"), texts, strict=True):
        with used(STYLES[style]):
            assert days(first, last) == text


def test_a_time_of_day_has_the_clock_of_the_region():
    with used(STYLES["american"]):
        assert [clock(time(16, 5)), clock(time(0, 5)), clock(time(12, 5))] == ["4:05 PM", "12:05 AM", "12:05 PM"]
        assert clock_with_seconds(time(16, 5, 9)) == "4:05:09 PM"
    assert (clock(time(16, 5)), clock_with_seconds(time(6, 5, 9))) == ("16:05", "06:05:09")


def test_plotly_gets_two_separators_from_every_style():
    for style in STYLES.values():
        with used(style):
            assert len(plotly_separators()) == 2


def test_a_region_holds_inside_its_block_only_also_after_an_error():
    with pytest.raises(ZeroDivisionError), used(STYLES["comma"]):
        assert current() == STYLES["comma"]
        raise ZeroDivisionError
    assert current() == INTERNATIONAL

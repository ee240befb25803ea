"""How recent a file is."""

from datetime import date, datetime, timedelta

import pytest

from lib.services.importing.recency import day_in_name, possible_day, recency

TODAY, LAST = date(2026, 11, 28), date(2026, 5, 20)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
NOON = datetime(2026, 11, 28, 12)


@pytest.mark.parametrize(
    ("day", "last", "possible"),
    [
        (LAST - DAY, LAST, False),
        (LAST, LAST, True),
        (TODAY, LAST, True),
        (TODAY + DAY, LAST, True),
        (TODAY + 2 * DAY, LAST, False),
        (date(2001, 1, 1), None, True),
        (TODAY + 2 * DAY, None, False),
        (None, LAST, False),
    ],
)
def test_a_day_of_an_export_is_not_before_its_last_record_nor_to_come(day, last, possible):
    assert possible_day(day, last, TODAY) == (day if possible else None)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("export-2026-05-21.csv", date(2026, 5, 21)),
        ("20260521", date(2026, 5, 21)),
        ("a_2026.05.21_b", date(2026, 5, 21)),
        ("2026-05-21 and 2026-06-02.csv", date(2026, 6, 2)),
        ("2026-06-02 and 2026-05-21.csv", date(2026, 6, 2)),
        ("2026-06-02 and 2027-05-21.csv", date(2026, 6, 2)),
        ("2026-05-2.csv", None),
        ("2026-0521.csv", None),
        ("120260521.csv", None),
        ("202605210.csv", None),
        ("2026-06-31.csv", None),
        ("2026-05-19.csv", None),
        ("runs.csv", None),
    ],
)
def test_the_latest_possible_day_in_a_name_is_that_of_the_export(name, day):
    assert day_in_name(name, LAST, TODAY) == day


@pytest.mark.parametrize(
    ("start", "exported", "recent"),
    [
        (None, None, None),
        (NOON, None, NOON),
        (None, date(2026, 11, 28), datetime(2026, 11, 28)),
        (NOON, date(2026, 11, 28), NOON),
        (NOON, date(2026, 11, 29), datetime(2026, 11, 29)),
    ],
)
def test_a_file_is_as_recent_as_its_last_start_or_its_export(start, exported, recent):
    assert recency(start, exported, NOON + DAY, NOON + DAY, preferred=False) == recent


@pytest.mark.parametrize(
    ("newest", "recent"),
    [(None, NOON), (NOON - SECOND, NOON), (NOON, NOON + SECOND), (NOON + DAY, NOON + DAY + SECOND)],
)
def test_a_file_that_is_said_to_be_newer_is_a_second_newer_than_all_and_as_new_as_today(newest, recent):
    assert recency(NOON - DAY, None, newest, NOON, preferred=True) == recent
    assert recency(None, None, newest, NOON, preferred=True) == recent

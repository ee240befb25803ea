"""Which zone is home at an instant, and the wall clock there."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lib.model.clock import HomeZones, ZoneChange, in_zone
from lib.model.records import Start
from lib.model.vocabulary import TimeBasis

BERLIN, DENVER, TOKYO = (ZoneInfo(name) for name in ("Europe/Berlin", "America/Denver", "Asia/Tokyo"))
MOVED = HomeZones(BERLIN, (ZoneChange(date(2024, 5, 1), DENVER), ZoneChange(date(2025, 3, 9), TOKYO)))


@pytest.mark.parametrize(
    ("utc", "zone"),
    [
        (datetime(2020, 1, 1), BERLIN),
        (datetime(2024, 5, 1, 5, 59, 59), BERLIN),
        (datetime(2024, 5, 1, 6), DENVER),
        (datetime(2025, 3, 8, 14, 59, 59), DENVER),
        (datetime(2025, 3, 8, 15), TOKYO),
    ],
)
def test_a_move_holds_from_midnight_of_its_day_by_the_new_clock(utc, zone):
    assert MOVED.at(utc) is zone
    assert HomeZones(BERLIN).at(utc) is BERLIN


def test_a_start_in_utc_gets_the_clock_of_the_home_of_its_time():
    start = Start("", TimeBasis.UTC, utc=datetime(2024, 7, 1, 2))
    assert in_zone(start, MOVED).local == datetime(2024, 6, 30, 20)
    assert in_zone(start, BERLIN).local == datetime(2024, 7, 1, 4)


def test_a_wall_clock_stays_as_it_was_written():
    start = Start("", TimeBasis.WALL_CLOCK, local=datetime(2024, 7, 1, 2))
    assert in_zone(start, MOVED) is start


def test_a_start_in_utc_without_a_home_is_refused():
    with pytest.raises(ValueError, match="home time zone"):
        in_zone(Start("", TimeBasis.UTC, utc=datetime(2024, 7, 1)), None)

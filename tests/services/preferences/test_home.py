"""Settings of a person: kept as said, and a home that moves takes along what a source gave in UTC."""

from dataclasses import replace
from datetime import date

import pytest
from look_alikes import BERLIN, strava, strava_run

from lib.model.vocabulary import DistanceUnit
from lib.services.importing.import_files import import_files
from lib.services.preferences.settings import add_move, athlete_of, change_home_zone, homes, remove_move, save
from lib.services.queries.records import list_activities
from lib.store.account import open_account


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    yield account
    account.engine.dispose()


def starts(account):
    return {f"{each:%d %H:%M}" for each in list_activities(account)["local_start"]}


def test_what_is_saved_is_there_and_raises_the_revision(account):
    before = athlete_of(account)
    save(account, replace(before, name="Kim", distance_unit=DistanceUnit.MILE))
    after = athlete_of(account)
    assert (after.name, after.distance_unit) == ("Kim", DistanceUnit.MILE)
    assert after.revision > before.revision


def test_nobody_knows_where_home_is_until_it_is_said(account):
    assert homes(account) is None
    assert change_home_zone(account, "Asia/Tokyo") == 0
    found = homes(account)
    assert found is not None
    assert athlete_of(account).time_zone == "Asia/Tokyo"


def test_runs_that_fall_on_another_day_in_another_home_are_counted(account):
    assert import_files(account, [strava(strava_run(3), strava_run(4, date="May 4, 2026, 10:30:00 PM"))], BERLIN).ok
    assert starts(account) == {"03 08:00", "05 00:30"}
    assert change_home_zone(account, "UTC") == 1
    assert starts(account) == {"03 06:00", "04 22:30"}


def test_a_move_is_of_the_days_after_it_and_can_be_taken_back(account):
    assert import_files(account, [strava(strava_run(3), strava_run(14))], BERLIN).ok
    assert add_move(account, date(2026, 5, 10), "Pacific/Auckland") == 0
    assert starts(account) == {"03 08:00", "14 18:00"}
    assert remove_move(account, date(2026, 5, 10)) == 0
    assert starts(account) == {"03 08:00", "14 08:00"}

"""What a list of records says of a bout that several sources have."""

from datetime import UTC, datetime

from look_alikes import strava, strava_run
from test_duplicate_services import BERLIN, garmin, garmin_run

from lib.model.record_id import parse_id
from lib.services.editing.decide import count_again, put_into_bin
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_activities

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def listed(account):
    return list_activities(account).set_index("id")


def test_every_source_of_a_bout_is_named_beside_the_record_that_counts(account):
    import_files(account, [strava(strava_run(1), strava_run(2))], BERLIN)
    import_files(account, [garmin(garmin_run(1))], BERLIN)
    found = listed(account)
    assert sorted(found.loc[found["counted"], "sources"]) == ["garmin, strava", "strava"]
    assert list(found.loc[~found["counted"], "sources"]) == ["strava"]


def test_a_bout_in_the_bin_names_the_sources_of_no_other(account):
    import_files(account, [strava(strava_run(1))], BERLIN)
    import_files(account, [garmin(garmin_run(1))], BERLIN)
    put_into_bin(account, [parse_id("run-1")], NOW)
    assert sorted(listed(account)["sources"]) == ["garmin", "strava"]


def test_a_run_that_is_too_fast_counts_where_the_person_says_so(account):
    import_files(account, [strava(strava_run(1, metres="20000.0").replace(",8.00,", ",20.00,"))], BERLIN)
    assert list(listed(account)["counted"]) == [False]
    count_again(account, [parse_id("run-1")], NOW)
    assert list(listed(account)["counted"]) == [True]

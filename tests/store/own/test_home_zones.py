"""Home may move: what came in UTC counts on the day of the home of its time, everything else stays as written."""

from datetime import date, datetime

from training_records import BERLIN, run, utc

from lib.model.records import Start
from lib.model.vocabulary import RecordKind, TimeBasis
from lib.store.own import athletes, home_zones
from lib.store.records import batches, contents, import_records, records
from lib.store.records.frames import read_activities
from lib.store.records.recompute import recompute

EVENING = datetime(2026, 5, 1, 22, 30)
LATER = datetime(2026, 9, 1, 22, 30)


def stored(account):
    """Two runs late in the evening by UTC, and one by a wall clock."""
    clock = Start("2026-09-01 23:50", TimeBasis.WALL_CLOCK, local=datetime(2026, 9, 1, 23, 50))
    runs = [run("1", start=utc(EVENING, BERLIN)), run("2", start=utc(LATER, BERLIN)), run("3", start=clock)]
    with account.write() as conn:
        athletes.change_home_zone(conn, account.athlete_id, "Europe/Berlin")
        records.insert_activities(
            conn, account.athlete_id, "app", [(n, f"{n}", each) for n, each in enumerate(runs, start=1)]
        )


def clocks(account):
    with account.read() as conn:
        frame = read_activities(conn, account.athlete_id).sort_values("activity_id")
    return [f"{start:%m-%d %H:%M}" for start in frame["local_start"]]


def test_a_move_changes_the_days_of_utc_sources_from_its_date_on_and_says_how_many(account):
    stored(account)
    assert clocks(account) == ["05-02 00:30", "09-02 00:30", "09-01 23:50"]
    with account.write() as conn:
        assert home_zones.add_move(conn, account.athlete_id, date(2026, 8, 1), "America/Denver") == 1
    assert clocks(account) == ["05-02 00:30", "09-01 16:30", "09-01 23:50"]
    with account.write() as conn:
        assert home_zones.remove_move(conn, account.athlete_id, date(2026, 8, 1)) == 1
    assert clocks(account) == ["05-02 00:30", "09-02 00:30", "09-01 23:50"]


def test_another_first_home_leaves_what_came_after_a_move(account):
    stored(account)
    with account.write() as conn:
        home_zones.add_move(conn, account.athlete_id, date(2026, 8, 1), "America/Denver")
        assert athletes.change_home_zone(conn, account.athlete_id, "Europe/London") == 1
    assert clocks(account) == ["05-01 23:30", "09-01 16:30", "09-01 23:50"]


def test_a_second_move_on_a_date_replaces_the_first(account):
    stored(account)
    with account.write() as conn:
        for zone in ("America/Denver", "Asia/Tokyo"):
            home_zones.add_move(conn, account.athlete_id, date(2026, 8, 1), zone)
        zones = home_zones.read_home_zones(conn, account.athlete_id)
    assert zones is not None
    assert zones.names == {"Europe/Berlin", "Asia/Tokyo"}


def test_content_that_an_undo_brings_back_is_put_into_the_home_of_its_time(account):
    start, now = utc(LATER, BERLIN), datetime(2026, 11, 22)
    with account.write() as conn:
        athletes.change_home_zone(conn, account.athlete_id, "Europe/Berlin")
        first = batches.start_batch(conn, account.athlete_id, now)
        records.insert_activities(conn, account.athlete_id, "app", [(1, "old", run("1", start=start))])
        import_records.remember(conn, account.athlete_id, first, RecordKind.ACTIVITY, [(1, "old")])
        second = batches.start_batch(conn, account.athlete_id, now)
        import_records.remember(conn, account.athlete_id, second, RecordKind.ACTIVITY, [(1, "new")])
        renamed = contents.of_record(run("1", start=start, title="Renamed"))
        recompute(conn, account.athlete_id, RecordKind.ACTIVITY, [1], {(1, "new"): renamed})
        home_zones.add_move(conn, account.athlete_id, date(2026, 8, 1), "America/Denver")
        batches.undo_batch(conn, account.athlete_id, second, now)
    assert clocks(account) == ["09-01 16:30"]

"""What is stored depends on the imports that count, not on how they came: every order, subset, repetition and undo."""

import gzip
import shutil
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from long_runs import amount
from look_alikes import STRAVA_HEADER, hevy, hevy_set
from recorded_files import BYTE, ENUM, WORD, activity, field, file_id, fit, fit_time, message, session, zipped

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.vocabulary import DistanceUnit, RecordKind, SubSport, TimeBasis
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files, preview
from lib.store.account import open_account
from lib.store.records.fingerprint import content_hash_of_everything
from lib.store.records.frames import read_activities, read_sets
from lib.store.records.links import linked_activities
from lib.store.records.records import known_records, read_activity_record

BERLIN = Answers(time_zone="Europe/Berlin", distance_unit=DistanceUnit.KM)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
GARMIN_HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Moving Time,Elapsed Time"
GYM = datetime(2026, 5, 2, 16, 5, tzinfo=UTC)


def row(day: int, name: str = "Easy run", minute: int = 0) -> str:
    """A run of Strava's list on a day of May 2026, with its recording."""
    moment = f"May {day}, 2026, 6:{minute:02d}:00 AM"
    return f'900000{day:04d},"{moment}",{name},Run,,2400,8.00,2400.0,2380.0,8000.0,activities/{day}.fit.gz'


def listed(*rows: str) -> Upload:
    gym = '9000009999,"May 2, 2026, 4:05:00 PM",Gym,Weight Training,,3000,0.00,3000.0,3000.0,0.0,activities/gym.fit'
    return Upload("activities.csv", "\n".join([f"{STRAVA_HEADER},Filename", *rows, gym, ""]).encode())


def watch(day: int, offset_h: float = 2.0, heart_rate: int = 148, minute: int = 0) -> bytes:
    """The recording of a run on a treadmill, by a watch whose clock was so many hours before UTC."""
    start = datetime(2026, 5, day, 6, minute, tzinfo=UTC)
    seen = session(start, 1, 1, 8010.0, 2390.0, field(16, BYTE, heart_rate))
    return fit(file_id(), seen, activity(start + timedelta(seconds=2390), offset_h))


def counted_sets() -> bytes:
    """The recording of the hour in the gym, with two sets and a rest."""
    sets = [
        message(
            225,
            field(254, 0x86, fit_time(GYM + timedelta(minutes=5 * number + 1))),
            field(6, 0x86, fit_time(GYM + timedelta(minutes=5 * number))),
            field(0, 0x86, 40_000),
            field(5, ENUM, active),
            field(3, WORD, 8),
            field(4, WORD, 60 * 16),
        )
        for number, active in enumerate((1, 0, 1))
    ]
    return fit(file_id(), *sets, session(GYM, 10, 20, None, 3000.0), activity(GYM + timedelta(seconds=3000), 2.0))


def export(name: str, activities: Upload, recordings: dict[str, bytes]) -> Upload:
    """The whole archive of an account."""
    packed = [
        (f"activities/{path}", gzip.compress(each, mtime=0) if path.endswith("gz") else each)
        for path, each in recordings.items()
    ]
    return zipped([("activities.csv", activities.source), *packed, ("profile.csv", b"e-mail\na@b.c\n")], name)


def garmin(*days: int) -> Upload:
    rows = [f"Running,2026-05-{day:02d} 08:00:03,false,Berlin,8.02,447,00:39:40,150,00:39:40,00:40:00" for day in days]
    return Upload("Activities.csv", "\n".join([GARMIN_HEADER, *rows, ""]).encode())


def halves(day: int) -> Upload:
    """A run of Strava's list as the watch has it: two parts, of which the second started a minute after the first."""
    parts = (("08:00:00", "00:19:00", "3.90"), ("08:20:00", "00:20:00", "4.10"))
    rows = [f"Running,2026-05-{day:02d} {at},false,Berlin,{km},200,{time},150,{time},{time}" for at, time, km in parts]
    return Upload("Parts.csv", "\n".join([GARMIN_HEADER, *rows, ""]).encode())


EARLY = listed(row(1), row(2), row(3, "Hills"))
LATE = listed(row(2), row(3, "Hills with Jo", minute=4), row(4), row(5))
# The first run was in Denver, the last one in Tokyo; of the third the later archive has no recording.
OF_EARLY = {"1.fit.gz": watch(1, -6), "2.fit.gz": watch(2), "3.fit.gz": watch(3), "gym.fit": counted_sets()}
OF_LATE = {
    "2.fit.gz": watch(2, heart_rate=149),
    "4.fit.gz": watch(4),
    "5.fit.gz": watch(5, 9),
    "gym.fit": counted_sets(),
}
FILES = {
    "early csv": EARLY,
    "late csv": LATE,
    "early zip": export("early.zip", EARLY, OF_EARLY),
    "late zip": export("late.zip", LATE, OF_LATE),
    "garmin": garmin(1, 4, 6),
    "garmin parts": halves(2),
    "fit": Upload("1.fit", watch(1, -6)),
    "gym fit": Upload("gym.fit", counted_sets()),
    "hevy": hevy(hevy_set(2), hevy_set(2, index=1)),
}


def bring(account, *names):
    return import_files(account, [FILES[name] for name in names], BERLIN)


def everything(account):
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)


def run_of(account, day):
    with account.read() as conn:
        known = known_records(conn, account.athlete_id, RecordKind.ACTIVITY, "strava")[f"900000{day:04d}"]
        return read_activity_record(conn, account.athlete_id, known.id)


def counts(report):
    return [(file.added.rows, file.updated, file.unchanged) for file in report.files if file.source == "strava"]


def test_the_list_without_the_recordings_takes_nothing_away(account):
    bring(account, "early zip")
    before = everything(account)
    report = bring(account, "early csv")
    assert counts(report) == [(0, 0, 4)]
    assert report.files[0].changes == report.files[0].problems == []
    assert everything(account) == before
    run = run_of(account, 1)
    assert (run.heart_rate_bpm, run.sub_sport, run.start.basis) == (148.0, SubSport.TREADMILL, TimeBasis.OFFSET)
    assert run.start.local == datetime(2026, 5, 1, 0, 0)


def test_the_preview_of_an_archive_shows_what_its_recordings_add(account):
    bring(account, "early csv")
    report = preview(account, [FILES["early zip"]], BERLIN)
    assert counts(report) == [(0, 3, 1)]
    changes = {(each.field, each.before, each.after) for each in report.files[0].changes}
    assert {("heart rate", "–", "148"), ("kind of sport", "–", "treadmill")} <= changes
    assert ("start", "2026-05-01 08:00:00 second", "2026-05-01 00:00:00 second") in changes
    assert all(field in ("heart rate", "kind of sport", "start") for field, *_ in changes)
    assert counts(bring(account, "early zip")) == [(0, 3, 1)]


def test_a_later_list_edits_what_it_knows_and_keeps_what_it_does_not(account):
    bring(account, "early zip")
    assert counts(bring(account, "late csv")) == [(2, 1, 2)]
    run = run_of(account, 3)
    assert (run.title, run.heart_rate_bpm) == ("Hills with Jo", 148.0)
    assert run.start.local == datetime(2026, 5, 3, 8, 4)


def test_an_earlier_archive_adds_to_a_later_list_without_overruling_it(account):
    bring(account, "late csv")
    [file] = [file for file in bring(account, "early zip").files if file.source == "strava"]
    assert (file.added.rows, file.updated, file.unchanged) == (1, 2, 1)
    assert "1 records differ from an export that reaches further" in file.problems[-1].why
    assert run_of(account, 3).title == "Hills with Jo"


@pytest.mark.parametrize("names", [("early csv", "early zip"), ("late zip", "early csv"), ("early zip", "late zip")])
def test_an_undo_leaves_exactly_what_the_other_import_says(account, names):
    alone = []
    for name in names:
        batch = bring(account, name).batch
        alone.append(everything(account))
        undo(account, batch, NOW)
    for gone, left in ((0, 1), (1, 0)):
        batches = [bring(account, name).batch for name in names]
        undo(account, batches[gone], NOW)
        assert everything(account) == alone[left]
        undo(account, batches[left], NOW)


@pytest.mark.parametrize(
    "names", [["early csv", "early zip"], ["early zip", "early csv"], ["late csv", "early zip", "late zip"]]
)
def test_a_preview_of_several_files_says_what_the_import_does(account, names):
    bring(account, "early csv")
    seen = preview(account, [FILES[name] for name in names], BERLIN)
    done = bring(account, *names)
    assert counts(seen) == counts(done)
    assert [file.changes for file in seen.files] == [file.changes for file in done.files]


def test_the_sets_of_a_watch_in_an_archive_are_a_session_and_the_row_of_the_list_is_linked_to_it(account):
    report = bring(account, "early zip")
    [gym] = [file for file in report.files if file.source == "fit"]
    assert gym.name == "early.zip › activities/gym.fit"
    assert (gym.added.sessions, gym.added.sets, gym.ignored) == (1, 2, 1)
    with account.read() as conn:
        assert list(read_sets(conn, account.athlete_id)["load_kg"]) == [60.0, 60.0]
        activities = read_activities(conn, account.athlete_id)
        strength = activities.loc[activities["sport"] == "strength", "activity_id"]
        assert set(strength) == linked_activities(conn, account.athlete_id)
    assert bring(account, "gym fit").files[0].unchanged == 2


@pytest.fixture(scope="module")
def database(sqlite_template, tmp_path_factory):
    """A new database and its athlete at each call; the file goes with the next one."""
    folder, numbers = tmp_path_factory.mktemp("orders"), count()
    opened = []

    def new():
        while opened:
            opened.pop().engine.dispose()
        path = folder / f"{next(numbers)}.db"
        shutil.copy(sqlite_template, path)
        opened.append(open_account(f"sqlite:///{path}"))
        return opened[0]

    yield new
    while opened:
        opened.pop().engine.dispose()


@pytest.fixture(scope="module")
def expected(database):
    """The hash that belongs to a set of files, found once."""
    known = {}

    def hash_of(chosen):
        if chosen not in known:
            account = database()
            for name in sorted(chosen):
                assert bring(account, name).ok
            known[chosen] = everything(account)
        return known[chosen]

    return hash_of


imports = st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3, unique=True)


@pytest.mark.long
@settings(max_examples=amount(whole=200, small=12), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(imports | st.integers(0, 5), min_size=1, max_size=5))
def test_any_order_subset_repetition_and_undo_ends_in_the_same_content(database, expected, steps):
    account = database()
    live = {}
    for step in steps:
        if isinstance(step, list):
            live[bring(account, *step).batch] = step
        elif live:
            batch = sorted(live)[step % len(live)]
            del live[batch]
            undo(account, batch, NOW)
    found = everything(account)
    assert found == expected(frozenset(name for step in live.values() for name in step))

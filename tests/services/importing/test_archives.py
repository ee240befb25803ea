"""Archives and compressed files through the whole import."""

import gzip
import hashlib
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from recorded_files import (
    BYTE,
    START,
    activity,
    field,
    file_id,
    fit,
    gpx,
    gpx_points,
    lap,
    session,
    tcx,
    zipped,
)

from lib.importers.base import Upload
from lib.importers.unpacking import allowance, archive
from lib.model.athlete import Answers
from lib.model.errors import Cancelled
from lib.model.vocabulary import RecordKind, SubSport
from lib.services.importing.history import history
from lib.services.importing.import_files import import_files, preview
from lib.services.importing.receipt import FileReceipt, ImportReceipt
from lib.store.account import Account, open_account
from lib.store.records.batches import stored_file
from lib.store.records.records import known_records, read_activity_record

BERLIN = Answers(time_zone="Europe/Berlin")
RUN = fit(file_id(), session(START, 1, 1, 5012.0, 1800.0, field(16, BYTE, 151)), activity(START, -4.0))


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Account]:
    opened = open_account(sqlite_url)
    yield opened
    opened.engine.dispose()


def imported(account: Account, *uploads: Upload) -> ImportReceipt:
    return import_files(account, uploads, BERLIN)


def by_name(report: ImportReceipt) -> dict[str, FileReceipt]:
    return {file.name: file for file in report.files}


def added(report: ImportReceipt) -> int:
    return sum(file.added.activities for file in report.files)


def only_activity(account: Account, source: str = "strava"):
    with account.read() as conn:
        (known,) = known_records(conn, account.athlete_id, RecordKind.ACTIVITY, source).values()
        return read_activity_record(conn, account.athlete_id, known.id)


def strava_list(path: str = "activities/77.fit.gz", heart_rate: str = "") -> bytes:
    """A list of one run, with where its recording lies."""
    header = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Filename,Distance,Average Heart Rate,Distance"
    row = f'9,"Apr 6, 2025, 7:30:00 AM",Belt,Run,1830,{path},5.01,{heart_rate},5012.4'
    return f"{header}\n{row}\n".encode()


def strava_export(recording: bytes = RUN, path: str = "activities/77.fit.gz", listed: bytes | None = None) -> Upload:
    files = [("activities.csv", strava_list() if listed is None else listed), (path, gzip.compress(recording))]
    return zipped([*files, ("profile.csv", b"e-mail\na@b.c\n")])


def test_a_compressed_recording_is_imported_and_kept_as_it_came(database: Account):
    upload = Upload("run.fit.gz", gzip.compress(RUN))
    report = imported(database, upload)
    assert (added(report), report.files[0].size_bytes) == (1, upload.size)


def test_every_member_has_its_own_report(database: Account):
    report = imported(database, zipped([("a/run.fit", RUN), ("b/walk.tcx", tcx(lap(START + timedelta(days=2))))]))
    assert {name: file.source for name, file in by_name(report).items()} == {
        "export.zip › a/run.fit": "fit",
        "export.zip › b/walk.tcx": "tcx",
    }
    assert added(report) == 2


def test_one_bad_member_does_not_fail_the_others(database: Account):
    files = [(f"{n}.gpx", gpx(gpx_points(start=START + timedelta(days=n)))) for n in range(3)]
    report = imported(database, zipped([*files, ("3.gpx", files[0][1][:700])]))
    bad = by_name(report)["export.zip › 3.gpx"]
    assert (added(report), bad.refused, bad.rejected, bad.records) == (3, True, 1, 1)
    assert "line 3" in bad.problems[0].why
    assert report.batch is not None


def test_unknown_members_are_left_out_and_counted(database: Account):
    files = [("run.fit", RUN), ("notes.txt", b"hello"), ("sleep.fit", fit(file_id(32))), ("__MACOSX/._run.fit", b"x")]
    about = by_name(imported(database, zipped(files)))["export.zip"]
    assert (about.source, about.ignored, about.records) == ("archive", 3, 3)
    assert "3 other files" in about.problems[0].why


def test_an_archive_without_anything_known_says_what_was_looked_for(database: Account):
    (file,) = imported(database, zipped([("notes.txt", b"hello")])).files
    assert file.refused
    assert "Strava" in file.problems[0].why


def test_an_archive_in_an_archive_is_read_one_level_deep(database: Account):
    inner = zipped([("run.fit", RUN)]).source
    report = imported(database, zipped([("DI_CONNECT/Part1.zip", inner)]))
    assert list(by_name(report)) == ["export.zip › DI_CONNECT/Part1.zip › run.fit"]
    (file,) = imported(database, zipped([("outer.zip", zipped([("inner.zip", inner)]).source)])).files
    assert file.refused
    assert "one level" in file.problems[0].why


def test_a_damaged_archive_in_an_archive_is_one_bad_member(database: Account):
    report = imported(database, zipped([("run.fit", RUN), ("part.zip", zipped([("a.fit", RUN)]).source[:-20])]))
    assert added(report) == 1
    assert by_name(report)["export.zip › part.zip"].refused


def test_a_bomb_in_any_member_refuses_the_whole_archive(database: Account):
    bomb = gzip.compress(b"<gpx>" + bytes(8 * 1024 * 1024))
    (file,) = imported(database, zipped([("run.fit", RUN), ("bomb.gpx.gz", bomb)])).files
    assert (file.name, file.refused) == ("export.zip", True)


def test_too_much_in_total_refuses_the_whole_archive(database: Account, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(allowance, "MAX_TOTAL_BYTES", 8_000)
    files = [(f"{n}.gpx", gpx(gpx_points(start=START + timedelta(days=n)))) for n in range(3)]
    (file,) = imported(database, zipped(files)).files
    assert file.refused


def apple(workouts: int) -> bytes:
    """An export of Apple Health with so many runs."""
    rows = "".join(
        f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" '
        f'totalDistance="5" totalDistanceUnit="km" sourceName="Watch" startDate="2025-04-{day:02d} 07:30:00 +0200" '
        f'endDate="2025-04-{day:02d} 08:00:00 +0200"/>\n'
        for day in range(1, workouts + 1)
    )
    return f'<?xml version="1.0"?>\n<HealthData>\n<ExportDate value="2025-05-01 09:00:00 +0200"/>\n{rows}</HealthData>'.encode()


@pytest.fixture
def low_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MAX_FILE_BYTES", 4_000)
    monkeypatch.setattr(archive, "MAX_FILE_BYTES", 4_000)


@pytest.mark.usefixtures("low_limit")
def test_a_member_beyond_the_limit_is_one_problem_and_the_others_go_on(database: Account):
    report = imported(database, zipped([("export.xml", apple(20)), ("run.fit", RUN)]))
    large = by_name(report)["export.zip › export.xml"]
    assert (added(report), large.refused, large.rejected) == (1, True, 1)
    assert "legwork import" in large.problems[0].why


@pytest.mark.usefixtures("low_limit")
def test_an_archive_of_this_computer_is_read_whatever_the_size_of_its_members(
    database: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(allowance, "MAX_TOTAL_BYTES", 1_000)
    upload = zipped([("apple_health_export/export.xml", apple(20))])
    path = tmp_path / "export.zip"
    path.write_bytes(upload.source)
    report = imported(database, Upload(path.name, path))
    assert added(report) == 20
    [file] = history(database)[0].files
    with database.read() as conn:
        assert stored_file(conn, 1, 1, 0) == apple(20)
    assert file.sha256 == hashlib.sha256(apple(20)).hexdigest()


@pytest.mark.usefixtures("low_limit")
def test_a_bomb_of_this_computer_is_one_all_the_same(database: Account, tmp_path: Path):
    path = tmp_path / "export.zip"
    path.write_bytes(zipped([("export.xml", apple(1) + bytes(8 * 1024 * 1024)), ("run.fit", RUN)]).source)
    (file,) = imported(database, Upload(path.name, path)).files
    assert file.refused


def test_the_same_archive_again_changes_nothing(database: Account):
    upload = zipped([("run.fit", RUN), ("walk.tcx", tcx(lap(START + timedelta(days=2))))])
    imported(database, upload)
    again = imported(database, upload)
    assert (added(again), sum(file.unchanged for file in again.files)) == (0, 2)


def test_a_recording_of_a_strava_export_adds_to_its_activity_and_is_no_second_one(database: Account):
    report = imported(database, strava_export())
    assert added(report) == 1
    run = only_activity(database)
    assert run.start.local == datetime(2025, 4, 6, 3, 30)
    assert (run.heart_rate_bpm, run.sub_sport) == (151.0, SubSport.TREADMILL)
    assert run.distance_m == 5012.4


def test_what_the_list_says_goes_before_what_the_recording_says(database: Account):
    imported(database, strava_export(listed=strava_list(heart_rate="139")))
    assert only_activity(database).heart_rate_bpm == 139.0


def test_the_recording_is_found_by_the_column_and_not_by_the_id(database: Account):
    imported(database, strava_export(path="activities/9.fit.gz"))
    assert only_activity(database).heart_rate_bpm is None


@pytest.mark.parametrize("recording", [b"no recording at all", RUN[:-9], fit(session(START + timedelta(days=3)))])
def test_a_recording_that_is_damaged_or_anothers_adds_nothing(database: Account, recording: bytes):
    assert added(imported(database, strava_export(recording))) == 1
    run = only_activity(database)
    assert (run.heart_rate_bpm, run.start.local) == (None, datetime(2025, 4, 6, 9, 30))


@pytest.mark.parametrize("recording", [b"no recording at all", RUN[:-9]])
def test_a_damaged_recording_beside_a_list_is_named(database: Account, recording: bytes):
    about = by_name(imported(database, strava_export(recording)))["export.zip"]
    assert any("“activities/77.fit.gz” is damaged" in each.why for each in about.problems)


@pytest.mark.parametrize("content", [b"", b"\0" * 300, b"not a recording"])
@pytest.mark.parametrize("path", ["runs/bad.fit", "bad.gpx", "bad.tcx"])
def test_a_damaged_recording_among_sound_ones_is_refused_by_its_name(database: Account, path: str, content: bytes):
    report = imported(database, zipped([("run.fit", RUN), (path, content)]))
    bad = by_name(report)[f"export.zip › {path}"]
    assert (added(report), bad.refused) == (1, True)
    assert path in bad.problems[0].why


def test_a_damaged_gzip_among_sound_recordings_is_refused_by_its_name(database: Account):
    report = imported(database, zipped([("run.fit", RUN), ("bad.fit.gz", gzip.compress(RUN)[:-20])]))
    assert by_name(report)["export.zip › bad.fit.gz"].refused


def test_a_gpx_recording_adds_its_heart_rate(database: Account):
    path = "activities/77.gpx.gz"
    points = [each.replace("</trkpt>", "<hr>144</hr></trkpt>") for each in gpx_points()]
    imported(database, strava_export(gpx(points), path, strava_list(path)))
    assert only_activity(database).heart_rate_bpm == 144.0


def test_the_private_files_of_a_strava_account_are_never_opened(database: Account, monkeypatch: pytest.MonkeyPatch):
    seen: list[str] = []
    upload = strava_export()
    monkeypatch.setattr(zipfile.ZipFile, "open", _watched(seen))
    imported(database, upload)
    assert set(seen) == {"activities.csv", "activities/77.fit.gz"}


def _watched(seen: list[str]):
    opened = zipfile.ZipFile.open

    def watched(self: zipfile.ZipFile, name: zipfile.ZipInfo, *rest: object, **more: object):
        seen.append(name.filename)
        return opened(self, name, *rest, **more)

    return watched


def test_a_damaged_list_keeps_its_recordings_from_becoming_activities(database: Account):
    upload = zipped([("activities.csv", strava_list()[:-40] + b'"'), ("activities/77.fit", RUN)])
    assert added(imported(database, upload)) == 0


def test_recordings_beyond_the_allowance_are_said_and_the_list_is_imported(
    database: Account, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(allowance, "MAX_TOTAL_BYTES", 500)
    report = imported(database, strava_export(RUN * 20))
    assert added(report) == 1
    assert any("were not looked into" in each.why for each in by_name(report)["export.zip"].problems)


def test_a_preview_of_an_archive_writes_nothing(database: Account):
    report = preview(database, [strava_export()], BERLIN)
    assert added(report) == 1
    with database.read() as conn:
        assert known_records(conn, database.athlete_id, RecordKind.ACTIVITY, "strava") == {}


def test_an_import_can_be_stopped_while_the_archive_is_opened(database: Account):
    def stop(name: str, rows: int) -> None:
        raise Cancelled(f"{name} {rows}")

    with pytest.raises(Cancelled):
        import_files(database, [zipped([("run.fit", RUN)])], BERLIN, tick=stop)


def test_members_in_utc_ask_for_the_home_zone_once_and_nothing_is_written(database: Account):
    upload = zipped([("a.gpx", gpx(gpx_points())), ("b.gpx", gpx(gpx_points(start=datetime(2025, 5, 1, tzinfo=UTC))))])
    report = import_files(database, [upload], Answers())
    assert (len(report.needs), report.batch) == (1, None)

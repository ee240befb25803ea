"""Gone for good: no byte of a name or of a file is left in the folder."""

import os
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from look_alikes import hevy, hevy_set

from lib.importers.base import Upload
from lib.importers.record_checks import checked
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.record_id import parse_id
from lib.services.archive.bring import bring
from lib.services.archive.erase import erase_everything, erase_original, erase_source, export_name, originals, sources
from lib.services.checking.check import check
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedRun, log_run
from lib.services.importing import opening
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.services.importing.reread import reread
from lib.services.upkeep.backups import back_up, list_backups
from lib.store.account import open_account
from lib.store.archive.copying import is_empty
from lib.store.archive.originals import each_original
from lib.store.database import compact
from lib.store.database.connections import database_file
from lib.store.database.kept_backups import remove_all
from lib.store.own import athletes, dated, shoes
from lib.store.records.fingerprint import content_hash_of_everything
from tests.store.training_records import NOW

STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time\n"
    + "\n".join(
        f'{number},"Mar {number}, 2026, 6:00:00 AM",PLANTED-run-{number},Run,3600,10.0,3500' for number in range(1, 29)
    )
    + "\n"
).encode()


def planted(folder):
    """What of the planted names stands in any file of a folder, as UTF-8 or UTF-16."""
    needles = [b"PLANTED", "PLANTED".encode("utf-16-le"), b"DETNALP"]
    return [
        path.name for path in folder.rglob("*") if path.is_file() and any(each in path.read_bytes() for each in needles)
    ]


@pytest.fixture
def account(tmp_path):
    """An athlete whose every text is planted."""
    account = open_account(f"sqlite:///{tmp_path / 'data' / 'legwork.db'}")
    answers = Answers(time_zone="Europe/Berlin")
    import_files(account, [Upload("PLANTED-runs.csv", STRAVA)], answers)
    sets = [hevy_set(3, index=number, exercise=f"PLANTED-lift-{number}") for number in range(100)]
    import_files(account, [hevy(*sets)], answers)
    log_run(account, LoggedRun("2026-05-01", distance_m=5_000.0, title="PLANTED-by-hand", notes="PLANTED-note"), NOW)
    edit(account, parse_id("run-1"), {"title": "PLANTED-edit", "shoes": "PLANTED-shoes"}, now=NOW)
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, dated.PlannedBreak(date(2026, 4, 1), date(2026, 4, 9), "PLANTED-break"))
        shoes.set_mark(conn, account.athlete_id, "PLANTED-shoes", 800_000)
    back_up(str(account.engine.url), NOW)
    return account


def read_anew(account, monkeypatch):
    """As a later release would, which reads titles and sessions otherwise; the first two imports are set aside."""
    later = lambda record: replace(record, title=f"anew {record.title}") if hasattr(record, "title") else record  # noqa: E731
    monkeypatch.setattr(opening, "checked", lambda records: checked(map(later, records)))
    result = reread(account, None, NOW)
    monkeypatch.undo()
    assert result.gone == 0
    return result


def with_runs(account):
    """The kept originals that speak of the runs."""
    with account.read() as conn:
        kept = each_original(conn, account.athlete_id)
        return [each.name for each in kept if b"PLANTED-run" in zlib.decompress(each.content)]


def test_after_everything_is_deleted_no_byte_of_it_is_left_in_the_folder(account, tmp_path):
    assert planted(tmp_path / "data")  # else this test could not fail
    erased = erase_everything(account, tmp_path / "last.zip")
    assert planted(tmp_path / "data") == []
    assert (erased.records, erased.backups) == (30, 1)
    with account.read() as conn:
        assert is_empty(conn, account.athlete_id)
        assert athletes.load_athlete(conn, account.athlete_id).time_zone is None


def test_the_last_export_brings_everything_back(account, tmp_path):
    with account.read() as conn:
        before = content_hash_of_everything(conn, account.athlete_id)
    erase_everything(account, tmp_path / "last.zip")
    assert bring(account, Upload("last.zip", tmp_path / "last.zip")).content == before


def test_of_a_source_nothing_is_left_and_of_the_others_everything(account, tmp_path):
    erased = erase_source(account, "strava")
    assert erased.records == 28
    assert sources(account) == {"by-hand": 1, "hevy": 1}
    data = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"PLANTED-run" not in data
    assert b"PLANTED-edit" not in data
    assert b"PLANTED-lift-99" in data
    with pytest.raises(StoreError, match="nothing of 'strava'"):
        erase_source(account, "strava")


def test_a_source_that_was_deleted_can_be_imported_again(account):
    erase_source(account, "strava")
    receipt = import_files(account, [Upload("runs.csv", STRAVA)], Answers())
    assert receipt.files[0].added.activities == 28


def test_the_bytes_of_a_file_can_go_while_its_records_stay(account):
    with account.read() as conn:
        before = content_hash_of_everything(conn, account.athlete_id)
    erase_original(account, 1, 0)
    with account.read() as conn:
        assert content_hash_of_everything(conn, account.athlete_id) == before
    with pytest.raises(StoreError, match="no file 7"):
        erase_original(account, 1, 7)


def test_nothing_is_deleted_where_the_last_export_cannot_be_written(account, tmp_path):
    with pytest.raises(OSError, match=r"."):
        erase_everything(account, tmp_path / "no folder" / "last.zip")
    assert sum(sources(account).values()) == 30


def test_backups_are_gone_also_where_the_file_is_in_use(account, monkeypatch):
    def in_use(_engine):
        raise StoreError("The database is in use.")

    monkeypatch.setattr(compact, "compact", in_use)
    with pytest.raises(StoreError, match="in use"):
        erase_source(account, "strava")
    assert list_backups(str(account.engine.url)) == []


def test_what_another_program_is_at_beside_the_database_stays(account, tmp_path):
    name = "legwork.db.before-schema-0009"
    theirs = [".legwork.db.x7.new", "other.db.before-schema-0009"]
    for each in (name, *theirs, ".legwork.db.restore.part"):
        (tmp_path / "data" / each).write_bytes(b"")
    erase_everything(account)
    assert sorted(os.listdir(tmp_path / "data")) == sorted(["legwork.db", *theirs])


def test_what_was_set_aside_is_nobodys_source_and_no_file_to_delete(account, monkeypatch):
    read_anew(account, monkeypatch)
    assert "set-aside" not in sources(account)
    assert [each.name for each in originals(account)] == ["workouts.csv", "PLANTED-runs.csv"]
    with pytest.raises(StoreError, match="nothing of 'set-aside'"):
        erase_source(account, "set-aside")
    with pytest.raises(StoreError, match="no file"):
        erase_original(account, 3, 3)


def test_a_source_that_was_set_aside_is_gone_from_there_too_and_the_others_can_be_brought_back(account, monkeypatch):
    read_anew(account, monkeypatch)
    assert len(with_runs(account)) == 2  # the file, and what was set aside
    erase_source(account, "strava")
    assert with_runs(account) == []
    assert check(str(account.engine.url)).problems == []
    undo(account, 3, NOW)
    assert sources(account) == {"by-hand": 1, "hevy": 1}
    assert check(str(account.engine.url)).problems == []


def test_of_an_import_the_files_that_are_left_are_read_anew_after_another_one_is_gone(tmp_path, monkeypatch):
    account = open_account(f"sqlite:///{tmp_path / 'legwork.db'}")
    import_files(account, [Upload("runs.csv", STRAVA), hevy(hevy_set(3))], Answers(time_zone="Europe/Berlin"))
    erase_source(account, "strava")
    read_anew(account, monkeypatch)
    assert sources(account) == {"hevy": 1}


def test_an_import_whose_bytes_were_deleted_stays_as_it_was_read_and_the_others_are_read_anew(account, monkeypatch):
    erase_original(account, 1, 0)
    assert read_anew(account, monkeypatch).left == [1]
    assert sources(account) == {"by-hand": 1, "hevy": 1, "strava": 28}


def test_copies_that_a_killed_program_left_are_gone_and_those_of_running_ones_stay(account, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "aside"))
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    left = [f"legwork-{what}-{int(ended.stdout)}-x7" for what in ("check", "archive", "rescue")]
    others = [f"legwork-check-{os.getpid()}-x7", "legwork-check-x7", "legwork-mine"]
    for name in (*left, *others):
        (tmp_path / "aside" / name).mkdir(parents=True)
        (tmp_path / "aside" / name / "legwork.db").write_bytes(b"PLANTED")
    erase_source(account, "strava")
    assert sorted(os.listdir(tmp_path / "aside")) == sorted(others)


def test_the_mark_of_shoes_goes_with_the_source_that_alone_named_them(account):
    edit(account, parse_id("run-29"), {"shoes": "mine"}, now=NOW)  # the one that was logged by hand
    with account.write() as conn:
        shoes.set_mark(conn, account.athlete_id, "mine", 900_000)
        shoes.set_mark(conn, account.athlete_id, "never worn", 900_000)
    erase_source(account, "strava")
    with account.read() as conn:
        assert list(shoes.read_marks(conn, account.athlete_id)) == ["mine", "never worn"]


def test_who_had_backups_has_one_again_without_the_bytes_of_the_file(account):
    (before,) = list_backups(str(account.engine.url))
    with account.read() as conn:
        stored = next(each_original(conn, account.athlete_id)).content[:60]
    assert stored in before.path.read_bytes()
    erased = erase_original(account, 1, 0)
    (copy,) = list_backups(str(account.engine.url))
    assert (erased.backups, erased.fresh) == (1, True)
    assert stored not in copy.path.read_bytes()


def test_nobody_gets_a_backup_who_had_none(account):
    remove_all(database_file(account.engine.url))
    assert not erase_original(account, 1, 0).fresh
    assert list_backups(str(account.engine.url)) == []


def test_the_last_export_is_called_by_the_day_in_utc():
    late = datetime(2026, 11, 29, 22, 0, tzinfo=timezone(timedelta(hours=-5)))
    assert export_name(late) == "legwork-2026-11-30.zip"

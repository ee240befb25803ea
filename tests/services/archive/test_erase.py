"""Gone for good: no byte of a name or of a file is left in the folder."""

from datetime import date

import pytest
from look_alikes import hevy, hevy_set

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.record_id import parse_id
from lib.services.archive.bring import bring
from lib.services.archive.erase import erase_everything, erase_original, erase_source, sources
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedRun, log_run
from lib.services.importing.import_files import import_files
from lib.services.upkeep.backups import back_up
from lib.store.account import open_account
from lib.store.archive.copying import is_empty
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

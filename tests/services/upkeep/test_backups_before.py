"""What takes much away at once comes after a backup; what takes little does not."""

import io
from datetime import UTC, datetime

import pytest
from look_alikes import hevy, hevy_set

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import Cancelled, StoreError
from lib.model.record_id import parse_id
from lib.services.archive.bring import bring
from lib.services.archive.export import export, rows_to_write, write_archive
from lib.services.editing.decide import put_into_bin
from lib.services.importing import import_files as importing
from lib.services.importing.import_files import import_files
from lib.services.queries.records import list_sessions
from lib.services.upkeep.backups import list_backups
from lib.store.account import open_account
from lib.store.records.fingerprint import content_hash_of_everything

SAYS = Answers(time_zone="Europe/Berlin")
TO_BIN = Answers(time_zone="Europe/Berlin", bin_gone=True)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def account(tmp_path):
    account = open_account(f"sqlite:///{tmp_path / 'data' / 'legwork.db'}")
    assert import_files(account, [hevy(*(hevy_set(day) for day in range(1, 9)))], SAYS).ok
    yield account
    account.engine.dispose()


def kinds(account):
    return [str(each.kind) for each in list_backups(str(account.engine.url))]


def in_bin(account):
    return list(list_sessions(account)["why_not"]).count("in the bin")


SHORTER = hevy(hevy_set(1), hevy_set(8))


@pytest.mark.parametrize(("many", "made"), [(6, ["before-delete"]), (7, [])])
def test_before_many_records_that_a_file_lacks_go_to_the_bin(account, monkeypatch, many, made):
    monkeypatch.setattr(importing, "MANY", many)
    receipt = import_files(account, [SHORTER], TO_BIN)
    assert [file.binned for file in receipt.files] == [6]
    assert in_bin(account) == 6
    assert kinds(account) == made


def test_without_room_for_the_backup_nothing_is_imported_or_binned(account, monkeypatch, tmp_path):
    monkeypatch.setattr(importing, "MANY", 6)
    (tmp_path / "data" / "backups").write_bytes(b"no folder")
    with pytest.raises(StoreError, match="No backup of"):
        import_files(account, [SHORTER], TO_BIN)
    assert in_bin(account) == 0


@pytest.mark.parametrize(("many", "made"), [(8, ["before-delete"]), (9, [])])
def test_before_many_records_are_put_into_the_bin_by_hand(account, monkeypatch, many, made):
    monkeypatch.setattr("lib.services.editing.decide.MANY", many)
    put_into_bin(account, [parse_id(each) for each in list_sessions(account)["id"]], NOW)
    assert in_bin(account) == 8
    assert kinds(account) == made


def test_before_an_archive_is_merged_and_not_before_it_restores_or_is_looked_at(account, tmp_path):
    export(account, tmp_path / "x.zip")
    empty = open_account(f"sqlite:///{tmp_path / 'empty' / 'legwork.db'}")
    bring(empty, Upload("x.zip", tmp_path / "x.zip"))
    bring(account, Upload("x.zip", tmp_path / "x.zip"), dry_run=True)
    assert kinds(empty) == kinds(account) == []
    bring(account, Upload("x.zip", tmp_path / "x.zip"))
    assert kinds(account) == ["before-merge"]


def test_the_ticks_of_an_archive_add_up_to_what_was_said_before(account):
    told = {}
    write_archive(account, io.BytesIO(), told.__setitem__)
    assert sum(told.values()) == rows_to_write(account)


@pytest.mark.parametrize("at", ["strength_set", "copy of strength_set"])
def test_an_archive_that_is_stopped_on_its_way_in_leaves_nothing(account, tmp_path, at):
    export(account, tmp_path / "x.zip")
    other = open_account(f"sqlite:///{tmp_path / 'other' / 'legwork.db'}")

    def stop(name, _rows):
        if name == at:
            raise Cancelled("Stopped.")

    with other.read() as conn:
        before = content_hash_of_everything(conn, other.athlete_id)
    with pytest.raises(Cancelled):
        bring(other, Upload("x.zip", tmp_path / "x.zip"), tick=stop)
    with other.read() as conn:
        assert content_hash_of_everything(conn, other.athlete_id) == before

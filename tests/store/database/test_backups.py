"""Copies of the database: whole, of one moment, kept for as long as promised, and brought back without a moment between."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest

from lib.model.errors import StoreError
from lib.store.account import open_account
from lib.store.database import backups, migrate
from lib.store.database.backups import back_up, bring_back, verify
from lib.store.database.kept_backups import BackupKind, folder_of, is_due, list_backups, prune, remove_all
from lib.store.own import dated
from lib.store.records.fingerprint import content_hash_of_everything
from tests.store.training_records import NOW

MORNING = datetime(2026, 11, 2, 6, tzinfo=UTC)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "legwork.db"
    open_account(f"sqlite:///{path}").engine.dispose()
    return path


def weigh(database, day, mass=70.0):
    account = open_account(f"sqlite:///{database}")
    with account.write() as conn:
        dated.keep(conn, account.athlete_id, dated.WeighIn(day, mass))
    account.engine.dispose()


def masses(path):
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT body_mass_kg FROM body_mass ORDER BY on_date")]


def content(database):
    account = open_account(f"sqlite:///{database}")
    with account.read() as conn:
        found = content_hash_of_everything(conn, account.athlete_id)
    account.engine.dispose()
    return found


def restore(database, copy, now=NOW):
    return bring_back(database, copy, now, migrate.upgrade_file)


def test_a_backup_is_checked_has_its_sum_and_is_its_owners_alone(database):
    made = back_up(database, BackupKind.BY_HAND, NOW)
    assert (made.path.stat().st_mode & 0o777, made.path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    said = made.path.with_name(made.path.name + ".sha256").read_text()
    assert said == f"{sha256(made.path.read_bytes()).hexdigest()}  {made.path.name}\n"
    verify(made.path)
    assert [each.path for each in list_backups(database)] == [made.path]


def test_two_backups_of_one_second_do_not_overwrite_each_other(database):
    assert back_up(database, BackupKind.BY_HAND, NOW).path != back_up(database, BackupKind.BY_HAND, NOW).path
    assert len(list_backups(database)) == 2


def test_seven_days_four_weeks_and_three_of_each_other_kind_are_kept(database):
    for day in range(60):
        back_up(database, BackupKind.DAILY, MORNING + timedelta(days=day))
    for hour in range(5):
        back_up(database, BackupKind.UPGRADE, MORNING + timedelta(hours=hour))
        back_up(database, BackupKind.BY_HAND, MORNING + timedelta(hours=hour))
    kept = list_backups(database)
    daily = [each.made_at for each in kept if each.kind is BackupKind.DAILY]
    last = (MORNING + timedelta(days=59)).replace(tzinfo=None)
    assert daily[:7] == [last - timedelta(days=day) for day in range(7)]
    assert len({day.isocalendar()[:2] for day in daily}) == 4
    assert len(daily) <= 7 + 3
    assert sum(each.kind is BackupKind.UPGRADE for each in kept) == 3
    assert sum(each.kind is BackupKind.BY_HAND for each in kept) == 5
    assert prune(database) == []


def test_a_backup_is_due_a_day_after_the_last_one_of_a_day(database):
    assert is_due(database, MORNING)
    back_up(database, BackupKind.UNDO, MORNING)
    assert is_due(database, MORNING)  # nobody looked whether that one is whole
    back_up(database, BackupKind.DAILY, MORNING)
    assert not is_due(database, MORNING + timedelta(hours=23))
    assert is_due(database, MORNING + timedelta(hours=24))


def test_what_was_interrupted_has_no_name_that_anybody_trusts(database, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "_digest", killed)
    with pytest.raises(KeyboardInterrupt):
        back_up(database, BackupKind.DAILY, NOW)
    assert list_backups(database) == []
    assert list(folder_of(database).iterdir()) == []


def test_a_damaged_database_gives_no_backup(database):
    data = bytearray(database.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    database.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        back_up(database, BackupKind.DAILY, NOW)
    assert list_backups(database) == []


def test_a_changed_backup_is_not_brought_back(database):
    weigh(database, NOW.date())
    made = back_up(database, BackupKind.BY_HAND, NOW)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("UPDATE body_mass SET body_mass_kg = 71")
        connection.commit()
    before = database.read_bytes()
    with pytest.raises(StoreError, match="not what it was"):
        restore(database, made.path)
    assert database.read_bytes() == before


@pytest.mark.parametrize("what", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 4096])
def test_what_is_no_database_of_ours_is_not_brought_back(database, tmp_path, what):
    (tmp_path / "other.db").write_bytes(what)
    with pytest.raises(StoreError):
        restore(database, tmp_path / "other.db")


def test_a_restored_backup_is_there_at_once_and_what_was_before_is_kept(database):
    weigh(database, NOW.date(), 70.0)
    then = content(database)
    made = back_up(database, BackupKind.BY_HAND, NOW)
    weigh(database, NOW.date(), 75.0)
    open_still = open_account(f"sqlite:///{database}")
    before = restore(database, made.path)
    with open_still.read() as conn:
        assert content_hash_of_everything(conn, open_still.athlete_id) == then
    assert masses(before) == [75.0]
    assert (masses(database), content(database)) == ([70.0], then)


def test_a_backup_of_an_earlier_release_is_brought_up_to_date_on_the_way(database, tmp_path):
    old = tmp_path / "old.db"
    fixture = sorted((Path(__file__).parent / "fixtures").glob("schema_*.sqlite"))[-2]
    old.write_bytes(fixture.read_bytes())
    theirs = tmp_path / "theirs.db"
    theirs.write_bytes(fixture.read_bytes())
    restore(database, old)
    assert content(database) == content(theirs)
    assert old.read_bytes() == fixture.read_bytes()


@pytest.mark.parametrize("damage", ["gone", "empty", "damaged"])
def test_a_database_that_is_gone_or_damaged_is_replaced(database, damage):
    weigh(database, NOW.date())
    then = content(database)
    made = back_up(database, BackupKind.BY_HAND, NOW)
    if damage == "gone":
        database.unlink()
    else:
        database.write_bytes(b"" if damage == "empty" else b"x" * 5000)
    told = restore(database, made.path)
    assert content(database) == then
    assert list(database.parent.glob("legwork.db.damaged-*")) == ([told] if told else [])
    assert (told.read_bytes() if told else None) == (b"x" * 5000 if damage == "damaged" else None)


def test_backups_under_write_load_hold_every_row_that_was_acknowledged_before(database):
    ended, acknowledged = Event(), []

    def write():
        account = open_account(f"sqlite:///{database}")
        day = NOW.date()
        while not ended.is_set():
            day -= timedelta(days=1)
            with account.write() as conn:
                dated.keep(conn, account.athlete_id, dated.WeighIn(day, 70.0))
            acknowledged.append(day)
        account.engine.dispose()

    writer = Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            before = len(acknowledged)
            made = back_up(database, BackupKind.BY_HAND, NOW)
            verify(made.path)
            assert len(masses(made.path)) >= before
    finally:
        ended.set()
        writer.join()


def test_all_backups_can_be_removed(database):
    back_up(database, BackupKind.DAILY, NOW)
    back_up(database, BackupKind.BY_HAND, NOW)
    remove_all(database)
    assert not folder_of(database).exists()


def test_backups_of_a_name_with_brackets_are_found_and_can_be_removed(tmp_path):
    path = tmp_path / "mine [1].db"
    open_account(f"sqlite:///{path}").engine.dispose()
    made = back_up(path, BackupKind.DAILY, NOW)
    assert [each.path for each in list_backups(path)] == [made.path]
    assert not is_due(path, NOW)
    remove_all(path)
    assert os.listdir(tmp_path) == ["mine [1].db"]


def test_removing_all_backups_leaves_those_of_a_database_whose_name_begins_likewise(database):
    other = database.with_name("legwork-of-another.db")
    open_account(f"sqlite:///{other}").engine.dispose()
    kept = back_up(other, BackupKind.BY_HAND, NOW)
    back_up(database, BackupKind.BY_HAND, NOW)
    (folder_of(database) / ".legwork-20261101T060000Z-daily.db.part").write_bytes(b"interrupted")
    remove_all(database)
    assert sorted(os.listdir(folder_of(database))) == [kept.path.name, f"{kept.path.name}.sha256"]
    verify(kept.path)


def test_a_backup_of_a_day_to_come_keeps_no_other_from_being_made(database):
    back_up(database, BackupKind.DAILY, MORNING + timedelta(days=400))
    assert is_due(database, MORNING)
    back_up(database, BackupKind.DAILY, MORNING)
    assert not is_due(database, MORNING + timedelta(hours=1))


def test_a_database_is_no_backup_of_itself(database):
    before = database.read_bytes()
    with pytest.raises(StoreError, match="the database itself"):
        back_up(database, BackupKind.BY_HAND, NOW, database.parent / "." / "legwork.db")
    assert database.read_bytes() == before
    assert os.listdir(database.parent) == ["legwork.db"]


def test_a_whole_database_of_which_no_backup_can_be_made_is_not_replaced(database, tmp_path):
    copy = back_up(database, BackupKind.BY_HAND, NOW, tmp_path / "copy.db").path
    weigh(database, NOW.date(), 75.0)
    folder_of(database).write_bytes(b"no folder")
    with pytest.raises(StoreError, match="No backup of"):
        restore(database, copy)
    assert masses(database) == [75.0]
    assert list(database.parent.glob("*.damaged-*")) == []


def other_program(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        connection.commit()


def newer(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9999")


@pytest.mark.parametrize("whose", ["another program", "newer Legwork", "empty"])
def test_what_is_not_ours_is_not_backed_up_and_nothing_changes_in_the_folder(database, whose):
    back_up(database, BackupKind.BY_HAND, NOW)
    before = sorted(os.listdir(folder_of(database)))
    if whose == "newer Legwork":
        newer(database)
    else:
        database.write_bytes(b"")
        if whose == "another program":
            other_program(database)
    with pytest.raises(StoreError, match=whose) as error:
        back_up(database, BackupKind.BY_HAND, NOW)
    assert "damaged" not in str(error.value)
    assert sorted(os.listdir(folder_of(database))) == before


@pytest.mark.parametrize("whose", ["another program", "newer Legwork"])
def test_a_restore_never_touches_what_is_anothers_and_says_what_to_do(database, whose):
    made = back_up(database, BackupKind.BY_HAND, NOW)
    if whose == "newer Legwork":
        newer(database)
    else:
        database.unlink()
        other_program(database)
    before, folder = database.read_bytes(), sorted(os.listdir(database.parent))
    with pytest.raises(StoreError, match=rf"{whose}.*left as it is.*move (it|the file) away, then restore again"):
        restore(database, made.path)
    assert (database.read_bytes(), sorted(os.listdir(database.parent))) == (before, folder)


def test_our_own_file_whose_header_is_damaged_is_kept_aside_and_replaced(database):
    made = back_up(database, BackupKind.BY_HAND, NOW)
    data = bytearray(database.read_bytes())
    data[68] ^= 0xFF  # whose it is
    database.write_bytes(data)
    kept = restore(database, made.path)
    assert kept.name.startswith("legwork.db.damaged-")
    assert kept.read_bytes() == bytes(data)


def test_what_was_not_written_into_a_damaged_database_yet_is_kept_with_it(database):
    made = back_up(database, BackupKind.BY_HAND, NOW)
    with closing(sqlite3.connect(database)) as program:  # which has it open still
        program.execute("PRAGMA journal_mode=wal")
        program.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        program.execute("UPDATE athlete SET name = 'in the log alone'")
        program.commit()
        with database.open("r+b") as stream:
            stream.seek(4096 * 3)
            stream.write(b"\xff" * 4096 * 20)
        restore(database, made.path)
    (log,) = database.parent.glob("legwork.db.damaged-*-wal")
    assert b"in the log alone" in log.read_bytes()
    assert masses(database) == []


def limited_copying(monkeypatch, errorname):
    """What SQLite raises while it copies the pages."""

    def copy(*_):
        error = sqlite3.OperationalError("database or disk is full" if errorname == "SQLITE_FULL" else "disk I/O error")
        error.sqlite_errorname = errorname
        raise error

    monkeypatch.setattr(backups, "copy_pages", copy)


@pytest.mark.parametrize(
    ("errorname", "at_target"),
    [("SQLITE_FULL", True), ("SQLITE_IOERR_WRITE", True), ("SQLITE_IOERR_READ", False), ("SQLITE_BUSY", False)],
)
def test_what_fails_while_it_is_written_is_told_of_the_target(database, tmp_path, monkeypatch, errorname, at_target):
    target = tmp_path / "full" / "copy.db"
    limited_copying(monkeypatch, errorname)
    with pytest.raises(StoreError) as error:
        back_up(database, BackupKind.BY_HAND, NOW, target)
    words = str(error.value).removeprefix(f"No backup of {database} could be made: ")
    assert (str(target) in words, str(database) in words) == (at_target, not at_target)
    assert os.listdir(target.parent) == []


def test_a_sum_that_cannot_be_written_is_told_of_the_target_and_leaves_an_earlier_backup_with_its_own(
    database, tmp_path, monkeypatch
):
    target = tmp_path / "copy.db"
    back_up(database, BackupKind.BY_HAND, NOW, target)
    before = sorted(os.listdir(tmp_path))
    weigh(database, NOW.date())

    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(StoreError, match=f"Disk full: {target} cannot be written"):
        back_up(database, BackupKind.BY_HAND, NOW, target)
    assert sorted(os.listdir(tmp_path)) == before
    verify(target)


def test_a_backup_takes_the_place_of_no_folder_pipe_or_device(database, tmp_path):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "copy.db.sha256").mkdir()
    for path, words in (
        (tmp_path / "folder", "folder is a folder. Name a file for the backup in it."),
        (tmp_path / "pipe", "pipe is a pipe or a device. Name a file for the backup."),
        (Path("/dev/null"), "/dev/null is a pipe or a device. Name a file for the backup."),
        (tmp_path / "copy.db", "copy.db.sha256 is a folder. Name a file for the backup in it."),
    ):
        with pytest.raises(StoreError) as error:
            back_up(database, BackupKind.BY_HAND, NOW, path)
        assert str(error.value).endswith(words)
    assert sorted(os.listdir(tmp_path)) == ["copy.db.sha256", "folder", "legwork.db", "pipe"]
    assert (tmp_path / "pipe").is_fifo()


def test_a_backup_goes_where_a_link_leads(database, tmp_path):
    (tmp_path / "latest.db").symlink_to(tmp_path / "real.db")
    back_up(database, BackupKind.BY_HAND, NOW, tmp_path / "latest.db")
    assert (tmp_path / "latest.db").is_symlink()
    verify(tmp_path / "real.db")
    assert (tmp_path / "real.db.sha256").exists()

"""No command writes a file over the database, over what belongs to it, or over its backups; and it says so before it does anything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import click
import pytest

from lib.cli.files import ToRead, ToWrite
from tests.cli.every_command import every_command

ROOT = Path(__file__).parents[2]
# Before the name of the file.
WRITERS = {
    "report": ("report",),
    "export": ("export",),
    "rescue": ("rescue",),
    "exercises": ("exercises", "--export"),
    "plan": ("plan", "--week", "2026-11-30", "--write-ics"),
    "delete everything": ("delete", "everything", "--export"),
    "delete source": ("delete", "source", "strava", "--export"),
    "delete original": ("delete", "original", "1", "--export"),
    "backup": ("backup",),
}
ITSELF = "is the database itself. Name another file."
BELONGS = "belongs to the database itself. Name another file."
KEPT = "is kept for the backups of the database. Name another file."
ANOTHER = "is a database of Legwork. Name another file."
OF_ANOTHER = "belongs to a database of Legwork. Name another file."
REFUSED = [
    ("legwork.db", ITSELF),
    ("folder/../legwork.db", ITSELF),
    ("link.db", ITSELF),
    ("link to a link.zip", ITSELF),
    ("hard link.zip", ITSELF),
    ("legwork.db-journal", BELONGS),
    ("legwork.db-wal", BELONGS),
    ("legwork.db-shm", BELONGS),
    ("backups/legwork-20261101T060000Z-daily.db", KEPT),
    ("backups/legwork-20261101T060000Z-daily.db.sha256", KEPT),
    ("backups/legwork-20261102T060000Z-daily.db", KEPT),
    ("legwork.db.damaged-20261101T060000Z", KEPT),
    ("other.db", ANOTHER),
    ("other.db-wal", OF_ANOTHER),
]


@pytest.fixture
def database(filled_database, tmp_path, monkeypatch, legwork):
    """A filled one with a backup, in the folder in which the commands are typed, and all spellings of its name."""
    path = tmp_path / "legwork.db"
    shutil.copyfile(filled_database, path)
    shutil.copyfile(filled_database, tmp_path / "other.db")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.db").symlink_to(path)
    (tmp_path / "link to a link.zip").symlink_to("link.db")
    os.link(path, tmp_path / "hard link.zip")
    assert legwork("backup").exit_code == 0
    (copy,) = (tmp_path / "backups").glob("*.db")
    copy.rename(tmp_path / "backups" / "legwork-20261101T060000Z-daily.db")
    copy.with_name(f"{copy.name}.sha256").rename(tmp_path / "backups" / "legwork-20261101T060000Z-daily.db.sha256")
    return path


def everything_in(folder):
    return {
        str(each.relative_to(folder)): each.read_bytes() if each.is_file() else b""
        for each in sorted(folder.rglob("*"))
    }


def test_every_command_that_writes_a_file_is_tried_here():
    options = {name: command.params for name, command in every_command().items()}
    writers = {name for name, params in options.items() if any(isinstance(each.type, ToWrite) for each in params)}
    assert writers == set(WRITERS) - {"backup"}  # a backup may take the place of an earlier one
    others = {
        name
        for name, params in options.items()
        for each in params
        if isinstance(each.type, click.Path | click.File) and not isinstance(each.type, ToRead | ToWrite)
    }
    assert others == {"backup"}


@pytest.mark.parametrize("writer", WRITERS)
def test_a_database_is_not_written_over(database, legwork, writer):
    before = everything_in(database.parent)
    for target, words in REFUSED:
        done = legwork(*WRITERS[writer], target)
        assert (done.exit_code, done.stderr) == (1, f"legwork: {target} {words}\n")
    assert everything_in(database.parent) == before


def test_a_damaged_database_is_the_database_still(database, legwork):
    database.write_bytes(b"damaged" + database.read_bytes()[7:])
    before = database.read_bytes()
    for words in WRITERS.values():
        assert legwork(*words, database).stderr.endswith(f"legwork.db {ITSELF}\n")
    assert database.read_bytes() == before


def test_a_file_of_another_name_is_written_and_written_again_also_beside_the_backups(database, legwork):
    for target in ("all.zip", "backups/all.zip"):
        for _ in range(2):
            assert legwork("export", target).exit_code == 0
        assert ZipFile(target).testzip() is None


def test_a_backup_takes_the_place_of_an_earlier_one_and_of_no_other_database(database, legwork):
    for _ in range(2):
        assert legwork("backup", "mine.db").exit_code == 0
        assert legwork("restore", "mine.db").exit_code == 0
    Path("mine.db.sha256").unlink()
    assert legwork("backup", "mine.db").stderr == f"legwork: mine.db {ANOTHER}\n"


def test_a_folder_is_no_file_to_write(tmp_path, legwork):
    for words in [words for name, words in WRITERS.items() if name != "backup"]:
        done = legwork(*words, tmp_path)
        assert (done.exit_code, f"{tmp_path} is a folder; name a file in it" in done.stderr) == (2, True)


def test_a_copy_does_not_go_into_a_part_of_the_database(database, legwork):
    for target, words in (("legwork.db-wal", BELONGS), ("link.db", ITSELF)):
        done = legwork("copy", "--to", f"sqlite:///{database.parent / target}")
        assert (done.exit_code, done.stderr.endswith(f"{target} {words}\n")) == (1, True)
    assert not Path("legwork.db-wal").exists()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="only where the standard output has a name")
@pytest.mark.parametrize("command", ["export", "rescue"])
def test_an_archive_goes_through_a_pipe_with_nothing_else(database, command):
    process = [sys.executable, "-m", "lib.cli", command, "/dev/stdout"]
    environment = {**os.environ, "LEGWORK_DATABASE_URL": f"sqlite:///{database}"}
    done = subprocess.run(process, cwd=ROOT, env=environment, capture_output=True, check=True)
    archive = database.parent / "piped.zip"
    archive.write_bytes(done.stdout)
    with ZipFile(archive) as members:
        assert members.testzip() is None
        last = max(members.infolist(), key=lambda each: each.header_offset)
    assert last.filename == "manifest.json"
    assert done.stdout[-22:-18] == b"PK\x05\x06"
    assert b"/dev/stdout: " in done.stderr

"""Files that a person asked for: whole or not there, and nobody else's to read."""

import os
from pathlib import Path

import pytest

from lib.model.errors import StoreError
from lib.model.file_errors import file_words
from lib.services.upkeep.safe_file import written_aside


def write(path, data=b"new", *, fails=False):
    with written_aside(path) as stream:
        stream.write(data)
        if fails:
            raise OSError(28, "No space left on device")


def test_a_file_is_its_owners_alone_and_whole(tmp_path):
    write(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes() == b"new"
    assert (tmp_path / "report.html").stat().st_mode & 0o777 == 0o600


def test_an_earlier_file_stays_where_the_new_one_cannot_be_written(tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="No space") as error:
        write(path, fails=True)
    assert (path.read_bytes(), error.value.filename) == (b"old", str(path))
    assert os.listdir(tmp_path) == ["report.html"]


def test_a_link_leads_to_the_new_file(tmp_path):
    (tmp_path / "real.html").write_bytes(b"old")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write(tmp_path / "link.html")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"


def test_a_pipe_is_written_to_as_it_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe)
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_pipe_that_nobody_reads_is_named_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(OSError, match=r".") as error:
        write(tmp_path / "pipe.zip")
    assert file_words(error.value).endswith("pipe.zip is a pipe or a device that nothing reads from. Name a file.")


def test_a_full_device_is_named():
    with pytest.raises(OSError, match="No space") as error:
        write(Path("/dev/full"))
    assert error.value.filename == "/dev/full"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(OSError, match=r".") as error:
        write(tmp_path / "none" / "report.html")
    assert error.value.filename == str(tmp_path / "none" / "report.html")
    assert file_words(error.value) == f"The folder {tmp_path / 'none'} is not there. Make it, or name another place."


def test_a_path_gets_no_capital():
    assert file_words(OSError(13, "Permission denied", "ed/old.zip")).startswith("ed/old.zip may not")
    assert file_words(OSError(27, "File too large", "old.zip")).endswith("Choose another disk or raise the limit.")


def test_a_database_is_no_file_to_write_whoever_asks(sqlite_url, monkeypatch, tmp_path):
    before = (tmp_path / "legwork.db").read_bytes()
    for url in (sqlite_url, "sqlite:///elsewhere.db"):
        monkeypatch.setenv("LEGWORK_DATABASE_URL", url)
        with pytest.raises(StoreError, match=r"is (the database itself|a database of Legwork)\. Name another file"):
            write(tmp_path / "legwork.db")
    assert (tmp_path / "legwork.db").read_bytes() == before
    assert os.listdir(tmp_path) == ["legwork.db"]

"""What is read is a file: a pipe would let a command wait for ever, and some devices never end."""

import os
from pathlib import Path

import pytest

from lib.model.limits import MAX_CALENDAR_BYTES

READERS = {
    "import": ("import",),
    "exercises --import": ("exercises", "--import"),
    "plan --ics": ("plan", "--week", "2026-11-30", "--ics"),
}


@pytest.fixture(params=["pipe", "folder", "/dev/zero", "none"])
def odd(request, tmp_path):
    path = tmp_path / request.param
    if request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "folder":
        path.mkdir()
    return path


@pytest.mark.parametrize("reader", READERS)
def test_what_is_no_file_is_named_at_once_and_no_database_is_made(legwork, tmp_path, odd, reader):
    done = legwork(*READERS[reader], odd)
    what = {"pipe": "no file but a pipe or a device", "folder": "a folder; name a file in it", "zero": "no file but"}
    words = f"{odd} is {what[odd.name]}" if odd.name in what and odd.exists() else f"there is no file {odd}"
    assert (done.exit_code, words in done.stderr) == (2, True), done.output
    assert not (tmp_path / "legwork.db").exists()


def test_a_calendar_is_read_no_further_than_it_may_be_long(legwork, tmp_path, monkeypatch):
    calendar = tmp_path / "runs.ics"
    calendar.touch()
    os.truncate(calendar, 100 * MAX_CALENDAR_BYTES)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("all of it was read"))
    done = legwork("plan", "--week", "2026-11-30", "--ics", calendar)
    assert (done.exit_code, "larger than 20 MiB" in done.stderr) == (2, True)


def test_a_calendar_goes_to_no_pipe_that_nobody_reads(legwork, tmp_path):
    os.mkfifo(tmp_path / "pipe.ics")
    done = legwork("plan", "--week", "2026-11-30", "--write-ics", tmp_path / "pipe.ics")
    assert (done.exit_code, "that nothing reads from" in done.stderr) == (1, True)

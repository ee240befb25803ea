"""However a command fails: one sentence on standard error, an exit code, no traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def legwork(tmp_path):
    def call(*arguments, url="", **options):
        environment = {
            **os.environ,
            "LEGWORK_DATABASE_URL": url or f"sqlite:///{tmp_path / 'x.db'}",
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        command = [sys.executable, "-m", "lib.cli", *arguments]
        return subprocess.run(command, env=environment, cwd=ROOT, text=True, check=False, **pipes)

    return call


def sentence(ended, code):
    """What was said, if it is one sentence and nothing more."""
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr
    (last,) = ended.stderr.strip().splitlines()[-1:]
    return last


def test_a_day_before_all_logs_is_a_matter_of_usage(legwork):
    assert "1970" in sentence(legwork("balance", "--on", "0001-01-01"), 2)


def test_a_port_that_is_no_number_is_told_without_the_password(legwork):
    said = sentence(legwork("weeks", url="postgresql://me:hunter2@host:abc/db"), 1)
    assert "cannot be read" in said
    assert "hunter2" not in said


def test_a_port_that_is_taken_is_told_with_what_to_do(legwork):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = sentence(legwork("run", "--port", str(port)), 1)
    assert said.startswith(f"legwork: Port {port} is in use")
    assert "--port" in said


@pytest.mark.parametrize("where", ["me:hunter2@127.0.0.1:1/db", "me@127.0.0.1:1/db?password=hunter2"])
def test_a_server_that_is_down_is_told_without_the_password(legwork, tmp_path, where):
    said = sentence(legwork("weeks", url=f"postgresql://{where}"), 1)
    assert "cannot be reached" in said
    assert "hunter2" not in said
    assert "hunter2" not in (tmp_path / "data" / "legwork" / "legwork.log").read_text("utf-8")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only where there is a disk that is always full")
@pytest.mark.parametrize("command", [("weeks",), ("weeks", "--json"), ("--help",)])
def test_a_full_standard_output_is_told_once(legwork, command):
    with Path("/dev/full").open("w") as full:
        assert "Disk full" in sentence(legwork(*command, stdout=full), 1)


def test_a_pipe_that_nobody_reads_ends_quietly(legwork):
    reading, writing = os.pipe()
    os.close(reading)
    ended = legwork("weeks", stdout=writing)
    os.close(writing)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr


@pytest.mark.parametrize("command", [("import",), ("exercises", "--import")])
def test_a_file_with_an_error_of_the_disk_is_named(legwork, command):
    unreadable = Path("/proc/self/mem")  # reading its start fails as a broken disk does
    if not unreadable.exists():
        unreadable = ROOT
    assert "disk reports an error" in sentence(legwork(*command, str(unreadable)), 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"Date,Name\n" * 200, "not an SQLite database"), (b"SQLite format 3\0" + bytes(4080), "another")],
)
def test_a_database_that_is_none_of_ours_is_left_as_it_is(legwork, tmp_path, content, words):
    (tmp_path / "x.db").write_bytes(content)
    said = sentence(legwork("weeks"), 1)
    assert words in said
    assert "LEGWORK_DATABASE_URL" in said
    assert (tmp_path / "x.db").read_bytes() == content

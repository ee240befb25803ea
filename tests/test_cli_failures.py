"""However a command fails: one sentence on standard error, an exit code, no traceback."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from lib.cli import main

ROOT = Path(__file__).parents[1]


@pytest.fixture
def environment(tmp_path):
    return {"LEGWORK_DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}", "XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture
def legwork(environment):
    """A command in this process: `legwork("weeks", url="postgresql://…")`."""

    def call(*arguments, url=""):
        said = environment | ({"LEGWORK_DATABASE_URL": url} if url else {})
        ended = CliRunner(env=said).invoke(main, arguments)
        return Ended(ended.exit_code, ended.stderr)

    return call


@pytest.fixture
def program(environment):
    """A command as a process of its own, for what shows only when one ends."""

    def call(*arguments, **options):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        command = [sys.executable, "-m", "lib.cli", *arguments]
        ended = subprocess.run(command, env={**os.environ, **environment}, cwd=ROOT, text=True, check=False, **pipes)
        return Ended(ended.returncode, ended.stderr)

    return call


class Ended(NamedTuple):
    code: int
    stderr: str


def sentence(ended, code):
    """What was said, if it is one sentence and nothing more."""
    assert ended.code == code, ended.stderr
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


def test_a_port_that_is_taken_is_told_with_what_to_do(program):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = sentence(program("run", "--port", str(port)), 1)
    assert said.startswith(f"legwork: Port {port} is in use")
    assert "--port" in said


@pytest.mark.parametrize("where", ["me:hunter2@127.0.0.1:1/db", "me@127.0.0.1:1/db?password=hunter2"])
def test_a_server_that_is_down_is_told_without_the_password(legwork, tmp_path, where):
    said = sentence(legwork("weeks", url=f"postgresql://{where}"), 1)
    assert "cannot be reached" in said
    assert "hunter2" not in said
    assert "hunter2" not in (tmp_path / "data" / "legwork" / "legwork.log").read_text("utf-8")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only where there is a disk that is always full")
@pytest.mark.parametrize("command", [("weeks",), ("--help",)])
def test_a_full_standard_output_is_told_once(program, command):
    with Path("/dev/full").open("w") as full:
        assert "Disk full" in sentence(program(*command, stdout=full), 1)


def test_a_pipe_that_nobody_reads_ends_quietly(program):
    reading, writing = os.pipe()
    os.close(reading)
    ended = program("weeks", stdout=writing)
    os.close(writing)
    assert ended.code == 1
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

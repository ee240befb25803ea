"""Where a folder, a pipe or a device has the place of the database, every command says so at once and touches nothing."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from lib.cli import main
from tests.cli.every_command import NEEDED, every_command

OTHER_CALLS = ("migrate --dry-run", "backup copy.db", "restore copy.db", "delete everything --export all.zip")
CALLS = [*((name, *NEEDED.get(name, ())) for name in every_command()), *((call,) for call in OTHER_CALLS)]
FEW = [call for call in CALLS if call[0] in ("weeks", "check", "doctor", "rescue", "backup", *OTHER_CALLS)]


@pytest.fixture
def left_alone(tmp_path, monkeypatch):
    """Calls with the path as that of the database, in a folder in which nothing may change."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "runs.csv").write_text("Date,Name\n")

    def call(path, what, words):
        before = sorted(os.listdir(tmp_path))
        done = CliRunner(env={"LEGWORK_DATABASE_URL": f"sqlite:///{path}"}).invoke(main, words)
        assert done.exit_code == 1, done.output
        assert done.output.strip().splitlines()[-1].removeprefix("legwork: ") == (
            f"{path} is {what} and no database. It was left as it is; name a file in the database URL, "
            "such as sqlite:////home/me/legwork.db."
        )
        assert sorted(os.listdir(tmp_path)) == before

    return call


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
def test_a_pipe_as_the_database_is_named_by_every_command(left_alone, tmp_path, call):
    os.mkfifo(tmp_path / "legwork.db")
    left_alone(tmp_path / "legwork.db", "a pipe or a device", [*call[0].split(), *call[1:]])


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full"])
@pytest.mark.parametrize("call", FEW, ids=lambda call: call[0])
def test_a_device_as_the_database_is_named(left_alone, device, call):
    if not Path(device).is_char_device():
        pytest.skip("no such device here")
    left_alone(device, "a pipe or a device", [*call[0].split(), *call[1:]])


@pytest.mark.parametrize("call", FEW, ids=lambda call: call[0])
def test_a_folder_as_the_database_is_named(left_alone, tmp_path, call):
    (tmp_path / "legwork.db").mkdir()
    left_alone(tmp_path / "legwork.db", "a folder", [*call[0].split(), *call[1:]])


def test_a_copy_goes_to_a_file_alone(said, legwork, tmp_path):
    said("weeks")
    os.mkfifo(tmp_path / "pipe")
    done = legwork("copy", "--to", f"sqlite:///{tmp_path / 'pipe'}")
    assert (done.exit_code, "pipe is a pipe or a device and no database" in done.stderr) == (1, True)

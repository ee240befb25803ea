"""What people install: one name at the top, the whole program below it, and every command works in an empty folder."""

import json
import signal
import subprocess
from time import monotonic
from urllib.request import urlopen

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.browser.serving import free_port, wait_until_healthy
from tests.wheels import ROOT, Installed, build_wheel, names_in

PROGRAM = "legwork/_program/"
ENDS_WITHIN_S = 5


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    return Installed(tmp_path_factory.mktemp("installed"), wheel)


def test_the_wheel_has_one_name_at_its_top(wheel):
    tops = {name.split("/")[0] for name in names_in(wheel)}
    (about,) = tops - {"legwork"}
    assert about.startswith("legwork-")
    assert about.endswith(".dist-info")


def test_the_wheel_carries_the_whole_program_and_nothing_that_was_made_beside_it(wheel):
    folders = [path for name in ("lib", "pages", "sample_data") for path in (ROOT / name).rglob("*")]
    files = [ROOT / "app.py", ROOT / ".streamlit" / "config.toml", *(path for path in folders if path.is_file())]
    names = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    assert {name.removeprefix(PROGRAM) for name in names_in(wheel) if name.startswith(PROGRAM)} == names


def test_the_wheel_carries_its_licence_and_the_notices(wheel):
    names = [name.partition(".dist-info/")[2] for name in names_in(wheel)]
    assert {"licenses/LICENSE", "licenses/docs/NOTICES.md"} <= set(names)


def reads_an_import(installed):
    file = ROOT / "sample_data" / "hevy.csv"
    assert json.loads(installed.run("import", file, "--json"))["ok"]
    weeks = json.loads(installed.run("weeks", "--json", module=True))["weeks"]
    assert any(week["hard_sets"] for week in weeks)


def brings_back_what_was_exported_and_backed_up(installed):
    files = [ROOT / "sample_data" / name for name in ("hevy.csv", "strava_activities.csv")]
    installed.run("import", *files, "--timezone", "Europe/Berlin")
    before = json.loads(installed.run("check", "--json"))
    assert before["ok"]
    other = f"sqlite:///{installed.home / 'other.db'}"
    installed.run("export", "all.zip")
    installed.run("import", "all.zip", LEGWORK_DATABASE_URL=other)
    assert json.loads(installed.run("check", "--json", LEGWORK_DATABASE_URL=other))["content"] == before["content"]
    assert json.loads(installed.run("backup", "--json"))["ok"]
    installed.run("body-mass", "add", "2026-11-28", "72.5kg")
    assert json.loads(installed.run("check", "--json"))["content"] != before["content"]
    assert json.loads(installed.run("restore", "latest", "--json"))["ok"]
    assert json.loads(installed.run("check", "--json"))["content"] == before["content"]


def opens_the_sample_athlete_and_ends_in_time(installed):
    port = free_port()
    command = installed.command("run", "--port", port, "--address", "0.0.0.0", "--base-path", "/training", "--demo")
    with (installed.home / "server.log").open("w+b") as log:
        process = subprocess.Popen(command, cwd=installed.home, env=installed.variables, stdout=log, stderr=log)
        try:
            wait_until_healthy(port, lambda: process.poll() is None, process.kill, "/training/_stcore/health")
            page = drawn(f"ws://localhost:{port}/training/_stcore/stream")
            with urlopen(f"http://localhost:{port}/readyz", timeout=10) as answer:
                assert json.load(answer)["ready"]
            sent = monotonic()
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)
            assert monotonic() - sent < ENDS_WITHIN_S
        finally:
            process.kill()
        log.seek(0)
        said = log.read().decode()
    assert b"invented sample athlete" in page
    assert f"http://localhost:{port}/training" in said
    assert "Traceback" not in said
    assert "xternal" not in said, "nobody on the internet is asked for our address"


def drawn(address: str) -> bytes:
    """All that the server sends until the first page is drawn."""
    with connect(address, max_size=None) as tab:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        tab.send(asked.SerializeToString())
        found = b""
        while True:
            message = ForwardMsg.FromString(tab.recv(timeout=120))
            found += message.SerializeToString()
            if message.WhichOneof("type") == "script_finished":
                return found


@pytest.mark.whole
@pytest.mark.parametrize(
    "proof",
    [reads_an_import, brings_back_what_was_exported_and_backed_up, opens_the_sample_athlete_and_ends_in_time],
)
def test_the_wheel_works_in_an_empty_folder(proof, installed):
    proof(installed)


@pytest.mark.whole
def test_nothing_of_ours_lies_at_the_top_of_the_environment(installed):
    tops = {path.name for path in installed.site.iterdir()}
    assert "legwork" in tops
    assert not tops & {"lib", "pages", "sample_data", "app.py", ".streamlit", "tests"}
    assert installed.run("--version").startswith("legwork, version ")

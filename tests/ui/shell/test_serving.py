"""`legwork run` is one process: a signal ends it in time, whoever looks at it, and nothing of an import in flight stays."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import text
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.sync.client import connect

from lib.store.database.engine import check_database, open_database
from lib.store.database.transactions import read_any
from lib.store.own.athletes import ensure_athlete
from tests.browser.serving import ROOT, free_port, wait_until_healthy

ENDS_WITHIN_S = 5

# An import that has written its first rows says "begun"; then it goes on only when it is asked to stop, or never.
IMPORTS = """
import sys
from pathlib import Path
from threading import Event
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.services.importing.import_files import import_files
from lib.store.account import open_account
from lib.ui.shell import serving
from lib.ui.shell.jobs import Job
database, port, files, waits_for = sys.argv[1:]
account = open_account(database)

def work(tick):
    def slow(name, rows):
        if rows < 20:
            return
        print("begun", flush=True)
        (job._cancel if waits_for == "cancel" else Event()).wait()
        tick(name, rows)
    return import_files(account, [Upload("activities.csv", Path(files))], Answers(time_zone="Europe/Berlin"), tick=slow)

job = Job(work, 100)
job.start()
serving.serve(int(port), [])
"""


@contextmanager
def running(*command: object, url: str, folder: Path) -> Iterator[subprocess.Popen]:
    """The process, killed at the end if it is still there."""
    environment = {"LEGWORK_DATABASE_URL": url, "XDG_DATA_HOME": str(folder / "data"), "HOME": str(folder)}
    with subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ends_in_time(process: subprocess.Popen, number: signal.Signals) -> int:
    """Send the signal; the exit code, negative where a signal ended it. AssertionError when it took too long."""
    sent = monotonic()
    process.send_signal(number)
    code = process.wait(timeout=60)
    assert monotonic() - sent < ENDS_WITHIN_S
    return code


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGINT, 128 + signal.SIGINT)])
def test_a_signal_ends_the_one_process_while_a_tab_is_open(number, code, tmp_path, sqlite_url):
    port = free_port()
    with running("-m", "lib.cli", "run", "--port", port, url=sqlite_url, folder=tmp_path) as process:
        wait_until_healthy(port, lambda: process.poll() is None, process.kill)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        assert not children.exists() or children.read_text("ascii").split() == []
        with connect(f"ws://localhost:{port}/_stcore/stream") as tab:
            asked = BackMsg()
            asked.rerun_script.query_string = ""
            tab.send(asked.SerializeToString())
            tab.recv()
            assert ends_in_time(process, number) == code


@pytest.mark.parametrize("waits_for", ["cancel", "nothing"])
def test_nothing_stays_of_an_import_in_flight(waits_for, tmp_path, database_url):
    engine, port = open_database(database_url), free_port()
    ensure_athlete(engine)
    files = ROOT / "sample_data" / "strava_activities.csv"
    with running("-c", IMPORTS, database_url, port, files, waits_for, url=database_url, folder=tmp_path) as process:
        wait_until_healthy(port, lambda: process.poll() is None, process.kill)
        assert b"begun\n" in iter(process.stdout.readline, b"")
        ends_in_time(process, signal.SIGTERM)
    with read_any(engine) as conn:
        assert [
            conn.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in ("activity", "import_batch")
        ] == [0, 0]
    assert check_database(database_url) == []
    engine.dispose()

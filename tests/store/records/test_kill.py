"""A program that is killed in the middle of an import leaves all of it or nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from long_runs import amount
from sqlalchemy import text

from lib.store.account import open_account
from lib.store.database.engine import check_database
from lib.store.own.athletes import ensure_athlete

ROOT = Path(__file__).parents[3]
SESSIONS = 400

# Says "begun" in the middle of an import and "done" after its commit.
IMPORTS = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from training_records import NOW, session, squat
from lib.model.vocabulary import RecordKind
from lib.store.records import batches, import_records, records
from lib.store.account import open_account
account = open_account({url!r})
while True:
    with account.write() as conn:
        batch = batches.start_batch(conn, 1, NOW)
        first = records.next_id(conn, 1, RecordKind.SESSION)
        for half in (0, {half}):
            ids = range(first + half, first + half + {half})
            records.insert_sessions(conn, 1, "app", [(i, "h", session(f"s{{i}}", sets=(squat(),) * 10)) for i in ids])
            if not half:
                print("begun", batch, flush=True)
        import_records.remember(conn, 1, batch, RecordKind.SESSION, [(i, "h") for i in range(first, first + 2 * {half})])
    print("done", batch, flush=True)
"""


def imports_until_killed(url: str, lines: int) -> list[int]:
    """Kill an importing program when it has said so many lines; the imports that it had confirmed."""
    code = IMPORTS.format(root=str(ROOT), tests=str(Path(__file__).parents[1]), url=url, half=SESSIONS // 2)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as program:
        said = [program.stdout.readline().split() for _ in range(lines)]
        program.kill()
        rest, _ = program.communicate()
    assert program.returncode == -signal.SIGKILL
    return [int(batch) for word, batch in [*said, *(line.split() for line in rest.splitlines())] if word == "done"]


# After how many lines of the program it is killed, one time after the other.
MOMENTS = amount(whole=[(1, 2, 5), (3, 4, 1)], small=[(1, 4)])


@pytest.mark.long
@pytest.mark.parametrize("moments", MOMENTS)
def test_a_killed_import_is_there_completely_or_not_at_all(database_url, moments):
    account = open_account(database_url)
    confirmed = set()
    for lines in moments:
        confirmed.update(imports_until_killed(database_url, lines))
        with account.read() as conn:
            of_batch = dict(conn.execute(text("SELECT batch_id, count(*) FROM sighting GROUP BY batch_id")).all())
            sessions = conn.execute(text("SELECT count(*) FROM session")).scalar_one()
            sets = conn.execute(text("SELECT count(*) FROM strength_set")).scalar_one()
        assert set(of_batch) >= confirmed
        assert set(of_batch.values()) <= {SESSIONS}
        assert (sessions, sets) == (SESSIONS * len(of_batch), SESSIONS * 10 * len(of_batch))
        assert check_database(database_url) == []
    assert ensure_athlete(account.engine).revision == len(of_batch)
    assert account.athlete_id == 1
    account.engine.dispose()

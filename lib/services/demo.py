"""The sample athlete: a database of its own, so that looking around can never touch a person's data."""

from dataclasses import replace
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path

from lib.catalog.templates import templates
from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.plan import PlannedRun, PlannedSession
from lib.model.record_id import parse_id
from lib.model.vocabulary import Effort, EventKind, GoalKind
from lib.services.editing.edit import edit
from lib.services.importing.import_files import import_files
from lib.services.planning.sessions import items_of
from lib.services.queries.records import list_activities
from lib.store.account import Account, open_account
from lib.store.database.engine import data_folder
from lib.store.own import athletes, dated, plan
from lib.store.own.dated import Event, Goal, PlannedBreak, WeighIn

SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
SAMPLE_ZONE = "Europe/Berlin"
SAMPLE_DATES = (
    Goal(GoalKind.RUNS, date(2025, 9, 22), 4.0),
    Goal(GoalKind.LOWER_SESSIONS, date(2025, 9, 22), 1.0),
    Goal(GoalKind.SESSIONS, date(2025, 9, 22), 2.0),
    PlannedBreak(date(2026, 7, 6), date(2026, 7, 12), "holiday"),
    Event(EventKind.ILLNESS, date(2026, 2, 9), "flu", date(2026, 2, 22)),
    Event(EventKind.RACE, date(2026, 4, 12), "Birkental Half Marathon"),
    Event(EventKind.BLOCK, date(2026, 7, 13), "Marathon block"),
    Event(EventKind.RACE, date(2026, 10, 11), "Sandholm Marathon"),
    WeighIn(date(2025, 10, 1), 68.5),
    WeighIn(date(2026, 1, 4), 69.2),
    WeighIn(date(2026, 4, 1), 68.1),
    WeighIn(date(2026, 7, 1), 67.6),
    WeighIn(date(2026, 9, 27), 67.3),
)
# The week after the last day of the sample: two hard runs, and a leg session between them.
SAMPLE_RUNS = (
    PlannedRun(date(2026, 11, 24), time(18), 50.0, "Intervals"),
    PlannedRun(date(2026, 11, 28), time(9), 110.0, "Long run", Effort.LONG),
)
SAMPLE_SESSION = PlannedSession(datetime(2026, 11, 26, 18, 45), 60.0, "Lower-body session")  # noqa: DTZ001 - a wall clock
# Runs whose files do not tell how hard they were, and what the athlete says of them: by their day and title.
SAMPLE_EFFORTS = ((date(2026, 9, 10), "Evening Run", Effort.HARD),)


def sample_files() -> list[Path]:
    """The files of the sample athlete, in the order in which they were exported."""
    return sorted(SAMPLE_FOLDER.glob("*.csv"))


def demo_url() -> str:
    """Where the sample athlete lives: beside the person's own database, never in it.

    The name carries a digest of the sample, so a release with another one starts with a database of its own.
    """
    content = (
        b"".join(path.read_bytes() for path in sample_files())
        + repr((SAMPLE_DATES, SAMPLE_RUNS, SAMPLE_SESSION, SAMPLE_EFFORTS)).encode()
    )
    digest = sha256(content).hexdigest()[:8]
    return f"sqlite:///{data_folder() / f'sample-athlete-{digest}.db'}"


def open_demo(url: str | None = None) -> Account:
    """The sample athlete in a database of its own, filled from sample_data on first use. StoreError if the files are missing."""
    account = open_account(url or demo_url())
    with account.read() as conn:
        empty = athletes.load_athlete(conn, account.athlete_id).revision == 0
    if empty:
        _fill(account)
    return account


def _fill(account: Account) -> None:
    files = sample_files()
    if not files:
        raise StoreError(f"The sample files are missing from {SAMPLE_FOLDER}.")
    uploads = [Upload(path.name, path) for path in files]
    report = import_files(account, uploads, Answers(time_zone=SAMPLE_ZONE))
    if not report.ok:
        raise StoreError("The sample files could not be read; run the tests of sample_data.")
    with account.write() as conn:
        for row in SAMPLE_DATES:
            dated.keep(conn, account.athlete_id, row)
        for run in SAMPLE_RUNS:
            plan.put_run(conn, account.athlete_id, run)
        items = items_of(templates()["lower-body"])
        plan.put_session(conn, account.athlete_id, replace(SAMPLE_SESSION, items=items))
    for day, title, effort in SAMPLE_EFFORTS:
        _say(account, day, title, effort)


def _say(account: Account, day: date, title: str, effort: Effort) -> None:
    """As a person would: an act of the history, to be seen and taken back."""
    listed = list_activities(account)
    (run,) = listed[(listed["local_start"].dt.date == day) & (listed["title"] == title) & listed["counted"]]["id"]
    edit(account, parse_id(run), {"effort": effort})

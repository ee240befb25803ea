"""The sample athlete: a database of its own, so that looking around can never touch a person's data."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.vocabulary import EventKind, GoalKind
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account
from lib.store.database.engine import data_folder
from lib.store.own import athletes, body_mass, breaks, events, goals

SAMPLE_FOLDER = Path(__file__).parents[2] / "sample_data"
SAMPLE_ZONE = "Europe/Berlin"
SAMPLE_GOALS = (
    (GoalKind.RUNS, date(2025, 9, 22), 4.0),
    (GoalKind.LOWER_SESSIONS, date(2025, 9, 22), 1.0),
    (GoalKind.SESSIONS, date(2025, 9, 22), 2.0),
)
SAMPLE_BREAK = (date(2026, 7, 6), date(2026, 7, 12), "holiday")
SAMPLE_EVENTS = (
    (EventKind.ILLNESS, date(2026, 2, 9), "flu", date(2026, 2, 22)),
    (EventKind.RACE, date(2026, 4, 12), "Birkental Half Marathon", None),
    (EventKind.BLOCK, date(2026, 7, 13), "Marathon block", None),
    (EventKind.RACE, date(2026, 10, 11), "Sandholm Marathon", None),
)
SAMPLE_BODY_MASS = (
    (date(2025, 10, 1), 68.5),
    (date(2026, 1, 4), 69.2),
    (date(2026, 4, 1), 68.1),
    (date(2026, 7, 1), 67.6),
    (date(2026, 9, 27), 67.3),
)
SAID = (SAMPLE_GOALS, SAMPLE_BREAK, SAMPLE_EVENTS, SAMPLE_BODY_MASS)


def sample_files() -> list[Path]:
    """The files of the sample athlete, in the order in which they were exported."""
    return sorted(SAMPLE_FOLDER.glob("*.csv"))


def demo_url() -> str:
    """Where the sample athlete lives: beside the person's own database, never in it.

    The name carries a digest of the sample, so a release with another one starts with a database of its own.
    """
    content = b"".join(path.read_bytes() for path in sample_files()) + repr(SAID).encode()
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
    athlete_id = account.athlete_id
    with account.write() as conn:
        for kind, from_date, target in SAMPLE_GOALS:
            goals.set_goal(conn, athlete_id, kind, from_date, target)
        breaks.add_break(conn, athlete_id, *SAMPLE_BREAK)
        for event in SAMPLE_EVENTS:
            events.add_event(conn, athlete_id, *event)
        for on_date, kilograms in SAMPLE_BODY_MASS:
            body_mass.set_body_mass(conn, athlete_id, on_date, kilograms)

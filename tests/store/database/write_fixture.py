"""Write the database of today's schema for the upgrade test: once for each released schema, then never again.

Run `python tests/store/database/write_fixture.py` from the project's root and put the hash it prints into test_schema.py.
"""

import sqlite3
import sys
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path[:0] = [str(FOLDER.parents[2]), *(str(FOLDER.parent / name) for name in (".", "records", ".."))]

from every_table import say_everything  # noqa: E402
from sqlalchemy import Connection  # noqa: E402
from test_batches import FILE, take  # noqa: E402
from test_records import FULL_RUN, FULL_SESSION  # noqa: E402
from training_records import NOW, run, session  # noqa: E402

from lib.model.duplicates import DuplicateDecision  # noqa: E402
from lib.model.history import BY_HAND, NO_WORD, RECORD, Change, RecordRef, What  # noqa: E402
from lib.model.records import Problem  # noqa: E402
from lib.model.vocabulary import (  # noqa: E402
    DuplicateVerdict,
    RecordKind,
    Sport,
    Weekday,
)
from lib.store.account import open_account  # noqa: E402
from lib.store.database.schema import SCHEMA_VERSION  # noqa: E402
from lib.store.own import (  # noqa: E402
    aliases,
    athletes,
    counting_choices,
    history,
    title_words,
)
from lib.store.records import batches, contents, duplicate_decisions, links  # noqa: E402
from lib.store.records.apply_words import apply_words  # noqa: E402
from lib.store.records.fingerprint import content_hash_of_everything  # noqa: E402


def imports(conn: Connection) -> None:
    """Three imports: the second one updates, brings a duplicate and a link, the third one is undone."""
    strength, duplicate = run("r3", day=4, sport=Sport.STRENGTH), run("r4", day=4, distance_m=8090.0)
    first = [(FULL_RUN, "1"), (run("r2", day=4, distance_m=8000.0), "2"), (strength, "3"), (FULL_SESSION, "4")]
    batch = take(conn, 1, [(first, datetime(2026, 4, 1))])
    batches.add_file(conn, 1, batch, FILE, zlib.compress(b"Activity Date,Activity Type\n", 1))
    batches.add_problems(conn, 1, batch, 0, [Problem(3, "Distance", "12,x", "not a number")])
    second = [(run("r2", day=4, distance_m=8100.0), "2b"), (duplicate, "5"), (session("s2", day=9), "6")]
    take(conn, 1, [(second, datetime(2026, 5, 1))])
    links.set_duplicates(conn, 1, RecordKind.ACTIVITY, {4: 2})
    links.set_sessions(conn, 1, {3: 1})
    batches.undo_batch(conn, 1, take(conn, 1, [([(run("gone", day=20), "7")], None)]), NOW)


def settings(conn: Connection) -> None:
    """One row of everything that a person can set, and what is said of the records here."""
    athlete = replace(athletes.load_athlete(conn, 1), name="Ida", first_weekday=Weekday.SUNDAY, region="comma")
    athlete = replace(athlete, max_heart_rate_bpm=188.0, equipment="barbell,bodyweight")
    athletes.save_settings(conn, athlete)
    say_everything(conn, 1, lambda place: place)
    duplicate_decisions.keep(conn, 1, DuplicateDecision(("app", "r4"), ("app", "r2"), DuplicateVerdict.COUNTS))
    counting_choices.keep_as_working(conn, 1, "app", "s1", "Squat")
    title_words.set_word(conn, 1, "track", None)


def said_of_records(conn: Connection) -> None:
    """An edit, a session that was logged by hand, one edit taken back, and a key that leads to another record."""
    logged = RecordRef(RecordKind.SESSION, BY_HAND, "0001")
    content = contents.of_record(session("0001", day=12))
    said = {"id": 9, "content": {**content, "sets": [list(each) for each in content["sets"]]}}
    edited = RecordRef(RecordKind.ACTIVITY, "app", "r2")
    history.add_entry(conn, 1, What.EDIT, [Change(edited, 2, "distance_m", NO_WORD, 8200.0)], NOW)
    history.add_entry(conn, 1, What.LOG, [Change(logged, 9, RECORD, NO_WORD, said)], NOW)
    undone = history.add_entry(conn, 1, What.EDIT, [Change(edited, 2, "effort", NO_WORD, "hard")], NOW)
    history.add_entry(conn, 1, What.TAKE_BACK, [], NOW, takes_back=undone)
    aliases.add_aliases(conn, 1, {RecordRef(RecordKind.ACTIVITY, "app", "old"): edited}, moved=False)
    apply_words(conn, 1)


def main() -> None:
    path = FOLDER / "fixtures" / f"schema_{SCHEMA_VERSION:04d}.sqlite"
    path.unlink(missing_ok=True)
    account = open_account(f"sqlite:///{path}")
    with account.write() as conn:
        imports(conn)
        settings(conn)
        said_of_records(conn)
    with account.read() as conn:
        sys.stdout.write(f"{path.name}: {content_hash_of_everything(conn, 1)}\n")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")


if __name__ == "__main__":
    main()

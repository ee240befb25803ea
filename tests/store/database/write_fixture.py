"""Write the database of today's schema for the upgrade test: once for each released schema, then never again.

Run `python tests/store/database/write_fixture.py` from the project's root and put the hash it prints into test_schema.py.
"""

import sqlite3
import sys
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path[:0] = [str(FOLDER.parents[2]), *(str(FOLDER.parent / name) for name in (".", "records", ".."))]

from sqlalchemy import Connection  # noqa: E402
from test_batches import FILE, take  # noqa: E402
from test_records import FULL_RUN, FULL_SESSION  # noqa: E402
from training_records import NOW, run, session  # noqa: E402

from lib.model.duplicates import DuplicateDecision  # noqa: E402
from lib.model.history import BY_HAND, NO_WORD, RECORD, Change, RecordRef, What  # noqa: E402
from lib.model.plan import GymTime, PlannedRun, PlannedSession  # noqa: E402
from lib.model.records import Problem  # noqa: E402
from lib.model.vocabulary import (  # noqa: E402
    CountAs,
    DuplicateVerdict,
    Effort,
    EventKind,
    GoalKind,
    HalfDay,
    Muscle,
    Question,
    RecordKind,
    Sport,
    Weekday,
)
from lib.store.account import open_account  # noqa: E402
from lib.store.database.schema import SCHEMA_VERSION  # noqa: E402
from lib.store.own import (  # noqa: E402
    aliases,
    answers,
    athletes,
    column_mappings,
    counting_choices,
    dated,
    drafts,
    exercise_mappings,
    history,
    home_zones,
    plan,
    shoes,
    taught_words,
    templates,
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
    """One row of everything that a person can set."""
    athlete = replace(athletes.load_athlete(conn, 1), name="Ida", first_weekday=Weekday.SUNDAY, region="comma")
    athlete = replace(athlete, max_heart_rate_bpm=188.0, equipment="barbell,bodyweight")
    athletes.save_settings(conn, athlete)
    athletes.change_home_zone(conn, 1, "Europe/Berlin")
    exercise_mappings.set_alias(conn, 1, "Kniebeuge", "squat_barbell")
    taught_words.set_taught(conn, 1, "dambıl", "dumbbell")
    exercise_mappings.set_own_exercise(conn, 1, exercise_mappings.OwnExercise("sled", "Sled push"))
    exercise_mappings.set_credits(conn, 1, "sled", {Muscle.GLUTES: 1.0})
    dated.keep(conn, 1, dated.Goal(GoalKind.RUNS, date(2026, 3, 2), 3))
    dated.keep(conn, 1, dated.PlannedBreak(date(2026, 4, 1), date(2026, 4, 9), "flu"))
    dated.keep(conn, 1, dated.WeighIn(date(2026, 3, 1), 71.5))
    mapping = column_mappings.StoredColumnMapping("Diary", '["day", "km"]', '{"row_is": "run"}')
    column_mappings.put(conn, 1, mapping)
    answers.remember(conn, 1, "strong", Question.WEIGHT_UNIT, "kg")
    duplicate_decisions.keep(conn, 1, DuplicateDecision(("app", "r4"), ("app", "r2"), DuplicateVerdict.COUNTS))
    counting_choices.set_choice(conn, 1, "shortest_hold_s", 20)
    counting_choices.set_count_as(conn, 1, "inchworm", CountAs.HARD_SET)
    counting_choices.keep_as_working(conn, 1, "app", "s1", "Squat")
    dated.keep(conn, 1, dated.Event(EventKind.RACE, date(2026, 4, 12), "Spring marathon"))
    dated.keep(conn, 1, dated.Event(EventKind.BLOCK, date(2026, 5, 1), "Base", date(2026, 6, 30)))
    home_zones.add_move(conn, 1, date(2026, 8, 1), "America/Denver")
    templates.put(conn, 1, templates.StoredTemplate("mine", "Legs at home", "[]"))
    drafts.put(conn, 1, "session", "{}", NOW)
    shoes.set_mark(conn, 1, "Blue ones", 800_000)
    title_words.set_word(conn, 1, "hill sprints", Effort.HARD)
    title_words.set_word(conn, 1, "track", None)
    plan.put_session(conn, 1, PlannedSession(datetime(2026, 5, 6, 18), 45, "Legs", pinned=True))
    plan.put_run(conn, 1, PlannedRun(date(2026, 5, 5), time(7, 30), 60, "Tempo"))
    plan.put_run(conn, 1, PlannedRun(date(2026, 5, 9), effort=Effort.LONG))
    plan.set_gym_times(conn, 1, [GymTime(3, HalfDay.PM)])


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

"""An athlete whose every name, title, note and word is one of tests/hostile_names.py, told as people tell them."""

import contextlib
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from hostile_names import NAMES
from look_alikes import BERLIN, HEVY_HEADER

from lib.importers.base import Upload
from lib.importers.own_tables.column_mapping import ColumnMapping, RowIs
from lib.model.errors import TrainingDataError
from lib.model.exercise_mapping import OwnExercise
from lib.model.plan import PlannedRun, PlannedSession
from lib.model.record_id import parse_id
from lib.model.vocabulary import Effort, EventKind, GoalKind, Muscle
from lib.services.editing.decide import leave_out
from lib.services.editing.edit import edit
from lib.services.editing.own_templates import keep_as_template, read_own
from lib.services.importing.column_mappings import candidate, guess, save_mapping
from lib.services.importing.import_files import import_files
from lib.services.planning.sessions import items_of
from lib.services.preferences.dated import keep
from lib.services.preferences.exercises import create_exercise
from lib.services.preferences.settings import athlete_of
from lib.services.preferences.shoes import set_mark
from lib.services.preferences.taught_words import teach_word
from lib.services.preferences.title_words import set_word
from lib.services.unfinished import fields
from lib.services.unfinished import keep as unfinished
from lib.services.unfinished.plan import frame_of_sets
from lib.store.account import Account
from lib.store.own import plan
from lib.store.own.dated import Event, Goal, PlannedBreak

STRAVA: Final = ("Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Elapsed Time", "Distance", "Activity Gear", "Elapsed Time", "Moving Time", "Distance")  # fmt: skip
OWN: Final = ("Day", "Exercise", "Sets", "Reps", "kg")
_PLAIN: Final = "Squat (Barbell)"


def plant(account: Account, today: date, names: Sequence[str] = NAMES) -> None:
    """today: of the athlete's wall clock; the last run and session are of the day before."""
    runs, sets, own = files(today, names)
    guessed = guess(candidate(own), athlete_of(account))
    save_mapping(account, replace(guessed, name=names[21]))
    receipt = import_files(account, [runs, sets, own], BERLIN)
    assert receipt.ok, receipt.needs
    _plant_sayings(account, today, names)
    _plant_exercises(account, names)
    _plant_words_of_records(account, names)
    _plant_plan(account, today, names)


def files(today: date, names: Sequence[str] = NAMES) -> list[Upload]:
    """Runs, sessions, and a table of their own, in files that are named so, too."""
    own = Upload(f"{names[9]}.csv", _csv(OWN, ([str(today), each, "3", "5", "60"] for each in names)))
    return [
        Upload(f"{names[0]}.csv", _csv(STRAVA, _runs(today, names))),
        Upload(f"{names[4]}.csv", _csv(next(csv.reader([HEVY_HEADER])), _sets(today, names))),
        own,
    ]


def broken(names: Sequence[str] = NAMES) -> Upload:
    """A log of runs in which each row has something that cannot be read: the name stands in every report of it."""
    rows = (
        [str(number), name, name, "Run", name, name, name, "", name, name, name] for number, name in enumerate(names)
    )
    good = ["99", "May 1, 2026, 6:00:00 AM", "Easy", "Run", "", "2400", "8.00", "", "2400", "2400", "8000"]
    return Upload(f"{names[3]}.csv", _csv(STRAVA, [good, *rows]))


def _runs(today: date, names: Sequence[str]) -> Iterator[list[str]]:
    for back, name in enumerate(names, 1):
        when = f"{today - timedelta(days=back):%b %d, %Y}, 6:00:00 AM"
        kind = name if back % 8 == 0 else "Run"
        yield [str(9000 + back), when, name, kind, name, "2400", "8.00", name, "2400.0", "2380.0", "8000.0"]


def _sets(today: date, names: Sequence[str]) -> Iterator[list[str]]:
    for back, name in enumerate(names, 1):
        day = today - timedelta(days=back)
        start, end = (f"{day.day} {day:%b %Y}, {hour}:00" for hour in (18, 19))
        for number, exercise in enumerate((name, name, _PLAIN)):
            yield [name, start, end, name, exercise, "", name, str(number), "normal", "60", "5", "", "", "8"]


def _csv(header: Sequence[str], rows: Iterator[list[str]] | list[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([each.replace("\x00", " ") for each in row] for row in rows)
    return text.getvalue().encode()


def _plant_sayings(account: Account, today: date, names: Sequence[str]) -> None:
    keep(account, Goal(GoalKind.RUNS, today - timedelta(days=60), 3))
    for back, name in enumerate(names):
        day = today - timedelta(days=back)
        _try(lambda day=day, name=name: keep(account, Event(EventKind.RACE, day, name)))
        _try(
            lambda day=day, name=name: keep(
                account, PlannedBreak(day - timedelta(days=400), day - timedelta(days=400), name)
            )
        )
        _try(lambda name=name: set_mark(account, name, 1000.0))
        _try(lambda name=name: set_word(account, name, Effort.HARD))
        _try(lambda name=name: teach_word(account, name, "squat"))


def _plant_exercises(account: Account, names: Sequence[str]) -> None:
    """Every second name means an exercise of that name; the others are not known."""
    worked = {Muscle.QUADRICEPS: 1.0, Muscle.HAMSTRINGS: 0.5}
    for name in names[::2]:
        _try(lambda name=name: create_exercise(account, OwnExercise("", name.strip()), worked, name.strip()))


def _plant_words_of_records(account: Account, names: Sequence[str]) -> None:
    for number, name in enumerate(names[:12], 1):
        edit(account, parse_id(f"run-{number}"), {"notes": name, "shoes": name})
        edit(account, parse_id(f"session-{number}"), {"title": name})
        _try(lambda name=name, number=number: keep_as_template(account, parse_id(f"session-{number}"), name))
    leave_out(account, [parse_id("run-13")])
    for number, name in enumerate(names[-8:]):
        table = Upload(f"{name}.csv", _csv((name, f"Day {number}", *OWN[1:]), []))
        _try(lambda table=table, number=number: save_mapping(account, _mapping(account, table, number)))


def _mapping(account: Account, table: Upload, number: int) -> ColumnMapping:
    columns = {"date": 1, "exercise": 2, "sets": 3, "reps": 4}
    return guess(candidate(table), athlete_of(account), RowIs.SET, columns)


def _plant_plan(account: Account, today: date, names: Sequence[str]) -> None:
    """This week and the next, and a session and forms that are not finished."""
    templates = read_own(account)
    with account.write() as conn:
        for number, name in enumerate(names[:28]):
            day = today + timedelta(days=number // 2 - today.weekday())
            if number % 2:
                plan.put_run(conn, account.athlete_id, PlannedRun(day, time(6), 50.0, name, Effort.HARD))
            else:
                items = items_of(templates[number % len(templates)])
                plan.put_session(
                    conn, account.athlete_id, PlannedSession(datetime.combine(day, time(19)), 60.0, name, items=items)
                )
    unfinished.begin(account, templates[0], lambda _: frame_of_sets(()))
    unfinished.keep_text(account, "\n".join(names)[:3000])
    for field in ("title", "notes"):
        fields.keep_field(account, fields.RUN, field, names[0])
        fields.keep_field(account, fields.TEXT_END, field, names[3])


def _try(act) -> None:
    """What a name is refused for needs no showing."""
    with contextlib.suppress(TrainingDataError):
        act()

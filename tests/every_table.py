"""A row in every table that a person fills by what they say: for tests that must not forget one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from json import dumps

from sqlalchemy import Connection
from training_records import NOW

from lib.catalog.template import Template
from lib.catalog.template_json import template_to_json
from lib.catalog.templates import templates as published
from lib.importers.own_tables.column_mapping import ColumnMapping, RowIs, to_json
from lib.model.duplicates import DuplicateDecision
from lib.model.exercise_mapping import OwnExercise
from lib.model.history import RecordRef
from lib.model.plan import GymTime, PlannedRun, PlannedSession
from lib.model.vocabulary import (
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
)
from lib.store.own import (
    aliases,
    answers,
    column_mappings,
    counting_choices,
    dated,
    drafts,
    exercise_mappings,
    home_zones,
    plan,
    shoes,
    taught_words,
    templates,
    title_words,
    told_sports,
)
from lib.store.records import duplicate_decisions

Word = Callable[[str], str]


def say_everything(conn: Connection, athlete_id: int, word: Word) -> None:
    """Fill every table of what a person says, within a transaction. word: the text of a place, by what the place is called."""
    _say_of_exercises(conn, athlete_id, word)
    _say_of_files(conn, athlete_id, word)
    _say_of_days(conn, athlete_id, word)
    _say_of_what_comes(conn, athlete_id, word)


def _say_of_exercises(conn: Connection, athlete_id: int, word: Word) -> None:
    exercise_mappings.set_alias(conn, athlete_id, word("name of an exercise"), "squat_barbell")
    taught_words.set_taught(conn, athlete_id, word("word of the log"), word("meaning of a word"))
    own = OwnExercise(word("key of an own exercise"), word("own exercise"))
    exercise_mappings.set_own_exercise(conn, athlete_id, own)
    exercise_mappings.set_credits(conn, athlete_id, own.exercise, {Muscle.GLUTES: 1.0, Muscle.CORE: 0.5})
    counting_choices.set_choice(conn, athlete_id, "shortest_hold_s", 20)
    counting_choices.set_count_as(conn, athlete_id, word("exercise that counts otherwise"), CountAs.HARD_SET)
    counting_choices.keep_as_working(conn, athlete_id, "hevy", word("key of a session"), word("kept as working"))


def _say_of_files(conn: Connection, athlete_id: int, word: Word) -> None:
    table = ColumnMapping(
        word("name of a table"), RowIs.RUN, ("day", word("heading of a table")), {"date": 0, "distance": 1}
    )
    columns = dumps(table.signature, ensure_ascii=False)
    mapping = column_mappings.StoredColumnMapping(table.name, columns, to_json(table))
    column_mappings.put(conn, athlete_id, mapping)
    answers.remember(conn, athlete_id, "strong", Question.WEIGHT_UNIT, "kg")
    told_sports.remember(conn, athlete_id, "strava", word("sport of a source"), Sport.HIKE)
    decided = DuplicateDecision(
        ("app", word("key of a run")), ("other", word("key of another run")), DuplicateVerdict.COUNTS
    )
    duplicate_decisions.keep(conn, athlete_id, decided)
    now = RecordRef(RecordKind.ACTIVITY, "app", word("key that it has now"))
    aliases.add_aliases(
        conn, athlete_id, {RecordRef(RecordKind.ACTIVITY, "app", word("key that it had")): now}, moved=False
    )


def _say_of_days(conn: Connection, athlete_id: int, word: Word) -> None:
    dated.keep(conn, athlete_id, dated.Goal(GoalKind.DISTANCE, date(2026, 3, 2), 42_195.5))
    dated.keep(conn, athlete_id, dated.PlannedBreak(date(2026, 4, 1), date(2026, 4, 9), word("reason of a break")))
    dated.keep(conn, athlete_id, dated.Event(EventKind.RACE, date(2026, 4, 12), word("title of a race")))
    dated.keep(
        conn, athlete_id, dated.Event(EventKind.BLOCK, date(2026, 5, 1), word("title of a block"), date(2026, 6, 30))
    )
    dated.keep(conn, athlete_id, dated.WeighIn(date(2026, 3, 1), 71.55))
    home_zones.set_first_zone(conn, athlete_id, "Europe/Berlin")
    home_zones.add_move(conn, athlete_id, date(2026, 8, 1), "America/Denver")


def _say_of_what_comes(conn: Connection, athlete_id: int, word: Word) -> None:
    items = tuple(replace(each, how=word("how an item is done")) for each in next(iter(published().values())).items[:2])
    legs = Template(word("key of a template"), word("title of a template"), items)
    said = dumps(template_to_json(legs), ensure_ascii=False)
    templates.put(conn, athlete_id, templates.StoredTemplate(legs.key, legs.title, said))
    drafts.put(
        conn, athlete_id, "session", dumps({"note": word("note of a session under way")}, ensure_ascii=False), NOW
    )
    shoes.set_mark(conn, athlete_id, word("pair of shoes"), 800_000)
    title_words.set_word(conn, athlete_id, word("word in titles"), Effort.HARD)
    plan.put_session(
        conn, athlete_id, PlannedSession(datetime(2026, 5, 6, 18), 45, word("planned session"), pinned=True)
    )
    plan.put_run(conn, athlete_id, PlannedRun(date(2026, 5, 5), time(7, 30), 60, word("planned run")))
    plan.put_run(conn, athlete_id, PlannedRun(date(2026, 5, 9), effort=Effort.LONG))
    plan.set_gym_times(conn, athlete_id, [GymTime(3, HalfDay.PM)])

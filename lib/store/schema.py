"""The tables: the one truth about what is stored. A change here needs a migration, and a test compares the two.

Every table of a person starts its key with athlete_id, so it can be row-secured and sharded by athlete. Wall clocks and
instants are TEXT (`2026-04-08 16:50:00`), dates `2026-04-08`, flags 0 or 1: the same on SQLite and PostgreSQL, sortable
as they are. Every number has an upper bound, because NaN passes `>= 0` on PostgreSQL.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from lib.model.vocabulary import (
    DistanceUnit,
    LoadMode,
    Precision,
    RecordKind,
    SetKind,
    Side,
    TimeBasis,
    Weekday,
    WeightUnit,
)

SCHEMA_VERSION: Final = 1
APPLICATION_ID: Final = 0x4C454757  # "LEGW", at byte 68 of the SQLite file

NUMBER: Final[TypeEngine[Any]] = REAL().with_variant(Double(), "postgresql")
BIG_COUNT: Final[TypeEngine[Any]] = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _between(column: str, low: float | str, high: float | str) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN {low!r} AND {high!r}", name=column)


def _one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    # Not IN (…): SQLite builds that list anew for every row, which doubles the time of an import.
    return CheckConstraint(" OR ".join(f"{column} = '{word}'" for word in words), name=column)


def _flag(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} = 0 OR {column} = 1", name=column)


def _day(column: str) -> CheckConstraint:
    return CheckConstraint(f"length({column}) = 10 AND {column} BETWEEN '1900-01-01' AND '2999-12-31'", name=column)


def _table(name: str, *parts: Any, with_rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def _person_table(name: str, *parts: Any, with_rowid: bool = True) -> Table:
    owner = Column("athlete_id", Integer, ForeignKey("athlete.id"), primary_key=True, autoincrement=False)
    return _table(name, owner, *parts, with_rowid=with_rowid)


def _part_table(name: str, *parts: Any, with_rowid: bool = True) -> Table:
    """A table whose rows belong to another table of the person: its foreign key already leads to the athlete."""
    return _table(name, _key("athlete_id"), *parts, with_rowid=with_rowid)


def _key(name: str, kind: Any = Integer) -> Column[Any]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _needed(name: str, kind: Any = Text) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _start_columns() -> tuple[Any, ...]:
    """When a bout began. start_utc is empty where the source gave a bare wall clock."""
    return (
        _needed("start_raw"),
        _needed("precision"),
        _needed("time_basis"),
        Column("start_utc", Text),
        _needed("start_local"),
        _needed("local_date"),
    )


def _start_checks() -> tuple[CheckConstraint, ...]:
    return (
        _one_of("precision", Precision),
        _one_of("time_basis", TimeBasis),
        CheckConstraint("length(start_utc) = 19", name="start_utc"),
        CheckConstraint("length(start_local) = 19", name="start_local"),
        _day("local_date"),
    )


athlete = _table(
    "athlete",
    _key("id"),
    _needed("name"),
    Column("iss", Text),
    Column("sub", Text),
    Column("time_zone", Text),
    _needed("distance_unit"),
    _needed("weight_unit"),
    _needed("first_weekday"),
    _needed("one_sided_reps_are_per_side", Integer),
    _needed("revision", Integer),
    _needed("created_at"),
    UniqueConstraint("iss", "sub"),
    _one_of("distance_unit", DistanceUnit),
    _one_of("weight_unit", WeightUnit),
    _one_of("first_weekday", Weekday),
    _flag("one_sided_reps_are_per_side"),
)

import_batch = _person_table(
    "import_batch",
    _key("id"),
    _needed("created_at"),
    Column("undone_at", Text),
)

# content: the bytes of the file, zlib. as_of: latest start in the file, for people and for the order of exports.
import_file = _part_table(
    "import_file",
    _key("batch_id"),
    _key("position"),
    _needed("name"),
    Column("source", Text),
    _needed("sha256"),
    _needed("size_bytes", BIG_COUNT),
    _needed("content", LargeBinary),
    Column("encoding", Text),
    Column("as_of", Text),
    _needed("records", Integer),
    _needed("added_activities", Integer),
    _needed("added_sessions", Integer),
    _needed("added_sets", Integer),
    _needed("updated", Integer),
    _needed("unchanged", Integer),
    _needed("twins", Integer),
    _needed("ignored", Integer),
    _needed("rejected", Integer),
    ForeignKeyConstraint(["athlete_id", "batch_id"], ["import_batch.athlete_id", "import_batch.id"]),
)

import_problem = _part_table(
    "import_problem",
    _key("batch_id"),
    _key("file_position"),
    _key("position"),
    Column("line", Integer),
    Column("column_name", Text),
    Column("value", Text),
    _needed("why"),
    _needed("rows", Integer),
    ForeignKeyConstraint(
        ["athlete_id", "batch_id", "file_position"],
        ["import_file.athlete_id", "import_file.batch_id", "import_file.position"],
    ),
)

# Which import contained which record, with which content, and how recent its file was ('' where unknown).
sighting = _part_table(
    "sighting",
    _key("batch_id"),
    _key("kind", Text),
    _key("record_id"),
    _needed("content_hash"),
    _needed("as_of"),
    ForeignKeyConstraint(["athlete_id", "batch_id"], ["import_batch.athlete_id", "import_batch.id"]),
    Index(None, "athlete_id", "kind", "record_id"),
    _one_of("kind", RecordKind),
    with_rowid=False,
)

# Content that another import replaced, as JSON, for as long as an undo may need it.
superseded = _person_table(
    "superseded",
    _key("kind", Text),
    _key("record_id"),
    _key("content_hash", Text),
    _needed("payload"),
    _one_of("kind", RecordKind),
)

session = _person_table(
    "session",
    _key("id"),
    _needed("source"),
    _needed("source_key"),
    _needed("content_hash"),
    _needed("title"),
    _needed("notes"),
    *_start_columns(),
    Column("elapsed_s", NUMBER),
    Column("session_rpe", NUMBER),
    Column("body_mass_kg", NUMBER),
    Column("twin_of", Integer),
    Column("deleted_at", Text),
    UniqueConstraint("athlete_id", "source", "source_key"),
    ForeignKeyConstraint(["athlete_id", "twin_of"], ["session.athlete_id", "session.id"]),
    Index(None, "athlete_id", "local_date"),
    Index(None, "athlete_id", "twin_of"),
    *_start_checks(),
    _between("elapsed_s", 0, 864_000),
    _between("session_rpe", 0, 10),
    _between("body_mass_kg", 0, 1_000),
    CheckConstraint("twin_of <> id", name="twin_of"),
)

activity = _person_table(
    "activity",
    _key("id"),
    _needed("source"),
    _needed("source_key"),
    _needed("content_hash"),
    _needed("sport"),
    _needed("sport_raw"),
    _needed("sub_sport"),
    _needed("workout_type"),
    _needed("title"),
    _needed("notes"),
    *_start_columns(),
    Column("distance_m", NUMBER),
    Column("moving_s", NUMBER),
    Column("elapsed_s", NUMBER),
    Column("ascent_m", NUMBER),
    Column("heart_rate_bpm", NUMBER),
    Column("heart_rate_max_bpm", NUMBER),
    Column("cadence_spm", NUMBER),
    Column("session_rpe", NUMBER),
    Column("effort", Text),
    Column("twin_of", Integer),
    Column("session_id", Integer),
    Column("deleted_at", Text),
    UniqueConstraint("athlete_id", "source", "source_key"),
    ForeignKeyConstraint(["athlete_id", "twin_of"], ["activity.athlete_id", "activity.id"]),
    ForeignKeyConstraint(["athlete_id", "session_id"], ["session.athlete_id", "session.id"]),
    Index(None, "athlete_id", "local_date"),
    Index(None, "athlete_id", "twin_of"),
    Index(None, "athlete_id", "session_id"),
    *_start_checks(),
    _between("distance_m", 0, 1_000_000),
    _between("moving_s", 0, 864_000),
    _between("elapsed_s", 0, 864_000),
    _between("ascent_m", -100_000, 100_000),
    _between("heart_rate_bpm", 0, 1_000),
    _between("heart_rate_max_bpm", 0, 1_000),
    _between("cadence_spm", 0, 10_000),
    _between("session_rpe", 0, 10),
    CheckConstraint("twin_of <> id", name="twin_of"),
)

# The columns after `position` are the fields of lib.model.records.LiftingSet in their order: sets are written as they are.
strength_set = _part_table(
    "strength_set",
    _key("session_id"),
    _key("position"),
    _needed("exercise_name"),
    _needed("kind"),
    Column("reps", Integer),
    Column("load_kg", NUMBER),
    Column("load_value", NUMBER),
    Column("load_unit", Text),
    _needed("load_mode"),
    Column("duration_s", NUMBER),
    Column("distance_m", NUMBER),
    Column("set_rpe", NUMBER),
    _needed("side"),
    _needed("superset"),
    _needed("note"),
    _needed("line", Integer),
    ForeignKeyConstraint(["athlete_id", "session_id"], ["session.athlete_id", "session.id"]),
    CheckConstraint("exercise_name <> ''", name="exercise_name"),
    _one_of("kind", SetKind),
    _between("reps", 0, 10_000),
    _between("load_kg", 0, 1_000),
    _between("load_value", -10_000, 10_000),
    _one_of("load_unit", WeightUnit),
    _one_of("load_mode", LoadMode),
    _between("duration_s", 0, 864_000),
    _between("distance_m", 0, 1_000_000),
    _between("set_rpe", 0, 10),
    _one_of("side", Side),
    with_rowid=False,
)

remembered_answer = _person_table(
    "remembered_answer",
    _key("source", Text),
    _key("question", Text),
    _needed("answer"),
)

exercise_alias = _person_table(
    "exercise_alias",
    _key("exercise_name", Text),
    _needed("exercise"),
)

own_exercise = _person_table(
    "own_exercise",
    _key("exercise", Text),
    _needed("name"),
    _needed("pattern"),
    _needed("count_as"),
    _needed("unilateral", Integer),
    _needed("bodyweight_fraction", NUMBER),
    _flag("unilateral"),
    _between("bodyweight_fraction", 0, 1),
)

exercise_credit = _person_table(
    "exercise_credit",
    _key("exercise", Text),
    _key("muscle", Text),
    _needed("credit", NUMBER),
    _between("credit", 0, 1),
)

goal = _person_table(
    "goal",
    _key("kind", Text),
    _key("from_date", Text),
    _needed("target", NUMBER),
    _day("from_date"),
    _between("target", 0, 10_000_000),
)

planned_break = _person_table(
    "planned_break",
    _key("from_date", Text),
    _needed("to_date"),
    _needed("reason"),
    _day("from_date"),
    _day("to_date"),
    CheckConstraint("to_date >= from_date", name="order"),
)

body_mass = _person_table(
    "body_mass",
    _key("on_date", Text),
    _needed("body_mass_kg", NUMBER),
    _day("on_date"),
    _between("body_mass_kg", 1, 1_000),
)

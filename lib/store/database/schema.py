"""The tables of imports and records; what a person sets is in own_schema.py. Together they are the one truth about what is
stored: a change needs a migration, and a test compares the two.

Every table of a person starts its key with athlete_id, so it can be row-secured and sharded by athlete. Wall clocks and
instants are TEXT (`2026-04-08 16:50:00`), dates `2026-04-08`, flags 0 or 1: the same on SQLite and PostgreSQL, sortable
as they are. Every number has an upper bound, because NaN passes `>= 0` on PostgreSQL.
"""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
)

from lib.model.limits import (
    EFFORTS,
    MAX_DISTANCE_M,
    MAX_DURATION_S,
    MAX_LOAD_KG,
    MAX_REPS,
    STORED_ASCENT_M,
    STORED_CADENCE_SPM,
    STORED_HEART_RATE_BPM,
    STORED_LOAD_VALUE,
)
from lib.model.vocabulary import DistanceUnit, LoadMode, RecordKind, SetKind, Side, Weekday, WeightUnit
from lib.store.database.tables import (
    BIG_COUNT,
    NUMBER,
    between,
    flag,
    key,
    needed,
    one_of,
    part_table,
    person_table,
    start_checks,
    start_columns,
    table,
)

SCHEMA_VERSION: Final = 11
APPLICATION_ID: Final = 0x4C454757  # "LEGW", at byte 68 of the SQLite file

# commits: see commits.py, seals: seals.py. equipment: what the person has at hand, the words of the catalog with a comma between; empty: everything.
athlete = table(
    "athlete",
    key("id"),
    needed("name"),
    Column("iss", Text),
    Column("sub", Text),
    Column("time_zone", Text),
    needed("distance_unit"),
    needed("weight_unit"),
    needed("first_weekday"),
    needed("one_sided_reps_are_per_side", Integer),
    needed("revision", Integer),
    needed("created_at"),
    Column("region", Text),
    Column("max_heart_rate_bpm", NUMBER),
    Column("equipment", Text),
    Column("commits", Text, nullable=False, server_default=""),
    Column("seals", Text, nullable=False, server_default=""),
    UniqueConstraint("iss", "sub"),
    one_of("distance_unit", DistanceUnit),
    one_of("weight_unit", WeightUnit),
    one_of("first_weekday", Weekday),
    flag("one_sided_reps_are_per_side"),
    between("max_heart_rate_bpm", *STORED_HEART_RATE_BPM),
)

import_batch = person_table(
    "import_batch",
    key("id"),
    needed("created_at"),
    Column("undone_at", Text),
)

# content: the bytes of the file, zlib. as_of: how recent the file is, for people and for the order of exports.
# exported: the day on which the app wrote it, where known. preferred: the person said that it is the newest of its source.
import_file = part_table(
    "import_file",
    key("batch_id"),
    key("position"),
    needed("name"),
    Column("source", Text),
    needed("sha256"),
    needed("size_bytes", BIG_COUNT),
    needed("content", LargeBinary),
    Column("as_of", Text),
    needed("records", Integer),
    needed("added_activities", Integer),
    needed("added_sessions", Integer),
    needed("added_sets", Integer),
    needed("updated", Integer),
    needed("unchanged", Integer),
    needed("twins", Integer, called="duplicates"),
    needed("ignored", Integer),
    needed("rejected", Integer),
    Column("exported", Text),
    Column("preferred", Integer, nullable=False, server_default="0"),
    ForeignKeyConstraint(["athlete_id", "batch_id"], ["import_batch.athlete_id", "import_batch.id"]),
)

import_problem = part_table(
    "import_problem",
    key("batch_id"),
    key("file_position"),
    key("position"),
    Column("line", Integer),
    Column("column_name", Text),
    Column("value", Text),
    needed("why"),
    needed("rows", Integer),
    ForeignKeyConstraint(
        ["athlete_id", "batch_id", "file_position"],
        ["import_file.athlete_id", "import_file.batch_id", "import_file.position"],
    ),
)

# Which import contained which record, with which content, how recent its file was ('' where unknown), and in which of its
# files: their places as ` 0 2 ` ('' before schema 8: in any).
import_record = part_table(
    "sighting",
    key("batch_id"),
    key("kind", Text),
    key("record_id"),
    needed("content_hash"),
    needed("as_of"),
    Column("places", Text, nullable=False, server_default=""),
    ForeignKeyConstraint(["athlete_id", "batch_id"], ["import_batch.athlete_id", "import_batch.id"]),
    Index(None, "athlete_id", "kind", "record_id"),
    one_of("kind", RecordKind),
    with_rowid=False,
)

# Content that another import replaced, as JSON, for as long as an undo may need it. payload_hash: '' before schema 11.
record_version = person_table(
    "superseded",
    key("kind", Text),
    key("record_id"),
    key("content_hash", Text),
    needed("payload"),
    Column("payload_hash", Text, nullable=False, server_default=""),
    one_of("kind", RecordKind),
)

# set_lines: of the lines of its sets, see seals.py. why_not: a record that does not count though it is no duplicate and not in the bin: left out, or moved at its source.
session = person_table(
    "session",
    key("id"),
    needed("source"),
    needed("source_key"),
    needed("content_hash"),
    needed("title"),
    needed("notes"),
    *start_columns(),
    Column("elapsed_s", NUMBER),
    Column("session_rpe", NUMBER),
    Column("body_mass_kg", NUMBER),
    Column("twin_of", Integer, key="duplicate_of"),
    Column("deleted_at", Text),
    Column("why_not", Text),
    Column("set_lines", BIG_COUNT),
    UniqueConstraint("athlete_id", "source", "source_key"),
    ForeignKeyConstraint(["athlete_id", "duplicate_of"], ["session.athlete_id", "session.id"]),
    Index(None, "athlete_id", "local_date"),
    Index(None, "athlete_id", "duplicate_of"),
    *start_checks(),
    between("elapsed_s", 0, MAX_DURATION_S),
    between("session_rpe", *EFFORTS),
    between("body_mass_kg", 0, 1_000),
    CheckConstraint("twin_of <> id", name="twin_of"),
)

# heart_rate_seconds: see lib/model/heart_rates.py, '' where the source has no heart rate by the second.
activity = person_table(
    "activity",
    key("id"),
    needed("source"),
    needed("source_key"),
    needed("content_hash"),
    needed("sport"),
    needed("sport_raw"),
    needed("sub_sport"),
    needed("workout_type"),
    needed("title"),
    needed("notes"),
    Column("gear", Text, nullable=False, server_default=""),
    Column("heart_rate_seconds", Text, nullable=False, server_default=""),
    *start_columns(),
    Column("distance_m", NUMBER),
    Column("moving_s", NUMBER),
    Column("elapsed_s", NUMBER),
    Column("ascent_m", NUMBER),
    Column("heart_rate_bpm", NUMBER),
    Column("heart_rate_max_bpm", NUMBER),
    Column("cadence_spm", NUMBER),
    Column("session_rpe", NUMBER),
    Column("effort", Text),
    Column("twin_of", Integer, key="duplicate_of"),
    Column("session_id", Integer),
    Column("deleted_at", Text),
    Column("why_not", Text),
    UniqueConstraint("athlete_id", "source", "source_key"),
    ForeignKeyConstraint(["athlete_id", "duplicate_of"], ["activity.athlete_id", "activity.id"]),
    ForeignKeyConstraint(["athlete_id", "session_id"], ["session.athlete_id", "session.id"]),
    Index(None, "athlete_id", "local_date"),
    Index(None, "athlete_id", "duplicate_of"),
    Index(None, "athlete_id", "session_id"),
    *start_checks(),
    between("distance_m", 0, MAX_DISTANCE_M),
    between("moving_s", 0, MAX_DURATION_S),
    between("elapsed_s", 0, MAX_DURATION_S),
    between("ascent_m", *STORED_ASCENT_M),
    between("heart_rate_bpm", *STORED_HEART_RATE_BPM),
    between("heart_rate_max_bpm", *STORED_HEART_RATE_BPM),
    between("cadence_spm", *STORED_CADENCE_SPM),
    between("session_rpe", *EFFORTS),
    CheckConstraint("twin_of <> id", name="twin_of"),
)

# The columns after `position` are the fields of lib.model.records.LiftingSet in their order: sets are written as they are.
strength_set = part_table(
    "strength_set",
    key("session_id"),
    key("position"),
    needed("exercise_name"),
    needed("kind"),
    Column("reps", Integer),
    Column("load_kg", NUMBER),
    Column("load_value", NUMBER),
    Column("load_unit", Text),
    needed("load_mode"),
    Column("duration_s", NUMBER),
    Column("distance_m", NUMBER),
    Column("set_rpe", NUMBER),
    needed("side"),
    needed("superset"),
    needed("note"),
    needed("line", Integer),
    ForeignKeyConstraint(["athlete_id", "session_id"], ["session.athlete_id", "session.id"]),
    CheckConstraint("exercise_name <> ''", name="exercise_name"),
    one_of("kind", SetKind),
    between("reps", 0, MAX_REPS),
    between("load_kg", 0, MAX_LOAD_KG),
    between("load_value", *STORED_LOAD_VALUE),
    one_of("load_unit", WeightUnit),
    one_of("load_mode", LoadMode),
    between("duration_s", 0, MAX_DURATION_S),
    between("distance_m", 0, MAX_DISTANCE_M),
    between("set_rpe", *EFFORTS),
    one_of("side", Side),
    with_rowid=False,
)

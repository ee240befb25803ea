"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")
BIG_COUNT: sa.types.TypeEngine[int] = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "athlete",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("iss", sa.Text()),
        sa.Column("sub", sa.Text()),
        sa.Column("time_zone", sa.Text()),
        sa.Column("distance_unit", sa.Text(), nullable=False),
        sa.Column("weight_unit", sa.Text(), nullable=False),
        sa.Column("first_weekday", sa.Text(), nullable=False),
        sa.Column("one_sided_reps_are_per_side", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.CheckConstraint("distance_unit = 'km' OR distance_unit = 'mi'", name=op.f("ck_athlete_distance_unit")),
        sa.CheckConstraint(
            "first_weekday = 'monday' OR first_weekday = 'sunday'", name=op.f("ck_athlete_first_weekday")
        ),
        sa.CheckConstraint("weight_unit = 'kg' OR weight_unit = 'lb'", name=op.f("ck_athlete_weight_unit")),
        sa.CheckConstraint(
            "one_sided_reps_are_per_side = 0 OR one_sided_reps_are_per_side = 1",
            name=op.f("ck_athlete_one_sided_reps_are_per_side"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_athlete")),
        sa.UniqueConstraint("iss", "sub", name=op.f("uq_athlete_iss_sub")),
        **STRICT,
    )
    op.create_table(
        "body_mass",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("on_date", sa.Text(), nullable=False),
        sa.Column("body_mass_kg", NUMBER, nullable=False),
        sa.CheckConstraint(
            "length(on_date) = 10 AND on_date BETWEEN '1900-01-01' AND '2999-12-31'", name=op.f("ck_body_mass_on_date")
        ),
        sa.CheckConstraint("body_mass_kg BETWEEN 1 AND 1000", name=op.f("ck_body_mass_body_mass_kg")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_body_mass_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "on_date", name=op.f("pk_body_mass")),
        **STRICT,
    )
    op.create_table(
        "exercise_alias",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("exercise_name", sa.Text(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_exercise_alias_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "exercise_name", name=op.f("pk_exercise_alias")),
        **STRICT,
    )
    op.create_table(
        "exercise_credit",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("muscle", sa.Text(), nullable=False),
        sa.Column("credit", NUMBER, nullable=False),
        sa.CheckConstraint("credit BETWEEN 0 AND 1", name=op.f("ck_exercise_credit_credit")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_exercise_credit_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "exercise", "muscle", name=op.f("pk_exercise_credit")),
        **STRICT,
    )
    op.create_table(
        "goal",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_date", sa.Text(), nullable=False),
        sa.Column("target", NUMBER, nullable=False),
        sa.CheckConstraint(
            "length(from_date) = 10 AND from_date BETWEEN '1900-01-01' AND '2999-12-31'", name=op.f("ck_goal_from_date")
        ),
        sa.CheckConstraint("target BETWEEN 0 AND 10000000", name=op.f("ck_goal_target")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_goal_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "kind", "from_date", name=op.f("pk_goal")),
        **STRICT,
    )
    op.create_table(
        "import_batch",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text()),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_import_batch_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_import_batch")),
        **STRICT,
    )
    op.create_table(
        "own_exercise",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("exercise", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("count_as", sa.Text(), nullable=False),
        sa.Column("unilateral", sa.Integer(), nullable=False),
        sa.Column("bodyweight_fraction", NUMBER, nullable=False),
        sa.CheckConstraint("bodyweight_fraction BETWEEN 0 AND 1", name=op.f("ck_own_exercise_bodyweight_fraction")),
        sa.CheckConstraint("unilateral = 0 OR unilateral = 1", name=op.f("ck_own_exercise_unilateral")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_own_exercise_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "exercise", name=op.f("pk_own_exercise")),
        **STRICT,
    )
    op.create_table(
        "planned_break",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Text(), nullable=False),
        sa.Column("to_date", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(from_date) = 10 AND from_date BETWEEN '1900-01-01' AND '2999-12-31'",
            name=op.f("ck_planned_break_from_date"),
        ),
        sa.CheckConstraint(
            "length(to_date) = 10 AND to_date BETWEEN '1900-01-01' AND '2999-12-31'",
            name=op.f("ck_planned_break_to_date"),
        ),
        sa.CheckConstraint("to_date >= from_date", name=op.f("ck_planned_break_order")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_planned_break_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "from_date", name=op.f("pk_planned_break")),
        **STRICT,
    )
    op.create_table(
        "remembered_answer",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_remembered_answer_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "source", "question", name=op.f("pk_remembered_answer")),
        **STRICT,
    )
    op.create_table(
        "session",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("start_raw", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("time_basis", sa.Text(), nullable=False),
        sa.Column("start_utc", sa.Text()),
        sa.Column("start_local", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Text(), nullable=False),
        sa.Column("elapsed_s", NUMBER),
        sa.Column("session_rpe", NUMBER),
        sa.Column("body_mass_kg", NUMBER),
        sa.Column("twin_of", sa.Integer()),
        sa.Column("deleted_at", sa.Text()),
        sa.CheckConstraint(
            "length(local_date) = 10 AND local_date BETWEEN '1900-01-01' AND '2999-12-31'",
            name=op.f("ck_session_local_date"),
        ),
        sa.CheckConstraint(
            "precision = 'second' OR precision = 'minute' OR precision = 'date'", name=op.f("ck_session_precision")
        ),
        sa.CheckConstraint(
            "time_basis = 'utc' OR time_basis = 'offset' OR time_basis = 'wall_clock'",
            name=op.f("ck_session_time_basis"),
        ),
        sa.CheckConstraint("body_mass_kg BETWEEN 0 AND 1000", name=op.f("ck_session_body_mass_kg")),
        sa.CheckConstraint("elapsed_s BETWEEN 0 AND 864000", name=op.f("ck_session_elapsed_s")),
        sa.CheckConstraint("length(start_local) = 19", name=op.f("ck_session_start_local")),
        sa.CheckConstraint("length(start_utc) = 19", name=op.f("ck_session_start_utc")),
        sa.CheckConstraint("session_rpe BETWEEN 0 AND 10", name=op.f("ck_session_session_rpe")),
        sa.CheckConstraint("twin_of <> id", name=op.f("ck_session_twin_of")),
        sa.ForeignKeyConstraint(
            ["athlete_id", "twin_of"], ["session.athlete_id", "session.id"], name=op.f("fk_session_athlete_id_twin_of")
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_session_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_session")),
        sa.UniqueConstraint("athlete_id", "source", "source_key", name=op.f("uq_session_athlete_id_source_source_key")),
        **STRICT,
    )
    op.create_index(op.f("ix_session_athlete_id_local_date"), "session", ["athlete_id", "local_date"], unique=False)
    op.create_index(op.f("ix_session_athlete_id_twin_of"), "session", ["athlete_id", "twin_of"], unique=False)
    op.create_table(
        "superseded",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.CheckConstraint("kind = 'activity' OR kind = 'session'", name=op.f("ck_superseded_kind")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_superseded_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "kind", "record_id", "content_hash", name=op.f("pk_superseded")),
        **STRICT,
    )
    op.create_table(
        "activity",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("sport", sa.Text(), nullable=False),
        sa.Column("sport_raw", sa.Text(), nullable=False),
        sa.Column("sub_sport", sa.Text(), nullable=False),
        sa.Column("workout_type", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("start_raw", sa.Text(), nullable=False),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.Column("time_basis", sa.Text(), nullable=False),
        sa.Column("start_utc", sa.Text()),
        sa.Column("start_local", sa.Text(), nullable=False),
        sa.Column("local_date", sa.Text(), nullable=False),
        sa.Column("distance_m", NUMBER),
        sa.Column("moving_s", NUMBER),
        sa.Column("elapsed_s", NUMBER),
        sa.Column("ascent_m", NUMBER),
        sa.Column("heart_rate_bpm", NUMBER),
        sa.Column("heart_rate_max_bpm", NUMBER),
        sa.Column("cadence_spm", NUMBER),
        sa.Column("session_rpe", NUMBER),
        sa.Column("effort", sa.Text()),
        sa.Column("twin_of", sa.Integer()),
        sa.Column("session_id", sa.Integer()),
        sa.Column("deleted_at", sa.Text()),
        sa.CheckConstraint(
            "length(local_date) = 10 AND local_date BETWEEN '1900-01-01' AND '2999-12-31'",
            name=op.f("ck_activity_local_date"),
        ),
        sa.CheckConstraint(
            "precision = 'second' OR precision = 'minute' OR precision = 'date'", name=op.f("ck_activity_precision")
        ),
        sa.CheckConstraint(
            "time_basis = 'utc' OR time_basis = 'offset' OR time_basis = 'wall_clock'",
            name=op.f("ck_activity_time_basis"),
        ),
        sa.CheckConstraint("ascent_m BETWEEN -100000 AND 100000", name=op.f("ck_activity_ascent_m")),
        sa.CheckConstraint("cadence_spm BETWEEN 0 AND 10000", name=op.f("ck_activity_cadence_spm")),
        sa.CheckConstraint("distance_m BETWEEN 0 AND 1000000", name=op.f("ck_activity_distance_m")),
        sa.CheckConstraint("elapsed_s BETWEEN 0 AND 864000", name=op.f("ck_activity_elapsed_s")),
        sa.CheckConstraint("heart_rate_bpm BETWEEN 0 AND 1000", name=op.f("ck_activity_heart_rate_bpm")),
        sa.CheckConstraint("heart_rate_max_bpm BETWEEN 0 AND 1000", name=op.f("ck_activity_heart_rate_max_bpm")),
        sa.CheckConstraint("length(start_local) = 19", name=op.f("ck_activity_start_local")),
        sa.CheckConstraint("length(start_utc) = 19", name=op.f("ck_activity_start_utc")),
        sa.CheckConstraint("moving_s BETWEEN 0 AND 864000", name=op.f("ck_activity_moving_s")),
        sa.CheckConstraint("session_rpe BETWEEN 0 AND 10", name=op.f("ck_activity_session_rpe")),
        sa.CheckConstraint("twin_of <> id", name=op.f("ck_activity_twin_of")),
        sa.ForeignKeyConstraint(
            ["athlete_id", "session_id"],
            ["session.athlete_id", "session.id"],
            name=op.f("fk_activity_athlete_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["athlete_id", "twin_of"],
            ["activity.athlete_id", "activity.id"],
            name=op.f("fk_activity_athlete_id_twin_of"),
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_activity_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "id", name=op.f("pk_activity")),
        sa.UniqueConstraint(
            "athlete_id", "source", "source_key", name=op.f("uq_activity_athlete_id_source_source_key")
        ),
        **STRICT,
    )
    op.create_index(op.f("ix_activity_athlete_id_local_date"), "activity", ["athlete_id", "local_date"], unique=False)
    op.create_index(op.f("ix_activity_athlete_id_session_id"), "activity", ["athlete_id", "session_id"], unique=False)
    op.create_index(op.f("ix_activity_athlete_id_twin_of"), "activity", ["athlete_id", "twin_of"], unique=False)
    op.create_table(
        "import_file",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size_bytes", BIG_COUNT, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("encoding", sa.Text()),
        sa.Column("as_of", sa.Text()),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("added_activities", sa.Integer(), nullable=False),
        sa.Column("added_sessions", sa.Integer(), nullable=False),
        sa.Column("added_sets", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("twins", sa.Integer(), nullable=False),
        sa.Column("ignored", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id", "batch_id"],
            ["import_batch.athlete_id", "import_batch.id"],
            name=op.f("fk_import_file_athlete_id_batch_id"),
        ),
        sa.PrimaryKeyConstraint("athlete_id", "batch_id", "position", name=op.f("pk_import_file")),
        **STRICT,
    )
    op.create_table(
        "sighting",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.CheckConstraint("kind = 'activity' OR kind = 'session'", name=op.f("ck_sighting_kind")),
        sa.ForeignKeyConstraint(
            ["athlete_id", "batch_id"],
            ["import_batch.athlete_id", "import_batch.id"],
            name=op.f("fk_sighting_athlete_id_batch_id"),
        ),
        sa.PrimaryKeyConstraint("athlete_id", "batch_id", "kind", "record_id", name=op.f("pk_sighting")),
        **STRICT,
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_sighting_athlete_id_kind_record_id"), "sighting", ["athlete_id", "kind", "record_id"], unique=False
    )
    op.create_table(
        "strength_set",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("exercise_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reps", sa.Integer()),
        sa.Column("load_kg", NUMBER),
        sa.Column("load_value", NUMBER),
        sa.Column("load_unit", sa.Text()),
        sa.Column("load_mode", sa.Text(), nullable=False),
        sa.Column("duration_s", NUMBER),
        sa.Column("distance_m", NUMBER),
        sa.Column("set_rpe", NUMBER),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("superset", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.CheckConstraint("exercise_name <> ''", name=op.f("ck_strength_set_exercise_name")),
        sa.CheckConstraint(
            "kind = 'working' OR kind = 'warm_up' OR kind = 'drop' OR kind = 'failure'",
            name=op.f("ck_strength_set_kind"),
        ),
        sa.CheckConstraint(
            "load_mode = 'external' OR load_mode = 'added' OR load_mode = 'assisted' OR load_mode = 'bodyweight' OR load_mode = 'band'",
            name=op.f("ck_strength_set_load_mode"),
        ),
        sa.CheckConstraint("load_unit = 'kg' OR load_unit = 'lb'", name=op.f("ck_strength_set_load_unit")),
        sa.CheckConstraint("side = '' OR side = 'left' OR side = 'right'", name=op.f("ck_strength_set_side")),
        sa.CheckConstraint("distance_m BETWEEN 0 AND 1000000", name=op.f("ck_strength_set_distance_m")),
        sa.CheckConstraint("duration_s BETWEEN 0 AND 864000", name=op.f("ck_strength_set_duration_s")),
        sa.CheckConstraint("load_kg BETWEEN 0 AND 1000", name=op.f("ck_strength_set_load_kg")),
        sa.CheckConstraint("load_value BETWEEN -10000 AND 10000", name=op.f("ck_strength_set_load_value")),
        sa.CheckConstraint("reps BETWEEN 0 AND 10000", name=op.f("ck_strength_set_reps")),
        sa.CheckConstraint("set_rpe BETWEEN 0 AND 10", name=op.f("ck_strength_set_set_rpe")),
        sa.ForeignKeyConstraint(
            ["athlete_id", "session_id"],
            ["session.athlete_id", "session.id"],
            name=op.f("fk_strength_set_athlete_id_session_id"),
        ),
        sa.PrimaryKeyConstraint("athlete_id", "session_id", "position", name=op.f("pk_strength_set")),
        **STRICT,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "import_problem",
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("file_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("column_name", sa.Text()),
        sa.Column("value", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["athlete_id", "batch_id", "file_position"],
            ["import_file.athlete_id", "import_file.batch_id", "import_file.position"],
            name=op.f("fk_import_problem_athlete_id_batch_id_file_position"),
        ),
        sa.PrimaryKeyConstraint("athlete_id", "batch_id", "file_position", "position", name=op.f("pk_import_problem")),
        **STRICT,
    )

"""Hard runs and the week to come: seconds per heart rate, words of titles, planned sessions and runs, gym times."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_NUMBER: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")
_EFFORTS = "effort = 'easy' OR effort = 'moderate' OR effort = 'hard' OR effort = 'long' OR effort = 'race'"
_MOST_MINUTES = 14400.0


def _key(
    name: str, kind: type[sa.types.TypeEngine[str]] | type[sa.types.TypeEngine[int]] = sa.Text
) -> sa.Column[object]:
    return sa.Column(name, kind(), autoincrement=False, nullable=False)


def _own_table(name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        _key("athlete_id", sa.Integer),
        *parts,
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f(f"fk_{name}_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", *key, name=op.f(f"pk_{name}")),
        sqlite_strict=True,
    )


def _check(condition: str, name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _day(table: str) -> sa.CheckConstraint:
    return _check("length(day) = 10 AND day BETWEEN '1900-01-01' AND '2999-12-31'", f"ck_{table}_day")


def upgrade() -> None:
    """Add tables and columns; nothing that is there changes."""
    op.add_column("activity", sa.Column("heart_rate_seconds", sa.Text(), nullable=False, server_default=""))
    op.add_column("athlete", sa.Column("equipment", sa.Text()))
    kind = "DOUBLE PRECISION" if op.get_bind().dialect.name == "postgresql" else "REAL"
    bounds = "CONSTRAINT ck_athlete_max_heart_rate_bpm CHECK (max_heart_rate_bpm BETWEEN 0 AND 1000)"
    op.execute(f"ALTER TABLE athlete ADD COLUMN max_heart_rate_bpm {kind} {bounds}")
    _own_table(
        "title_word",
        _key("word"),
        sa.Column("effort", sa.Text(), nullable=False),
        _check(f"effort = '' OR {_EFFORTS}", "ck_title_word_effort"),
        key=("word",),
    )
    _own_table(
        "planned_session",
        _key("day"),
        _key("at"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("minutes", _NUMBER, nullable=False),
        sa.Column("pinned", sa.Integer(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        _day("planned_session"),
        _check("length(at) = 5", "ck_planned_session_at"),
        _check(f"minutes BETWEEN 0 AND {_MOST_MINUTES}", "ck_planned_session_minutes"),
        _check("pinned = 0 OR pinned = 1", "ck_planned_session_pinned"),
        key=("day", "at"),
    )
    _own_table(
        "planned_run",
        _key("day"),
        _key("at"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("minutes", _NUMBER),
        sa.Column("effort", sa.Text(), nullable=False),
        _day("planned_run"),
        _check("length(at) = 5 OR at = ''", "ck_planned_run_at"),
        _check(f"minutes BETWEEN 0 AND {_MOST_MINUTES}", "ck_planned_run_minutes"),
        _check(_EFFORTS, "ck_planned_run_effort"),
        key=("day", "at"),
    )
    _own_table(
        "gym_time",
        _key("weekday", sa.Integer),
        _key("half"),
        _check("weekday BETWEEN 0 AND 6", "ck_gym_time_weekday"),
        _check("half = 'am' OR half = 'pm'", "ck_gym_time_half"),
        key=("weekday", "half"),
    )

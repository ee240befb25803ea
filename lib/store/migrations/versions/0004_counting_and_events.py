"""How the person wants sets counted, and what happened beside the training."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _own_table(name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("athlete_id", sa.Integer(), autoincrement=False, nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f(f"fk_{name}_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", *key, name=op.f(f"pk_{name}")),
        sqlite_strict=True,
    )


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), autoincrement=False, nullable=False)


def _check(condition: str, name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def _day(table: str, column: str) -> sa.CheckConstraint:
    return _check(
        f"length({column}) = 10 AND {column} BETWEEN '1900-01-01' AND '2999-12-31'", name=f"ck_{table}_{column}"
    )


def upgrade() -> None:
    """Add the tables; nothing that is there changes."""
    number: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")
    _own_table(
        "counting_choice",
        _key("name"),
        sa.Column("value", number, nullable=False),
        _check("value BETWEEN 0 AND 10000", "ck_counting_choice_value"),
        key=("name",),
    )
    words = ("hard_set", "hold", "warmup", "contacts", "carry", "conditioning")
    _own_table(
        "exercise_count_as",
        _key("exercise"),
        sa.Column("count_as", sa.Text(), nullable=False),
        _check(" OR ".join(f"count_as = '{word}'" for word in words), "ck_exercise_count_as_count_as"),
        key=("exercise",),
    )
    _own_table(
        "kept_as_working",
        _key("source"),
        _key("source_key"),
        _key("exercise_name"),
        key=("source", "source_key", "exercise_name"),
    )
    kinds = ("race", "illness", "break", "block", "other")
    _own_table(
        "event",
        _key("from_date"),
        _key("kind"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("to_date", sa.Text()),
        _check(" OR ".join(f"kind = '{word}'" for word in kinds), "ck_event_kind"),
        _day("event", "from_date"),
        _day("event", "to_date"),
        _check("to_date >= from_date", "ck_event_order"),
        key=("from_date", "kind"),
    )

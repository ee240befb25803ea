"""What the person said of twins, and homes that change with a date."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    """Add the two tables; nothing that is there changes."""
    op.create_table(
        "twin_decision",
        sa.Column("athlete_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("source_key", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("other_source", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("other_source_key", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.CheckConstraint("verdict = 'different' OR verdict = 'counts'", name=op.f("ck_twin_decision_verdict")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_twin_decision_athlete_id")),
        sa.PrimaryKeyConstraint(
            "athlete_id", "source", "source_key", "other_source", "other_source_key", name=op.f("pk_twin_decision")
        ),
        **STRICT,
    )
    op.create_table(
        "home_zone",
        sa.Column("athlete_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from_date", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(from_date) = 10 AND from_date BETWEEN '1900-01-01' AND '2999-12-31'",
            name=op.f("ck_home_zone_from_date"),
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_home_zone_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "from_date", name=op.f("pk_home_zone")),
        **STRICT,
    )

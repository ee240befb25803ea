"""Words of a log that the person explained once."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table; nothing that is there changes."""
    op.create_table(
        "taught_word",
        sa.Column("athlete_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("word", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("means", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_taught_word_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "word", name=op.f("pk_taught_word")),
        sqlite_strict=True,
    )

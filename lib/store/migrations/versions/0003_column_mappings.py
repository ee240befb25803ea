"""What the columns of a person's own tables are."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table; nothing that is there changes."""
    op.create_table(
        "column_mapping",
        sa.Column("athlete_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), autoincrement=False, nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f("fk_column_mapping_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", "name", name=op.f("pk_column_mapping")),
        sa.UniqueConstraint("athlete_id", "signature", name=op.f("uq_column_mapping_athlete_id_signature")),
        sqlite_strict=True,
    )

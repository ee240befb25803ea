"""The latest commits of an athlete by random names, so that a restored copy is never taken for what was there before."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column; nothing that is there changes."""
    op.add_column("athlete", sa.Column("commits", sa.Text(), nullable=False, server_default=""))

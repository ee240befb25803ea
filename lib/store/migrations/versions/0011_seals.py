"""What tells damage from what was stored: seals of tables, of kept versions, and of the lines of sets."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns; what is there is sealed by the next commit."""
    op.add_column("athlete", sa.Column("seals", sa.Text(), nullable=False, server_default=""))
    op.add_column("superseded", sa.Column("payload_hash", sa.Text(), nullable=False, server_default=""))
    op.add_column("session", sa.Column("set_lines", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))

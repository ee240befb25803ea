"""How the person wants numbers and dates written."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; empty means as the browser does, so nothing that is there changes."""
    op.add_column("athlete", sa.Column("region", sa.Text()))

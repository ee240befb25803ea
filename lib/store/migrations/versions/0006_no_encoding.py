"""The encoding of an imported file, which was never filled in."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Drop the column; it was empty in every row."""
    op.drop_column("import_file", "encoding")

"""What the person said of records: history, aliases, templates, drafts, shoes; and the day of an export."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def _owner() -> sa.Column[int]:
    return sa.Column("athlete_id", sa.Integer(), autoincrement=False, nullable=False)


def _key(
    name: str, kind: type[sa.types.TypeEngine[str]] | type[sa.types.TypeEngine[int]] = sa.Text
) -> sa.Column[object]:
    return sa.Column(name, kind(), autoincrement=False, nullable=False)


def _needed(
    name: str, kind: type[sa.types.TypeEngine[str]] | type[sa.types.TypeEngine[int]] = sa.Text
) -> sa.Column[object]:
    return sa.Column(name, kind(), nullable=False)


def _own_table(name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        _owner(),
        *parts,
        sa.ForeignKeyConstraint(["athlete_id"], ["athlete.id"], name=op.f(f"fk_{name}_athlete_id")),
        sa.PrimaryKeyConstraint("athlete_id", *key, name=op.f(f"pk_{name}")),
        sqlite_strict=True,
    )


def _check(condition: str, name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(name))


def upgrade() -> None:
    """Add tables and columns; nothing that is there changes."""
    number: sa.types.TypeEngine[float] = sa.REAL().with_variant(sa.Double(), "postgresql")
    kinds = "kind = 'activity' OR kind = 'session'"
    _own_table(
        "history_entry",
        _key("id", sa.Integer),
        _needed("at"),
        _needed("what"),
        sa.Column("takes_back", sa.Integer()),
        _needed("revision", sa.Integer),
        _needed("touched"),
        key=("id",),
    )
    op.create_index(op.f("ix_history_entry_athlete_id_revision"), "history_entry", ["athlete_id", "revision"])
    op.create_table(
        "history_change",
        _owner(),
        _key("entry_id", sa.Integer),
        _key("position", sa.Integer),
        _needed("kind"),
        _needed("source"),
        _needed("source_key"),
        _needed("record_id", sa.Integer),
        _needed("field"),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.ForeignKeyConstraint(
            ["athlete_id", "entry_id"],
            ["history_entry.athlete_id", "history_entry.id"],
            name=op.f("fk_history_change_athlete_id_entry_id"),
        ),
        sa.PrimaryKeyConstraint("athlete_id", "entry_id", "position", name=op.f("pk_history_change")),
        _check(kinds, "ck_history_change_kind"),
        sqlite_strict=True,
    )
    columns = ["athlete_id", "source", "source_key"]
    op.create_index(op.f("ix_history_change_athlete_id_source_source_key"), "history_change", columns)
    _own_table(
        "record_alias",
        _key("kind"),
        _key("source"),
        _key("source_key"),
        _needed("now_key"),
        _needed("moved", sa.Integer),
        _check(kinds, "ck_record_alias_kind"),
        _check("moved = 0 OR moved = 1", "ck_record_alias_moved"),
        key=("kind", "source", "source_key"),
    )
    _own_table("template", _key("template"), _needed("title"), _needed("items"), key=("template",))
    _own_table("draft", _key("draft"), _needed("content"), _needed("changed_at"), key=("draft",))
    _own_table(
        "shoe",
        _key("name"),
        sa.Column("mark_m", number),
        _check("mark_m BETWEEN 0 AND 100000000", "ck_shoe_mark_m"),
        key=("name",),
    )
    op.add_column("import_file", sa.Column("exported", sa.Text()))
    op.add_column("import_file", sa.Column("preferred", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("sighting", sa.Column("places", sa.Text(), nullable=False, server_default=""))
    op.add_column("session", sa.Column("why_not", sa.Text()))
    op.add_column("activity", sa.Column("gear", sa.Text(), nullable=False, server_default=""))
    op.add_column("activity", sa.Column("why_not", sa.Text()))

"""How the tables of lib/store/database/schema.py are put together: columns, checks, and the settings they share."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from lib.model.vocabulary import Precision, TimeBasis

NUMBER: Final[TypeEngine[Any]] = REAL().with_variant(Double(), "postgresql")
BIG_COUNT: Final[TypeEngine[Any]] = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def between(column: str, low: float | str, high: float | str) -> CheckConstraint:
    """Both bounds included; not known passes."""
    return CheckConstraint(f"{column} BETWEEN {low!r} AND {high!r}", name=column)


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """One of a closed list of words; not known passes."""
    # Not IN (…): SQLite builds that list anew for every row, which doubles the time of an import.
    return CheckConstraint(" OR ".join(f"{column} = '{word}'" for word in words), name=column)


def flag(column: str) -> CheckConstraint:
    """0 or 1."""
    return CheckConstraint(f"{column} = 0 OR {column} = 1", name=column)


def day(column: str) -> CheckConstraint:
    """A date as text."""
    return CheckConstraint(f"length({column}) = 10 AND {column} BETWEEN '1900-01-01' AND '2999-12-31'", name=column)


def table(name: str, *parts: Any, with_rowid: bool = True) -> Table:
    """A table whose types SQLite enforces."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def person_table(name: str, *parts: Any, with_rowid: bool = True) -> Table:
    """A table whose rows belong to the athlete directly."""
    owner = Column("athlete_id", Integer, ForeignKey("athlete.id"), primary_key=True, autoincrement=False)
    return table(name, owner, *parts, with_rowid=with_rowid)


def part_table(name: str, *parts: Any, with_rowid: bool = True) -> Table:
    """A table whose rows belong to another table of the person: its foreign key already leads to the athlete."""
    return table(name, key("athlete_id"), *parts, with_rowid=with_rowid)


def key(name: str, kind: Any = Integer) -> Column[Any]:
    """A part of the primary key, after the athlete."""
    return Column(name, kind, primary_key=True, autoincrement=False)


def needed(name: str, kind: Any = Text, *, called: str | None = None) -> Column[Any]:
    """A column that is always filled. called: the word of the code where the stored one is older."""
    return Column(name, kind, nullable=False, key=called)


def start_columns() -> tuple[Any, ...]:
    """When a bout began. start_utc is empty where the source gave a bare wall clock."""
    return (
        needed("start_raw"),
        needed("precision"),
        needed("time_basis"),
        Column("start_utc", Text),
        needed("start_local"),
        needed("local_date"),
    )


def start_checks() -> tuple[CheckConstraint, ...]:
    """What holds for the columns of start_columns."""
    return (
        one_of("precision", Precision),
        one_of("time_basis", TimeBasis),
        CheckConstraint("length(start_utc) = 19", name="start_utc"),
        CheckConstraint("length(start_local) = 19", name="start_local"),
        day("local_date"),
    )

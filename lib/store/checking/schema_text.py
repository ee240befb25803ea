"""Whether the tables, indexes and checks of an SQLite file are those that the migrations make."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import URL

from lib.store.database.connections import connect_file
from lib.store.database.migrate import revision_of, upgrade

_BLANKS: Final = re.compile(r"[\s\"`\[\]]+")
_PARTS: Final = "SELECT type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'"


def schema_problems(connection: sqlite3.Connection, version: int) -> list[str]:
    """What differs, by the name of the part; nothing where a later SQLite only writes it otherwise."""
    try:
        found = _parts(connection)
        (written,) = connection.execute("SELECT group_concat(version_num) FROM alembic_version").fetchone()
    except (sqlite3.Error, UnicodeDecodeError, TypeError) as error:
        return [f"The list of tables cannot be read: {error}."]
    expected = _made_by_migrations(version)
    named = sorted(set(found) ^ set(expected))
    other = sorted(name for name in set(found) & set(expected) if found[name] != expected[name])
    return [
        *(
            []
            if written == revision_of(version)
            else [f"alembic_version: version_num is {written!r}, the file says {version}."]
        ),
        *(f"{name}: {'is missing' if name in expected else 'is none of this schema'}." for name in named),
        *(f"{name}: its definition is not the one of this schema." for name in other),
    ]


def _parts(connection: sqlite3.Connection) -> dict[str, str]:
    return {name: _BLANKS.sub(" ", sql).strip() for name, sql in connection.execute(_PARTS)}


@cache
def _made_by_migrations(version: int) -> Mapping[str, str]:
    with TemporaryDirectory(prefix="legwork-schema-") as folder:
        path = Path(folder) / "schema.db"
        path.touch(mode=0o600)
        upgrade(URL.create("sqlite", database=str(path)), revision_of(version))
        with closing(connect_file(path, "ro")) as connection:
            return _parts(connection)

"""Which page of a file is what, for damage that is meant for one kind of page."""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

PAGE = 4096


@cache
def pages_of(path: Path) -> dict[str, list[int]]:
    """Numbers of pages, 1 for the first, by `rows`, `inner`, `overflow`, `index`, `schema` and `free`."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        indexes = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        found: dict[str, list[int]] = {}
        for name, page, kind in connection.execute("SELECT name, pageno, pagetype FROM dbstat"):
            found.setdefault(_kind(name, kind, indexes), []).append(page)
        (number,) = connection.execute("PRAGMA page_count").fetchone()
    used = {page for pages in found.values() for page in pages}
    found["free"] = sorted(set(range(1, number + 1)) - used)
    return found


def _kind(name: str, kind: str, indexes: set[str]) -> str:
    if name in {"sqlite_schema", "sqlite_master"}:
        return "schema"
    if name in indexes:
        return "index"
    return {"leaf": "rows", "internal": "inner", "overflow": "overflow"}[kind]

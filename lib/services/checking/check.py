"""Is what is stored what was stored? Structure, schema, every value once, and every record against its hash."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lib.services.checking import record_hashes
from lib.store.checking import sums
from lib.store.checking.schema_text import schema_problems
from lib.store.checking.unreadable import UNREADABLE, words_of
from lib.store.checking.values import value_problems
from lib.store.database import sqlite_file
from lib.store.database.connections import URL, database_file, parse_url, url_of
from lib.store.database.engine import Connection, check_database
from lib.store.database.looking import looking_at
from lib.store.own.athletes import athlete_ids
from lib.store.records.fingerprint import content_hash_of_everything

_BY_ATHLETE: tuple[tuple[str, Callable[[Connection, int], Iterator[str]]], ...] = (
    ("The days of records", sums.clock_problems),
    ("The records", record_hashes.record_problems),
    ("The lines of sets", sums.line_problems),
    ("The kept versions", sums.version_problems),
    ("The imported files", sums.file_problems),
    ("The seals", sums.seal_problems),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """problems: sentences, empty where all is whole. content: hash of everything the first athlete has, None with problems."""

    problems: list[str]
    content: str | None


def check_file(path: Path) -> Checked:
    """The same as `check` of an SQLite file by its path."""
    return check(url_of(path))


def check(url: str | URL) -> Checked:
    """Read everything once and write nothing. Never raises: what cannot be read is a problem."""
    problems: list[str] = []
    try:
        problems += check_database(url)
        parsed = parse_url(url)
        if parsed.get_backend_name() == "sqlite":
            path = database_file(parsed)
            with sqlite_file.reading(path) as raw:
                problems += schema_problems(raw, sqlite_file.read_header(path).schema_version)
        with looking_at(parsed) as conn:
            problems += _of_rows(conn)
            content = None if problems else _content(conn)
    except UNREADABLE as error:
        return Checked(_once(problems) or [f"{words_of(error)}."], None)
    return Checked(_once(problems), content)


def _of_rows(conn: Connection) -> Iterator[str]:
    yield from _guarded("The values", lambda: value_problems(conn))
    try:
        athletes = athlete_ids(conn)
    except UNREADABLE as error:
        yield f"The athletes cannot be read: {words_of(error)}."
        return
    for athlete_id in athletes:
        for name, part in _BY_ATHLETE:
            yield from _guarded(name, lambda part=part, athlete_id=athlete_id: part(conn, athlete_id))  # type: ignore[misc]


def _guarded(name: str, look: Callable[[], Iterable[str]]) -> Iterator[str]:
    try:
        yield from look()
    except UNREADABLE as error:
        yield f"{name} cannot be read: {words_of(error)}."


def _content(conn: Connection) -> str | None:
    athletes = athlete_ids(conn)
    return content_hash_of_everything(conn, athletes[0] if athletes else 0)


def _once(problems: list[str]) -> list[str]:
    return list(dict.fromkeys(problems))

"""Damaged files: does `check` see every change of a stored value, and does every command end in a sentence?"""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from click.testing import Result

from chaos.filled import run, url_of
from lib.services.checking.check import check

# Each damaged file is also given to one of these, in turn.
COMMANDS = (
    "check --json", "weeks --json", "runs --json", "sessions", "history", "week", "balance", "batches", "doctor",
    "goals", "exercises --json", "hard", "load", "coverage", "spacing", "progress", "backup", "migrate --dry-run",
    "edit run-5 title=New", "bin run-6", "undo 1", "shoes", "events", "body-mass", "overlaps", "sports", "templates",
)  # fmt: skip


def stored_values(path: Path) -> object:
    """Everything in every table, byte by byte; None where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            schema = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
            names = [name.decode() for kind, name, _ in schema if kind == b"table" and not name.startswith(b"sqlite_")]
            return schema, {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in names}
    except (sqlite3.Error, UnicodeDecodeError, MemoryError):
        return None


def damaged(data: bytes, chance: random.Random) -> bytes:
    """One byte changed (three of four times), a run of bytes overwritten, or the end cut off."""
    kind = chance.randrange(8)
    place = chance.randrange(len(data))
    if kind < 6:
        return data[:place] + bytes([data[place] ^ chance.randrange(1, 256)]) + data[place + 1 :]
    if kind == 6:
        length = min(chance.randrange(1, 600), len(data) - place)
        return data[:place] + chance.randbytes(length) + data[place + length :]
    return data[:place]


def damaged_value(path: Path, chance: random.Random) -> str:
    """Change one value of one row as damage would, past every index and check; what was changed."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        while True:
            table = chance.choice(tables)
            rows = connection.execute(f'SELECT * FROM "{table}"')
            columns, found = [each[0] for each in rows.description], rows.fetchall()
            if not found:
                continue
            row, place = chance.choice(found), chance.randrange(len(columns))
            new = _other(row[place], chance)
            if new is None or columns[place] in ("athlete_id", "id"):
                continue
            where = " AND ".join(f'"{name}" IS ?' for name in columns)
            try:
                connection.execute(f'UPDATE "{table}" SET "{columns[place]}" = ? WHERE {where}', (new, *row))
            except sqlite3.IntegrityError:
                continue
            connection.commit()
            return f"{table}.{columns[place]} {row[place]!r:.60} -> {new!r:.60}"


def _other(value: object, chance: random.Random) -> object:
    if isinstance(value, str) and value:
        place = chance.randrange(len(value))
        other = chance.choice([each for each in "0123456789aeghz-" if each != value[place]])
        return value[:place] + other + value[place + 1 :]
    if isinstance(value, bytes) and value:
        place = chance.randrange(len(value))
        return value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
    return value + 1 if isinstance(value, int | float) else None


def files(base: Path, folder: Path, number: int, seed: int) -> Iterator[tuple[str, Path]]:
    """Damaged copies one after the other, each with what was done to it."""
    data, chance = base.read_bytes(), random.Random(seed)
    for count in range(number):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "legwork.db"
        if count % 3:
            path.write_bytes(damaged(data, chance))
            yield f"bytes {count}", path
        else:
            shutil.copyfile(base, path)
            yield damaged_value(path, chance), path


def try_damage(base: Path, folder: Path, number: int, seed: int = 1) -> tuple[Counter[str], list[str]]:
    """Figures, and what went unseen or ended badly."""
    before, figures, bad = stored_values(base), Counter[str](), []
    for count, (what, path) in enumerate(files(base, folder, number, seed)):
        figures["files"] += 1
        altered = stored_values(path) != before
        content = path.read_bytes()
        problems = check(url_of(path)).problems
        figures["altered"] += altered
        figures["seen"] += bool(problems)
        if altered and not problems:
            bad.append(f"unseen: {what}")
        if path.read_bytes() != content:
            bad.append(f"changed by check: {what}")
        command = COMMANDS[count % len(COMMANDS)]
        trouble = ended_badly(run(url_of(path), *command.split()))
        if trouble:
            bad.append(f"{command} on {what}: {trouble}")
    return figures, bad


def ended_badly(result: Result) -> str:
    """How a command ended that did not end in a sentence or an answer; "" where it did."""
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return repr(result.exception)
    if "Traceback" in result.output:
        return result.output[-200:]
    return "" if result.exit_code in (0, 1, 2, 3) else f"exit code {result.exit_code}"

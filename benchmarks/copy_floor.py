"""The least that a careful import of a Hevy export into PostgreSQL costs: csv, numbers and dates, COPY, one commit.

`python -m benchmarks.copy_floor URL FILE`: the file's columns into one table with one key, the sibling of
../shared/bench/floor_import.py --unique for SQLite. With --like-ours: the same, sorted into copies of our two tables with
their keys and checks, which is what the server alone takes for keeping sets that always belong to a session.
"""

import csv
import json
import sys
from calendar import month_abbr
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

import psycopg

from lib.store.database.engine import open_database

_TABLE: Final = """CREATE TABLE floor_set (
  title text NOT NULL, start_time text NOT NULL, end_time text NOT NULL, description text, exercise_title text NOT NULL,
  superset_id integer, exercise_notes text, set_index integer NOT NULL, set_type text NOT NULL, weight_kg float8,
  reps integer, distance_km float8, duration_seconds float8, rpe float8, line integer NOT NULL,
  UNIQUE (start_time, exercise_title, set_index, line))"""
_OURS: Final = """CREATE TABLE floor_session (LIKE session INCLUDING ALL); CREATE TABLE floor_set (LIKE strength_set INCLUDING ALL);
  ALTER TABLE floor_set ADD FOREIGN KEY (athlete_id, session_id) REFERENCES floor_session (athlete_id, id)"""
_SESSION: Final = """athlete_id, id, source, source_key, content_hash, title, notes, start_raw, precision, time_basis, start_local,
  local_date"""
_SET: Final = """athlete_id, session_id, position, exercise_name, kind, reps, load_kg, load_value, load_unit, load_mode, duration_s,
  distance_m, set_rpe, side, superset, note, line"""
_MONTHS: Final = {name: month for month, name in enumerate(month_abbr)}


class _Moments(dict[str, str]):
    """Each distinct text is worked out once."""

    def __missing__(self, text: str) -> str:
        day, month, year, clock = text.replace(",", "").split(" ")
        moment = self[text] = f"{int(year):04}-{_MONTHS[month]:02}-{int(day):02} {clock:0>5}:00"
        return moment


def _rows(path: Path) -> Iterator[tuple[Any, ...]]:
    moment = _Moments()
    texts: list[Callable[[str], Any]] = [str, moment.__getitem__, moment.__getitem__, str, str, int, str, int, str]
    read = [*texts, float, int, float, float, float]
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file)
        next(reader)
        for cells in reader:
            converted = [each(cell) if cell else None for each, cell in zip(read, cells, strict=True)]
            yield (*converted, reader.line_num)


def _one_table(connection: psycopg.Connection, path: Path) -> None:
    connection.execute(_TABLE)
    with connection.cursor() as cursor, cursor.copy("COPY floor_set FROM STDIN") as copy:
        for row in _rows(path):
            copy.write_row(row)


def _like_ours(connection: psycopg.Connection, path: Path) -> None:
    """Two passes, as whoever sorts rows to sessions needs them: sessions first, then their sets."""
    connection.execute(_OURS)
    ids: dict[tuple[str, str], int] = {}
    with connection.cursor() as cursor, cursor.copy(f"COPY floor_session ({_SESSION}) FROM STDIN") as copy:
        for row in _rows(path):
            title, start = row[:2]
            if (title, start) not in ids:
                ids[title, start] = number = len(ids) + 1
                key = f"{start}|{title}"
                copy.write_row(
                    (1, number, "hevy", key, key, title, "", start, "minute", "wall_clock", start, start[:10])
                )
    positions = dict.fromkeys(ids.values(), 0)
    with connection.cursor() as cursor, cursor.copy(f"COPY floor_set ({_SET}) FROM STDIN") as copy:
        for title, start, _, _, name, superset, note, _, _, load, reps, metres, seconds, rpe, line in _rows(path):
            session = ids[title, start]
            positions[session] = position = positions[session] + 1
            said = (name, "working", reps, load, load, "kg", "external", seconds, metres, rpe, "", superset or "")
            copy.write_row((1, session, position, *said, note or "", line))


def main(url: str, path: str, how: str = "") -> None:
    """Print seconds, wall and processor, as one line of JSON."""
    open_database(url).dispose()  # makes the tables that are copied
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as connection:
        connection.execute("DROP TABLE IF EXISTS floor_set, floor_session")
        wall, processor = perf_counter(), process_time()
        (_like_ours if how == "--like-ours" else _one_table)(connection, Path(path))
        connection.commit()
    found = {"seconds": round(perf_counter() - wall, 2), "cpu_s": round(process_time() - processor, 2)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The least that a careful import of a Hevy export into PostgreSQL costs: csv, numbers and dates, one COPY, one commit.

`python -m benchmarks.copy_floor URL FILE`. The sibling of ../shared/bench/floor_import.py --unique for SQLite.
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

_TABLE: Final = """CREATE TABLE floor_set (
  title text NOT NULL, start_time text NOT NULL, end_time text NOT NULL, description text, exercise_title text NOT NULL,
  superset_id integer, exercise_notes text, set_index integer NOT NULL, set_type text NOT NULL, weight_kg float8,
  reps integer, distance_km float8, duration_seconds float8, rpe float8, line integer NOT NULL,
  UNIQUE (start_time, exercise_title, set_index, line))"""
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


def main(url: str, path: str) -> None:
    """Print seconds, wall and processor, as one line of JSON."""
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as connection:
        connection.execute("DROP TABLE IF EXISTS floor_set")
        wall, processor = perf_counter(), process_time()
        connection.execute(_TABLE)
        with connection.cursor() as cursor, cursor.copy("COPY floor_set FROM STDIN") as copy:
            for row in _rows(Path(path)):
                copy.write_row(row)
        connection.commit()
    found = {"seconds": round(perf_counter() - wall, 2), "cpu_s": round(process_time() - processor, 2)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

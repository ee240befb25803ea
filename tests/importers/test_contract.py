"""What holds for every importer: one alone claims a file, looking never fails, and every row ends in exactly one record."""

import csv
import io
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from core_columns import CORE
from examples import EXAMPLES, WRITTEN
from long_runs import amount

from fuzz.mutators import mutated
from fuzz.readers import ANSWERS
from lib.importers.base import HEAD_BYTES, Upload, find_importer, importers
from lib.model.errors import UnreadableFile
from lib.model.records import Problem

BY_NAME = {importer.name: importer for importer in importers()}
ODD_CELLS = ("", "?", "-1", "1e9", "x" * 250)


def records_of(name: str, content: bytes):
    return list(BY_NAME[name].extract(Upload("export", content), ANSWERS))


def rows_of(name: str, content: bytes) -> int:
    return sum(record.rows for record in records_of(name, content))


def test_every_importer_has_an_example():
    assert set(EXAMPLES) == set(BY_NAME), "give each format a file in tests/importers/examples.py"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_file_is_claimed_by_its_importer_alone_whatever_it_is_called(name):
    for called in ("export", "activities.csv", "workout.fit"):
        assert find_importer(Upload(called, EXAMPLES[name].content)).name == name


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_of_a_file_ends_in_exactly_one_record(name):
    content, rows = EXAMPLES[name]
    assert rows_of(name, content) == rows
    assert any(record.rows and hasattr(record, "start") for record in records_of(name, content))


def with_odd_cells(content: bytes) -> Iterator[bytes]:
    """A table whose last row has another cell each time."""
    before, _, last = content.decode().rstrip("\r\n").rpartition("\n")
    delimiter = max(",;", key=last.count)
    (cells,) = csv.reader([last], delimiter=delimiter)
    for place in range(len(cells)):
        for odd in ODD_CELLS:
            line = io.StringIO()
            csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(
                [*cells[:place], odd, *cells[place + 1 :]]
            )
            yield f"{before}\n{line.getvalue()}".encode()


def with_odd_values(content: Any) -> Iterator[Any]:
    """JSON with another value in the place of one text or number each time."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from ({**content, key: other} for other in with_odd_values(value))
    elif isinstance(content, list):
        for place, value in enumerate(content):
            yield from ([*content[:place], other, *content[place + 1 :]] for other in with_odd_values(value))
    else:
        yield from (None, "?", -1, 1e9)


def damaged(name: str) -> list[bytes]:
    """The example of a format with one bad cell, field or place each time; none where a recording is not of text."""
    content, _ = EXAMPLES[name]
    if content[:1] in b"[{":
        return [json.dumps(each).encode() for each in with_odd_values(json.loads(content))]
    return list(with_odd_cells(content))


def rows_if_taken(name: str, content: bytes) -> int | None:
    """None where nobody takes it for this format, or it is refused as a whole."""
    try:
        return rows_of(name, content) if BY_NAME[name].identify(Upload("export", content)) else None
    except UnreadableFile:
        return None


@pytest.mark.parametrize("name", WRITTEN)
def test_no_row_is_lost_or_counted_twice_where_one_value_is_bad(name):
    counted = {content.decode()[-200:]: rows_if_taken(name, content) for content in damaged(name)}
    assert {place: rows for place, rows in counted.items() if rows not in (None, EXAMPLES[name].rows)} == {}
    assert set(counted.values()) != {None}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_bad_side_value_never_costs_its_row(name):
    files = [each for each in damaged(name) if rows_if_taken(name, each) is not None]
    rejected = [
        each for content in files for each in records_of(name, content) if isinstance(each, Problem) and each.rows
    ]
    # No column at all: a cell too many.
    assert {problem.column for problem in rejected} - {None} <= CORE[name]


def noisy(data: bytes, max_size: int) -> bytes:
    return (data[: len(data) // 2] + b"\xff\x00" + data[len(data) // 2 + 1 :])[:max_size]


@pytest.mark.long
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_importer_fails_when_it_looks_at_a_broken_file_of_any_format(name):
    content, _ = EXAMPLES[name]
    broken = [content[: len(content) * part // 8] for part in range(8)]
    broken += [mutated(content, HEAD_BYTES, random.Random(seed), noisy) for seed in range(amount(whole=100, small=10))]
    for each in broken:
        answers = [importer.identify(Upload("export", each)) for importer in importers()]
        assert {type(answer) for answer in answers} == {bool}

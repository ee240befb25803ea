"""Problems of one kind as one: ten thousand rows that fail alike are one sentence with a count and an example."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lib.model.records import Problem

# What differs between problems of one kind: numbers, and words of the file that are quoted.
_OF_ONE_ROW: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|\d[\d.,:]*")


class ProblemKind(NamedTuple):
    """Problems that differ in their rows alone. first: the first of them; rows: rejected by all of them."""

    first: Problem
    times: int
    rows: int


def count_kinds(said: Iterable[tuple[object, str]]) -> list[tuple[int, int]]:
    """Of problems given as (column, reason): where the first of each kind stands, and how many there are of it."""
    found: dict[tuple[object, str], tuple[int, int]] = {}
    for position, (column, why) in enumerate(said):
        kind = _kind(column, why)
        first, count = found.get(kind, (position, 0))
        found[kind] = first, count + 1
    return list(found.values())


def problem_kinds(problems: Sequence[Problem]) -> list[ProblemKind]:
    """One entry a kind, in the order in which they came first. What rejects a row and what does not are two kinds."""
    found: dict[tuple[object, ...], ProblemKind] = {}
    for each in problems:
        kind = (each.rows > 0, *_kind(each.column, each.why))
        first, count, rows = found.get(kind, ProblemKind(each, 0, 0))
        found[kind] = ProblemKind(first, count + 1, rows + each.rows)
    return list(found.values())


def _kind(column: object, why: str) -> tuple[object, str]:
    return column, _OF_ONE_ROW.sub("…", why)

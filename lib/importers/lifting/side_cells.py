"""Cells that a set can do without: one that cannot be read becomes unknown and is told, and the set stays."""

from collections.abc import Callable
from typing import TypeVar

from lib.importers.reading.cells import BadCell, Contradiction
from lib.model.records import LiftingSet

A = TypeVar("A")
V = TypeVar("V")


class SideCells:
    """A base for the readers of rows; see lib.importers.lifting.said_rows.SetRows for `warnings` and `flaws`."""

    def __init__(self) -> None:
        self.warnings: list[BadCell] = []
        self.flaws: list[BadCell] = []

    def or_unknown(self, parse: Callable[[A], V], cell: A, unknown: V) -> V:
        """What a cell says; `unknown` where it cannot be read, which is told. A contradiction still rejects the row."""
        try:
            return parse(cell)
        except Contradiction:
            raise
        except BadCell as bad:
            self.flaws.append(BadCell(bad.column, bad.value, bad.why))
            return unknown

    def refuse_if_none(self, found: list[LiftingSet]) -> None:
        """BadCell for what could not be read of a row with several sets, where none of them is left."""
        if self.flaws and not found:
            raise self.flaws[0]

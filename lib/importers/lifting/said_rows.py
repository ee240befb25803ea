"""What the rows of a set log say, each way to say something read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from lib.importers.lifting.runs import CellsOf, Texts
from lib.importers.lifting.sets import MEMO_ENTRIES, Memo
from lib.importers.reading.cells import BadCell
from lib.importers.reading.dates import Moment
from lib.model.records import LiftingSet

_KEPT: Final = "; the set is kept without it"
_REST_KEPT: Final = "; all else in the row is kept"


class SetRows(Protocol):
    """How one format writes its sets.

    A list of cells has one blank more than the header has columns: the place of every column that the file lacks.

    cells_of: picks the cells that make up a set.
    warnings: what was altered while reading, told once a file; taken out whenever something was read.
    flaws:    what of the row last read could not be read though the row is kept, told of every row.
    """

    cells_of: CellsOf
    warnings: list[BadCell]
    flaws: list[BadCell]

    def elapsed_s(self, cells: list[str], start: Moment) -> float | None:
        """Length of the session, from its first row. BadCell where it cannot be right."""
        ...

    def body_mass_kg(self, cells: list[str]) -> float | None:
        """The athlete's body mass, from the first row of a session. BadCell where it cannot be right."""
        ...

    def read(self, texts: Texts) -> LiftingSet | list[LiftingSet] | str:
        """The set that the picked cells describe, without its line, or why they are none. BadCell to reject the row.

        A list, never empty, where a row holds several sets.
        """
        ...


@dataclass(frozen=True, slots=True)
class Uncommon:
    """What a row says that is not just one set: several, none for a reason, or some of which a cell cannot be read."""

    sets: Sequence[LiftingSet] = ()
    why_none: str = ""
    flaws: Sequence[BadCell] = ()
    rejected: BadCell | None = None


# Of one set all fields but the line, its last one.
SaidRow = tuple[object, ...] | Uncommon


class SaidRows(Memo[Texts, SaidRow]):
    """By the cells that make up a set. People repeat sets: most rows of a long log say what an earlier one said.

    different: how many of them are in memory anyway.
    told: what was altered in a row when it was read first.
    """

    def __init__(self, reader: SetRows, different: int = 0) -> None:
        super().__init__(self._read_first, max(different, MEMO_ENTRIES))
        self.reader = reader
        self.told: dict[Texts, list[BadCell]] = {}

    def _read_first(self, texts: Texts) -> SaidRow:
        said = self._read(texts)
        if self.reader.warnings:
            self.told[texts] = [*self.reader.warnings]
            self.reader.warnings.clear()
        return said

    def _read(self, texts: Texts) -> SaidRow:
        self.reader.flaws.clear()
        try:
            found = self.reader.read(texts)
        except BadCell as bad:
            return Uncommon(rejected=BadCell(bad.column, bad.value, bad.why))
        kept = _KEPT if isinstance(found, LiftingSet) else _REST_KEPT
        flaws = [BadCell(bad.column, bad.value, f"{bad.why}{kept}") for bad in self.reader.flaws]
        if isinstance(found, str):
            return Uncommon(why_none=found)
        if isinstance(found, LiftingSet):
            return Uncommon([found], flaws=flaws) if flaws else found[:-1]
        return Uncommon(found, flaws=flaws)

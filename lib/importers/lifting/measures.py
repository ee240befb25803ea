"""A load or a distance that stands in several columns, each with a unit of its own, as pounds beside kilograms."""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from lib.importers.lifting.sets import Load
from lib.importers.reading.cells import Contradiction

V = TypeVar("V")

# They agree within what rounding explains.
LOAD_TOLERANCE_KG: Final = 0.3
DISTANCE_TOLERANCE_M: Final = 20.0
_TOLERANCE: Final = 0.005


def kilograms_of(load: Load) -> float | None:
    """The mass of a load."""
    return load[0]


def metres_of(metres: float | None) -> float | None:
    """The distance itself."""
    return metres


class Measures(Generic[V]):
    """Reads one value from the cells of (value, unit) of several columns: the first one that is used.

    size: the value in SI units, None for "not used".
    """

    def __init__(
        self,
        readers: Sequence[tuple[str, Callable[[str, str], V]]],
        nothing: V,
        size: Callable[[V], float | None],
        tolerance: float,
    ) -> None:
        self.readers, self.nothing, self.size, self.tolerance = readers, nothing, size, tolerance
        self.alone = readers[0][1] if len(readers) == 1 else None

    def __call__(self, texts: tuple[str, ...]) -> V:
        """The value of a row. Contradiction where two columns contradict each other."""
        if self.alone:
            return self.alone(texts[0], texts[1])
        found, first, first_column = self.nothing, "", ""
        for (column, read), text, unit in zip(self.readers, texts[::2], texts[1::2], strict=True):
            value = read(text, unit)
            if self.size(value) is None:
                continue
            if self.size(found) is None:
                found, first, first_column = value, text, column
            elif self._differ(found, value):
                raise Contradiction(column, text, f"{text} in {column} is not {first} in {first_column}")
        return found

    def _differ(self, one: V, other: V) -> bool:
        first, second = self.size(one) or 0.0, self.size(other) or 0.0
        return abs(first - second) > max(self.tolerance, _TOLERANCE * first)

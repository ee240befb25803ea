"""Which tests reach a line, the likeliest to see a fault in it first. From what `make coverage` measured."""

from collections import Counter
from pathlib import Path

from coverage import CoverageData

from mutation.operators import Fault

VARIANTS_FIRST = 3  # of one test with many parameters


class Reach:
    """Where no such measurement lies, FileNotFoundError says so."""

    def __init__(self, measured: Path) -> None:
        if not measured.is_file():
            raise FileNotFoundError(f"{measured} is not there: run `make coverage` first")
        self._data = CoverageData(str(measured))
        self._data.read()
        self._names = {path[path.rindex("lib/") :]: path for path in self._data.measured_files() if "lib/" in path}
        self._lines: dict[str, dict[int, list[str]]] = {}
        self._size: Counter[str] = Counter()
        for path in self._names:
            for names in self._of(path).values():
                self._size.update(names)

    def tests_of(self, fault: Fault, known: set[str]) -> list[str]:
        """Of the tests that are known. Each variant of a test after the others' first ones."""
        reached = self._reached(fault) | self._beside(fault.path, known)
        seen: Counter[str] = Counter()
        order = {}
        for name in sorted(each for each in reached if each in known):
            seen[name.split("[")[0]] += 1
            late = seen[name.split("[")[0]] > VARIANTS_FIRST
            order[name] = (late, -_nearness(name, fault.path), self._size[name])
        return sorted(order, key=order.__getitem__)

    def _beside(self, path: str, known: set[str]) -> set[str]:
        """Tests that are newer than the measurement, where they lie in the room of the module."""
        room = path.rpartition("/")[0].split("/")[1:]
        return {each for each in known - self._size.keys() if each.split("/")[1 : 1 + len(room)] == room}

    def _reached(self, fault: Fault) -> set[str]:
        """What reaches the statement, as seen from inside of it outwards: of some no line is ever told."""
        lines = self._of(fault.path)
        for first, last in fault.spans if fault.function else ():
            if found := set().union(*(lines.get(line, ()) for line in range(first, last + 1))):
                return found
        return self._of_module(fault.path) if not fault.function else set()

    def _of_module(self, path: str) -> set[str]:
        """What reaches any line of a file, or of its folder where the file has nothing to run."""
        folder = path.rpartition("/")[0]
        every = [path, *(each for each in self._names if each.rpartition("/")[0] == folder)]
        found = (set().union(*self._of(each).values()) - {""} for each in every)
        return next(filter(None, found), set())

    def is_reached_by_reading(self, fault: Fault) -> bool:
        """Whether the line is reached outside of any test: while modules are read, or in a program that a test starts."""
        return "" in self._reached(fault)

    def _of(self, path: str) -> dict[int, list[str]]:
        if path not in self._lines:
            self._lines[path] = self._data.contexts_by_lineno(self._names[path]) if path in self._names else {}
        return self._lines[path]


def _nearness(test: str, path: str) -> int:
    """How many folders the test of a module shares with it, as tests mirror what they test."""
    ours, others = path.split("/")[1:], test.split("::", maxsplit=1)[0].split("/")[1:]
    near = 0
    while near < min(len(ours), len(others)) - 1 and ours[near] == others[near]:
        near += 1
    return near + (ours[-1].removesuffix(".py") in others[-1])

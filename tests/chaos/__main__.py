"""`make chaos`: everything that can happen to a database, many times; the figures to standard output."""

import argparse
import math
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), *(str(TESTS / name) for name in ("", "importers", "services", "store"))]

from in_memory import put_temporary_files_in_memory  # noqa: E402

put_temporary_files_in_memory()

from chaos.busy import try_backups  # noqa: E402
from chaos.damage.trial import try_damage  # noqa: E402
from chaos.filled import fill  # noqa: E402
from chaos.full_disk import try_levels  # noqa: E402
from chaos.kills import try_kills  # noqa: E402
from chaos.planted.trial import try_names  # noqa: E402
from chaos.writers import try_writers  # noqa: E402

MUST_BE_ZERO = (
    "damaged", "partial", "lost", "untrue copies", "between schemas", "not told", "not stored with room", "failed", "missing",
    "bad", "left",
)  # fmt: skip
Figures = Mapping[str, int]


def main() -> None:
    asked, table = _asked(), dict[str, Figures]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = str(folder / "home")
        base = folder / "base.db"
        fill(base, 60)
        for what, work in _works(base, folder, asked).items():
            start = time.monotonic()
            for kind, figures in work().items():
                table[f"{what}{kind and ': '}{kind}"] = figures
            sys.stderr.write(f"{what}: {time.monotonic() - start:.0f} s\n")
    sys.stdout.writelines(f"{line}\n" for line in as_table(table))
    sys.exit(1 if any(wrong_of(figures) for figures in table.values()) else 0)


def _works(base: Path, folder: Path, asked: argparse.Namespace) -> dict[str, Callable[[], Mapping[str, Figures]]]:
    """What is tried, in its order; what comes of each, by its kinds."""
    return {
        "writers": lambda: {"": try_writers(folder / "writers.db", 4, asked.transactions)},
        "killed": lambda: try_kills(base, folder / "kills", math.ceil(asked.kills / 6)),
        "full disk": lambda: {"": try_levels(base, folder / "full", asked.levels)},
        "backups while others write": lambda: {"": try_backups(base, folder / "busy", asked.backups)},
        "names after a deletion": lambda: {"": try_names(folder / "names")},
        "damaged files": lambda: _damage(base, folder, asked),
    }


def _damage(base: Path, folder: Path, asked: argparse.Namespace) -> Mapping[str, Figures]:
    figures, bad = try_damage(base, folder / "damage", asked.files, asked.seed)
    sys.stdout.writelines(f"{line}\n" for line in bad)
    together = Counter[str]()
    for each in figures.values():
        together.update(each)
    return {**figures, "together": together}


def wrong_of(figures: Figures) -> int:
    """How much there is of what must be zero."""
    return sum(figures.get(name, 0) for name in MUST_BE_ZERO)


def as_table(table: Mapping[str, Figures]) -> Iterator[str]:
    """A line for each kind: how much was tried, and what must be zero."""
    width = max(map(len, table), default=0)
    for what, figures in ((what, figures) for what, figures in table.items() if figures):
        tried = ", ".join(f"{number:d} {name}" for name, number in figures.items() if name not in MUST_BE_ZERO)
        zeros = ", ".join(f"{figures[name]} {name}" for name in MUST_BE_ZERO if name in figures)
        yield f"{what:{width}}  {tried}; {zeros}"


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name, number in (
        ("kills", 500),
        ("levels", 200),
        ("files", 1000),
        ("transactions", 300),
        ("backups", 50),
        ("seed", 1),
    ):
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser.parse_args()


if __name__ == "__main__":
    main()

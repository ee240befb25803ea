"""`make chaos`: everything that can happen to a database, many times; the figures to standard output."""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from in_memory import put_temporary_files_in_memory  # noqa: E402

put_temporary_files_in_memory()

from chaos.damage.trial import try_damage  # noqa: E402
from chaos.filled import fill  # noqa: E402
from chaos.full_disk import try_levels  # noqa: E402
from chaos.kills import try_kills  # noqa: E402
from chaos.writers import try_writers  # noqa: E402

MUST_BE_ZERO = ("damaged", "partial", "lost", "untrue copies", "between schemas", "not told", "not stored with room", "failed", "missing", "bad")  # fmt: skip


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory() as name:
        folder, wrong = Path(name), 0
        os.environ["XDG_DATA_HOME"] = str(folder / "home")
        base = folder / "base.db"
        fill(base, 60)
        wrong += _said("writers", lambda: try_writers(folder / "writers.db", 4, asked.transactions))
        for act, figures in try_kills(base, folder / "kills", asked.kills // 6).items():
            wrong += _said(f"killed: {act}", lambda figures=figures: figures)
        wrong += _said("full disk", lambda: try_levels(base, folder / "full", asked.levels))
        wrong += _said("damaged files", lambda: _damage(base, folder, asked))
    sys.exit(1 if wrong else 0)


def _damage(base: Path, folder: Path, asked: argparse.Namespace) -> Counter[str]:
    figures, bad = try_damage(base, folder / "damage", asked.files, asked.seed)
    sys.stdout.writelines(f"{line}\n" for line in bad)
    return Counter({**figures, "bad": len(bad)})


def _said(what: str, work) -> int:
    start = time.monotonic()
    figures = work()
    zeros = {name: figures[name] for name in MUST_BE_ZERO if name in figures}
    others = {name: number for name, number in figures.items() if name not in MUST_BE_ZERO}
    sys.stdout.write(f"{what}: {others | zeros} in {time.monotonic() - start:.0f} s\n")
    sys.stdout.flush()
    return sum(zeros.values())


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name, number in (("kills", 500), ("levels", 200), ("files", 1000), ("transactions", 300), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser.parse_args()


if __name__ == "__main__":
    main()

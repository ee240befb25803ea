"""`make mutants`: a sample of small faults, each shown to the tests that reach its line; what none of them sees is listed."""

import argparse
import json
import math
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from in_memory import put_temporary_files_in_memory  # noqa: E402

put_temporary_files_in_memory()

from mutation.areas import ROOT, name_of, sample, survivors_of, tried_in  # noqa: E402
from mutation.new_start import OPTIONS, Zygote  # noqa: E402
from mutation.reach import Reach  # noqa: E402

ASKED = ("analysis", "catalog", "charts", "cli", "importers", "model", "pages", "report", "sample", "services", "store", "ui", "wording")  # fmt: skip
DEAD = ("killed", "endless")


def main() -> None:
    asked = _asked()
    chosen = survivors_of(Path(asked.again)) if asked.again else sample(asked.number, asked.seed, asked.only)
    with tempfile.TemporaryDirectory(prefix="legwork-mutants-") as name:
        scratch = Path(name)
        (scratch / "base").mkdir()
        os.environ["OMP_NUM_THREADS"] = "1"
        zygote = Zygote(scratch, asked.seconds)  # before anything of ours is loaded
        reach = Reach(ROOT / asked.measured)
        told = _Told(asked.json, sum(map(len, chosen.values())))
        tried = tried_in(Path(asked.json)) if asked.json else set()
        every = [fault for each in chosen.values() for fault in each if name_of(asdict(fault)) not in tried]
        faults = random.Random(asked.seed).sample(every, len(every))  # whatever was tried is a sample, too
        _try_all(faults, reach, zygote, scratch, told, asked.seconds)
        zygote.end()
    for area, of_area in chosen.items():
        told.summary(area, {str(each.path) for each in of_area})
    told.summary("together", {each.path for each in faults})
    told.survivors()


def _try_all(faults, reach, zygote, scratch, told, seconds) -> None:
    import pytest

    from mutation.trials import Trials

    tests = [f"tests/{room}" for room in ASKED] + ["tests/test_cli.py", "tests/test_cli_failures.py"]
    options = [each for each in OPTIONS if each != "-x"]
    pytest.main(
        [*options, f"--basetemp={scratch / 'base'}", "-m", "not browser", *tests],
        plugins=[Trials(faults, reach, zygote, scratch, told, seconds)],
    )


class _Told:
    """What is said, and kept as a line of JSON a fault."""

    def __init__(self, file: str, number: int) -> None:
        self.outcomes: list = []
        self._file, self._number, self._start = file, number, time.monotonic()

    def __call__(self, outcome) -> None:
        self.outcomes.append(outcome)
        took = time.monotonic() - self._start
        line = f"{len(self.outcomes)}/{self._number} {took:.0f} s  {outcome.end:9}  {outcome.fault}  {outcome.by}"
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        if self._file:
            with Path(self._file).open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(outcome)) + "\n")

    def summary(self, title: str, paths: set[str]) -> None:
        found = [each for each in self.outcomes if each.fault.path in paths]
        ends = Counter(each.end for each in found)
        low, high = interval(sum(ends[each] for each in DEAD), len(found))
        sys.stdout.write(f"{title}: {dict(ends)} of {len(found)}, killed {low:.1%} to {high:.1%}\n")

    def survivors(self) -> None:
        for each in self.outcomes:
            if each.end not in DEAD:
                sys.stdout.write(f"{each.end}, {each.reached_by} tests: {each.fault}\n")


def interval(killed: int, number: int) -> tuple[float, float]:
    """Wilson's, 95 %."""
    if not number:
        return 0.0, 1.0
    z, share = 1.96, killed / number
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number**2)) / (1 + z * z / number)
    return middle - half, middle + half


def _asked(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=140, help="of faults of each area")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a path below which faults are tried")
    parser.add_argument("--again", default="", help="a file of --json: what was not killed is tried once more")
    parser.add_argument(
        "--seconds", type=float, default=6.0, help="of the processor that the tests of a fault may take"
    )
    parser.add_argument("--measured", default=".coverage/data", help="what `make coverage` measured")
    parser.add_argument("--json", default="", help="a file for each outcome; what is in it is not tried again")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()

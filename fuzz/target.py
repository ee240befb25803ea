"""Fuzz one importer: `python fuzz/target.py strava --seconds 120`.

Any bytes: `identify` does not raise. Bytes that it claims: `extract` gives sound records or raises what is declared,
within 5 s and 512 MiB. The first finding ends the run; its bytes are kept in fuzz/crashes/<name>-….
"""

import argparse
import random
import sys
import time
from pathlib import Path
from typing import Final

import atheris

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["lib.importers", "fitdecode"]):
    from fuzz.readers import ANSWERS, Reader, readers

from fuzz.checks import check  # noqa: E402
from fuzz.mutators import mutated  # noqa: E402
from lib.importers.base import Upload  # noqa: E402
from lib.model.errors import AmbiguousFile, Needs, UnreadableFile  # noqa: E402

DECLARED: Final = (UnreadableFile, Needs, AmbiguousFile)
MAX_INPUT_BYTES: Final = 16 * 1024
SECONDS_PER_INPUT: Final = 5
MIB: Final = 512


class Target:
    """What the fuzzer calls for every input. Prints the length of the slowest one so far."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.slowest_s = reader, 0.0

    def __call__(self, content: bytes) -> None:
        began = time.perf_counter()
        self._read(content)
        took = time.perf_counter() - began
        if took > self.slowest_s + 0.005:
            self.slowest_s = took
            print(f"slowest {took:.3f} s", file=sys.stderr, flush=True)

    def _read(self, content: bytes) -> None:
        upload = Upload("fuzz", content)
        try:
            if not self.reader.identify(upload):
                return
            for record in self.reader.extract(upload, ANSWERS):
                check(record)
        except DECLARED:
            return


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """The custom mutator of libFuzzer."""
    return mutated(data, max_size, random.Random(seed), atheris.Mutate)  # noqa: S311 - not for secrets


def folder(kind: str, name: str) -> Path:
    """fuzz/<kind>/<name>, made where it is missing."""
    path = ROOT / "fuzz" / kind / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def main() -> None:
    every = readers()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("importer", choices=sorted(every))
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--input", type=Path, help="one file to read instead, such as one that was kept")
    chosen = parser.parse_args()
    target = Target(every[chosen.importer])
    if chosen.input:
        target(chosen.input.read_bytes())
        return
    options = [
        f"-max_total_time={chosen.seconds}",
        f"-max_len={MAX_INPUT_BYTES}",
        f"-timeout={SECONDS_PER_INPUT}",
        f"-rss_limit_mb={MIB}",
        f"-artifact_prefix={folder('crashes', '')}/{chosen.importer}-",
        str(folder("corpus", chosen.importer)),
        str(folder("seeds", chosen.importer)),
    ]
    atheris.Setup([sys.argv[0], *options], target, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

"""Files to start from: every invented file that the tests of the importers read, sorted by who reads it.

A new format has its seeds as soon as it has its tests. `python fuzz/seeds.py` writes them to fuzz/seeds/<name>/.
"""

import hashlib
import sys
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fuzz.readers import readers  # noqa: E402 - the project is found by the line above
from lib.importers.base import Upload  # noqa: E402
from lib.model.errors import TrainingDataError  # noqa: E402

SEEDS: Final = ROOT / "fuzz" / "seeds"
MAX_SEED_BYTES: Final = 8 * 1024


class Collector:
    """A pytest plugin that keeps the bytes of every file that a test makes, but for those that hypothesis draws."""

    def __init__(self) -> None:
        self.files: set[bytes] = set()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)]

    def pytest_sessionstart(self) -> None:
        make = Upload.__init__

        def make_and_keep(upload: Upload, *args: Any, **kwargs: Any) -> None:
            make(upload, *args, **kwargs)
            if isinstance(upload.source, bytes) and len(upload.source) <= MAX_SEED_BYTES:
                self.files.add(upload.source)

        Upload.__init__ = make_and_keep  # type: ignore[method-assign]


def collected() -> set[bytes]:
    """The files of the tests, and the beginnings of those of the sample athlete."""
    collector = Collector()
    quiet = ["-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:playwright"]
    pytest.main([*quiet, str(ROOT / "tests" / "importers")], plugins=[collector])
    samples = (path.read_bytes()[: MAX_SEED_BYTES // 2] for path in sorted((ROOT / "sample_data").glob("*.csv")))
    return collector.files | {sample[: sample.rfind(b"\n") + 1] for sample in samples}


def write_seeds() -> dict[str, int]:
    """Write the seeds of every reader. Name → how many there are."""
    files = collected()
    counts = {}
    for name, reader in readers().items():
        folder = SEEDS / name
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        claimed = [content for content in files if _claims(reader, content)]
        for content in claimed:
            (folder / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)
        counts[name] = len(claimed)
    return counts


def _claims(reader: Any, content: bytes) -> bool:
    try:
        return bool(reader.identify(Upload("seed", content)))
    except TrainingDataError:
        return False


def main() -> int:
    counts = write_seeds()
    for name, count in counts.items():
        print(f"{name:20} {count:5} seeds")
    missing = [name for name, count in counts.items() if not count]
    if missing:
        print(f"No test makes a file that these claim: {', '.join(missing)}", file=sys.stderr)
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())

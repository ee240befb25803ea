"""A disk that has room for so many pages and no more, and then for all."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chaos.filled import ANSWERS, run, url_of
from lib.services.checking.check import check
from lib.store.database import connections

PAGE = 4096


@contextmanager
def room_for(pages: int) -> Iterator[None]:
    """SQLite's own measure of a full disk, on every connection of the program."""
    usual = connections._PRAGMAS
    connections._PRAGMAS = (*usual, f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        connections._PRAGMAS = usual


def try_levels(base: Path, folder: Path, number: int) -> Counter[str]:
    """The same import at so many fill levels, from "no page" to "just enough"."""
    words = ("import", str(base.with_name("more.csv")), *ANSWERS)
    path = _fresh(base, folder)
    before, start = check(url_of(path)).content, path.stat().st_size // PAGE
    assert run(url_of(path), *words).exit_code == 0
    after, end = check(url_of(path)).content, path.stat().st_size // PAGE
    figures = Counter[str]()
    for count in range(number):
        path = _fresh(base, folder)
        with room_for(start + (end - start) * count // number):
            result = run(url_of(path), *words)
        found = check(url_of(path))
        figures["levels"] += 1
        figures["refused"] += result.exit_code != 0
        figures["not told"] += result.exit_code != 0 and "Disk full" not in result.output
        figures["partial"] += found.content != (after if result.exit_code == 0 else before)
        figures["damaged"] += bool(found.problems)
        again = run(url_of(path), *words)
        figures["not stored with room"] += again.exit_code != 0 or check(url_of(path)).content != after
    return figures


def _fresh(base: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "legwork.db"
    shutil.copyfile(base, path)
    return path

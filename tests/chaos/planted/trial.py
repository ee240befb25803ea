"""Everything of an athlete deleted for good: how many of the planted names are left in the bytes of the folder."""

import os
from collections import Counter
from pathlib import Path

from chaos.filled import run, url_of
from chaos.planted.names import plant
from chaos.planted.search import found_in


def try_names(home: Path) -> Counter[str]:
    """Figures: names, those that are not found before (the search must be able to fail), those that are left. home: a new folder."""
    folder = home / "legwork"
    folder.mkdir(parents=True)
    _, names = plant(folder)
    figures = Counter({"names": len(names.homes)})
    figures["missing"] = len(names.homes.keys() - found_in(folder, names.homes).keys())
    before, os.environ["XDG_DATA_HOME"] = os.environ.get("XDG_DATA_HOME", ""), str(home)
    try:
        figures["failed"] = run(url_of(folder / "legwork.db"), "delete", "everything", "--without-export").exit_code
    finally:
        os.environ["XDG_DATA_HOME"] = before
    figures["left"] = len(found_in(folder, names.homes))
    return figures

"""Writes docs/NOTICES.md: what is installed with Legwork and under which licence, from the lock file and the packages themselves.

Run `make docs` after the lock changed. A package of another system, which is not installed here, has its licence below.
"""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
NOTICES: Final = ROOT / "docs" / "NOTICES.md"
LOCK: Final = ROOT / "requirements.txt"
_LOCKED: Final = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
# Packages that only some systems get, and what a package says in no field that can be read.
_KNOWN: Final = {"colorama": "BSD-3-Clause", "greenlet": "MIT AND PSF-2.0"}
# Words of older packages for what has a name of its own (SPDX).
_NAMES: Final = {
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
}
_LONGEST: Final = 60  # beyond it stands the text of a licence, not its name
HEAD: Final = """# Notices

Legwork is under the MIT licence (LICENSE). What it ships is its own: the program, the table of exercises and its words
([catalog.md](catalog.md) says with which tables it was compared; nothing was copied), the drawings, and the sample athlete,
who is invented. It ships no font, no picture and no code of others: fonts and scripts of the pages are those of Streamlit and
Plotly, which are installed beside it. A report that is saved as one HTML file holds Plotly's script (MIT) with its notice.

These packages are installed with it, each under its own licence, whose text comes with the package.

<!-- written by make docs -->

| package | licence |
|---|---|
"""


def locked(lock: str) -> list[str]:
    """The names in a lock file, each once, in order."""
    return sorted(set(_LOCKED.findall(lock)))


def licence(package: str) -> str:
    """Its licence by its name in SPDX where the package says it so. LookupError where nothing is known."""
    try:
        said = metadata(package)
    except PackageNotFoundError:
        said = None
    found = _KNOWN.get(package) or (said and _said(said))
    if not found:
        raise LookupError(f"{package} does not say its licence: look it up and add it to docs/notices.py")
    return _NAMES.get(found, found)


def _said(package: PackageMetadata) -> str:
    text = package.get("License", "").strip()
    classifiers = [
        each.rpartition(" :: ")[2] for each in package.get_all("Classifier", []) if each.startswith("License")
    ]
    return package.get("License-Expression") or (text if 0 < len(text) < _LONGEST else "") or " AND ".join(classifiers)


def text(packages: Iterable[str]) -> str:
    """The whole document."""
    return HEAD + "".join(f"| {package} | {licence(package)} |\n" for package in packages)


if __name__ == "__main__":
    NOTICES.write_text(text(locked(LOCK.read_text("utf-8"))), "utf-8")
    sys.exit()

"""The `legwork` command, installed or in a checkout.

A wheel carries the program inside this package, so that nobody's environment gets a `lib` or a `pages` of ours at its
top. In a checkout it lies beside this package. It comes first on the path, before whatever else is called `lib`.
"""

import sys
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
_INSTALLED: Final = _HERE / "_program"
PROGRAM: Final = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent


def main() -> None:
    """Run the command line of the program."""
    sys.path.insert(0, str(PROGRAM))
    from lib.cli import main as command

    command(prog_name="legwork")

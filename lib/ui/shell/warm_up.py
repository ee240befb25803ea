"""What every visitor needs and none should wait for: the modules of all pages, loaded once a process.

To look through the whole heap takes the collector 130 ms: three hundred thousand objects of modules that live as long as
the process. Put out of its reach they cost nothing, and what runs leave behind is still cleared away (`leftovers.py`).
"""

import gc
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from threading import Lock, Thread
from typing import Final

from lib.services.importing.collector import collector_paused

# What pages are made of; what lies below comes with them.
_FLOORS: Final = ("lib.ui", "lib.charts", "lib.services", "lib.analysis", "lib.importers", "lib.report")
# What few visitors need waits until one does.
_LATE: Final = frozenset({"lib.importers.reading.workbook_parser"})
_warming: Final = Lock()
_warm: Final[list[bool]] = []


def begin() -> None:
    """Load beside the server, which meanwhile gives the browser its own files."""
    Thread(target=finish, name="warm-up", daemon=True).start()


def finish() -> None:
    """Return when everything is loaded. app.py asks for it before any page: two threads must not load the same modules."""
    with _warming:
        if not _warm:
            _load()
            _warm.append(True)


def _load() -> None:
    with collector_paused():
        for name in _modules():
            import_module(name)
        _read_tables()
    # Before the first run of the process: data that comes and goes must stay within the collector's reach.
    gc.collect()
    gc.freeze()


def _read_tables() -> None:
    """The tables of exercises and their words, of which a name that none of them has asks every one."""
    from lib.catalog.resolve import resolve
    from lib.catalog.suggestions import suggest

    resolve("a name of no exercise")
    suggest("a name of no exercise")


def _modules() -> Iterator[str]:
    for floor in _FLOORS:
        yield floor
        modules = walk_packages(import_module(floor).__path__, f"{floor}.")
        yield from (module.name for module in modules if module.name not in _LATE)

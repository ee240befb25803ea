"""The log: one JSON line for what went wrong, with its error id, in a file that only its owner may read.

It holds no training data and no secret: of an error its kind and its places in the code, never its words, except for
the sentences about the database, and those without passwords.
"""

import json
import logging
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb
from typing import Any, Final

from lib.model.masking import masked

LOGGER: Final = logging.getLogger("legwork")
FILE_NAME: Final = "legwork.log"
LARGEST_BYTES: Final = 1_000_000
KEPT: Final = 5  # older files beside the current one
_ROOT: Final = Path(__file__).parents[2]
_MOST_PLACES: Final = 30


def keep_log(folder: Path, *, console: bool = False) -> None:
    """From now on write the log into a folder, made if need be; console: one plain line on standard error, too."""
    for handler in list(LOGGER.handlers):
        LOGGER.removeHandler(handler)
        handler.close()
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    LOGGER.addHandler(_LogFile(folder / FILE_NAME))
    if console:
        plain = logging.StreamHandler(sys.stderr)
        plain.setFormatter(_OneLine())
        LOGGER.addHandler(plain)


def forget_log(folder: Path) -> None:
    """Remove the log and what is older of it: a line may name a file of the person's. What comes later begins a new one. OSError."""
    for path in folder.glob(f"{FILE_NAME}*"):
        path.unlink(missing_ok=True)


class _LogFile(RotatingFileHandler):
    """Opened for each line only, so that several processes can share it and rotate it. Its own failures are no news."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
        self.setFormatter(_JsonLine())

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            Path(self.baseFilename).parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        super().emit(record)
        if self.stream is not None:
            with suppress(OSError):
                self.stream.close()
            self.stream = None

    def _open(self) -> Any:
        opener = lambda path, flags: os.open(path, flags, 0o600)  # noqa: E731
        return open(self.baseFilename, "a", encoding="utf-8", opener=opener)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's name)
        """A log that cannot be written must not hide what it would have said."""


class _JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One object a line: time, level, event, error_id, kind of error with its causes, places in the code."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "event": masked(record.getMessage()),
            "process": record.process,
            "thread": record.threadName,
            "error_id": getattr(record, "error_id", None),
            "sentence": masked(getattr(record, "sentence", "")),
            **_of_error(getattr(record, "error", None)),
        }
        return json.dumps({name: value for name, value in line.items() if value}, ensure_ascii=False)


class _OneLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """For the terminal in which the server runs."""
        error = getattr(record, "error", None)
        words = getattr(record, "sentence", "") or (type(error).__name__ if error else record.getMessage())
        return masked(f"legwork: {words} (error id {getattr(record, 'error_id', '-')})")


def _of_error(error: BaseException | None) -> dict[str, Any]:
    if error is None:
        return {}
    kinds: list[str] = []
    places: list[str] = []
    each: BaseException | None = error
    while each is not None and len(kinds) < _MOST_PLACES:
        kinds.append(f"{type(each).__module__}.{type(each).__qualname__}")
        places += [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(each.__traceback__)]
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return {"error": kinds, "places": places[-_MOST_PLACES:]}


def _short(file_name: str) -> str:
    """A file of ours from the folder of the program on, another one by its last parts: no name of a person's folder."""
    path = Path(file_name)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else "/".join(path.parts[-3:])

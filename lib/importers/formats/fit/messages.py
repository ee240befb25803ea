"""The messages of a FIT file, decoded by fitdecode: names of the fields and their values in SI units."""

import struct
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any, Final, NamedTuple

import fitdecode  # type: ignore[import-untyped]

from lib.importers.formats.fit.frames import FitFile
from lib.importers.reading.cells import CellError
from lib.model.errors import UnreadableFile

FILE_ID: Final = 0
SPORT: Final = 12
SESSION: Final = 18
RECORD: Final = 20
ACTIVITY: Final = 34
SET: Final = 225
EXERCISE_TITLE: Final = 264

_EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC).replace(tzinfo=None)
# Below it a time is counted from when the watch was switched on: its clock had never been set.
_FIRST_REAL_TIME: Final = 0x10000000
_LAST_TIME: Final = 0xFFFFFFFF
# What the decoder lets through where a file is not what its definitions say, besides its own errors.
_ODDITIES: Final = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, struct.error)


class Message(NamedTuple):
    """One message. values: by the names of the FIT profile; fields that say "invalid" are left out."""

    kind: int
    values: dict[str, Any]

    def number(self, *names: str) -> float | None:
        """The first of these fields that holds one finite number."""
        found = (self.values.get(name) for name in names)
        return next((float(value) for value in found if isinstance(value, int | float) and isfinite(value)), None)

    def whole(self, name: str) -> int | None:
        """A field that holds one whole number."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str:
        """A field that holds a word of the profile, or a text; "" where there is none."""
        value = self.values.get(name)
        return value.strip("\0 ") if isinstance(value, str) else ""


def messages(file: FitFile, kinds: Collection[int]) -> Iterator[Message]:
    """The messages of these kinds, in their order. UnreadableFile where one cannot be decoded."""
    reader = fitdecode.FitReader(
        file.only(kinds),
        processor=None,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    try:
        with reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage):
                    yield Message(frame.global_mesg_num, _values(frame))
    except (fitdecode.FitError, *_ODDITIES) as error:
        raise UnreadableFile("This FIT file is damaged: a message cannot be decoded; copy it again.") from error


def moment(seconds: float) -> datetime:
    """Naive UTC of a time of FIT. CellError where the clock of the watch had not been set, and beyond 32 bits."""
    if seconds < _FIRST_REAL_TIME:
        raise CellError("the clock of the watch was not set, so its date is unknown")
    if seconds > _LAST_TIME:
        raise CellError("in the future")
    return _EPOCH + timedelta(seconds=seconds)


def _values(frame: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for each in frame.fields:
        if each.value is not None:
            values.setdefault(each.name, each.value)
    return values

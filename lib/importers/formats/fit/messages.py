"""The messages of a FIT file, decoded by fitdecode: names of the fields and their values in SI units."""

import struct
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import Any, Final, NamedTuple

from lib.importers.formats.fit.frames import FitFile
from lib.importers.reading.cells import CellError
from lib.model.errors import UnreadableFile

FILE_ID: Final = 0
SPORT: Final = 12
SESSION: Final = 18
LAP: Final = 19
RECORD: Final = 20
EVENT: Final = 21
ACTIVITY: Final = 34
HR: Final = 132
FIELD_DESCRIPTION: Final = 206
DEVELOPER_DATA_ID: Final = 207
SET: Final = 225
EXERCISE_TITLE: Final = 264

_EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC).replace(tzinfo=None)
# Below it a time is counted from when the watch was switched on: its clock had never been set.
_FIRST_REAL_TIME: Final = 0x10000000
_LAST_TIME: Final = 0xFFFFFFFF
# Without them the fields of developers cannot be told apart.
_DEVELOPER: Final = frozenset({DEVELOPER_DATA_ID, FIELD_DESCRIPTION})
_METRES: Final = {"km": 1000.0, "mi": 1609.344}
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
    import fitdecode  # type: ignore[import-untyped]  # slow to load, and not every visitor brings a recording

    reader = fitdecode.FitReader(
        file.only({*kinds, *_DEVELOPER}),
        processor=None,
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    try:
        with reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage) and frame.global_mesg_num in kinds:
                    yield Message(frame.global_mesg_num, _values(frame))
    except (fitdecode.FitError, *_ODDITIES) as error:
        raise UnreadableFile("This FIT file is damaged: a message cannot be decoded; copy it again.") from error


def is_real(seconds: float | None) -> bool:
    """Whether a time was taken from a clock that had been set."""
    return seconds is not None and _FIRST_REAL_TIME <= seconds <= _LAST_TIME


def moment(seconds: float) -> datetime:
    """Naive UTC of a time of FIT. CellError where the clock of the watch had not been set, and beyond 32 bits."""
    if seconds < _FIRST_REAL_TIME:
        raise CellError("the clock of the watch was not set, so its date is unknown")
    if seconds > _LAST_TIME:
        raise CellError("in the future")
    return _EPOCH + timedelta(seconds=seconds)


def _values(frame: Any) -> dict[str, Any]:
    """By name. A developer field that stands for one of the profile overrides it, unless it says nothing."""
    values: dict[str, Any] = {}
    overriding: dict[str, Any] = {}
    for each in frame.fields:
        native = _native_name(frame, each)
        if native and isinstance(each.value, int | float) and each.value:
            overriding[native] = each.value * _METRES.get(str(each.units or ""), 1.0)
        elif each.value is not None:
            values.setdefault(each.name, each.value)
    return values | overriding


def _native_name(frame: Any, field: Any) -> str:
    """The name in the profile of the field that a developer field overrides; "" for every other field."""
    definition = field.field_def
    if definition is None or not definition.is_dev or frame.mesg_type is None:
        return ""
    known = frame.mesg_type.fields.get(definition.field.native_field_num)
    return str(known.name) if known else ""

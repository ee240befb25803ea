"""The fields of a JSON object, read as strictly as the cells of a table."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from lib.importers.reading.cells import (
    BadCell,
    bounded,
    clean_note,
    clean_text,
    has_control_characters,
    parse_number,
    read_cell,
)
from lib.model.limits import MAX_NAME, MAX_NOTE

T = TypeVar("T")

_LARGEST: Final = 1e300
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one JSON object: null or a missing one is unknown, a wrong type is a BadCell naming the field."""

    values: Mapping[str, object]

    def first(self, *names: str) -> tuple[str, object]:
        """Name and value of the first of several fields that says something; (the first name, None) otherwise."""
        said = ((name, self.values[name]) for name in names if self.values.get(name) not in (None, ""))
        return next(said, (names[0], None))

    def number(self, *names: str) -> float | None:
        """A finite number, also where it is written as text."""
        name, value = self.first(*names)
        if value is None:
            return None
        if isinstance(value, str):
            return read_cell(name, value, parse_number)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadCell(name, str(value), "not a number")
        if abs(value) > _LARGEST:  # also infinity, as which 1e999 is read
            raise BadCell(name, str(value), "not a finite number")
        return float(value)

    def text(self, *names: str) -> str:
        """A text, "" where it is unknown. A number counts as text."""
        name, value = self.first(*names)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise BadCell(name, str(value), "not a text")
        return _SURROGATE.sub("\ufffd", str(value)).strip()

    def word(self, *names: str) -> str:
        """A short text that is kept as it is, such as an id or the word for a sport: cut at 200 characters."""
        return clean_text(self.text(*names))[:MAX_NAME]

    def read(self, parse: Callable[[float], T], *names: str) -> T | None:
        """parse(number); None where it is unknown. BadCell naming the field where it fails."""
        name, _ = self.first(*names)
        value = self.number(*names)
        return None if value is None else read_cell(name, f"{value:g}", lambda _: parse(value))

    def inner(self, name: str) -> "Fields":
        """The object in a field; without fields where there is none."""
        value = self.values.get(name)
        return Fields(value if isinstance(value, Mapping) else {})

    def items(self, name: str) -> list[object]:
        """The list in a field; empty where there is none."""
        value = self.values.get(name)
        return value if isinstance(value, list) else []

    def describing(self, warnings: list[BadCell], low: float, high: float, *names: str) -> float | None:
        """A number that the record can do without: outside low to high it is unknown, with a warning; 0 is unknown."""
        why = f"outside {low:g} to {high:g}; kept as unknown"
        try:
            return self.read(lambda value: bounded(value, low, high, why) if value else None, *names)
        except BadCell as warning:
            warnings.append(warning)
            return None

    def title(self, warnings: list[BadCell], *names: str) -> str:
        """A name of at most 200 characters; control characters become blanks with a warning. BadCell above."""
        name, raw = self.first(*names)[0], self.text(*names)
        if len(raw) > MAX_NAME:
            raise BadCell(name, raw, f"longer than {MAX_NAME} characters")
        if has_control_characters(raw):
            warnings.append(BadCell(name, clean_text(raw), "control characters were replaced by blanks"))
        return clean_text(raw)

    def note(self, warnings: list[BadCell], *names: str) -> str:
        """A note, cut at 10,000 characters with a warning."""
        name, note = self.first(*names)[0], clean_note(self.text(*names))
        if len(note) > MAX_NOTE:
            warnings.append(BadCell(name, note, f"longer than {MAX_NOTE:,} characters; the rest was cut off"))
        return note[:MAX_NOTE]

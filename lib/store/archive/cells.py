"""Values of the database as cells of a CSV that a spreadsheet opens without running any of them, and back.

A text that a spreadsheet would take for a formula gets an apostrophe in front, and so does one that begins with an
apostrophe: taking the first one off gives back what it was. An empty cell is "not known"; an empty text that could also be
"not known" is an apostrophe alone.
"""

from typing import Final, NamedTuple

from lib.model.formula import reads_as_formula

_GUARD: Final = "'"

Value = str | int | float | None


class ColumnKind(NamedTuple):
    """What a column holds. python: str, int or float. empty: whether it may be "not known"."""

    python: type[str | int | float]
    empty: bool


def to_cell(value: Value, kind: ColumnKind) -> str:
    """The cell of a value."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return repr(kind.python(value))
    guarded = value.startswith(_GUARD) or reads_as_formula(value) or (not value and kind.empty)
    return _GUARD + value if guarded else value


def from_cell(cell: str, kind: ColumnKind) -> Value:
    """The value of a cell. ValueError where it is not one of that kind."""
    if kind.python is str:
        return None if not cell and kind.empty else cell.removeprefix(_GUARD)
    if not cell:
        if kind.empty:
            return None
        raise ValueError("a number is missing")
    return kind.python(cell)

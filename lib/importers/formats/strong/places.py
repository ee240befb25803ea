"""Strong's columns by their places, for a header in a language that is not known.

The app has few layouts, and the rows of each look like nothing else: a start to the second, the same length in every row
of a session, sets that are counted anew for every exercise, whole repetitions. Only where the rows fit exactly one
layout, and no name that is known stands in the place of another column, the places say what the names do not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from lib.importers.base import Upload
from lib.importers.formats.strong.counting import count_their_sets
from lib.importers.formats.strong.names import NAMES, meant_by
from lib.importers.lifting.units import distance_unit_of
from lib.importers.reading.head_rows import head_rows
from lib.importers.reading.table_header import Header, normalised

_NUMBER: Final = r"\d{1,6}(?:[.,]\d{1,9})?"
_CELLS: Final = {
    "number": r"\d{1,6}",
    "start": r"20\d\d-\d\d-\d\d \d{1,2}:\d\d:\d\d(?:\s?[AaPp]\.?\s?[Mm]\.?)?",
    "title": r"(?s:.*)",
    "length": r"(?:\d{1,4}\s?[^\W\d_]{1,12}\.?\s?){1,4}",
    "seconds of session": r"\d{1,6}",
    "exercise": r"(?s:.*[^\W\d_].*)",
    "kind": r"\S(?s:.{0,40})",
    "weight": _NUMBER,
    "weight unit": r"(?i:kgs?|lbs?)",
    "reps": r"\d{1,4}(?:[.,]0)?",
    "distance": _NUMBER,
    "distance unit": r"(?i:km|mi|miles?|m|meters?|yd|ft)",
    "seconds": _NUMBER,
    "rpe": r"(?:[1-9](?:[.,][05])?|10(?:[.,]0)?)",
    "remark": r"(?s:.*)",
    "notes": r"(?s:.*)",
}
_SAYS_NOTHING: Final = frozenset({"weight unit", "distance unit", "rpe"})
_MEASURED: Final = frozenset({"weight", "reps", "distance", "seconds"})
_ALONE: Final = re.compile(_NUMBER)


class _Layout(NamedTuple):
    """The columns in their order. zeros: what a set does not use is 0, never blank. named: what has to have its name."""

    columns: tuple[str, ...]
    zeros: bool = False
    named: tuple[str, ...] = ()

    def may_be_blank(self, column: str) -> bool:
        """Whether a cell of a column may say nothing."""
        return column in _SAYS_NOTHING or (column in _MEASURED and not self.zeros)


_SET: Final = ("exercise", "kind", "weight", "reps", "distance", "seconds")
_WITH_UNITS: Final = (
    "exercise",
    "kind",
    "weight",
    "weight unit",
    "reps",
    "rpe",
    "distance",
    "distance unit",
    "seconds",
)
_LAYOUTS: Final = (
    _Layout(("start", "title", "length", *_SET, "remark", "notes", "rpe"), zeros=True),
    _Layout(("start", "title", "length", *_SET, "remark", "notes"), zeros=True),
    _Layout(("start", "title", "length", *_SET, "rpe"), zeros=True),
    _Layout(("start", "title", *_WITH_UNITS, "remark", "notes", "length")),
    _Layout(("start", "title", *_WITH_UNITS, "remark", "notes")),
    # In this one a blank column of efforts could be one of distances, so its name has to say which it is.
    _Layout(
        ("number", "start", "title", "seconds of session", *_SET[:4], "rpe", *_SET[4:], "remark", "notes"),
        named=("rpe",),
    ),
)


def header_by_place(header: Header, upload: Upload) -> Header | None:
    """The header with the English names for comparing; None where all names are known or the places prove nothing."""
    if all(map(meant_by, header.keys)) or not _are_names(header):
        return None
    layouts = [layout for layout in _LAYOUTS if _may_be(layout, header)]
    if not layouts:
        return None
    rows = upload.once("rows of the head", lambda: head_rows(upload, header))
    fitting = [layout for layout in layouts if rows and _fit(layout, rows)]
    return _renamed(header, fitting[0].columns) if len(fitting) == 1 else None


def _are_names(header: Header) -> bool:
    """Whether every column has a name of its own, in letters."""
    return len(set(header.keys)) == len(header.keys) and all(re.search(r"[^\W\d_]", key) for key in header.keys)


def _may_be(layout: _Layout, header: Header) -> bool:
    """Whether the number of columns is right and no known name says otherwise."""
    if len(header.keys) != len(layout.columns):
        return False
    said = {column: meant_by(key) for column, key in zip(layout.columns, header.keys, strict=True)}
    return all(name in (None, _name(column)) for column, name in said.items()) and all(map(said.get, layout.named))


def _fit(layout: _Layout, rows: Sequence[Sequence[str]]) -> bool:
    """Whether all rows are such as Strong writes them in a layout."""
    if any(len(cells) != len(layout.columns) for cells in rows):
        return False
    texts = {
        column: [cell.strip() for cell in cells]
        for column, cells in zip(layout.columns, zip(*rows, strict=True), strict=True)
    }
    return (
        all(_fits(layout, column, cells) for column, cells in texts.items())
        and _are_of_sessions(texts)
        and count_their_sets(texts)
    )


def _fits(layout: _Layout, column: str, cells: Sequence[str]) -> bool:
    if column in ("remark", "notes"):
        # A column of numbers is none of notes, whatever its place.
        written = list(filter(None, cells))
        return not written or not all(map(_ALONE.fullmatch, written))
    shape = re.compile(_CELLS[column])
    return all(shape.fullmatch(cell) if cell else layout.may_be_blank(column) or column == "title" for cell in cells)


def _are_of_sessions(texts: dict[str, list[str]]) -> bool:
    """Whether all rows of a session say the same of it: its number and its length."""
    sessions = list(zip(texts["start"], texts["title"], strict=True))
    return all(
        len(set(zip(sessions, texts[column], strict=True))) == len(set(sessions))
        for column in ("number", "length", "seconds of session")
        if column in texts
    )


def _renamed(header: Header, columns: Sequence[str]) -> Header:
    """The same columns under their English names, as they are compared; messages still show them as written.

    Where sessions are numbered, distances are metres, which a name in another language does not say.
    """
    keys = tuple(normalised(NAMES[_name(column)][0]) for column in columns)
    names = list(header.names)
    at = columns.index("distance")
    if "number" in columns and not distance_unit_of(names[at]):
        names[at] = "Distance (meters)"
    return replace(header, names=tuple(names), keys=keys)


def _name(column: str) -> str:
    return "length" if column == "seconds of session" else column

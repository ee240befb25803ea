"""The project's own templates of sessions: read, checked as a whole, and kept."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from types import MappingProxyType
from typing import Final

from lib.catalog.exercises import Exercise, exercises
from lib.catalog.template import PLACE, Range, Template, TemplateError, TemplateItem
from lib.model.limits import MAX_REPS, MAX_TYPED_SETS
from lib.model.vocabulary import LoadMode

COLUMNS: Final = (
    "template",
    "title",
    "place",
    "exercise",
    "sets",
    "reps",
    "seconds",
    "breaths",
    "per_side",
    "pause_s",
    "how",
    "easier",
    "harder",
)
_RANGE: Final = re.compile(r"([1-9]\d*)(?:-([1-9]\d*))?")
# Equipment that is no load to write down: what is left is the body.
_NO_LOAD: Final = frozenset({"bodyweight", "bodyweight_assisted", "suspension", "box", "none", "stability_ball"})


@cache
def templates() -> Mapping[str, Template]:
    """The project's own templates by key, in the order of the file. TemplateError if the file is faulty."""
    text = files("lib.catalog").joinpath("templates.csv").read_text(encoding="utf-8")
    return MappingProxyType({template.key: template for template in read_templates(text)})


def read_templates(text: str) -> tuple[Template, ...]:
    """The templates of a CSV text. TemplateError naming all faults."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise TemplateError("templates.csv: the columns must be " + ", ".join(COLUMNS))
    found: list[tuple[str, str, TemplateItem]] = []
    faults: list[str] = []
    for row in rows:
        try:
            found.append((row["template"], row["title"], _read_item(row)))
        except ValueError as error:
            faults.append(f"line {rows.line_num} ({row['template']} {row['place']}): {error}")
    read = tuple(
        Template(key, title, tuple(item for *_, item in items))
        for (key, title), items in groupby(found, lambda row: (row[0], row[1]))
    )
    faults += [*_clashes(read), *(fault for template in read for fault in _faults(template))]
    if faults:
        raise TemplateError("templates.csv: " + "; ".join(faults))
    return read


def _read_item(row: Mapping[str, str]) -> TemplateItem:
    """One row as an item. ValueError naming the cell that cannot be read."""
    if set(row) != set(COLUMNS) or None in row.values():
        raise ValueError(f"the row must have {len(COLUMNS)} cells")
    exercise = exercises().get(row["exercise"])
    if exercise is None:
        raise ValueError(f"'{row['exercise']}' is no exercise of the catalog")
    if row["per_side"] not in ("true", "false"):
        raise ValueError(f"'{row['per_side']}' is neither true nor false")
    return TemplateItem(
        place=row["place"],
        exercise=exercise.key,
        name=exercise.name,
        sets=_range(row["sets"], MAX_TYPED_SETS),
        reps=_range(row["reps"], MAX_REPS) if row["reps"] else None,
        seconds=float(row["seconds"]) if row["seconds"] else None,
        breaths=int(row["breaths"]) if row["breaths"] else None,
        per_side=row["per_side"] == "true",
        pause_s=float(row["pause_s"]) if row["pause_s"] else None,
        load_mode=load_mode_of(exercise),
        how=row["how"],
        easier=row["easier"],
        harder=row["harder"],
    )


def _range(cell: str, most: int) -> Range:
    """The numbers of a cell such as "8-12" or "8"."""
    found = _RANGE.fullmatch(cell)
    low, high = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if not low <= high <= most:
        raise ValueError(f"'{cell}' is no number or range up to {most}")
    return low, high


def load_mode_of(exercise: Exercise) -> LoadMode:
    """How a load of this exercise acts, by its equipment."""
    if exercise.equipment == "band":
        return LoadMode.BAND
    return LoadMode.BODYWEIGHT if exercise.equipment in _NO_LOAD else LoadMode.EXTERNAL


def _faults(template: Template) -> Iterator[str]:
    """What is wrong with one template taken by itself."""
    places = [item.place for item in template.items]
    if len(set(places)) < len(places):
        yield f"{template.key} has a place twice"
    for item in template.items:
        amounts = (item.reps, item.seconds, item.breaths)
        checks = (
            (PLACE.fullmatch(item.place) is not None, "needs a place such as 1 or 1A"),
            (sum(each is not None for each in amounts) == 1, "needs one of reps, seconds and breaths"),
            (
                all(each > 0 for each in (item.seconds, item.breaths, item.pause_s) if each is not None),
                "counts nothing",
            ),
            (bool(item.how and item.easier and item.harder), "does not say how, or what is easier and harder"),
        )
        yield from (f"{template.key} {item.place} {why}" for holds, why in checks if not holds)


def _clashes(read: Iterable[Template]) -> Iterator[str]:
    """Keys of two templates, which are also those whose rows do not stand together or have two titles."""
    keys = [template.key for template in read]
    yield from (
        f"the rows of {key} must stand together under one title" for key in sorted({*keys}) if keys.count(key) > 1
    )

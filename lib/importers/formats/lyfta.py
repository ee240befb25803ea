"""Lyfta: one row a set; weights without a unit, a side where sets are done one by one. Known from readers' code."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.sets import set_kind
from lib.importers.lifting.words import side_of_cell
from lib.model.vocabulary import SetKind, Side


def side_of_mark(text: str) -> Side:
    """The side of a mark such as LEFT_SET."""
    return side_of_cell(text.strip().casefold().removesuffix("_set"))


def kind_of_mark(text: str) -> SetKind:
    """The kind of a mark such as DROP_SET; one that names a side is a working set. CellError for an unknown one."""
    return SetKind.WORKING if side_of_mark(text) else set_kind(text)


importer = SetLog(
    name="lyfta",
    title="Lyfta · CSV export",
    where="In the app: Profile, Settings, Export Data.",
    signature=("Title", "Date", "Duration", "Exercise", "Set Type"),
    seen=False,
    layout=SetLogLayout(
        start=("Date",),
        title=("Title",),
        length=("Duration",),
        exercise=("Exercise",),
        superset=("Superset id",),
        reps=("Reps",),
        weights=((("Weight",), ()),),
        distances=((("Distance",), ()),),
        in_metres=True,
        seconds=("Time",),
        kind=("Set Type",),
        kind_of=kind_of_mark,
        side=("Set Type",),
        side_of=side_of_mark,
    ),
)

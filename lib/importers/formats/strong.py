"""Strong: one row a set, in five layouts since 2016; the unit of the weights is often left out."""

from typing import Final

from lib.importers.lifting.layout import Layout
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.sets import set_kind
from lib.importers.lifting.units import distance_columns, weight_columns
from lib.model.vocabulary import SetKind

# English and German.
_TITLE: Final = ("Workout Name", "Workout-Name")
_EXERCISE: Final = ("Exercise Name", "Name der Übung")
_SET_ORDER: Final = ("Set Order", "Reihenfolge festlegen")

_REST_TIMER: Final = "rest timer"
_REST, _NOTE = "a rest timer, not a set", "a note, not a set"
_NO_SET: Final = {"resttimer": _REST, "note": _NOTE}


def kind_of_mark(text: str) -> SetKind | str:
    """The kind of a set, which a plain number means too, or why the row is none. CellError for an unknown mark."""
    squeezed = text.strip().lower().replace("_", "").replace(" ", "")
    if squeezed in _NO_SET:
        return _NO_SET[squeezed]
    if squeezed.removesuffix(".0").isdecimal():
        return SetKind.WORKING
    return set_kind(text)


def why_none(exercise: str) -> str:
    """Old versions of the app write rests as an exercise."""
    return _REST if exercise.strip().casefold() == _REST_TIMER else ""


importer = SetLog(
    name="strong",
    title="Strong · strong.csv",
    where="In the app: Profile, Settings, Export Strong Data.",
    signature=(_TITLE, _EXERCISE, _SET_ORDER),
    enough=2,
    layout=Layout(
        start=("Date", "Datum"),
        title=_TITLE,
        notes=("Workout Notes", "Workout-Notizen"),
        length=("Duration", "Workout Duration", "Duration (sec)", "Dauer"),
        exercise=_EXERCISE,
        status=_EXERCISE,
        why_none=why_none,
        kind=_SET_ORDER,
        kind_of=kind_of_mark,
        reps=("Reps", "Wiederh.", "Wiederholungen"),
        weights=(
            ((*weight_columns("Weight", "Gewicht"), "kg", "kgs", "lb", "lbs"), ("Weight Unit", "Gewichtseinheit")),
        ),
        distances=(
            (
                (*distance_columns("Distance", "Entfernung"), "km", "mi", "m"),
                ("Distance Unit", "Entfernungseinheit"),
            ),
        ),
        seconds=("Seconds", "Sekunden"),
        rpe=("RPE",),
        remark=("Notes", "Notizen"),
        must=frozenset({"title", "kind"}),
    ),
)

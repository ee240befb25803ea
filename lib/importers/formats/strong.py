"""Strong: one row a set, in five layouts since 2016; the unit of the weights is often left out."""

from typing import Final

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.sets import set_kind
from lib.importers.lifting.units import distance_columns, weight_columns
from lib.model.vocabulary import SetKind

# English, German, French and Portuguese.
_TITLE: Final = ("Workout Name", "Workout-Name", "Nom de l'entraînement", "Nome do treino")
_EXERCISE: Final = ("Exercise Name", "Name der Übung", "Nom de l'exercice", "Nome do exercício")
_SET_ORDER: Final = ("Set Order", "Reihenfolge festlegen", "Ordre de la série", "Ordem da série")

_REST, _NOTE = "a rest timer, not a set", "a note, not a set"
_NO_SET: Final = {
    **dict.fromkeys(("resttimer", "rest", "ruhezeit", "ruhetimer", "pausentimer", "minuteurderepos", "repos"), _REST),
    **dict.fromkeys(("tempsderepos", "descanso", "tempodedescanso", "recupero", "temporizadordedescanso"), _REST),
    **dict.fromkeys(("note", "notiz", "nota", "remarque"), _NOTE),
}


def kind_of_mark(text: str) -> SetKind | str:
    """The kind of a set, which a plain number means too, or why the row is none. CellError for an unknown mark."""
    squeezed = _squeezed(text)
    if squeezed in _NO_SET:
        return _NO_SET[squeezed]
    if squeezed.removesuffix(".0").isdecimal():
        return SetKind.WORKING
    return set_kind(text)


def why_none(exercise: str) -> str:
    """Old versions of the app write rests as an exercise."""
    return _REST if _squeezed(exercise) == "resttimer" else ""


def _squeezed(text: str) -> str:
    return text.strip().casefold().replace("_", "").replace("-", "").replace(" ", "")


importer = SetLog(
    name="strong",
    title="Strong · strong.csv",
    where="In the app: Profile, Settings, Export Strong Data.",
    signature=(_TITLE, _EXERCISE, _SET_ORDER),
    enough=2,
    layout=SetLogLayout(
        start=("Date", "Datum", "Data"),
        title=_TITLE,
        notes=("Workout Notes", "Workout-Notizen", "Notes d'entraînement", "Notas do treino"),
        length=("Duration", "Workout Duration", "Duration (sec)", "Dauer", "Durée", "Duração"),
        exercise=_EXERCISE,
        status=_EXERCISE,
        why_none=why_none,
        kind=_SET_ORDER,
        kind_of=kind_of_mark,
        resting=True,
        reps=("Reps", "Wiederh.", "Wiederholungen", "Réps"),
        weights=(
            (
                (*weight_columns("Weight", "Gewicht", "Poids", "Peso"), "kg", "kgs", "lb", "lbs"),
                ("Weight Unit", "Gewichtseinheit"),
            ),
        ),
        distances=(
            (
                (*distance_columns("Distance", "Entfernung", "Distância"), "km", "mi", "m"),
                ("Distance Unit", "Entfernungseinheit"),
            ),
        ),
        in_metres=True,
        seconds=("Seconds", "Sekunden", "Secondes", "Segundos"),
        rpe=("RPE",),
        remark=("Notes", "Notizen", "Notas"),
        must=frozenset({"title", "kind"}),
    ),
)

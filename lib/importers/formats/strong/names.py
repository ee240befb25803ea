"""What Strong calls its columns: in English, German, French and Portuguese, as files and readers of them have it.

The app writes its header in the language of the phone. Columns in a language that is not here are read by their places;
see `places`.
"""

from collections.abc import Mapping
from typing import Final

from lib.importers.lifting.units import distance_columns, weight_columns
from lib.importers.reading.table_header import normalised

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("Workout #",),
    "start": ("Date", "Datum", "Data"),
    "title": ("Workout Name", "Workout-Name", "Nom de l'entraînement", "Nome do treino"),
    "length": ("Duration", "Workout Duration", "Duration (sec)", "Dauer", "Durée", "Duração"),
    "exercise": ("Exercise Name", "Name der Übung", "Nom de l'exercice", "Nome do exercício"),
    "kind": ("Set Order", "Reihenfolge festlegen", "Ordre de la série", "Ordem da série"),
    "weight": (*weight_columns("Weight", "Gewicht", "Poids", "Peso"), "kg", "kgs", "lb", "lbs"),
    "weight unit": ("Weight Unit", "Gewichtseinheit"),
    "reps": ("Reps", "Wiederh.", "Wiederholungen", "Réps"),
    "distance": (*distance_columns("Distance", "Entfernung", "Distância"), "km", "mi", "m"),
    "distance unit": ("Distance Unit", "Entfernungseinheit"),
    "seconds": ("Seconds", "Sekunden", "Secondes", "Segundos"),
    "rpe": ("RPE",),
    "remark": ("Notes", "Notizen", "Notas"),
    "notes": ("Workout Notes", "Workout-Notizen", "Notes d'entraînement", "Notas do treino"),
}

_MEANT: Final = {normalised(name): column for column, names in NAMES.items() for name in names}


def meant_by(key: str) -> str | None:
    """Which column a normalised name stands for; None for a name that is not known."""
    return _MEANT.get(key)

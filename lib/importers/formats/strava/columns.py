"""The columns of Strava's activities.csv: their names, and whether a header is one of them.

English, German, French, Dutch, Spanish, Italian and Portuguese stand here, further languages in `languages`. Strava has
its columns at the same places in every language, and some of them twice: by that a header in another one is read.
"""

import re
from collections.abc import Mapping
from typing import Final

from lib.importers.activities.cells import Column, columns_of
from lib.importers.activities.survey import Columns, Rows
from lib.importers.base import Upload
from lib.importers.formats.strava.languages import names_of
from lib.importers.reading.table_header import Header
from lib.model.errors import UnreadableFile

_HERE: Final[Mapping[str, tuple[str, ...]]] = {
    "key": (
        "Activity ID",
        "Aktivitäts-ID",
        "ID de l'activité",
        "Activiteits-ID",
        "ID de actividad",
        "ID de la actividad",
        "ID attività",
        "ID dell'attività",
        "ID da atividade",
    ),
    "start": (
        "Activity Date",
        "Aktivitätsdatum",
        "Date de l'activité",
        "Datum van activiteit",
        "Fecha de la actividad",
        "Fecha de actividad",
        "Data dell'attività",
        "Data attività",
        "Data da atividade",
    ),
    "title": (
        "Activity Name",
        "Name der Aktivität",
        "Nom de l'activité",
        "Naam activiteit",
        "Naam van activiteit",
        "Nombre de la actividad",
        "Nombre de actividad",
        "Nome dell'attività",
        "Nome attività",
        "Nome da atividade",
    ),
    "kind": (
        "Activity Type",
        "Aktivitätsart",
        "Type d'activité",
        "Activiteitstype",
        "Tipo de actividad",
        "Tipo di attività",
        "Tipo de atividade",
    ),
    "notes": (
        "Activity Description",
        "Aktivitätsbeschreibung",
        "Description de l'activité",
        "Beschrijving van activiteit",
        "Descripción de la actividad",
        "Descripción de actividad",
        "Descrizione dell'attività",
        "Descrizione attività",
        "Descrição da atividade",
        "Activity Private Note",
        "Hinweis zur Privatsphäre für Aktivitäten",
        "Note privée sur les activités",
        "Privénotitie bij activiteit",
        "Nota privada de la actividad",
        "Nota privata sull'attività",
        "Nota privada da atividade",
    ),
    "elapsed": (
        "Elapsed Time",
        "Verstrichene Zeit",
        "Temps écoulé",
        "Verstreken tijd",
        "Tiempo transcurrido",
        "Tempo trascorso",
        "Tempo decorrido",
    ),
    "moving": (
        "Moving Time",
        "Bewegungszeit",
        "Durée de déplacement",
        "Temps de déplacement",
        "Beweegtijd",
        "Tiempo en movimiento",
        "Tempo in movimento",
        "Tempo de movimentação",
    ),
    "distance": ("Distance", "Distanz", "Afstand", "Distancia", "Distanza", "Distância"),
    "ascent": (
        "Elevation Gain",
        "Höhenzunahme",
        "Dénivelé positif",
        "Totale stijging",
        "Desnivel positivo",
        "Ganancia de elevación",
        "Aumento di quota",
        "Dislivello positivo",
        "Ganho de elevação",
    ),
    "heart_rate": (
        "Average Heart Rate",
        "Durchschnittliche Herzfrequenz",
        "Fréquence cardiaque moyenne",
        "Gemiddelde hartslag",
        "Frecuencia cardiaca media",
        "Frecuencia cardíaca media",
        "Frecuencia cardiaca promedio",
        "Frequenza cardiaca media",
        "Frequência cardíaca média",
    ),
    "heart_rate_max": (
        "Max Heart Rate",
        "Max. Heart Rate",
        "Max. Herzfrequenz",
        "Fréquence cardiaque max.",
        "Max. hartslag",
        "Frecuencia cardiaca máxima",
        "Frecuencia cardíaca máxima",
        "Frecuencia cardiaca máx.",
        "Frequenza cardiaca max",
        "Frequência cardíaca máxima",
    ),
    "cadence": (
        "Average Cadence",
        "Durchschnittliche Trittfrequenz",
        "Durchschnittliche Kadenz",
        "Cadence moyenne",
        "Gemiddelde cadans",
        "Cadencia media",
        "Cadencia promedio",
        "Cadenza media",
        "Cadência média",
    ),
    "effort": (
        "Perceived Exertion",
        "Wahrgenommene Anstrengung",
        "Gefühlte Anstrengung",
        "Effort perçu",
        "Ervaren inspanning",
        "Esfuerzo percibido",
        "Sforzo percepito",
        "Esforço percebido",
    ),
    "gear": (
        "Activity Gear",
        "Aktivitätsausrüstung",
        "Équipement de l'activité",
        "Uitrusting voor activiteit",
        "Materiaal voor activiteit",
        "Equipamiento de la actividad",
        "Attrezzatura dell'attività",
        "Equipamento da atividade",
    ),
    "competition": ("Competition", "Wettkampf", "Compétition", "Wedstrijd", "Competición", "Gara", "Competição"),
    "long_run": ("Long Run", "Langer Lauf", "Sortie longue", "Duurloop", "Tirada larga", "Corsa lunga", "Longão"),
}
_NAMES: Final = {ours: (*names, *names_of(ours)) for ours, names in _HERE.items()}
_OLD_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "key": ("id",),
    "start": ("date",),
    "title": ("name",),
    "kind": ("type",),
    "notes": ("description",),
    "elapsed": ("elapsed_time",),
    "distance": ("distance",),
}
# Places in every language since 2020, of all that is read but the newest columns.
_PLACES: Final[Mapping[str, tuple[int, ...]]] = {
    "key": (0,),
    "start": (1,),
    "title": (2,),
    "kind": (3,),
    "notes": (4, 10),
    "elapsed": (5, 15),
    "moving": (16,),
    "distance": (6, 17),
    "ascent": (20,),
    "heart_rate": (31,),
    "heart_rate_max": (7, 30),
    "cadence": (29,),
    "effort": (43,),
    "gear": (11,),
}
# Columns of one name: elapsed time, distance, maximal heart rate, relative effort.
_TWICE: Final = ((5, 15), (6, 17), (7, 30), (8, 37))
_LEAST_COLUMNS: Final = 44
_FILE_NAME: Final = re.compile(rb"[,;\t\"]activities/\d+\.(?:fit|tcx|gpx)\b")
_FIRST_ID: Final = re.compile(rb"[\r\n]\"?\d{7,20}\"?[,;\t]")


def is_old(header: Header) -> bool:
    """The ten columns of before July 2019, whose distance is in metres."""
    there = [header.has(*aliases) for aliases in _OLD_NAMES.values()]
    return header.has("elapsed_time") and sum(there) >= len(there) - 1 and not header.has("start_date_local")


def is_new(header: Header) -> bool:
    """At least three of the columns id, date, name and type, in one of the languages we know."""
    return sum(header.has(*_NAMES[name]) for name in ("key", "start", "title", "kind")) >= 3


def is_in_place(header: Header) -> bool:
    """Whether the columns that Strava has twice are where it has them, whatever they are called."""
    keys = header.keys
    return len(keys) >= _LEAST_COLUMNS and all(keys[first] and keys[first] == keys[second] for first, second in _TWICE)


def is_foreign(header: Header, upload: Upload) -> bool:
    """Strava's rows under a header in another language."""
    if is_in_place(header) and _FIRST_ID.search(upload.head):
        return True
    rows_fit = _FILE_NAME.search(upload.head) and _FIRST_ID.search(upload.head)
    return bool(rows_fit) and len(header.names) >= 10


def columns_in(table: Rows) -> Columns:
    """Every column that is read, by our name for it. UnreadableFile where one is missing that no activity can spare."""
    old = is_old(table.header)
    names = _OLD_NAMES if old else _NAMES
    if not old and is_in_place(table.header):
        return _by_names_or_places(table.header)
    if not old and not is_new(table.header):
        raise UnreadableFile(
            "This is Strava's list of activities in a language that is not known here; set Strava to English, export"
            f" again. Columns found: {', '.join(filter(None, table.header.names))[:300]}.",
            line=table.header.line,
        )
    for name in ("key", "start", "kind", "distance"):
        table.require(*names[name], column=names[name][0])
    table.require(*names["elapsed"], *names.get("moving", ()), column=names["elapsed"][0])
    return _whole({name: columns_of(table.header, names.get(name, ())) for name in _NAMES})


def _by_names_or_places(header: Header) -> Columns:
    named = {name: columns_of(header, names) for name, names in _NAMES.items()}
    return _whole({name: several or _by_place(header, name) for name, several in named.items()})


def _by_place(header: Header, ours: str) -> list[Column]:
    return [Column(at, header.names[at]) for at in _PLACES.get(ours, ())]


def _whole(columns: Columns) -> Columns:
    return {**columns, **{name: columns[name][:1] for name in ("key", "start")}, "clock": [], "end": []}

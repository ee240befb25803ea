"""The columns of Garmin Connect's Activities.csv: their names in many languages and in the layouts since 2012.

English, German, French, Spanish, Polish, Danish, Italian, Portuguese, Dutch, Swedish and Hungarian stand here, further
languages in `languages`. In yet another one, and where a name is not known, the places of the first columns tell.
"""

import re
from collections.abc import Mapping
from typing import Final

from lib.importers.activities.cells import Column, columns_of
from lib.importers.activities.survey import Columns, Rows
from lib.importers.base import Upload
from lib.importers.formats.garmin.languages import names_of
from lib.importers.reading.table_header import Header
from lib.model.errors import UnreadableFile

# Older names after the present ones.
_HERE: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": (
        "Activity Type",
        "Aktivitätstyp",
        "Type d'activité",
        "Tipo de actividad",
        "Typ aktywności",
        "Aktivitetstype",
        "Tipo di attività",
        "Tipo attività",
        "Tipo de atividade",
        "Activiteitstype",
        "Activiteittype",
        "Type activiteit",
        "Aktivitetstyp",
        "Tevékenység típusa",
    ),
    "start": ("Date", "Datum", "Fecha", "Data", "Dato", "Start", "Dátum"),
    "title": ("Title", "Titel", "Titre", "Título", "Tytuł", "Titolo", "Aktivitätsname", "Namn", "Cím"),
    "distance": (
        "Distance",
        "Distanz",
        "Distancia",
        "Dystans",
        "Distanza",
        "Distância",
        "Afstand",
        "Distans",
        "Távolság",
    ),
    "moving": (
        "Time",
        "Zeit",
        "Durée",
        "Temps",
        "Tiempo",
        "Czas",
        "Tid",
        "Tempo",
        "Ora",
        "Tijd",
        "Activity Time",
        "Idő",
    ),
    "in_motion": (
        "Moving Time",
        "Zeit in Bewegung",
        "Temps de déplacement",
        "Tiempo en movimiento",
        "Czas ruchu",
        "Tid i bevægelse",
        "Tempo in movimento",
        "Tempo em movimento",
        "Beweegtijd",
        "Färdtid",
        "Menetidő",
        "移動時間",
        "移动时间",
    ),
    "elapsed": (
        "Elapsed Time",
        "Verstrichene Zeit",
        "Temps écoulé",
        "Tiempo transcurrido",
        "Upłynęło czasu",
        "Czas, który upłynął",
        "Forløbet tid",
        "Tempo trascorso",
        "Tempo decorrido",
        "Verstreken tijd",
        "Total tid",
        "Eltelt idő",
    ),
    "heart_rate": (
        "Avg HR",
        "Average HR",
        "Ø Herzfrequenz",
        "Durchschnittliche Herzfrequenz",
        "Ø HF",
        "Fréquence cardiaque moyenne",
        "FC moyenne",
        "Frecuencia cardiaca media",
        "Frecuencia cardíaca media",
        "FC media",
        "Średnie tętno",
        "Gennemsnitlig puls",
        "Gns. puls",
        "Frequenza cardiaca media",
        "FC média",
        "Frequência cardíaca média",
        "Gemiddelde hartslag",
        "Gem. hartslag",
        "Gem. HS",
        "Medelpuls",
        "Átlagos pulzusszám",
    ),
    "heart_rate_max": (
        "Max HR",
        "Maximale Herzfrequenz",
        "Max. Herzfrequenz",
        "Max. HF",
        "Fréquence cardiaque maximale",
        "FC maximale",
        "FC máxima",
        "Frecuencia cardiaca máxima",
        "Maksymalne tętno",
        "Maks. puls",
        "Maksimal puls",
        "Frequenza cardiaca massima",
        "Frequenza cardiaca max",
        "FC Max",
        "FC máx.",
        "Frequência cardíaca máxima",
        "Maximale hartslag",
        "Max. hartslag",
        "Max. HS",
        "Maxpuls",
        "Max. pulzus",
    ),
    "cadence": (
        "Avg Run Cadence",
        "Ø Schrittfrequenz (Laufen)",
        "Durchschnittliche Schrittfrequenz (Laufen)",
        "Cadence de course moyenne",
        "Cadence de course à pied moyenne",
        "Cadencia de carrera media",
        "Średni rytm biegu",
        "Gennemsnit kadence løb",
        "Gennemsnitlig løbekadence",
        "Gennemsnitlig kadence (løb)",
        "Cadenza di corsa media",
        "Cadenza media di corsa",
        "Cadenza di corsa medi",
        "Cadência de corrida média",
        "Cadência média de corrida",
        "Gemiddelde loopcadans",
        "Gem. loopcadans",
        "Gemiddelde hardloopcadans",
        "Gem. hardloopcadans",
        "Medellöpkadens",
        "Átl. pedálütem",
    ),
    "stride": (
        "Avg Stride Length",
        "Ø Schrittlänge",
        "Durchschnittliche Schrittlänge",
        "Longueur moyenne des foulées",
        "Longueur moyenne de foulée",
        "Longitud media de zancada",
        "Średnia długość kroku",
        "Gennemsnitlig skridtlængde",
        "Lunghezza media passo",
        "Lunghezza media del passo",
        "Lunghezza passo media",
        "Lunghezza media della falcata",
        "Comprimento médio da passada",
        "Comprimento médio de passada",
        "Gemiddelde staplengte",
        "Gem. staplengte",
        "Gemiddelde paslengte",
        "Medelsteglängd",
        "Átlagos lépéshossz",
    ),
    "ascent": (
        "Total Ascent",
        "Elev Gain",
        "Elevation Gain",
        "Anstieg gesamt",
        "Positiver Höhenunterschied",
        "Ascension totale",
        "Gain d'altitude",
        "Ascenso total",
        "Całkowity wznios",
        "Højdeforøgelse",
        "Samlet stigning",
        "Ascesa totale",
        "Salita totale",
        "Dislivello positivo",
        "Subida total",
        "Ascensão total",
        "Ganho de elevação",
        "Totale stijging",
        "Total stigning",
        "Teljes emelkedés",
    ),
}
_NAMES: Final = {ours: (*names, *names_of(ours)) for ours, names in _HERE.items()}
# What Garmin does not write.
_MISSING: Final[dict[str, list[Column]]] = {name: [] for name in ("key", "clock", "end", "notes", "effort")}
_FAVOURITE: Final = (
    "Favorite",
    "Favorit",
    "Favori",
    "Favorito",
    "Ulubiony",
    "Preferito",
    "Favoriet",
    "Kedvenc",
    *names_of("favourite"),
)
_CALORIES: Final = (
    "Calories",
    "Kalorien",
    "Calorías",
    "Kalorie",
    "Kalorier",
    "Calorie",
    "Calorias",
    "Calorieën",
    "Kalóriaszám",
    *names_of("calories"),
)
_PACE: Final = (
    "Avg Pace",
    "Ø Pace",
    "Allure moyenne",
    "Ritmo medio",
    "Średnie tempo",
    "Gennemsnitstempo",
    "Passo medio",
    "Ritmo médio",
    "Gemiddeld tempo",
    "Medeltempo",
    "Átlagos tempó",
    *names_of("pace"),
)
# Where the export of the list has its first columns, in every language.
_PLACES: Final = {"kind": 0, "start": 1, "title": 3, "distance": 4, "moving": 6, "heart_rate": 7, "heart_rate_max": 8}
_LEAST_COLUMNS: Final = 9
# A kind, a date, whether it is a favourite, and a quoted title: so begins a row of Garmin's in every language.
_ROW: Final = re.compile(
    rb'[\r\n]"?[^,\r\n"]{1,80}"?,"?20\d\d-\d\d-\d\d \d\d:\d\d:\d\d"?,"?(?:true|false)"?,"', re.IGNORECASE
)
# Tables that people make from Garmin's own data: other units, other columns.
_RAW_TABLES: Final = ("startTimeLocal", "Activity Date/Time")


def is_raw(header: Header) -> bool:
    """A table made from Garmin's account data or its programming interface, not by the export button."""
    return header.has(*_RAW_TABLES) and header.has("Activity Type", "activityType")


def is_garmin(header: Header) -> bool:
    """The export of the activity list, also when one of its columns was deleted."""
    words = [*(_NAMES[name] for name in ("kind", "start", "title", "distance", "moving", "heart_rate"))]
    there = sum(header.has(*names) for names in (*words, _FAVOURITE, _CALORIES, _PACE))
    return there >= 5 and header.has(*_NAMES["kind"], *_NAMES["title"]) and header.has(*_NAMES["start"], *_FAVOURITE)


def is_foreign(header: Header, upload: Upload) -> bool:
    """Garmin's rows under a header in a language that is not known here."""
    return len(header.names) >= _LEAST_COLUMNS and bool(_ROW.search(upload.head)) and _first_in_place(header)


def columns_in(table: Rows) -> Columns:
    """Every column that is read, by our name for it. UnreadableFile where type, date or time is missing."""
    if is_raw(table.header):
        raise UnreadableFile(
            "This table was made from Garmin's account data; export the list of activities with “Export CSV” instead.",
            line=table.header.line,
        )
    columns = {name: columns_of(table.header, aliases) for name, aliases in _NAMES.items()}
    columns = {name: several or _by_place(table.header, name) for name, several in columns.items()}
    for name in ("kind", "start", "distance", "moving"):
        if not columns[name]:
            table.require(*_NAMES[name], column=_NAMES[name][0])
    return (
        columns
        | _MISSING
        | {"pace": columns_of(table.header, _PACE)}
        | {name: columns[name][:1] for name in ("start", "moving")}
    )


def _by_place(header: Header, ours: str) -> list[Column]:
    """The column at its usual place, where its name is not known and nothing speaks against it."""
    at = _PLACES.get(ours)
    if at is None or len(header.names) < _LEAST_COLUMNS or not _first_in_place(header):
        return []
    known = {
        position for names in (*_NAMES.values(), _FAVOURITE, _CALORIES, _PACE) for position in header.positions(*names)
    }
    return [] if at in known else [Column(at, header.names[at])]


def _first_in_place(header: Header) -> bool:
    """Whether no column of a known name stands elsewhere than where Garmin has it."""
    found = ((header.positions(*_NAMES[ours]), at) for ours, at in _PLACES.items())
    return all(not positions or at in positions for positions, at in found)

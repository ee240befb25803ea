"""The columns of Garmin Connect's Activities.csv: their names in eleven languages and in the layouts since 2012."""

from collections.abc import Mapping
from typing import Final

from lib.importers.activities.cells import Column, columns_of
from lib.importers.activities.survey import Columns, Rows
from lib.importers.reading.table_header import Header
from lib.model.errors import UnreadableFile

# English, German, French, Spanish, Polish, Danish, Italian, Portuguese, Dutch, Swedish, Hungarian; older names after the
# present ones.
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
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
# What Garmin does not write.
_MISSING: Final[dict[str, list[Column]]] = {name: [] for name in ("key", "clock", "end", "notes", "effort")}
_FAVOURITE: Final = ("Favorite", "Favorit", "Favori", "Favorito", "Ulubiony", "Preferito", "Favoriet", "Kedvenc")
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


def columns_in(table: Rows) -> Columns:
    """Every column that is read, by our name for it. UnreadableFile where type, date or time is missing."""
    if is_raw(table.header):
        raise UnreadableFile(
            "This table was made from Garmin's account data; export the list of activities with “Export CSV” instead.",
            line=table.header.line,
        )
    for name in ("kind", "start", "distance", "moving"):
        table.require(*_NAMES[name], column=_NAMES[name][0])
    columns = {name: columns_of(table.header, aliases) for name, aliases in _NAMES.items()}
    return (
        columns
        | _MISSING
        | {"pace": columns_of(table.header, _PACE)}
        | {name: columns[name][:1] for name in ("start", "moving")}
    )

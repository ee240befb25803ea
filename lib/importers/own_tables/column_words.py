"""What the names of the columns of an unknown table suggest. Only ever a proposal: a person confirms each one."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from lib.importers.own_tables.column_mapping import FIELDS, LengthUnit, RowIs, Units
from lib.model.vocabulary import DistanceUnit, WeightUnit

# English, German, French, Dutch, Spanish, Italian, Portuguese, Danish and Polish; compared without case and accents.
# A word of an earlier field counts before the same word of a later one.
_WORDS: Final[Mapping[RowIs, Mapping[str, str]]] = {
    RowIs.RUN: {
        "date": "date, day, when, datum, tag, jour, dag, dato, fecha, dia, data, giorno, dzien",
        "distance": """distance, dist, length, distanz, strecke, entfernung, afstand, distancia, distanza, dystans
            kilometres, kilometers, kilometer, kms, km, miles, mile, mi, meilen, metres, meters, meter""",
        "elapsed": "elapsed time, elapsed, total time, gesamtzeit, gesamtdauer, temps total, tempo totale, tempo total",
        "clock": """start time, time of day, start, clock, started, uhrzeit, startzeit, beginn, heure, starttijd
            begintijd, hora, ora, starttid, klokkeslaet, godzina""",
        "duration": """duration, moving time, time, run time, minutes, mins, min, dauer, zeit, laufzeit, minuten, duree
            temps, duur, tijd, duracion, tiempo, durata, tempo, duracao, varighed, tid, czas, czas trwania""",
        "kind": """sport, type, activity, activity type, kind, discipline, sportart, art, aktivitat, activite, activiteit
            actividad, deporte, attivita, atividade, esporte, aktivitet, aktywnosc""",
        "title": "title, name, run, workout, route, titel, lauf, titre, nom, naam, titulo, nombre, titolo, nome, navn",
        "notes": """notes, note, comment, comments, remarks, remark, bemerkung, bemerkungen, notiz, notizen, kommentar
            remarques, commentaire, opmerking, opmerkingen, notas, comentario, commenti, uwagi, notatki""",
        "ascent": """ascent, elevation, elevation gain, climb, gain, hohenmeter, hm, aufstieg, denivele, d+
            hoogtemeters, desnivel, dislivello, subida, hojdemeter, przewyzszenie""",
        "heart_rate": """heart rate, average heart rate, avg heart rate, avg hr, average hr, hr, bpm, puls, herzfrequenz
            hf, o puls, fc, fc moyenne, hartslag, frecuencia cardiaca, pulso, frequenza cardiaca, tetno""",
        "heart_rate_max": "max heart rate, maximum heart rate, max hr, hr max, maxpuls, max puls, hfmax, fc max",
        "cadence": "cadence, avg cadence, spm, steps per minute, schrittfrequenz, kadenz, cadans, cadencia, cadenza",
        "rpe": "rpe, effort, perceived exertion, exertion, anstrengung, belastung, esfuerzo, sforzo, esforco, indsats",
        "key": "id, activity id, key",
    },
    RowIs.SET: {
        "date": "date, day, when, datum, tag, jour, dag, dato, fecha, dia, data, giorno, dzien",
        "exercise": """exercise, exercise name, lift, movement, ubung, exercice, oefening, ejercicio, esercizio
            exercicio, ovelse, cwiczenie""",
        "sets": "sets, set count, number of sets, satze, series, serie, saet, serier",
        "reps": """reps, rep, repetitions, wiederholungen, wdh, repetitionen, rep., herhalingen, repeticiones
            ripetizioni, repeticoes, gentagelser, powtorzenia""",
        "load": """weight, load, kg, kgs, lb, lbs, pounds, kilograms, gewicht, last, poids, charge, peso, carga, carico
            vaegt, ciezar""",
        "clock": "start time, time of day, start, clock, uhrzeit, startzeit, beginn, heure, hora, ora, godzina",
        "title": "session, workout, workout name, routine, training, einheit, seance, sessie, sesion, sessione, sessao",
        "duration": """duration, seconds, secs, sec, time, hold, dauer, zeit, sekunden, duree, temps, duur, tijd
            duracion, tiempo, durata, tempo, duracao, varighed, tid, czas""",
        "distance": "distance, dist, distanz, strecke, afstand, distancia, distanza, metres, meters, m",
        "rpe": "rpe, effort, exertion",
        "reserve": "rir, reps in reserve, reserve",
        "warm_up": "warm-up, warmup, warm up, set type, kind, aufwarmen, aufwarmsatz, echauffement",
        "remark": "notes, note, comment, comments, remarks, bemerkung, notiz, notizen, kommentar, opmerking, notas",
        "notes": "session notes, workout notes",
        "body_mass": "bodyweight, body weight, body mass, korpergewicht, poids du corps, lichaamsgewicht, peso corporal",
    },
}
_UNIT: Final = re.compile(r"[(\[]?\b(km|kms|mi|miles|m|ft|kg|kgs|lb|lbs|h|hrs|min|mins|s|sec)\.?[)\]]?$")
_DISTANCES: Final = {"km": "km", "kms": "km", "kilometer": "km", "kilometers": "km", "kilometres": "km"} | {
    "mi": "mi", "mile": "mi", "miles": "mi", "meilen": "mi", "m": "m", "meter": "m", "meters": "m", "metres": "m",
}  # fmt: skip
_POUNDS: Final = frozenset({"lb", "lbs", "pounds"})
_KILOGRAMS: Final = frozenset({"kg", "kgs", "kilograms"})
_LENGTHS: Final = {
    "min": LengthUnit.MINUTES, "mins": LengthUnit.MINUTES, "minutes": LengthUnit.MINUTES,
    "minuten": LengthUnit.MINUTES, "h": LengthUnit.HOURS, "hrs": LengthUnit.HOURS, "s": LengthUnit.SECONDS,
    "sec": LengthUnit.SECONDS, "secs": LengthUnit.SECONDS, "seconds": LengthUnit.SECONDS,
    "sekunden": LengthUnit.SECONDS,
}  # fmt: skip


def guess_row(names: Sequence[str]) -> RowIs:
    """What a row seems to be: a set where there is a column for the exercise, or for repetitions and a load."""
    found = guess_columns(names, RowIs.SET)
    return RowIs.SET if "exercise" in found or {"reps", "load"} <= found.keys() else RowIs.RUN


def guess_columns(names: Sequence[str], row_is: RowIs) -> dict[str, int]:
    """Our name for a column → the position of the first one whose name says so."""
    keys = [_split(name) for name in names]
    found: dict[str, int] = {}
    for field in FIELDS[row_is]:
        places = (at for at, key in enumerate(keys) if at not in found.values() and _means(key, field, row_is))
        if (at := next(places, None)) is not None:
            found[field] = at
    return found


def guess_units(
    names: Sequence[str],
    texts: Sequence[Sequence[str]],
    columns: Mapping[str, int],
    row_is: RowIs,
    usual: tuple[DistanceUnit, WeightUnit],
) -> Units:
    """Units by the names of the columns, else the person's usual ones.

    texts: some cells of each column. usual: what the person uses elsewhere.
    """

    def unit(field: str) -> str:
        return _unit_of(names[columns[field]]) if field in columns else ""

    distance = _DISTANCES.get(unit("distance"), str(usual[0]) if row_is is RowIs.RUN else "m")
    load = WeightUnit.POUND if unit("load") in _POUNDS else WeightUnit.KG if unit("load") in _KILOGRAMS else usual[1]
    clocks = "duration" in columns and any(":" in text for text in texts[columns["duration"]])
    plain = LengthUnit.MINUTES if row_is is RowIs.RUN else LengthUnit.SECONDS
    length = LengthUnit.CLOCK if clocks else _LENGTHS.get(unit("duration"), plain)
    return Units(distance, length, load, "ft" if unit("ascent") == "ft" else "m")


def _means(key: tuple[str, str], field: str, row_is: RowIs) -> bool:
    whole, base = key
    words = _words()[row_is][field]
    return whole in words or base in words


def _unit_of(name: str) -> str:
    """The unit in a name such as "Distance (km)", or the whole name where that is a unit."""
    folded = _folded(name)
    found = _UNIT.search(folded)
    return found[1] if found else folded


def _split(name: str) -> tuple[str, str]:
    """A name, and the same without its unit."""
    folded = _folded(name)
    found = _UNIT.search(folded)
    return folded, folded[: found.start()].strip(" ,") if found else folded


def _folded(name: str) -> str:
    """Without case and accents; signs that join words are blanks."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("æ", "ae").replace("ł", "l"))
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(plain.replace("_", " ").replace("ø", "o").split())


@cache
def _words() -> Mapping[RowIs, Mapping[str, frozenset[str]]]:
    return {
        row_is: {field: frozenset(_listed(text)) for field, text in fields.items()} for row_is, fields in _WORDS.items()
    }


def _listed(text: str) -> list[str]:
    return [_folded(word) for line in text.splitlines() for word in line.split(",") if word.strip()]

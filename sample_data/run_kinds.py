"""How Jona's runs go and what they are called: kinds of run, races, special days, titles, remarks. All invented."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sample_data.season import HALF_MARATHON, MARATHON


@dataclass(frozen=True, slots=True)
class RunKind:
    """How a kind of run goes. pace: s/km against an easy run; bpm, top_bpm: heart rates; climb: m/km; rpe: 0-10."""

    pace: float
    bpm: int
    top_bpm: int
    cadence: float
    climb: float
    rpe: int


RUN_KINDS: Final = {
    "easy": RunKind(0, 141, 154, 166, 7, 3),
    "long": RunKind(6, 146, 162, 166, 9, 5),
    "tempo": RunKind(-32, 161, 175, 172, 5, 7),
    "intervals": RunKind(-22, 158, 182, 173, 3, 8),
    "trail": RunKind(48, 149, 170, 162, 28, 5),
}


@dataclass(frozen=True, slots=True)
class Race:
    """A race as the watch showed it, a little longer than its course. pace: s/km; bpm, top_bpm: heart rates."""

    title: str
    distance_m: float
    pace: int
    bpm: int
    top_bpm: int
    rpe: int
    notes: str


RACES: Final = {
    HALF_MARATHON: Race(
        "Birkental Half Marathon",
        21_240,
        299,
        171,
        184,
        9,
        'Even splits to 18, then "hold on".\n\nThanks, Mia, for the gels!',
    ),
    MARATHON: Race(
        "Sandholm Marathon",
        42_480,
        321,
        163,
        179,
        10,
        "Calm start, 32 km of patience, 10 km of work. Done, happy, sore.",
    ),
}
# Ice on the paths; a run that began after midnight, so that its UTC date is the day before.
INDOORS: Final = (date(2026, 1, 6), date(2026, 1, 27), date(2025, 12, 9))
AFTER_MIDNIGHT: Final = {date(2026, 6, 20): date(2026, 6, 21)}
HILLS: Final = {date(2026, 3, 11), date(2026, 5, 26), date(2026, 8, 11), date(2026, 11, 11)}

INTERVALS: Final = ("6 × 800 m", "5 × 1000 m", "10 × 400 m", "4 × 1200 m", "8 × 600 m")
TEMPOS: Final = ("Tempo 3 × 10 min", "Threshold 2 × 15 min", "Tempo 20 min", "Fartlek by feel", "Tempo 25 min")
LONG_ONES: Final = (
    "Long run",
    "The long one",
    "Long run with Mia",
    "Läuferrunde um den Mühlsee",
    "Long & slow",
    "Long run 🍂",
)
OFF_DAY: Final = (
    "Heavy legs, cut it short.",
    'Slept badly. The plan said "easy", the legs said no.',
    "Headwind all the way back,\nno rhythm at all.",
)
REMARKS: Final = (
    "With Mia and Ben, talked all the way.",
    "New route: bridge, lake, back through the allotments.",
    "Warm-up 2 km, then the work, cool-down 2 km.",
    "Rain. More rain.\nFun, though.",
)

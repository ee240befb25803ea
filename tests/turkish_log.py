"""An invented Turkish log of a gym with words of its own: 74 names, most in words that no table has."""

from collections.abc import Mapping
from typing import Final

# What the person of this log would say a word means.
MEANS: Final[Mapping[str, str]] = {
    "Tokmak": "dumbbell",
    "Sırık": "barbell",
    "Tel": "cable",
    "Gülle": "kettlebell",
    "Uzay": "smith machine",
    "Bükücü": "curl",
    "Yaslanma": "bench press",
    "Tırmık": "row",
    "Kanat": "lateral raise",
    "Salınım": "swing",
    "Dalış": "dip",
}
_BY_EQUIPMENT: Final = {
    "Tokmak": (
        "Squat, Lunge, Bench Press, Shoulder Press, Omuz Silkme, Romen Deadlift, Hamle, Eğimli Bench Press, Bulgar Squat, "
        "Step Up, Bükücü, Yaslanma, Tırmık, Kanat, Oturarak Bükücü, Oturarak Omuz Presi, Çekiç Bükücü, Arnold Pres, Fly, "
        "Pullover, Geri Tepme"
    ),
    "Sırık": (
        "Squat, Deadlift, Bench Press, Ön Squat, Romen Deadlift, Hip Thrust, Omuz Silkme, Bükücü, Yaslanma, Tırmık, "
        "Eğimli Yaslanma, Good Morning, Sumo Deadlift, Lunge, Kalça Köprüsü, Askeri Pres, Dik Kürek"
    ),
    "Tel": (
        "Crunch, Bükücü, Tırmık, Kanat, Triceps Pushdown, Yüz Çekişi, Fly, Kalça Abdüksiyonu, Kickback, Oturarak Tırmık, "
        "Lat Pulldown"
    ),
    "Gülle": "Salınım, Squat, Deadlift, Lunge, Clean, Tırmık, Goblet Squat, Windmill",
    "Uzay": "Squat, Bench Press, Lunge, Yaslanma, Tırmık, Hip Thrust, Shoulder Press, Split Squat",
}
_KNOWN: Final = ("Barfiks", "Şınav", "Leg Press", "Leg Curl", "Plank")
_NEVER_EXPLAINED: Final = ("Fırfır", "Zıpzıp Cambaz", "Gıcır")

NAMES: Final = (
    *(f"{name} ({equipment})" for equipment, names in _BY_EQUIPMENT.items() for name in names.split(", ")),
    "Paralel Dalış",
    *_KNOWN,
    *_NEVER_EXPLAINED,
)
SETS: Final = {name: 4 if name in _NEVER_EXPLAINED else 4 + number * 7 % 23 for number, name in enumerate(NAMES)}
_HEAD: Final = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,"
    "set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe"
)


def turkish_log() -> str:
    """The log as a file of Hevy: one name a day."""
    rows = [_row(day, name, number) for day, name in enumerate(NAMES) for number in range(SETS[name])]
    return "\n".join((_HEAD, *rows)) + "\n"


def _row(day: int, name: str, number: int) -> str:
    when = f"{1 + day % 28} {('Oca', 'Şub', 'Mar')[day // 28]} 2026"
    return f'Antrenman,"{when}, 18:00","{when}, 19:00",,{name},,,{number},normal,20,8,,,'

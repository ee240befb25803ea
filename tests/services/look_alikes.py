"""Small invented exports in the layouts of Strava, Hevy and Strong."""

from lib.importers.base import Upload
from lib.model.athlete import Answers

BERLIN = Answers(time_zone="Europe/Berlin")

STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Elapsed Time,Moving Time,Distance"
)
HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
STRONG_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)


def strava_run(day: int, *, name: str = "Easy run", metres: str = "8000.0", date: str = "") -> str:
    """A run of Strava's list on a day of May 2026."""
    moment = date or f"May {day}, 2026, 6:00:00 AM"
    return f'900000{day:04d},"{moment}",{name},Run,,2400,8.00,2400.0,2380.0,{metres}'


def strava(*rows: str) -> Upload:
    return _table("activities.csv", STRAVA_HEADER, rows)


def hevy_set(day: int, *, index: int = 0, reps: int = 8, load: str = "60", exercise: str = "Squat (Barbell)") -> str:
    """A set of a Hevy log on a day of May 2026."""
    times = f'"{day} May 2026, 18:00","{day} May 2026, 19:00"'
    return f'"Legs",{times},"","{exercise}",,"",{index},"normal",{load},{reps},,,'


def hevy(*rows: str, header: str = HEVY_HEADER) -> Upload:
    return _table("workouts.csv", header, rows)


def strong(day: int = 1) -> Upload:
    """A Strong log of the generation that does not say its unit."""
    row = f'2026-05-{day:02d} 18:00:00,"Legs",1h 5m,"Squat (Barbell)",1,60.0,8,0,0,"","",'
    return _table("strong.csv", STRONG_HEADER, [row])


def _table(name: str, header: str, rows: "tuple[str, ...] | list[str]") -> Upload:
    return Upload(name, ("\n".join([header, *rows]) + "\n").encode())

"""Invented records for the tests of the store."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from lib.model.clock import in_zone
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import LoadMode, Precision, SetKind, Side, Sport, TimeBasis, WeightUnit

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def wall_clock(day: int, hour: int = 18) -> Start:
    local = datetime(2026, 3, 1, hour) + timedelta(days=day)
    return Start(raw=f"{local}", basis=TimeBasis.WALL_CLOCK, local=local, precision=Precision.MINUTE)


def utc(moment: datetime, zone: ZoneInfo = BERLIN) -> Start:
    return in_zone(Start(raw=f"{moment}Z", basis=TimeBasis.UTC, utc=moment), zone)


def run(key: str = "r1", day: int = 0, **values) -> Activity:
    return Activity(**{"source_key": key, "sport": Sport.RUN, "start": wall_clock(day, 7), "line": 2, **values})


def squat(reps: int | None = 5, load_kg: float | None = 100.0, **values) -> LiftingSet:
    return LiftingSet(
        **{
            "exercise_name": "Squat (Barbell)",
            "reps": reps,
            "load_kg": load_kg,
            "load_value": load_kg,
            "load_unit": WeightUnit.KG,
            **values,
        }
    )


def hold(seconds: float = 40.0) -> LiftingSet:
    return LiftingSet("Side Plank", SetKind.WORKING, duration_s=seconds, load_mode=LoadMode.BODYWEIGHT, side=Side.LEFT)


def session(key: str = "s1", day: int = 0, sets: tuple[LiftingSet, ...] = (squat(), squat(4)), **values) -> Session:
    return Session(**{"source_key": key, "start": wall_clock(day), "sets": sets, "line": 2, "title": "Legs", **values})

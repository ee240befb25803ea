"""Hevy: one row a set, newest session first; the header names kilograms or pounds and kilometres or miles."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.sets import set_kind

importer = SetLog(
    name="hevy",
    title="Hevy · workouts.csv",
    where="In the app: Profile, Settings, Export & Import Data, Export Workouts.",
    # The measurements and the tables made from Hevy's API have fewer of these.
    signature=("title", "start_time", "exercise_title", "set_index"),
    enough=3,
    foreign=("workout_id", "workout_title"),
    layout=SetLogLayout(
        start=("start_time",),
        title=("title",),
        notes=("description",),
        end=("end_time",),
        exercise=("exercise_title",),
        kind=("set_type",),
        kind_of=set_kind,
        reps=("reps",),
        weights=((("weight_kg",), ()), (("weight_lbs", "weight_lb"), ())),
        distances=((("distance_km",), ()), (("distance_miles", "distance_mi"), ())),
        seconds=("duration_seconds",),
        rpe=("rpe",),
        remark=("exercise_notes",),
        superset=("superset_id",),
        must=frozenset({"title", "kind"}),
    ),
)

"""Fitbod: one row a set, all sets of a session with its start in UTC, weights always in the unit of the header.

The column `multiplier` (2.0 for two dumbbells, 0.0 for the body alone) is not used: loads stay as logged (SCIENCE 1.8).
Runs and rides that Fitbod took over from Apple Health stay sets without repetitions; the run itself comes from its
own source.
"""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.sessions import utc_start
from lib.importers.lifting.set_log import SetLog

importer = SetLog(
    name="fitbod",
    title="Fitbod · WorkoutExport.csv",
    where="In the app: Log, Settings, Export Workout Data.",
    signature=("Exercise", "Duration(s)", "isWarmup"),
    layout=SetLogLayout(
        start=("Date",),
        exercise=("Exercise",),
        reps=("Reps",),
        weights=((("Weight(kg)", "Weight(lbs)", "Weight(lb)"), ()),),
        distances=((("Distance(m)",), ()),),
        seconds=("Duration(s)",),
        remark=("Note",),
        kind=("isWarmup",),
        start_of=utc_start,
    ),
)

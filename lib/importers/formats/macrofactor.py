"""MacroFactor Workouts: one row a set with its day, the unit in the header. Known from readers' code, not from a file."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.sets import set_kind
from lib.importers.lifting.units import distance_columns, weight_columns

importer = SetLog(
    name="macrofactor",
    title="MacroFactor Workouts · exercise log",
    where="In the app: More, Data Management, Export Data, workouts.",
    signature=("Date", "Workout", "Exercise", "Set Type"),
    foreign=("Unit", "Set"),
    seen=False,
    layout=SetLogLayout(
        start=("Date",),
        title=("Workout",),
        length=("Workout Duration",),
        exercise=("Exercise",),
        reps=("Reps",),
        weights=((weight_columns("Weight"), ()),),
        distances=((distance_columns("Distance"), ()),),
        seconds=("Duration", "Duration (s)", "Time"),
        rpe=("RPE",),
        reserve=("RIR",),
        remark=("Notes",),
        kind=("Set Type",),
        kind_of=set_kind,
    ),
)

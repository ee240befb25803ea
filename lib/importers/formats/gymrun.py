"""GymRun: one row a set with the time of each set; weights and distances without a unit."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog

importer = SetLog(
    name="gymrun",
    title="GymRun · CSV (Entries)",
    where="In the app: More, Backup, Export, CSV (Entries).",
    signature=("Date", "Time", "Routine", "Exercise", "Set"),
    layout=SetLogLayout(
        start=("Date",),
        set_time=("Time",),
        title=("Routine",),
        exercise=("Exercise",),
        reps=("Reps",),
        weights=((("Weight",), ()),),
        distances=((("Distance",), ()),),
        in_metres=True,
        seconds=("Duration",),
        remark=("Note",),
    ),
)

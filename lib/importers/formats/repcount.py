"""RepCount: one row a set; weights and distances without a unit. Known from descriptions, not from a file."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog

importer = SetLog(
    name="repcount",
    title="RepCount · CSV export",
    where="In the app: Profile, Settings, Export data.",
    signature=("Workout Start", "Exercise"),
    seen=False,
    layout=SetLogLayout(
        start=("Workout Start",),
        title=("Name",),
        end=("Workout End",),
        exercise=("Exercise",),
        reps=("Reps",),
        weights=((("Weight", "Weight (kg)", "Weight (lb)", "Weight (lbs)"), ()),),
        distances=((("Distance", "Distance (m)", "Distance (km)", "Distance (mi)"), ()),),
        seconds=("Duration", "Duration (s)"),
        remark=("Notes",),
        body_mass=("Bodyweight",),
    ),
)

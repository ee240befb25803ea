"""Liftosaur: one row a set of the programme, done or not; times in UTC, kilograms and pounds side by side."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.sessions import utc_start
from lib.importers.lifting.set_log import SetLog


def why_none(completed_reps: str) -> str:
    """Why a set of the programme does not count: nothing was entered for it. "" for one that was done."""
    return "" if completed_reps.strip() else "planned and not done"


importer = SetLog(
    name="liftosaur",
    title="Liftosaur · history CSV",
    where="In the app: Me, Settings, Export history to CSV file.",
    signature=("Workout DateTime", "Day Name", "Exercise"),
    layout=SetLogLayout(
        start=("Workout DateTime",),
        title=("Day Name",),
        exercise=("Exercise",),
        reps=("Completed Reps",),
        weights=((("Completed Weight Value",), ("Completed Weight Unit",)),),
        # Older versions of the app did not repeat a weight that was lifted as planned.
        planned=((("Required Weight Value",), ("Required Weight Unit",)),),
        rpe=("Completed RPE",),
        remark=("Notes",),
        kind=("Is Warmup Set?",),
        status=("Completed Reps",),
        why_none=why_none,
        start_of=utc_start,
    ),
)

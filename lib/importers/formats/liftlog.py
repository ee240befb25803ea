"""LiftLog: one row a set with the wall clock of that set, newest first; sessions are told apart by their id."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog

importer = SetLog(
    name="liftlog",
    title="LiftLog · plaintext export",
    where="In the app: Settings, Export, Backup, and Restore, Plaintext Export, CSV.",
    signature=("SessionId", "Exercise", "WeightUnit"),
    seen=False,
    layout=SetLogLayout(
        start=("SessionId",),
        by_id=True,
        set_time=("Timestamp",),
        newest_first=True,
        exercise=("Exercise",),
        reps=("Reps",),
        weights=((("Weight",), ("WeightUnit",)),),
        remark=("Notes",),
        must=frozenset({"set_time"}),
    ),
)

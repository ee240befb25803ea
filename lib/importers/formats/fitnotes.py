"""FitNotes for Android: one row a set with nothing but the date, so a day is one session."""

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.reading.dates import day_of

importer = SetLog(
    name="fitnotes",
    title="FitNotes (Android) · FitNotes_Export.csv",
    where="In the app: menu, Settings, Spreadsheet Export, Workout Data.",
    signature=("Date", "Exercise", "Category"),
    layout=SetLogLayout(
        start=("Date",),
        exercise=("Exercise",),
        reps=("Reps",),
        weights=(
            (("Weight", "Weight (kgs)", "Weight (kg)"), ("Weight Unit",)),
            (("Weight (lbs)", "Weight (lb)"), ()),
        ),
        distances=((("Distance",), ("Distance Unit",)),),
        seconds=("Time",),
        remark=("Comment", "Notes"),
        unquoted=("exercise", "remark"),
        moment=day_of,
    ),
)

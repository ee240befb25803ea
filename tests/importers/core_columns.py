"""The columns of every table and JSON format that its rows cannot do without, in the files of `examples`.

What begins or names a bout, and what begins, names or measures a set; a bad cell in any other column, also in the only
distance or time of a run, costs itself and never its row.
"""

CORE = {
    "alpha-progression": {"REPS"},
    "fitbit": {"startTime"},
    "fitbod": {"Date", "Exercise", "Reps"},
    "fitnotes": {"Date", "Exercise", "Reps"},
    "fitnotes-ios": {"StartTime", "Exercise", "Reps"},
    "garmin": {"Date"},
    "garmin-account": {"startTimeLocal"},
    "gymbook": {"Data", "Esercizio", "Ripetizioni / Tempo"},
    "gymrun": {"Date", "Exercise", "Reps"},
    "health-auto-export": {"Start"},
    "health-export": {"Date"},
    "hevy": {"start_time", "exercise_title", "reps"},
    "intervals.icu": {"id", "start_date_local"},
    "jefit": {"mydate", "ename", "logs"},
    "liftlog": {"Exercise", "Reps"},
    "liftosaur": {"Workout DateTime", "Exercise", "Completed Reps"},
    "lyfta": {"Date", "Exercise", "Reps"},
    "macrofactor": {"Date", "Exercise", "Reps"},
    "mapmyrun": {"Workout Date"},
    "polar-csv": set(),
    "polar-json": {"startTime"},
    "repcount": {"Workout Start", "Exercise", "Reps"},
    "runkeeper": {"Activity Id", "Date"},
    "runtastic": {"start_time"},
    "samsung-health": {f"com.samsung.health.exercise.{name}" for name in ("datauuid", "start_time")},
    "strava": {"Activity ID", "Activity Date"},
    "strengthlog": {"start", "exercise", "reps", "time", "distanceM", "distanceKM"},
    "strong": {"Date", "Exercise Name", "Reps"},
    "stronglifts": {"Date (yyyy/mm/dd)", "Exercise"},
    "stronglifts-2018": {"Date"},
    "suunto-json": {"DateTime"},
    "trainingpeaks": {"WorkoutDay"},
    "whoop": {"Workout start time"},
    "withings": {"from", "from (manual)"},
}

"""The columns of every table and JSON format that its rows cannot do without, in the files of `examples`.

What begins, names or measures a bout or a set; a bad cell in any other column costs itself and never its row.
"""

CORE = {
    "alpha-progression": {"REPS"},
    "fitbit": {"startTime", "distance", "distanceUnit"},
    "fitbod": {"Date", "Exercise", "Reps"},
    "fitnotes": {"Date", "Exercise", "Reps"},
    "fitnotes-ios": {"StartTime", "Exercise", "Reps"},
    "garmin": {"Date"},
    "garmin-account": {"startTimeLocal", "distance"},
    "gymbook": {"Data", "Esercizio", "Ripetizioni / Tempo"},
    "gymrun": {"Date", "Exercise", "Reps"},
    "health-auto-export": {"Start", "Distance (mi)", "Duration"},
    "health-export": {"Date", "Distance(km)"},
    "hevy": {"start_time", "exercise_title", "reps"},
    "intervals.icu": {"id", "start_date_local", "distance"},
    "jefit": {"mydate", "ename", "logs"},
    "liftlog": {"Exercise", "Reps"},
    "liftosaur": {"Workout DateTime", "Exercise", "Completed Reps"},
    "lyfta": {"Date", "Exercise", "Reps"},
    "macrofactor": {"Date", "Exercise", "Reps"},
    "mapmyrun": {"Workout Date", "Distance (mi)", "Workout Time (seconds)"},
    "polar-csv": set(),
    "polar-json": {"startTime", "distanceMeters", "durationMillis"},
    "repcount": {"Workout Start", "Exercise", "Reps"},
    "runkeeper": {"Activity Id", "Date", "Distance (km)", "Duration"},
    "runtastic": {"start_time", "distance"},
    "samsung-health": {
        f"com.samsung.health.exercise.{name}" for name in ("datauuid", "start_time", "distance", "duration")
    },
    "strava": {"Activity ID", "Activity Date"},
    "strengthlog": {"start", "exercise", "reps", "time", "distanceM", "distanceKM"},
    "strong": {"Date", "Exercise Name", "Reps"},
    "stronglifts": {"Date (yyyy/mm/dd)", "Exercise"},
    "stronglifts-2018": {"Date"},
    "suunto-json": {"DateTime", "Distance", "Duration"},
    "trainingpeaks": {"WorkoutDay", "DistanceInMeters", "TimeTotalInHours"},
    "whoop": {"Workout start time"},
    "withings": {"from", "from (manual)"},
}

"""Frames of strength that moves, of session loads and of runs by days since a leg session."""

import pandas as pd

from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec

# One row per logged set, warm-ups included. Of one rep: lifted_kg is what the formulas take, with the moving share of the body
# in a lift of the body itself; body_kg: that share, 0 in other lifts. to_failure: reps and those left in reserve; at_least: no
# effort is logged, so the estimate is the least it can be. e1rm_kg: without body_kg. excluded: a word of NoEstimate, "" where
# there is an estimate; else numbers may be NaN.
E1RM_SETS = FrameSpec[pd.DataFrame](
    "E1RM_SETS",
    {
        "session_id": COUNT,
        "position": COUNT,
        "local_date": TIME,
        "exercise_name": TEXT,
        "exercise": TEXT,
        "hard": NUMBER,
        "reps": NUMBER,
        "load_kg": NUMBER,
        "set_rpe": NUMBER,
        "to_failure": NUMBER,
        "at_least": FLAG,
        "lifted_kg": NUMBER,
        "body_kg": NUMBER,
        "e1rm_kg": NUMBER,
        "excluded": TEXT,
    },
)

# One row per exercise and session with an estimate, oldest first: its best set. best_28_kg: the highest of the 28 days up to it.
SESSION_BESTS = FrameSpec[pd.DataFrame](
    "SESSION_BESTS",
    {
        "exercise": TEXT,
        "session_id": COUNT,
        "local_date": TIME,
        "reps": NUMBER,
        "load_kg": NUMBER,
        "set_rpe": NUMBER,
        "e1rm_kg": NUMBER,
        "at_least": FLAG,
        "best_28_kg": NUMBER,
    },
)

# One row per exercise and number of reps: the heaviest load that was lifted so often in one set, and the first day of it.
# A lift of the body alone has the load 0.
BEST_SETS = FrameSpec[pd.DataFrame](
    "BEST_SETS", {"exercise": TEXT, "reps": COUNT, "load_kg": NUMBER, "local_date": TIME, "session_id": COUNT}
)

# One row per logged exercise, the most sessions first. sessions: those with an estimate; the numbers are NaN and NaT without one,
# and why_not, a word of NoEstimate, says of most of its sets why. change: LiftChange of the last four sessions against four twelve
# weeks earlier; scatter_kg: what it has to pass.
EXERCISE_PROGRESS = FrameSpec[pd.DataFrame](
    "EXERCISE_PROGRESS",
    {
        "exercise": TEXT,
        "sessions": COUNT,
        "best_kg": NUMBER,
        "best_day": TIME,
        "best_at_least": FLAG,
        "last_kg": NUMBER,
        "last_day": TIME,
        "last_at_least": FLAG,
        "change": TEXT,
        "change_kg": NUMBER,
        "scatter_kg": NUMBER,
        "why_not": TEXT,
    },
)

# One row per run and strength bout, oldest first. record: run or session (RecordKind). known: EffortKnown of its RPE and minutes;
# au: RPE × minutes, NaN where missing; set_aside: a timer of lifting that ran for more than four hours.
SESSION_LOADS = FrameSpec[pd.DataFrame](
    "SESSION_LOADS",
    {
        "record": TEXT,
        "number": COUNT,
        "lifting": FLAG,
        "local_date": TIME,
        "title": TEXT,
        "minutes": NUMBER,
        "session_rpe": NUMBER,
        "known": TEXT,
        "au": NUMBER,
        "set_aside": FLAG,
    },
)

# Dense weeks. running, lifting: Σ of the loads that are known; NaN where no log covers the week, and where it has bouts of which
# none is known. sum: both, NaN where one of them is. logged, estimated, missing: bouts; logged_share: NaN without bouts. usual:
# the median of sum of the whole weeks among the eight before that can be compared; NaN where this week cannot.
WEEKLY_SESSION_LOADS = FrameSpec[pd.DataFrame](
    "WEEKLY_SESSION_LOADS",
    {
        "week_start": TIME,
        "running": NUMBER,
        "lifting": NUMBER,
        "sum": NUMBER,
        "logged": NUMBER,
        "estimated": NUMBER,
        "missing": NUMBER,
        "logged_share": NUMBER,
        "usual": NUMBER,
        "complete": FLAG,
    },
)

# One row per easy run with pace and heart rate, oldest first. days_since: since the last lower-body session, 0 on its day; -1
# without one within 14 days. pace_s: seconds a kilometre; climb: metres of ascent a kilometre; after_hard: a hard or long run on
# the day before.
EASY_RUNS = FrameSpec[pd.DataFrame](
    "EASY_RUNS",
    {
        "activity_id": COUNT,
        "local_date": TIME,
        "days_since": COUNT,
        "pace_s": NUMBER,
        "heart_rate_bpm": NUMBER,
        "climb": NUMBER,
        "distance_m": NUMBER,
        "after_hard": FLAG,
    },
)

# Pace at the person's usual heart rate, a row per 28 days, oldest first. pace_s: the median of its easy runs, seconds a
# kilometre; NaN of fewer than three; runs: how many.
COST_OF_RUNNING = FrameSpec[pd.DataFrame](
    "COST_OF_RUNNING", {"first_day": TIME, "last_day": TIME, "pace_s": NUMBER, "runs": COUNT}
)

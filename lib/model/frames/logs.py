"""Frames of what was logged: activities, sessions, sets, and the exercises that their names mean."""

import pandas as pd

from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec

# One row per activity that counts (no duplicates, nothing from the bin), oldest first. local_date is midnight of the local day.
# start_utc: the instant, NaT where the source wrote a wall clock alone.
ACTIVITIES = FrameSpec[pd.DataFrame](
    "ACTIVITIES",
    {
        "activity_id": COUNT,
        "source": TEXT,
        "sport": TEXT,
        "sub_sport": TEXT,
        "workout_type": TEXT,
        "title": TEXT,
        "local_start": TIME,
        "local_date": TIME,
        "start_utc": TIME,
        "precision": TEXT,
        "distance_m": NUMBER,
        "moving_s": NUMBER,
        "elapsed_s": NUMBER,
        "ascent_m": NUMBER,
        "heart_rate_bpm": NUMBER,
        "heart_rate_max_bpm": NUMBER,
        "session_rpe": NUMBER,
        "effort": TEXT,
    },
)

SESSIONS = FrameSpec[pd.DataFrame](
    "SESSIONS",
    {
        "session_id": COUNT,
        "source": TEXT,
        "title": TEXT,
        "local_start": TIME,
        "local_date": TIME,
        "start_utc": TIME,
        "precision": TEXT,
        "elapsed_s": NUMBER,
        "session_rpe": NUMBER,
    },
)

# One row per logged set, warm-ups included, in the order done. kind, load_mode, side: words of lib.model.vocabulary.
SETS = FrameSpec[pd.DataFrame](
    "SETS",
    {
        "session_id": COUNT,
        "position": COUNT,
        "local_date": TIME,
        "exercise_name": TEXT,
        "kind": TEXT,
        "reps": NUMBER,
        "load_kg": NUMBER,
        "load_mode": TEXT,
        "duration_s": NUMBER,
        "distance_m": NUMBER,
        "set_rpe": NUMBER,
        "side": TEXT,
    },
)

# One row per distinct exercise name of the log. `exercise` is the catalog key, "" where the name is not mapped.
# how: exact, alias, words (same words in another order or written out), spelling (a misspelling put right),
# without_details (tempo, seated …), without_equipment, translated (its words put into English), own, unmapped.
NAMES = FrameSpec[pd.DataFrame](
    "NAMES",
    {
        "exercise_name": TEXT,
        "exercise": TEXT,
        "how": TEXT,
        "pattern": TEXT,
        "count_as": TEXT,
        "unilateral": FLAG,
        "isometric": FLAG,
        "bodyweight_fraction": NUMBER,
    },
)

# exercise × muscle: the credit of one hard set in the three schemes. primary: the muscle is a main muscle by default.
CREDITS = FrameSpec[pd.DataFrame](
    "CREDITS",
    {"exercise": TEXT, "muscle": TEXT, "default": NUMBER, "strict": NUMBER, "permissive": NUMBER, "primary": FLAG},
)

# Notes of single sets that speak of breaths: the few that counting has to read.
BREATH_NOTES = FrameSpec[pd.DataFrame]("BREATH_NOTES", {"session_id": COUNT, "position": COUNT, "note": TEXT})

# One row per source: the days that its log covers, both included. Between them a day without a row is a zero.
# last_logged: the day of its last row; a log that was exported later covers more.
PERIODS = FrameSpec[pd.DataFrame]("PERIODS", {"source": TEXT, "first_day": TIME, "last_day": TIME, "last_logged": TIME})

# The day on which the newest file of a source was exported, of sources where that is known.
EXPORTS = FrameSpec[pd.DataFrame]("EXPORTS", {"source": TEXT, "exported": TIME})

# Days in a row without a row inside what logs of one kind cover, both included. sources: whose logs cover them.
LOG_GAPS = FrameSpec[pd.DataFrame]("LOG_GAPS", {"from_date": TIME, "to_date": TIME, "days": COUNT, "sources": TEXT})

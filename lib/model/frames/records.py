"""Frames that list every record, whether it counts or not."""

import pandas as pd

from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec

# One row per record, newest first. why_not: why it does not count, "" where it does. sources: of all records of its bout.
# edited: the person changed something of what the sources say. overlaps: it may be one bout with another record.
_OF_EVERY_RECORD = {
    "id": TEXT,
    "title": TEXT,
    "local_start": TIME,
    "precision": TEXT,
    "source": TEXT,
    "sources": TEXT,
    "elapsed_s": NUMBER,
    "session_rpe": NUMBER,
    "why_not": TEXT,
    "counted": FLAG,
    "edited": FLAG,
}

LISTED_ACTIVITIES = FrameSpec[pd.DataFrame](
    "LISTED_ACTIVITIES",
    {
        **_OF_EVERY_RECORD,
        "sport": TEXT,
        "sub_sport": TEXT,
        "notes": TEXT,
        "gear": TEXT,
        "effort": TEXT,
        "distance_m": NUMBER,
        "moving_s": NUMBER,
        "ascent_m": NUMBER,
        "heart_rate_bpm": NUMBER,
    },
)

# sets: logged ones, warm-ups included. exercises: their names, each once, in the order done.
LISTED_SESSIONS = FrameSpec[pd.DataFrame](
    "LISTED_SESSIONS", {**_OF_EVERY_RECORD, "notes": TEXT, "sets": COUNT, "exercises": TEXT}
)

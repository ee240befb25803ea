"""Frames of hard runs and of the leg sessions between them."""

import pandas as pd

from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec
from lib.model.vocabulary import RunVerdict

# One row per run of ACTIVITIES. verdict: RunVerdict; rule: the name of the rule that told it, of lib/analysis/hard_runs.
# why: what of the run the rule went by ("tempo", "RPE 8", "94th of 100 runs"), in the words of the screen.
RUN_VERDICTS = FrameSpec[pd.DataFrame](
    "RUN_VERDICTS", {"activity_id": COUNT, "verdict": TEXT, "rule": TEXT, "why": TEXT}
)

# One row per lower-body session, oldest first (SCIENCE X1), with the gap to the last hard run before it and that to the next
# one after it. before, after: Gap; before_why, after_why: GapWhy; before_h, after_h: hours, NaN where a time is not known or
# no such run is within 14 days; before_days, after_days: days between the dates, NaN without a run. before_id, after_id: the
# activity at the other end, for GapWhy.UNKNOWN_RUN the one that nobody can tell; -1 without one. timed: it has a clock.
LEG_SPACING = FrameSpec[pd.DataFrame](
    "LEG_SPACING",
    {
        "session_id": COUNT,
        "local_start": TIME,
        "title": TEXT,
        "timed": FLAG,
        "lower_sets": NUMBER,
        "contacts": NUMBER,
        **{
            f"{side}{part}": dtype
            for side in ("before", "after")
            for part, dtype in (("", TEXT), ("_why", TEXT), ("_h", NUMBER), ("_days", NUMBER), ("_id", COUNT))
        },
    },
)

# Dense weeks. Minutes of running by RunVerdict; without_time: runs of which nobody knows how long they took. NaN in weeks
# that no log of runs covers.
EFFORT_MINUTES = FrameSpec[pd.DataFrame](
    "EFFORT_MINUTES",
    {"week_start": TIME, **{str(verdict): NUMBER for verdict in RunVerdict}, "without_time": NUMBER, "complete": FLAG},
)

# Seconds per heart rate (lib/model/heart_rates.py): one row per record that has them. activity_id: the activity that counts;
# recorded_by: the record, that activity first, then its duplicates.
HEART_RATES = FrameSpec[pd.DataFrame](
    "HEART_RATES", {"activity_id": COUNT, "recorded_by": COUNT, "heart_rate_seconds": TEXT}
)

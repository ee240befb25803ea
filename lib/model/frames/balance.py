"""Frames of one muscle beside another."""

import pandas as pd

from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec

# One row per day of the trend. ratio columns are log2; NaN where `shown` is False.
BALANCE_TREND = FrameSpec[pd.DataFrame](
    "BALANCE_TREND",
    {"date": TIME, "first": NUMBER, "second": NUMBER, "log2": NUMBER, "low": NUMBER, "high": NUMBER, "shown": FLAG},
)

# One row per exercise that gave a muscle its sets. hard_sets: by default credits; share: of all of them (0 to 1);
# rows: logged sets.
DRIVERS = FrameSpec[pd.DataFrame](
    "DRIVERS",
    {"exercise": TEXT, "hard_sets": NUMBER, "strict": NUMBER, "permissive": NUMBER, "rows": COUNT, "share": NUMBER},
)

# One row per exercise that would even a balance out. rows: its sets in the last year; gain: what one set gives the smaller
# side more than the greater; sets_more: whole sets until both are even, by default credits, low and high over the schemes
# (NaN where a scheme gives it no gain); a_week: sets_more a week of the window.
EVENING_OUT = FrameSpec[pd.DataFrame](
    "EVENING_OUT",
    {
        "exercise": TEXT,
        "rows": COUNT,
        "last_done": TIME,
        "gain": NUMBER,
        "sets_more": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
        "a_week": NUMBER,
    },
)

# One row per hip-extension exercise. bias: words of lib.model.vocabulary.Bias, by default credits.
HIP_EXTENSION = FrameSpec[pd.DataFrame](
    "HIP_EXTENSION", {"exercise": TEXT, "bias": TEXT, "hard_sets": NUMBER, "rows": COUNT}
)

# One row per exercise with sets of one side. exercise: catalog key, or the name as written where it is not mapped.
LEFT_RIGHT = FrameSpec[pd.DataFrame](
    "LEFT_RIGHT",
    {"exercise": TEXT, "left_sets": NUMBER, "right_sets": NUMBER, "left_reps": NUMBER, "right_reps": NUMBER},
)

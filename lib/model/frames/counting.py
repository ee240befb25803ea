"""Frames of logged sets and what each is worth or moved."""

import pandas as pd

from lib.model.frames.logs import SETS
from lib.model.frames.spec import COUNT, FLAG, NUMBER, TEXT, TIME, FrameSpec

# SETS + what each is worth. exercise: catalog key or "". hard: 0, 0.5 or 1, of one side half of that (S1).
# rule: the rule that decided (lib.analysis.counting.rules). hold_s: seconds of a hold, NaN where it is none or unknown.
COUNTED_SETS = FrameSpec[pd.DataFrame](
    "COUNTED_SETS",
    {**SETS.dtypes, "exercise": TEXT, "hard": NUMBER, "rule": TEXT, "hold_s": NUMBER, "mapped": FLAG},
)

# COUNTED_SETS that count + what was moved. sides: 2 where the reps are those of one of two; dumbbells: 2 where the load
# is that of one of a pair, else 1. Of one rep: external_kg outside the body, all dumbbells; body_kg: the share of the
# body mass that moves, less what assists; system_kg: both. NaN where not known. reps_moved: reps × sides.
# excluded: a word of lib.model.vocabulary.NoTonnage, "" where system_kg × reps_moved is the set's tonnage.
MOVED_LOADS = FrameSpec[pd.DataFrame](
    "MOVED_LOADS",
    {
        "session_id": COUNT,
        "position": COUNT,
        "local_date": TIME,
        "exercise_name": TEXT,
        "exercise": TEXT,
        "sides": COUNT,
        "dumbbells": COUNT,
        "reps_moved": NUMBER,
        "external_kg": NUMBER,
        "body_kg": NUMBER,
        "system_kg": NUMBER,
        "excluded": TEXT,
    },
)

# One row per exercise of mapped sets: Σ external load × reps, and how many of its rows have one.
EXERCISE_TONNAGE = FrameSpec[pd.DataFrame](
    "EXERCISE_TONNAGE", {"exercise": TEXT, "tonnage_kg": NUMBER, "rows": COUNT, "with_tonnage": COUNT}
)

# One row per counting rule. rows: logged sets that it decided; recent: those since a day; sets: what they are worth.
RULE_COUNTS = FrameSpec[pd.DataFrame]("RULE_COUNTS", {"rule": TEXT, "rows": COUNT, "recent": COUNT, "sets": NUMBER})

# Unmarked warm-ups by session and exercise, newest first. rows: how many; kept: the person says they were working sets.
RAMP_UPS = FrameSpec[pd.DataFrame](
    "RAMP_UPS",
    {
        "session_id": COUNT,
        "exercise_name": TEXT,
        "local_date": TIME,
        "rows": COUNT,
        "heaviest_kg": NUMBER,
        "top_kg": NUMBER,
        "kept": FLAG,
    },
)

# COUNTED_SETS × muscle: one row per set and muscle that it gives credit to. credit = hard × the scheme's factor.
MUSCLE_SETS = FrameSpec[pd.DataFrame](
    "MUSCLE_SETS",
    {
        "session_id": COUNT,
        "position": COUNT,
        "local_date": TIME,
        "exercise_name": TEXT,
        "exercise": TEXT,
        "muscle": TEXT,
        "default": NUMBER,
        "strict": NUMBER,
        "permissive": NUMBER,
        "primary": FLAG,
    },
)

# One row per logged session with a set: Σ hard, and Σ hard of sets whose main muscle is of the lower body. jumps,
# lower_jumps: the same of rows of jumps, which are 0 sets. contacts: their ground contacts.
LOG_SUMS = FrameSpec[pd.DataFrame](
    "LOG_SUMS",
    {
        "session_id": COUNT,
        "sets_done": NUMBER,
        "lower_sets": NUMBER,
        "jumps": NUMBER,
        "lower_jumps": NUMBER,
        "contacts": NUMBER,
    },
)

# One row per strength bout, logs less than 3 h apart joined. session_id: that of the first log. sets_done: Σ hard;
# lower_sets: Σ hard of sets whose main muscle is of the lower body. counts, lower: 4 or more of them, rows of jumps
# among them (S3). contacts: ground contacts of its jumps.
STRENGTH_SESSIONS = FrameSpec[pd.DataFrame](
    "STRENGTH_SESSIONS",
    {
        "session_id": COUNT,
        "source": TEXT,
        "title": TEXT,
        "local_start": TIME,
        "local_date": TIME,
        "start_utc": TIME,
        "precision": TEXT,
        "elapsed_s": NUMBER,
        "sets_done": NUMBER,
        "lower_sets": NUMBER,
        "contacts": NUMBER,
        "counts": FLAG,
        "lower": FLAG,
    },
)

# What adds up to a cell of MUSCLE_WEEKS. amount: what the row adds to it, NaN where its load is not known. One row per
# set and muscle with credit; of sessions one row per day and muscle, whose sets are those with the muscle as main one.
MUSCLE_AMOUNTS = FrameSpec[pd.DataFrame](
    "MUSCLE_AMOUNTS", {"local_date": TIME, "muscle": TEXT, "sets": NUMBER, "amount": NUMBER}
)

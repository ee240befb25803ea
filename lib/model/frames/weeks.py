"""Frames by week or day. Dense: a week or day without training has its row."""

from typing import NewType

import pandas as pd

from lib.model.frames.spec import FLAG, NUMBER, TEXT, TIME, FrameSpec

# The three that cross floors most: the checker refuses one in the place of another.
WeeklyRunning = NewType("WeeklyRunning", pd.DataFrame)
WeeklySets = NewType("WeeklySets", pd.DataFrame)
WeeklyStrength = NewType("WeeklyStrength", pd.DataFrame)

# Dense weeks (S4). tonnage_kg: Σ system load × reps; sets: logged rows that count; excluded: those without a tonnage.
# NaN outside coverage; tonnage_kg is NaN, too, where every set of the week is excluded.
WEEKLY_TONNAGE = FrameSpec[pd.DataFrame](
    "WEEKLY_TONNAGE",
    {
        "week_start": TIME,
        "tonnage_kg": NUMBER,
        "sets": NUMBER,
        "excluded": NUMBER,
        "excluded_share": NUMBER,
        "complete": FLAG,
    },
)

# Dense weeks of what is not counted in sets (SCIENCE 1.4, 1.6). NaN outside coverage. tension_s: seconds in holds;
# contacts: reps of jumps.
OTHER_WORK = FrameSpec[pd.DataFrame](
    "OTHER_WORK",
    {
        "week_start": TIME,
        "tension_s": NUMBER,
        "contacts": NUMBER,
        "carry_m": NUMBER,
        "carry_s": NUMBER,
        "conditioning_s": NUMBER,
        "conditioning_m": NUMBER,
        "complete": FLAG,
    },
)

# Dense weeks, oldest first. NaN outside what the logs cover. `complete` is False for the unfinished week.
WEEKLY_RUNNING = FrameSpec[WeeklyRunning](
    "WEEKLY_RUNNING",
    {
        "week_start": TIME,
        "runs": NUMBER,
        "distance_m": NUMBER,
        "moving_s": NUMBER,
        "longest_m": NUMBER,
        "complete": FLAG,
    },
)

# Dense weeks × muscles (long form). hard_sets: Σ credit (S2), NaN outside coverage.
WEEKLY_SETS = FrameSpec[WeeklySets](
    "WEEKLY_SETS",
    {"week_start": TIME, "muscle": TEXT, "hard_sets": NUMBER, "strict": NUMBER, "permissive": NUMBER, "complete": FLAG},
)

# Dense weeks × muscles of one MuscleMeasure. value: hard sets, sessions or kg; NaN where no log covers the week or, for
# kg, no load is known. low, high: the same counted strictly and permissively, the range of attribution.
# missing: logged sets that count for the muscle and have no tonnage; 0 in the other measures.
MUSCLE_WEEKS = FrameSpec[pd.DataFrame](
    "MUSCLE_WEEKS",
    {
        "week_start": TIME,
        "muscle": TEXT,
        "value": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
        "missing": NUMBER,
        "complete": FLAG,
    },
)

# One row per muscle, in the order of Muscle: sets a week in a window of weeks. hard_sets: by the scheme asked for, NaN
# where nothing is covered; strict, permissive: the range; before: the four weeks before; highest: the person's own highest
# window of that length in the year up to it; share: hard_sets / highest (0 to 1).
MUSCLE_WINDOW = FrameSpec[pd.DataFrame](
    "MUSCLE_WINDOW",
    {
        "muscle": TEXT,
        "hard_sets": NUMBER,
        "strict": NUMBER,
        "permissive": NUMBER,
        "before": NUMBER,
        "highest": NUMBER,
        "share": NUMBER,
    },
)

# Dense weeks. sessions: ≥ 4 hard sets or rows of jumps (S3); lower_sessions: ≥ 4 of them whose main muscle is of the
# lower body. sets_done: Σ hard; sets_mapped: those of mapped exercises; contacts: ground contacts of jumps; NaN outside
# coverage. sessions_without_sets: strength activities of a run source that no session with sets belongs to; NaN outside
# the coverage of the run sources.
WEEKLY_STRENGTH = FrameSpec[WeeklyStrength](
    "WEEKLY_STRENGTH",
    {
        "week_start": TIME,
        "sessions": NUMBER,
        "lower_sessions": NUMBER,
        "sets_done": NUMBER,
        "sets_mapped": NUMBER,
        "contacts": NUMBER,
        "sessions_without_sets": NUMBER,
        "complete": FLAG,
    },
)

# lower_sets: of how many sets a main muscle was of the lower body. NaN means not known.
WEEKLY_LOWER_SETS = FrameSpec[pd.DataFrame](
    "WEEKLY_LOWER_SETS", {"week_start": TIME, "lower_sets": NUMBER, "complete": FLAG}
)

# One row per muscle, in the order of Muscle: sets of a week, and the median of the last whole weeks (usual). NaN is not known.
WEEK_USUAL = FrameSpec[pd.DataFrame]("WEEK_USUAL", {"muscle": TEXT, "hard_sets": NUMBER, "usual": NUMBER})

# Muscles with fewer sets than usual. exercise: the person's own that fills it, as they write it; "" without one.
OPEN_MUSCLES = FrameSpec[pd.DataFrame](
    "OPEN_MUSCLES", {"muscle": TEXT, "done": NUMBER, "usual": NUMBER, "exercise": TEXT}
)

# The seven days of a week. hard_runs: those whose verdict is hard (RUN_VERDICTS); upper_sets: Σ hard of all other sets
# than the lower body's; contacts: ground contacts of jumps, whose sets are 0. NaN on days that no log covers and on those to come.
WEEK_DAYS = FrameSpec[pd.DataFrame](
    "WEEK_DAYS",
    {
        "date": TIME,
        "distance_m": NUMBER,
        "runs": NUMBER,
        "hard_runs": NUMBER,
        "sessions": NUMBER,
        "lower_sets": NUMBER,
        "upper_sets": NUMBER,
        "contacts": NUMBER,
    },
)

# Dense days. NaN is "not covered by any log", 0 is "nothing done". contacts: of jumps.
CALENDAR = FrameSpec[pd.DataFrame](
    "CALENDAR",
    {
        "date": TIME,
        "distance_m": NUMBER,
        "runs": NUMBER,
        "sets_done": NUMBER,
        "sessions": NUMBER,
        "contacts": NUMBER,
    },
)

# Complete and unfinished weeks against one goal. done, target; met: done ≥ target; counted: False for breaks,
# uncovered and unfinished weeks and weeks before the first goal.
GOAL_WEEKS = FrameSpec[pd.DataFrame](
    "GOAL_WEEKS",
    {
        "week_start": TIME,
        "kind": TEXT,
        "done": NUMBER,
        "target": NUMBER,
        "met": FLAG,
        "counted": FLAG,
        "complete": FLAG,
    },
)

"""The frames that cross layers: their columns and types. The unit is part of a column's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from lib.model.errors import FrameError

TEXT: Final = "str"
NUMBER: Final = "float64"
COUNT: Final = "int64"
FLAG: Final = "bool"
TIME: Final = "datetime64[us]"


@dataclass(frozen=True, slots=True)
class FrameSpec:
    """The columns a frame must have, and their pandas types. Further columns are allowed."""

    name: str
    dtypes: Mapping[str, str]

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The same frame; FrameError naming every missing or mistyped column."""
        wrong = [
            f"{column}: {frame[column].dtype} instead of {dtype}" if column in frame else f"{column}: missing"
            for column, dtype in self.dtypes.items()
            if column not in frame or frame[column].dtype != dtype
        ]
        if wrong:
            raise FrameError(f"frame {self.name}: " + "; ".join(wrong))
        return frame

    def empty(self) -> pd.DataFrame:
        """No rows, right columns: what every metric must accept."""
        return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in self.dtypes.items()})

    def make(self, rows: object) -> pd.DataFrame:
        """A frame of these columns from anything that pandas reads (list of dicts, dict of lists, frame)."""
        frame = pd.DataFrame(rows, columns=list(self.dtypes))  # type: ignore[call-overload]
        typed: pd.DataFrame = frame.astype(dict(self.dtypes))
        return typed


# One row per activity that counts (no duplicates, nothing from the bin), oldest first. local_date is midnight of the local day.
ACTIVITIES = FrameSpec(
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
        "precision": TEXT,
        "distance_m": NUMBER,
        "moving_s": NUMBER,
        "elapsed_s": NUMBER,
        "ascent_m": NUMBER,
        "heart_rate_bpm": NUMBER,
        "session_rpe": NUMBER,
        "effort": TEXT,
    },
)

SESSIONS = FrameSpec(
    "SESSIONS",
    {
        "session_id": COUNT,
        "source": TEXT,
        "title": TEXT,
        "local_start": TIME,
        "local_date": TIME,
        "precision": TEXT,
        "elapsed_s": NUMBER,
        "session_rpe": NUMBER,
    },
)

# One row per logged set, warm-ups included, in the order done. kind, load_mode, side: words of lib.model.vocabulary.
SETS = FrameSpec(
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
NAMES = FrameSpec(
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
CREDITS = FrameSpec(
    "CREDITS",
    {"exercise": TEXT, "muscle": TEXT, "default": NUMBER, "strict": NUMBER, "permissive": NUMBER, "primary": FLAG},
)

# Notes of single sets that speak of breaths: the few that counting has to read.
BREATH_NOTES = FrameSpec("BREATH_NOTES", {"session_id": COUNT, "position": COUNT, "note": TEXT})

# SETS + what each is worth. exercise: catalog key or "". hard: 0, 0.5 or 1, of one side half of that (S1).
# rule: the rule that decided (lib.analysis.counting.rules). hold_s: seconds of a hold, NaN where it is none or unknown.
COUNTED_SETS = FrameSpec(
    "COUNTED_SETS",
    {**SETS.dtypes, "exercise": TEXT, "hard": NUMBER, "rule": TEXT, "hold_s": NUMBER, "mapped": FLAG},
)

# COUNTED_SETS that count + what was moved. sides: 2 where the reps are those of one of two; dumbbells: 2 where the load
# is that of one of a pair, else 1. Of one rep: external_kg outside the body, all dumbbells; body_kg: the share of the
# body mass that moves, less what assists; system_kg: both. NaN where not known. reps_moved: reps × sides.
# excluded: a word of lib.model.vocabulary.NoTonnage, "" where system_kg × reps_moved is the set's tonnage.
MOVED_LOADS = FrameSpec(
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

# Dense weeks (S4). tonnage_kg: Σ system load × reps; sets: logged rows that count; excluded: those without a tonnage.
# NaN outside coverage; tonnage_kg is NaN, too, where every set of the week is excluded.
WEEKLY_TONNAGE = FrameSpec(
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

# One row per exercise of mapped sets: Σ external load × reps, and how many of its rows have one.
EXERCISE_TONNAGE = FrameSpec(
    "EXERCISE_TONNAGE", {"exercise": TEXT, "tonnage_kg": NUMBER, "rows": COUNT, "with_tonnage": COUNT}
)

# Dense weeks of what is not counted in sets (SCIENCE 1.4, 1.6). NaN outside coverage. tension_s: seconds in holds;
# contacts: reps of jumps.
OTHER_WORK = FrameSpec(
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

# One row per counting rule. rows: logged sets that it decided; recent: those since a day; sets: what they are worth.
RULE_COUNTS = FrameSpec("RULE_COUNTS", {"rule": TEXT, "rows": COUNT, "recent": COUNT, "sets": NUMBER})

# Unmarked warm-ups by session and exercise, newest first. rows: how many; kept: the person says they were working sets.
RAMP_UPS = FrameSpec(
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
MUSCLE_SETS = FrameSpec(
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

# One row per source: the days that its log covers, both included. Between them a day without a row is a zero.
PERIODS = FrameSpec("PERIODS", {"source": TEXT, "first_day": TIME, "last_day": TIME})

# One row per strength bout, logs less than 3 h apart joined. session_id: that of the first log. sets_done: Σ hard;
# lower_sets: Σ hard of sets whose main muscle is of the lower body. counts, lower: 4 or more of them (S3).
STRENGTH_SESSIONS = FrameSpec(
    "STRENGTH_SESSIONS",
    {
        "session_id": COUNT,
        "source": TEXT,
        "title": TEXT,
        "local_start": TIME,
        "local_date": TIME,
        "precision": TEXT,
        "elapsed_s": NUMBER,
        "sets_done": NUMBER,
        "lower_sets": NUMBER,
        "counts": FLAG,
        "lower": FLAG,
    },
)

# Dense weeks, oldest first. NaN outside what the logs cover. `complete` is False for the unfinished week.
WEEKLY_RUNNING = FrameSpec(
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
WEEKLY_SETS = FrameSpec(
    "WEEKLY_SETS",
    {"week_start": TIME, "muscle": TEXT, "hard_sets": NUMBER, "strict": NUMBER, "permissive": NUMBER, "complete": FLAG},
)

# Dense weeks × muscles of one MuscleMeasure. value: hard sets, sessions or kg; NaN where no log covers the week or, for
# kg, no load is known. low, high: the same counted strictly and permissively, the range of attribution.
# missing: logged sets that count for the muscle and have no tonnage; 0 in the other measures.
MUSCLE_WEEKS = FrameSpec(
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

# What adds up to a cell of MUSCLE_WEEKS. amount: what the row adds to it, NaN where its load is not known. One row per
# set and muscle with credit; of sessions one row per day and muscle, whose sets are those with the muscle as main one.
MUSCLE_AMOUNTS = FrameSpec("MUSCLE_AMOUNTS", {"local_date": TIME, "muscle": TEXT, "sets": NUMBER, "amount": NUMBER})

# One row per muscle, in the order of Muscle: sets a week in a window of weeks. hard_sets: by the scheme asked for, NaN
# where nothing is covered; strict, permissive: the range; before: the four weeks before; highest: the person's own highest
# window of that length in the year up to it; share: hard_sets / highest (0 to 1).
MUSCLE_WINDOW = FrameSpec(
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

# Dense weeks. sessions: ≥ 4 hard sets (S3); lower_sessions: ≥ 4 hard sets whose main muscle is of the lower body.
# sets_done: Σ hard; sets_mapped: those of mapped exercises; NaN outside coverage. sessions_without_sets: strength
# activities of a run source that no session with sets belongs to; NaN outside the coverage of the run sources.
WEEKLY_STRENGTH = FrameSpec(
    "WEEKLY_STRENGTH",
    {
        "week_start": TIME,
        "sessions": NUMBER,
        "lower_sessions": NUMBER,
        "sets_done": NUMBER,
        "sets_mapped": NUMBER,
        "sessions_without_sets": NUMBER,
        "complete": FLAG,
    },
)

# lower_sets: of how many sets a main muscle was of the lower body. NaN means not known.
WEEKLY_LOWER_SETS = FrameSpec("WEEKLY_LOWER_SETS", {"week_start": TIME, "lower_sets": NUMBER, "complete": FLAG})

# One row per day of the trend. ratio columns are log2; NaN where `shown` is False.
BALANCE_TREND = FrameSpec(
    "BALANCE_TREND",
    {"date": TIME, "first": NUMBER, "second": NUMBER, "log2": NUMBER, "low": NUMBER, "high": NUMBER, "shown": FLAG},
)

# One row per exercise that gave a muscle its sets. hard_sets: by default credits; share: of all of them (0 to 1);
# rows: logged sets.
DRIVERS = FrameSpec(
    "DRIVERS",
    {"exercise": TEXT, "hard_sets": NUMBER, "strict": NUMBER, "permissive": NUMBER, "rows": COUNT, "share": NUMBER},
)

# One row per exercise that would even a balance out. rows: its sets in the last year; gain: what one set gives the smaller
# side more than the greater; sets_more: whole sets until both are even, by default credits, low and high over the schemes
# (NaN where a scheme gives it no gain); a_week: sets_more a week of the window.
EVENING_OUT = FrameSpec(
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

# One row per number of a week. fact: a column of WEEKLY_RUNNING or WEEKLY_STRENGTH, in its unit; mean: of the complete
# covered weeks among the four before, weeks: how many these are. NaN is not known.
WEEK_FACTS = FrameSpec("WEEK_FACTS", {"fact": TEXT, "value": NUMBER, "mean": NUMBER, "weeks": COUNT})
WEEK_MUSCLES = FrameSpec("WEEK_MUSCLES", {"muscle": TEXT, "hard_sets": NUMBER, "mean": NUMBER})

# One row per hip-extension exercise. bias: words of lib.model.vocabulary.Bias, by default credits.
HIP_EXTENSION = FrameSpec("HIP_EXTENSION", {"exercise": TEXT, "bias": TEXT, "hard_sets": NUMBER, "rows": COUNT})

# One row per exercise with sets of one side. exercise: catalog key, or the name as written where it is not mapped.
LEFT_RIGHT = FrameSpec(
    "LEFT_RIGHT",
    {"exercise": TEXT, "left_sets": NUMBER, "right_sets": NUMBER, "left_reps": NUMBER, "right_reps": NUMBER},
)

# Dense days. NaN is "not covered by any log", 0 is "nothing done".
CALENDAR = FrameSpec(
    "CALENDAR",
    {"date": TIME, "distance_m": NUMBER, "runs": NUMBER, "sets_done": NUMBER, "sessions": NUMBER},
)

# Complete and unfinished weeks against one goal. done, target; met: done ≥ target; counted: False for breaks,
# uncovered and unfinished weeks and weeks before the first goal.
GOAL_WEEKS = FrameSpec(
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

GOALS = FrameSpec("GOALS", {"kind": TEXT, "from_date": TIME, "target": NUMBER})
BREAKS = FrameSpec("BREAKS", {"from_date": TIME, "to_date": TIME, "reason": TEXT})
# Oldest first. to_date is from_date for an event of one day. kind: words of lib.model.vocabulary.EventKind.
EVENTS = FrameSpec("EVENTS", {"from_date": TIME, "to_date": TIME, "kind": TEXT, "title": TEXT})
# Sets of an exercise in a session that the person keeps as working sets although they look like warm-ups.
KEPT_AS_WORKING = FrameSpec("KEPT_AS_WORKING", {"session_id": COUNT, "exercise_name": TEXT})
BODY_MASS = FrameSpec("BODY_MASS", {"date": TIME, "body_mass_kg": NUMBER})
ALIASES = FrameSpec("ALIASES", {"exercise_name": TEXT, "exercise": TEXT})
OWN_CREDITS = FrameSpec("OWN_CREDITS", {"exercise": TEXT, "muscle": TEXT, "credit": NUMBER})

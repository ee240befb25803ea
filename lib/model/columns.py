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


# One row per activity that counts (no twins, nothing from the bin), oldest first. local_date is midnight of the local day.
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
# without_details (tempo, seated …), without_equipment, own, unmapped.
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

# SETS + what each is worth. exercise: catalog key or "". hard: 0, 0.5 or 1, of one side half of that (S1).
# rule: the rule that decided (lib.analysis.counting).
COUNTED_SETS = FrameSpec(
    "COUNTED_SETS",
    {**SETS.dtypes, "exercise": TEXT, "hard": NUMBER, "rule": TEXT, "mapped": FLAG},
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

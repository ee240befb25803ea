"""Small invented logs for the tests of metrics."""

from datetime import date

import pandas as pd

from lib.analysis.counting.count_sets import NOTHING_SAID, count_sets
from lib.analysis.weeks.lifting_log import lifting_log
from lib.catalog.credits import credit_table
from lib.catalog.resolve import resolve_names
from lib.model.frames.counting import COUNTED_SETS
from lib.model.frames.logs import ACTIVITIES, SESSIONS, SETS
from lib.model.frames.own import BODY_MASS, BREAKS, GOALS
from lib.model.frames.weeks import GOAL_WEEKS, WEEKLY_RUNNING, WEEKLY_STRENGTH

TODAY = date(2026, 11, 22)  # a Sunday
NAN = float("nan")


def a_set(exercise_name="Squat (Barbell)", **given):
    """One set: 8 reps of an external load, unless something else is given. `day` is short for local_date."""
    row = {
        "session_id": 1,
        "position": 0,
        "local_date": given.pop("day", "2026-10-05"),
        "exercise_name": exercise_name,
        "kind": "working",
        "reps": 8.0,
        "load_kg": NAN,
        "load_mode": "external",
        "duration_s": NAN,
        "distance_m": NAN,
        "set_rpe": NAN,
        "side": "",
    }
    return row | given


def sets_of(*rows):
    """SETS; positions are numbered within each session where they are not given."""
    frame = SETS.make(list(rows))
    return frame.assign(position=frame.groupby("session_id").cumcount().astype("int64"))


def a_session(session_id=1, start="2026-10-05 18:00", **given):
    row = {
        "session_id": session_id,
        "source": "hevy",
        "title": "Legs",
        "local_start": start,
        "local_date": pd.Timestamp(start).normalize(),
        "precision": "minute",
        "elapsed_s": 3600.0,
        "session_rpe": NAN,
    }
    return row | given


def sessions_of(*rows):
    return SESSIONS.make(list(rows))


def an_activity(day="2026-10-05", km=10.0, **given):
    row = {
        "activity_id": 1,
        "source": "strava",
        "sport": "run",
        "sub_sport": "",
        "workout_type": "",
        "title": "Run",
        "local_start": f"{day} 07:00",
        "local_date": day,
        "precision": "second",
        "distance_m": km * 1000,
        "moving_s": km * 330,
        "elapsed_s": km * 340,
        "ascent_m": NAN,
        "heart_rate_bpm": NAN,
        "session_rpe": NAN,
        "effort": "",
    }
    return row | given


def activities_of(*rows):
    return ACTIVITIES.make(list(rows))


def names_of(sets):
    return resolve_names(sets["exercise_name"])


def counted_of(sets, preferences=NOTHING_SAID):
    """COUNTED_SETS of SETS that are all of one log."""
    return COUNTED_SETS.check(count_sets(sets, names_of(sets), preferences=preferences))


def body_mass_of(*rows):
    """BODY_MASS from (day, kg)."""
    return BODY_MASS.make(list(rows))


def log_of(sets, sessions=None):
    """The LiftingLog of SETS; a session at 18:00 on its day for each session_id unless SESSIONS are given."""
    if sessions is None:
        days = sets.drop_duplicates("session_id")[["session_id", "local_date"]].itertuples(index=False)
        sessions = sessions_of(*(a_session(number, day + pd.Timedelta(hours=18)) for number, day in days))
    return lifting_log(sets, sessions, names_of(sets), credit_table())


def plan_of(plan, days=("2026-10-05",)):
    """A log that does the plan (exercise name → number of sets) on each of the days, as one session a day."""
    return sets_of(
        *(
            a_set(name, session_id=number, day=day)
            for number, day in enumerate(days, start=1)
            for name, count in plan.items()
            for _ in range(count)
        )
    )


def weeks_from(start, count):
    return pd.date_range(start, periods=count, freq="7D", unit="us")


def running_weeks(distances_km, start="2026-06-01", unfinished=0):
    """WEEKLY_RUNNING with these weekly distances; None is a week without coverage. The last weeks are unfinished."""
    distance = [NAN if each is None else each * 1000.0 for each in distances_km]
    count = len(distance)
    return WEEKLY_RUNNING.make(
        {
            "week_start": weeks_from(start, count),
            "runs": [NAN if each is None else 3.0 for each in distances_km],
            "distance_m": distance,
            "moving_s": distance,
            "longest_m": distance,
            "complete": [position < count - unfinished for position in range(count)],
        }
    )


def strength_weeks(lower_sessions, start="2026-06-01", **given):
    count = len(lower_sessions)
    columns = {
        "week_start": weeks_from(start, count),
        "sessions": lower_sessions,
        "lower_sessions": lower_sessions,
        "sets_done": [NAN] * count,
        "sets_mapped": [NAN] * count,
        "sessions_without_sets": [0.0] * count,
        "complete": [True] * count,
    }
    return WEEKLY_STRENGTH.make(columns | given)


def goals_of(*rows):
    """GOALS from (kind, from_date, target)."""
    return GOALS.make(list(rows))


def breaks_of(*rows):
    """BREAKS from (from_date, to_date, reason)."""
    return BREAKS.make(list(rows))


def goal_weeks_of(pattern, start="2026-06-01"):
    """GOAL_WEEKS from a pattern: m met, x missed, - not counted, M unfinished and met, X unfinished and not met yet.

    ? over and not covered by any log, U unfinished and not covered.
    """
    return GOAL_WEEKS.make(
        {
            "week_start": weeks_from(start, len(pattern)),
            "kind": ["runs"] * len(pattern),
            "done": [3.0 if mark in "mM" else NAN if mark in "?U" else 1.0 for mark in pattern],
            "target": [3.0] * len(pattern),
            "met": [mark in "mM" for mark in pattern],
            "counted": [mark in "mx" for mark in pattern],
            "complete": [mark in "mx-?" for mark in pattern],
        }
    )

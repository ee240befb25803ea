"""An earlier training brought up to date: after an act of the person only the records that it touched are read and counted."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

import pandas as pd

from lib.analysis.counting.coverage import logged_periods
from lib.analysis.counting.patching import exchanged, exchanged_in_order, joined
from lib.analysis.counting.usual_loads import easy_few_reps
from lib.analysis.counting.warm_ups import typed_sources
from lib.analysis.weeks.lifting_log import lifting_log_after
from lib.catalog.resolve import resolve_names
from lib.model.athlete import Athlete
from lib.model.frames.logs import ACTIVITIES
from lib.model.vocabulary import RecordKind
from lib.services.queries.training import Training, read_body_mass, without_implausible
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, history
from lib.store.records import frames, links

# Of more records it is not much slower to read everything, and they need not fit into one statement.
_MOST: Final = 300

Days = frozenset[pd.Timestamp]


class Followed(NamedTuple):
    """A training as it is now, and the days on which other sets may be counted than before."""

    training: Training
    days: Days


class _Logs(NamedTuple):
    """SETS and SESSIONS as they are now, and of both those of the touched sessions that are there."""

    sets: pd.DataFrame
    sessions: pd.DataFrame
    fresh_sets: pd.DataFrame
    fresh_sessions: pd.DataFrame


def training_after(account: Account, before: Training, today: date) -> Followed | None:
    """What `read_training` would give. None where more than some records changed, or what they change goes beyond them.

    Nothing of `before` is changed; what is the same is shared with it.
    """
    with account.read() as conn:
        athlete = athletes.load_athlete(conn, account.athlete_id)
        touched = _touched(conn, before.athlete, athlete)
        if touched is None or sum(map(len, touched.values())) > _MOST:
            return None
        now = replace(before, athlete=athlete, today=today, linked=links.linked_activities(conn, account.athlete_id))
        now = _with_activities(conn, now, touched[RecordKind.ACTIVITY])
        return _with_sessions(conn, now, touched[RecordKind.SESSION])


def _touched(conn: Connection, before: Athlete, now: Athlete) -> history.Touched | None:
    """None, too, where a copy that went on otherwise took the place of the database: its acts are not those of this one."""
    if not now.descends_from(before):
        return None
    return history.touched_since(conn, now.id, before.revision, now.revision)


def _with_activities(conn: Connection, before: Training, ids: Collection[int]) -> Training:
    if not ids:
        return before
    fresh = frames.read_activities(conn, before.athlete.id, ids)
    known = joined([before.activities, before.set_aside[list(ACTIVITIES.dtypes)]])
    every = _by_start(exchanged(known, "activity_id", ids, fresh), "activity_id")
    activities, aside = without_implausible(conn, before.athlete.id, every)
    return replace(
        before,
        activities=activities,
        set_aside=aside,
        runs_logged=logged_periods(every, before.exports),
        heart_rates=_heart_rates(conn, before, ids),
    )


def _heart_rates(conn: Connection, before: Training, ids: Collection[int]) -> pd.DataFrame:
    fresh = frames.read_heart_rates(conn, before.athlete.id, ids)
    return frames.by_activity(exchanged(before.heart_rates, "recorded_by", ids, fresh))


def _with_sessions(conn: Connection, before: Training, ids: Collection[int]) -> Followed | None:
    if not ids:
        return Followed(before, frozenset())
    logs = _logs(conn, before, ids)
    names = _names(conn, before, logs.sets)
    if names is None or _marks_otherwise(before, ids, logs) or _moves_the_usual(before, ids, logs):
        return None
    preferences = replace(
        before.preferences,
        kept=frames.read_kept_as_working(conn, before.athlete.id),
        breath_notes=_breath_notes(conn, before, ids),
    )
    counting = (logs.sessions, names, before.credits, preferences)
    now = replace(
        before,
        sessions=logs.sessions,
        sets=logs.sets,
        names=names,
        preferences=preferences,
        lifting=lifting_log_after(before.lifting, ids, logs.fresh_sets, *counting),
        body_mass=read_body_mass(conn, before.athlete.id),
    )
    earlier = before.sessions[before.sessions["session_id"].isin(list(ids))]
    return Followed(now, frozenset(earlier["local_date"]) | frozenset(logs.fresh_sessions["local_date"]))


def _logs(conn: Connection, before: Training, ids: Collection[int]) -> _Logs:
    fresh_sessions = frames.read_sessions(conn, before.athlete.id, ids)
    fresh_sets = frames.read_sets(conn, before.athlete.id, ids)
    sessions = _by_start(exchanged(before.sessions, "session_id", ids, fresh_sessions), "session_id")
    sets = exchanged_in_order(before.sets, ids, fresh_sets, sessions["session_id"])
    return _Logs(sets, sessions, fresh_sets, fresh_sessions)


def _marks_otherwise(before: Training, ids: Collection[int], logs: _Logs) -> bool:
    """Whether a source marks set types now and did not, or the other way round. Most acts change neither."""
    earlier = typed_sources(before.sets[before.sets["session_id"].isin(list(ids))], before.sessions)
    fresh = typed_sources(logs.fresh_sets, logs.fresh_sessions)
    if fresh <= before.lifting.typed and earlier <= fresh:
        return False
    return typed_sources(logs.sets, logs.sessions) != before.lifting.typed


def _moves_the_usual(before: Training, ids: Collection[int], logs: _Logs) -> bool:
    """Whether easy sets of other sessions may count otherwise, as the usual load of an exercise is that of several sessions."""
    asked = easy_few_reps(logs.sets, before.preferences.conventions)
    if not asked.any():
        return False
    earlier = before.sets.loc[before.sets["session_id"].isin(list(ids)), "exercise_name"]
    touched = {*earlier, *logs.fresh_sets["exercise_name"]}
    return bool(logs.sets.loc[asked, "exercise_name"].isin(list(touched)).any())


def _names(conn: Connection, before: Training, sets: pd.DataFrame) -> pd.DataFrame | None:
    """NAMES of the sets; None where a name that was there means something else, as together they say their language."""
    asked = sets["exercise_name"].unique()
    if list(asked) == list(before.names["exercise_name"]):
        return before.names
    own = before.own
    names = resolve_names(asked, frames.read_aliases(conn, before.athlete.id), own.exercises, own.taught)
    was, now = (each.set_index("exercise_name") for each in (before.names, names))
    known = was.index.intersection(now.index)
    return names if was.loc[known].equals(now.loc[known]) else None


def _breath_notes(conn: Connection, before: Training, ids: Collection[int]) -> pd.DataFrame:
    fresh = frames.read_breath_notes(conn, before.athlete.id, ids)
    notes = exchanged(before.preferences.breath_notes, "session_id", ids, fresh)
    return notes.sort_values(["session_id", "position"], ignore_index=True)


def _by_start(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    return frame.sort_values(["local_start", key], ignore_index=True)

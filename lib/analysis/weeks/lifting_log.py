"""The strength log after counting: the frames that most strength metrics start from."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import pandas as pd

from lib.analysis.counting.count_sets import NOTHING_SAID, CountingPreferences, count_sets
from lib.analysis.counting.coverage import logged_periods
from lib.analysis.counting.patching import exchanged, exchanged_in_order
from lib.analysis.counting.warm_ups import typed_sources
from lib.analysis.muscles.weekly_sets import muscle_sets
from lib.analysis.weeks.strength import strength_sessions, sums_by_log
from lib.model.frames.logs import EXPORTS


@dataclass(frozen=True, slots=True, eq=False)
class LiftingLog:
    """COUNTED_SETS, MUSCLE_SETS, STRENGTH_SESSIONS and the PERIODS that the lifting logs cover.

    sums: LOG_SUMS by session_id. typed: the sources that mark set types. exports: EXPORTS.
    """

    counted: pd.DataFrame
    muscle_sets: pd.DataFrame
    strength_sessions: pd.DataFrame
    periods: pd.DataFrame
    sums: pd.DataFrame
    typed: frozenset[str]
    exports: pd.DataFrame


def lifting_log(
    sets: pd.DataFrame,
    sessions: pd.DataFrame,
    names: pd.DataFrame,
    credit_table: pd.DataFrame,
    preferences: CountingPreferences = NOTHING_SAID,
    exports: pd.DataFrame | None = None,
) -> LiftingLog:
    """SETS and SESSIONS counted by NAMES and CREDITS, as the person wants them counted. exports: EXPORTS."""
    dated = EXPORTS.empty() if exports is None else exports
    typed = typed_sources(sets, sessions)
    counted = count_sets(sets, names, sessions, preferences, typed)
    by_muscle = muscle_sets(counted, credit_table)
    sums = sums_by_log(counted, credit_table)
    bouts, periods = strength_sessions(sums, sessions), logged_periods(sessions, dated)
    return LiftingLog(counted, by_muscle, bouts, periods, sums, typed, dated)


def lifting_log_after(
    before: LiftingLog,
    ids: Collection[int],
    fresh: pd.DataFrame,
    sessions: pd.DataFrame,
    names: pd.DataFrame,
    credit_table: pd.DataFrame,
    preferences: CountingPreferences = NOTHING_SAID,
) -> LiftingLog:
    """What `lifting_log` would give, with only some sessions counted anew.

    ids:   of the sessions that may differ. fresh: SETS of those of them that are there, in the order of SESSIONS.
    Sources that mark set types, names that were there and all that the person said must be what they were.
    """
    counted = count_sets(fresh, names, sessions, _of_sessions(preferences, ids), before.typed)
    by_muscle = muscle_sets(counted, credit_table)
    sums = exchanged(before.sums, "session_id", ids, sums_by_log(counted, credit_table))
    sums = sums.sort_values("session_id", ignore_index=True)
    order = sessions["session_id"]
    return LiftingLog(
        exchanged_in_order(before.counted, ids, counted, order),
        exchanged_in_order(before.muscle_sets, ids, by_muscle, order),
        strength_sessions(sums, sessions),
        logged_periods(sessions, before.exports),
        sums,
        before.typed,
        before.exports,
    )


def _of_sessions(preferences: CountingPreferences, ids: Collection[int]) -> CountingPreferences:
    """Only the notes of these sessions: each note is read."""
    notes = preferences.breath_notes
    return replace(preferences, breath_notes=notes[notes["session_id"].isin(list(ids))])

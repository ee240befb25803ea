"""Session loads of an athlete, bout by bout and week by week, and as plain data."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from lib.analysis.counting.coverage import logged_periods
from lib.analysis.session_load.bouts import session_loads
from lib.analysis.session_load.weekly import weekly_session_loads
from lib.analysis.weeks.strength import without_sets
from lib.model.weeks import dense_weeks
from lib.services.queries.training import Training


def session_loads_of(training: Training) -> pd.DataFrame:
    """SESSION_LOADS of the athlete."""
    return session_loads(training.activities, training.sessions, training.linked)


def weekly_loads_of(training: Training, loads: pd.DataFrame) -> pd.DataFrame:
    """WEEKLY_SESSION_LOADS up to the week of today. loads: SESSION_LOADS.

    Lifting is covered by the lifting logs, and from the first to the last strength row that a run source has without sets.
    """
    bare = logged_periods(without_sets(training.activities, training.linked))
    lifting = training.lifting.periods if bare.empty else pd.concat([training.lifting.periods, bare], ignore_index=True)
    return weekly_session_loads(loads, training.runs_logged, lifting, training.today, training.athlete.first_weekday)


def load_json(training: Training, start: date | None = None, end: date | None = None) -> dict[str, Any]:
    """Dense weeks, oldest first; start and end narrow or widen the range. null is not known.

    A week beyond the logs has no load at all.
    """
    weeks = weekly_loads_of(training, session_loads_of(training))
    if weeks.empty and not (start and end):
        return {"weeks": []}
    first = start or weeks["week_start"].iloc[0].date()
    last = end or weeks["week_start"].iloc[-1].date()
    if first > last:
        return {"weeks": []}
    asked = weeks.set_index("week_start").reindex(dense_weeks(first, last, training.athlete.first_weekday))
    return {"weeks": [_week(day, row) for day, row in zip(asked.index, asked.to_dict("records"), strict=True)]}


def _week(day: pd.Timestamp, row: Mapping[Hashable, Any]) -> dict[str, Any]:
    return {
        "week_start": day.date().isoformat(),
        **{name: _known(row[name]) for name in ("running", "lifting", "sum", "usual")},
        **{name: int(_known(row[name]) or 0) for name in ("logged", "estimated", "missing")},
        "logged_share": _known(row["logged_share"], 3),
        "complete": row["complete"] is True,
    }


def _known(value: float, digits: int = 1) -> float | None:
    return None if pd.isna(value) else round(float(value), digits)

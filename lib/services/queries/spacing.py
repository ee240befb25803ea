"""How far leg sessions and hard runs are apart, for one athlete."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from lib.analysis.spacing.leg_spacing import leg_spacing
from lib.analysis.spacing.summary import summary
from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.effort_minutes import effort_minutes
from lib.analysis.weeks.running import only_runs
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.queries.training import Training
from lib.services.queries.weekly import first_day

Row = Mapping[Hashable, Any]


def spacing_of(training: Training) -> pd.DataFrame:
    """LEG_SPACING of all lower-body sessions."""
    sessions = training.lifting.strength_sessions
    runs = only_runs(training.activities)
    return leg_spacing(sessions, runs, training.verdicts, training.runs_logged, training.home_zones)


def minutes_of(training: Training) -> pd.DataFrame:
    """EFFORT_MINUTES over the weeks of the training."""
    runs, weekday = only_runs(training.activities), training.athlete.first_weekday
    return effort_minutes(runs, training.verdicts, training.runs_logged, training.today, weekday, first_day(training))


def spacing_json(
    spacing: pd.DataFrame, start: date | None, end: date | None, says: Callable[[Row], str]
) -> dict[str, Any]:
    """LEG_SPACING of some days as plain data, oldest first. says: a row in words."""
    days = spacing.assign(local_date=spacing["local_start"].dt.normalize())
    chosen = on_days(days, start, end)
    before, after = summary(chosen)
    return {
        "sessions": [_session(row, says(row)) for row in chosen.to_dict("records")],
        "summary": {
            "at_least_24_before": before.at_least_24,
            "closer_before": before.closer,
            "unknown_before": before.unknown,
            "none_before": before.none,
            "at_least_24_after": after.at_least_24,
            "at_least_48_after": after.at_least_48,
            "closer_after": after.closer,
            "unknown_after": after.unknown,
            "none_after": after.none,
        },
    }


def _session(row: Row, says: str) -> dict[str, Any]:
    start = row["local_start"].to_pydatetime()
    return {
        "id": str(RecordId(RecordKind.SESSION, row["session_id"])),
        "start": start.isoformat() if row["timed"] else start.date().isoformat(),
        "before_h": _hours(row["before_h"]),
        "after_h": _hours(row["after_h"]),
        "before": row["before"],
        "after": row["after"],
        "says": says,
    }


def _hours(value: float) -> float | None:
    return None if pd.isna(value) else round(float(value), 2)

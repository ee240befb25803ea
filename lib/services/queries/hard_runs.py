"""The runs that count with their verdicts, for lists and the command line."""

from datetime import date
from typing import Any

import pandas as pd

from lib.analysis.weeks.days import on_days
from lib.model.record_id import RecordId
from lib.model.vocabulary import Precision, RecordKind
from lib.services.queries.training import Training


def runs_with_verdicts(training: Training, first: date | None = None, last: date | None = None) -> pd.DataFrame:
    """ACTIVITIES that are runs of these days, newest first, with the columns of RUN_VERDICTS."""
    runs = training.verdicts.merge(training.activities, on="activity_id")
    return on_days(runs, first, last).iloc[::-1].reset_index(drop=True)


def hard_json(runs: pd.DataFrame) -> list[dict[str, Any]]:
    """Runs with their verdicts as plain data, in their order."""
    return [
        {
            "id": str(RecordId(RecordKind.ACTIVITY, row["activity_id"])),
            "start": _start(row["local_start"], row["precision"]),
            "title": row["title"],
            "verdict": row["verdict"],
            "rule": row["rule"],
        }
        for row in runs.to_dict("records")
    ]


def _start(start: pd.Timestamp, precision: str) -> str:
    return start.date().isoformat() if precision == Precision.DATE else start.isoformat()

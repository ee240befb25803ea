"""The other records of the day of an open one: what it may be joined or merged with."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.analysis.records.choose import BINNED
from lib.model.athlete import Athlete
from lib.model.region import clock
from lib.model.vocabulary import Precision, RecordKind
from lib.services.editing.view import RecordView
from lib.ui.kit.record_sources import source_title
from lib.ui.shell import queries
from lib.wording.format import counted, distance, duration


def listed(kind: RecordKind) -> pd.DataFrame:
    """LISTED_ACTIVITIES or LISTED_SESSIONS."""
    return queries.listed_activities() if kind is RecordKind.ACTIVITY else queries.listed_sessions()


def others_of_day(view: RecordView) -> pd.DataFrame:
    """The rows of the records of the same kind and day that are no records of its bout and not in the bin."""
    every = listed(view.id.kind)
    day = pd.Timestamp(view.row["start_local"]).normalize()
    on_day = every["local_start"].between(day, day + pd.Timedelta(days=1), inclusive="left")
    known = [str(each) for each in (view.id, *view.bout)]
    return every[on_day & ~every["id"].isin(known) & (every["why_not"] != BINNED)]


def labels(rows: pd.DataFrame, athlete: Athlete) -> dict[str, str]:
    """Each record in a few words, by its id: "08:00 · Along the river · 8.02 km · Strava"."""
    return {row["id"]: label(row, athlete) for row in rows.to_dict("records")}


def label(row: Mapping[Any, Any], athlete: Athlete) -> str:
    """One record in a few words. row: of LISTED_ACTIVITIES or LISTED_SESSIONS."""
    start = row["local_start"]
    metres, seconds = (_known(row.get(name)) for name in ("distance_m", "elapsed_s"))
    words = [
        "" if row["precision"] == Precision.DATE else clock(start.time()),
        row["title"] or row.get("sport", ""),
        distance(metres, athlete.distance_unit, 2) if metres else "",
        counted(row["sets"], "set", "sets") if "sets" in row else "",
        duration(seconds) if seconds and not metres else "",
        source_title(row["source"]),
    ]
    return " · ".join(filter(None, words))


def _known(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else value

"""Leg sessions with their gaps, and the runs around one, as tables in the person's words. Pure: no Streamlit here."""

from collections.abc import Mapping

import pandas as pd

from lib.model import region
from lib.model.units import METRES_PER
from lib.model.vocabulary import VERDICT_NAMES, DistanceUnit, RecordKind
from lib.wording.detail_tables import HOW_HARD, RECORD, record_ids
from lib.wording.run_columns import MOVING, moving_times
from lib.wording.run_verdicts import reason
from lib.wording.spacing_words import RunWords, gap

HARD_BEFORE, HARD_AFTER = "Since the last hard run", "To the next hard run"


def run_words(activities: pd.DataFrame) -> dict[int, RunWords]:
    """The title and the day (without its year, which is near) of each run by its id. activities: ACTIVITIES."""
    days = activities["local_date"].dt.date
    return {
        number: RunWords(title, region.day_of_year(day))
        for number, title, day in zip(activities["activity_id"], activities["title"], days, strict=True)
    }


def legs_table(spacing: pd.DataFrame, runs: Mapping[int, RunWords]) -> pd.DataFrame:
    """LEG_SPACING newest first. runs: by activity_id."""
    rows = spacing.iloc[::-1].to_dict("records")
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.SESSION, spacing["session_id"].iloc[::-1]).to_list(),
            "Date": [row["local_start"].date() for row in rows],
            HARD_BEFORE: [gap(row, "before", runs.get(row["before_id"])) for row in rows],
            HARD_AFTER: [gap(row, "after", runs.get(row["after_id"])) for row in rows],
            "Session": [row["title"] for row in rows],
            "Lower-body sets": [row["lower_sets"] for row in rows],
            "Contacts": [row["contacts"] for row in rows],
        }
    ).pipe(_without_contacts)


def verdicts_table(runs: pd.DataFrame, verdicts: pd.DataFrame, unit: DistanceUnit) -> pd.DataFrame:
    """Runs with how hard each was and what says so, newest first. runs: ACTIVITIES that are runs; verdicts: RUN_VERDICTS."""
    newest = runs.iloc[::-1]
    told = verdicts.set_index("activity_id").reindex(newest["activity_id"])
    return pd.DataFrame(
        {
            RECORD: record_ids(RecordKind.ACTIVITY, newest["activity_id"]).to_list(),
            "Date": newest["local_date"].dt.date.to_list(),
            "Run": newest["title"].to_list(),
            HOW_HARD: told["verdict"].map(VERDICT_NAMES).to_list(),
            "Because": [reason(rule, why) for rule, why in zip(told["rule"], told["why"], strict=True)],
            f"Distance ({unit})": (newest["distance_m"] / METRES_PER[unit]).round(2).to_list(),
            MOVING: list(moving_times(newest["moving_s"].fillna(newest["elapsed_s"]))),
        }
    )


def _without_contacts(table: pd.DataFrame) -> pd.DataFrame:
    return table if table["Contacts"].gt(0).any() else table.drop(columns="Contacts")

"""The lists of runs and of strength sessions as tables in the person's words and units. Pure: no Streamlit here."""

from collections.abc import Callable, Mapping

import pandas as pd

from lib.model.units import METRES_PER
from lib.model.vocabulary import DistanceUnit, Precision, RecordKind
from lib.wording.detail_tables import HOW_HARD, RECORD, record_ids
from lib.wording.record_words import SPORT_WORDS
from lib.wording.run_columns import MOVING, ascents, moving_times, pace_column, paces
from lib.wording.run_verdicts import how_hard

TIME = "Time"
COUNTS = "Counts"  # a word here, not a number as in tables of sets


_MAY_BE_LEFT_OUT = (
    HOW_HARD,
    "Heart rate",
    "Ascent",
    "Effort",
    "RPE",
    "Shoes",
    "Length",
    "Edited",
)  # where nobody says any


def runs_list(
    listed: pd.DataFrame, unit: DistanceUnit, titles: Callable[[str], str], verdicts: pd.DataFrame
) -> pd.DataFrame:
    """LISTED_ACTIVITIES as people read it, in the order given. titles: how a source is called. verdicts: RUN_VERDICTS."""
    hard = how_hard(verdicts)
    hard = hard.set_axis(record_ids(RecordKind.ACTIVITY, pd.Series(hard.index, dtype="int64")))
    time_s = listed["moving_s"].fillna(listed["elapsed_s"])
    per = METRES_PER[unit]
    table = pd.DataFrame(
        {
            RECORD: listed["id"],
            "Date": listed["local_start"].dt.date,
            "Title": listed["title"],
            f"Distance ({unit})": (listed["distance_m"] / per).round(2),
            MOVING: moving_times(time_s),
            pace_column(unit): paces(listed["distance_m"] / per, time_s),
            HOW_HARD: hard.reindex(listed["id"]).fillna("").set_axis(listed.index),
            "Heart rate": listed["heart_rate_bpm"].round(0),
            **ascents(listed["ascent_m"], unit),
            "Sport": listed["sport"].map(SPORT_WORDS),
            "Effort": listed["effort"],
            "RPE": listed["session_rpe"],
            "Shoes": listed["gear"],
            **_last_columns(listed, titles),
        }
    )
    return _without_empty(table)


def sessions_list(listed: pd.DataFrame, titles: Callable[[str], str]) -> pd.DataFrame:
    """LISTED_SESSIONS as people read it, in the order given."""
    table = pd.DataFrame(
        {
            RECORD: listed["id"],
            "Date": listed["local_start"].dt.date,
            "Title": listed["title"],
            "Sets": listed["sets"],
            "Exercises": listed["exercises"],
            "Length (min)": (listed["elapsed_s"] / 60).round(0),
            "RPE": listed["session_rpe"],
            **_last_columns(listed, titles),
        }
    )
    return _without_empty(table)


def _without_empty(table: pd.DataFrame) -> pd.DataFrame:
    """Without the columns in which no row says anything, of those that a list can do without."""
    says = {name: bool((table[name].notna() & (table[name] != "")).any()) for name in table}
    return table[[name for name in table if says[name] or not str(name).startswith(_MAY_BE_LEFT_OUT)]]


def _last_columns(listed: pd.DataFrame, titles: Callable[[str], str]) -> Mapping[str, pd.Series]:
    sources = {each: ", ".join(map(titles, each.split(", "))) for each in listed["sources"].unique()}
    return {
        TIME: _times(listed),
        "Source": listed["sources"].map(sources).astype("str"),
        COUNTS: listed["why_not"].where(listed["why_not"] != "", "yes"),
        "Edited": listed["edited"].map({True: "by you", False: ""}).astype("str"),
    }


def _times(listed: pd.DataFrame) -> pd.Series:
    """When it started; nothing where only the day is known."""
    clock = listed["local_start"].dt.time.astype(object)
    known: pd.Series = clock.where(listed["precision"] != Precision.DATE, None)
    return known

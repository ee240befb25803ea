"""The list of runs and other activities: what is wanted of it, what that adds up to, and the rows."""

from datetime import date

import pandas as pd
import streamlit as st

from lib.analysis.records import choose
from lib.analysis.records.choose import Only, Order, Wanted
from lib.analysis.records.doubtful import doubtful_activities
from lib.model.athlete import Athlete
from lib.model.vocabulary import RecordKind
from lib.services.queries.overlaps import records_of
from lib.ui.kit import overlaps, parts, record_columns, record_filter
from lib.ui.kit.record_sources import source_title, source_titles
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording import record_lists, record_tables
from lib.wording.record_words import SPORT_WORDS

_ORDERS = (Order.NEWEST, Order.OLDEST, Order.LONGEST, Order.FASTEST, Order.CLIMB)


def marked() -> pd.DataFrame:
    """LISTED_ACTIVITIES and why each looks wrong."""
    return queries.once("activities with doubts", lambda: _marked(queries.listed_activities()))


def wanted(listed: pd.DataFrame, today: date) -> Wanted:
    """What the controls above the list say."""
    search = record_filter.search("runs_search", "A title, a note, shoes")
    with st.container(horizontal=True, gap="small", key="runs_filter"):
        years = sorted(set(listed["local_start"].dt.year), reverse=True)
        first, last = record_filter.days("runs_range", years, today)
        sports = {each: SPORT_WORDS[each] for each in listed["sport"].value_counts().index}
        sport = record_filter.one_of("Sport", "Every sport", sports, "runs_sport")
        source = record_filter.one_of("Source", "Every source", source_titles(listed["sources"]), "runs_source")
        order = record_filter.order("runs_order", _ORDERS)
    only = record_filter.only("runs_only")
    return Wanted(search, first, last, sport, source, None, only, order)


def show(listed: pd.DataFrame, athlete: Athlete, said: Wanted) -> None:
    """What is wanted: its sum, the way to a file, and the rows, each of which opens its record."""
    unsure = records_of(overlaps.unsure(RecordKind.ACTIVITY)) if Only.OVERLAPS in said.only else frozenset()
    unit = athlete.distance_unit
    rows, total, note = queries.once(
        "runs listed",
        lambda: _rows(choose.choose(listed, said, unsure), athlete, queries.training().verdicts),
        said,
        unit,
    )
    parts.rows_behind(
        rows,
        total=total,
        nothing="Nothing of that is in your log. Fewer words or a longer range find more.",
        file_name="runs.csv",
        key="runs_csv",
        note=note,
        height=560,
        column_config=record_columns.times(),
    )


def _marked(listed: pd.DataFrame) -> pd.DataFrame:
    return listed.assign(doubt=doubtful_activities(listed))


def _rows(chosen: pd.DataFrame, athlete: Athlete, verdicts: pd.DataFrame) -> tuple[pd.DataFrame, str, str]:
    table = record_tables.runs_list(chosen, athlete.distance_unit, source_title, verdicts)
    doubts = chosen["doubt"]
    if (doubts != "").any():
        table.insert(3, "Looks wrong", doubts)
    found = choose.totals(chosen)
    runs = (
        say.counted(found.records, "run", "runs") if found.counted else say.counted(found.records, "record", "records")
    )
    total = f"**{runs}, {say.distance(found.distance_m, athlete.distance_unit)}, {say.duration(found.time_s)}**"
    return table, total, record_lists.which_count(chosen, found, "as running")

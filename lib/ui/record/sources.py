"""What each source said of a bout, a column each, beside what counts."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lib.model.athlete import Athlete
from lib.model.clock import HomeZones
from lib.model.vocabulary import RecordKind
from lib.services.editing.edit import shown_fields
from lib.services.editing.view import RecordView
from lib.store.records.merging import Content
from lib.ui.kit import tables
from lib.ui.kit.record_sources import source_title, time_word
from lib.wording.format import NOTHING, day, number
from lib.wording.record_words import FIELD_TITLES, pace, set_count, value

YOURS = "Counts"
_SAID = "What it says"


def show(view: RecordView, others: Sequence[RecordView], athlete: Athlete, home: HomeZones) -> None:
    """The table, and below it the imports that had the record."""
    table = sources_table(view, others, athlete)
    pinned = {_SAID: st.column_config.TextColumn(pinned=True)}
    tables.show(table, height="content", alt="What counts and what each source said.", column_config=pinned)
    if view.sayings:
        with st.expander(f"Imports that had it ({len(view.sayings)})"):
            tables.show(imports_table(view, athlete, home), alt="Imports that had this record.")


def sources_table(view: RecordView, others: Sequence[RecordView], athlete: Athlete) -> pd.DataFrame:
    """One row a field that anybody says something of. others: the other records of the bout."""
    columns = {YOURS: _now(view, athlete)}
    for each in (view, *others):
        columns[_name(each, columns)] = _said(each.by_sources, each.id.kind, athlete)
    word = time_word([each.row["source"] for each in (view, *others)])
    table = pd.DataFrame(columns).fillna(NOTHING).rename(index={FIELD_TITLES["moving"]: word})
    table = table[(table != NOTHING).any(axis="columns")]
    return table.rename_axis(_SAID).reset_index()


def imports_table(view: RecordView, athlete: Athlete, home: HomeZones) -> pd.DataFrame:
    """What each import said of the fields in which they differ, newest first; one row an import."""
    said = [_said(each.content, view.id.kind, athlete) for each in view.sayings]
    differ = [name for name in said[0] if len({each[name] for each in said}) > 1]
    rows = [
        {"Import": day(home.local(each.at).date()), "Files": each.files, **{name: words[name] for name in differ}}
        for each, words in zip(view.sayings, said, strict=True)
    ]
    return pd.DataFrame(rows)


def _name(view: RecordView, taken: Mapping[str, Any]) -> str:
    name = source_title(view.row["source"])
    return f"{name}, {view.id}" if name in taken else name


def _now(view: RecordView, athlete: Athlete) -> dict[str, str]:
    sets = view.sets.placed if view.sets else None
    return _words(view.fields, view.row, sets, athlete)


def _said(content: Content, kind: RecordKind, athlete: Athlete) -> dict[str, str]:
    return _words(shown_fields(content, kind), content, content.get("sets"), athlete)


def _words(
    fields: Mapping[str, Any], row: Mapping[str, Any], sets: Sequence[Any] | None, athlete: Athlete
) -> dict[str, str]:
    words = {FIELD_TITLES[name]: value(name, said, athlete) for name, said in fields.items()}
    if sets is not None:
        return words | {"Sets": set_count(sets)}
    seconds = row.get("moving_s") or row.get("elapsed_s")
    beats = row.get("heart_rate_bpm")
    return words | {
        "Pace": pace(row.get("distance_m"), seconds, athlete.distance_unit),
        "Heart rate": f"{number(beats, '.0f')} bpm" if beats else NOTHING,
    }

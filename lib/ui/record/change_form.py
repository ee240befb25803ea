"""The fields of a record, to be changed. What nobody touched keeps following its sources."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.model import region
from lib.model.athlete import Athlete
from lib.model.errors import StoreError, TrainingDataError
from lib.model.limits import MAX_NAME, MAX_NOTE
from lib.model.vocabulary import Effort, RecordKind, Sport
from lib.services.editing.edit import ChangedElsewhere, edit
from lib.services.editing.view import RecordView, view_record
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.kit.record_sources import time_word
from lib.ui.record import base, typed
from lib.ui.record.base import Base
from lib.wording.record_words import EFFORT_WORDS, FIELD_TITLES, SPORT_WORDS, value
from lib.wording.text import plain

_WIDTH = 148  # two abreast in a dialog on a phone
_NO_EFFORT = "not said"


def show(account: Account, athlete: Athlete, view: RecordView, shoes: Sequence[str]) -> None:
    """The form, and what became of it above. shoes: the pairs that are known."""
    shown = base.base_of(view)
    before = typed.texts_of(shown.fields, athlete)
    said = st.container()
    with st.form(f"{shown.key}_fields", border=False):
        texts = _fields(before, view, athlete, shoes, shown.key)
        st.caption("An emptied field says that there is none. What you leave alone keeps following its source.")
        save = writing.submit("Save", type="primary", icon=":material/save:")
    if save:
        with said:
            _save(account, athlete, shown, typed.changed(before, texts, athlete))


def _save(account: Account, athlete: Athlete, shown: Base, changed: Mapping[str, str]) -> None:
    if not changed:
        st.info("Nothing is different from what was there.")
        return
    try:
        entry = edit(account, shown.record, changed, seen=shown.seen)
    except ChangedElsewhere as error:
        shown.saw(view_record(account, shown.record))
        st.warning(elsewhere(error, athlete))
    except StoreError:
        raise
    except TrainingDataError as error:
        st.error(plain(str(error), longest=400))
    else:
        base.stored("Saved." if entry else "Nothing is different from what was there.")


def elsewhere(error: ChangedElsewhere, athlete: Athlete) -> str:
    """What another tab or program changed meanwhile, in a sentence."""
    told = "; ".join(
        f"{FIELD_TITLES[name].lower()} was {plain(value(name, was, athlete))} and is {plain(value(name, now, athlete))} now"
        for name, (was, now) in error.changes.items()
    )
    return f"This record was changed elsewhere: {told}. What you typed is still here; save again to keep it."


def _fields(
    before: Mapping[str, str], view: RecordView, athlete: Athlete, shoes: Sequence[str], key: str
) -> dict[str, str]:
    texts = {"title": st.text_input("Title", before["title"], max_chars=MAX_NAME, key=f"{key}_title")}
    with st.container(horizontal=True, gap="small"):
        texts["start"] = _start(before["start"], key)
        if view.id.kind is RecordKind.ACTIVITY:
            texts |= _of_activity(before, view.row["source"], athlete, shoes, key)
        else:
            texts["elapsed"] = _text("elapsed", before, key, "1:05:00 or 65 min")
        texts["rpe"] = _rpe(before["rpe"], key)
    texts["notes"] = st.text_area("Notes", before["notes"], max_chars=MAX_NOTE, height=80, key=f"{key}_notes")
    return texts


def _start(before: str, key: str) -> str:
    day = st.date_input(
        "Day", typed.day_of(before), format=region.current().typed, required=True, width=_WIDTH, key=f"{key}_day"
    )
    at = st.time_input(
        "Start",
        typed.time_of(before),
        step=60,
        format="12h" if region.current().twelve_hours else "24h",
        width=_WIDTH,
        key=f"{key}_time",
    )
    return typed.start_text(before, day, at)


def _of_activity(
    before: Mapping[str, str], source: str, athlete: Athlete, shoes: Sequence[str], key: str
) -> dict[str, str]:
    sports = list(map(str, Sport))
    efforts = ["", *map(str, Effort)]
    pairs = sorted({*shoes, before["shoes"]} - {""}, key=str.casefold)
    return {
        "sport": st.selectbox(
            "Sport",
            sports,
            index=sports.index(before["sport"]),
            format_func=SPORT_WORDS.__getitem__,
            width=_WIDTH,
            key=f"{key}_sport",
        ),
        "distance": _text("distance", before, key, "8.2", unit=athlete.distance_unit),
        "moving": _text("moving", before, key, "45:00 or 45 min", title=time_word([source])),
        "elapsed": _text("elapsed", before, key, "47:30"),
        "ascent": st.text_input(typed.label_of_ascent(athlete), before["ascent"], width=_WIDTH, key=f"{key}_ascent"),
        "effort": st.selectbox(
            "Effort",
            efforts,
            index=efforts.index(before["effort"]),
            format_func=lambda each: EFFORT_WORDS.get(each, _NO_EFFORT),
            width=_WIDTH,
            key=f"{key}_effort",
        ),
        "shoes": st.selectbox(
            "Shoes",
            pairs,
            index=pairs.index(before["shoes"]) if before["shoes"] else None,
            accept_new_options=True,
            placeholder="A pair, or a new name",
            width=_WIDTH,
            key=f"{key}_shoes",
        )
        or "",
    }


def _text(name: str, before: Mapping[str, str], key: str, example: str, unit: str = "", title: str = "") -> str:
    label = f"{title or FIELD_TITLES[name]} ({unit})" if unit else title or FIELD_TITLES[name]
    return st.text_input(label, before[name], placeholder=example, width=_WIDTH, key=f"{key}_{name}") or ""


def _rpe(before: str, key: str) -> str:
    found = st.number_input(
        "Session RPE (0–10)",
        min_value=0.0,
        max_value=10.0,
        value=float(before) if before else None,
        step=0.5,
        format="%g",
        width=_WIDTH,
        key=f"{key}_rpe",
        help="How hard the whole bout felt, from 0 (rest) to 10 (maximal).",
    )
    return "" if found is None else f"{found:g}"

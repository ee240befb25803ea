"""The part of the page How we count that says what was taken for a warm-up, and takes it back."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.counting.rule_trace import ramp_ups
from lib.services.preferences import counting
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import parts, writing
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording.text import plain

SHOWN = 30


def show(account: Account, training: Training) -> None:
    """Sessions and exercises with unmarked warm-ups, newest first, each to be taken back or left."""
    parts.section(
        "Unmarked warm-ups",
        "Looked for only in logs that mark no set as a warm-up, drop or failure set. Your word holds for one exercise in "
        "one session, also after a new import.",
    )
    if not training.preferences.conventions.infer_warm_ups:
        st.markdown("You switched this off under *Conventions*: every set counts.")
        return
    found = queries.once(
        "ramp ups",
        lambda: ramp_ups(training.sets, training.sessions, training.preferences.kept, training.preferences.conventions),
    )
    if found.empty:
        st.markdown("None: your logs mark their warm-ups, or no set is that much lighter than the heaviest one.")
        return
    st.caption(_how_many(found))
    for row in found.head(SHOWN).to_dict("records"):
        _ramp_up(account, training, row)


def _how_many(found: pd.DataFrame) -> str:
    listed = f"The newest {SHOWN} of {say.count(len(found))}" if len(found) > SHOWN else f"{len(found)} in all"
    kept = int(found["kept"].sum())
    return f"{listed}, {kept} of them working sets by your word." if kept else f"{listed}."


def _ramp_up(account: Account, training: Training, row: dict[Any, Any]) -> None:
    unit = training.athlete.weight_unit
    said = f"{say.counted(row['rows'], 'set', 'sets')} up to {say.load(row['heaviest_kg'], unit)}, "
    said += f"heaviest {say.load(row['top_kg'], unit)}"
    key = f"{row['session_id']}_{row['exercise_name']}"
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        words = f"{say.day(row['local_date'].date())} · **{plain(row['exercise_name'])}** · {said}"
        st.markdown(f"{words} · working sets" if row["kept"] else f":gray[{words}]", width="content")
        writing.button(
            "Take back" if row["kept"] else "These were working sets",
            key=f"ramp_{key}",
            type="tertiary",
            on_click=counting.take_for_warm_ups if row["kept"] else counting.keep_as_working,
            args=(account, row["session_id"], row["exercise_name"]),
        )

"""The parts of the page How we count that change something: conventions, and what was taken for a warm-up."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.counting.rule_trace import ramp_ups
from lib.model.conventions import CONVENTIONS, Convention, values_of
from lib.services.preferences import counting
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import parts, writing
from lib.ui.shell import boundary, queries
from lib.wording import format as say
from lib.wording.helper_words import grade_words
from lib.wording.text import plain

SHOWN = 30


def conventions(account: Account, training: Training) -> None:
    """Every number that could as well be another: its value, its default, how well it is supported."""
    parts.section(
        "Conventions",
        "Change one and all of your history is counted anew; nothing of your log is altered. Evidence D is a convention.",
    )
    values = values_of(training.preferences.conventions)
    for position in range(0, len(CONVENTIONS), 2):
        for column, convention in zip(st.columns(2), CONVENTIONS[position : position + 2], strict=False):
            with column, st.container(border=True, height="stretch"):
                _convention(account, convention, values[convention.name])


def warm_ups(account: Account, training: Training) -> None:
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


def _convention(account: Account, convention: Convention, value: float) -> None:
    _widget(account, convention, value)
    st.caption(f"{convention.why} Default {_default(convention)}, {grade_words(convention.grade)}.")
    if value != convention.default:
        writing.button(
            "Back to the default",
            key=f"reset_{convention.name}",
            type="tertiary",
            on_click=counting.reset_convention,
            args=(account, convention.name),
        )


def _widget(account: Account, convention: Convention, value: float) -> None:
    """The key has the value in it, so that a reset shows the default again, and a change that was not stored is taken back."""
    key = f"convention_{convention.name}_{value:g}_{boundary.failed_writes()}"
    change = writing.control(on_change=_set, args=(account, convention, key), key=key)
    if convention.is_switch:
        st.toggle(convention.title, bool(value), **change)
        return
    factor = 100.0 if convention.percent else 1.0
    st.number_input(
        convention.title,
        min_value=convention.low * factor,
        max_value=convention.high * factor,
        value=round(value * factor, 6),
        step=convention.step * factor,
        format="%g",
        **change,
    )


def _set(account: Account, convention: Convention, key: str) -> None:
    chosen = float(st.session_state[key])
    counting.set_convention(account, convention.name, chosen / 100 if convention.percent else chosen)


def _default(convention: Convention) -> str:
    if convention.is_switch:
        return "on" if convention.default else "off"
    return say.share(convention.default) if convention.percent else say.number(convention.default)


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

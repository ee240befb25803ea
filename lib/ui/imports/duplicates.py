"""Bouts that came from two sources: what is stored, decided with one click."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.duplicates import DuplicatePair
from lib.model.vocabulary import DuplicateVerdict
from lib.services.bouts.choices import (
    decide_duplicate,
    forget_decision,
    list_counted_apart,
    list_duplicates,
)
from lib.store.account import Account
from lib.ui.imports.duplicate_rules import show_rules
from lib.ui.imports.sources import record, source_title
from lib.ui.kit import parts, writing
from lib.wording.duplicate_words import bout, differences

AT_ONCE: Final = 10
SHOWN: Final = "duplicates_shown"
SAID: Final = "duplicates_said"


def show_stored(account: Account, athlete: Athlete) -> None:
    """What is stored: every pair with its two buttons, the newest first, and what was decided."""
    sentence = st.session_state.pop(SAID, None)
    if sentence:
        st.toast(sentence, icon=":material/check:")
    pairs, apart = list_duplicates(account), list_counted_apart(account)
    if not pairs and not apart:
        return
    parts.section(
        "Bouts that came from two sources",
        "Each counts once. What you decide holds when the files come again.",
    )
    changed = show_rules(account, pairs)
    if changed:
        _done(changed)
    shown = st.session_state.get(SHOWN, AT_ONCE)
    for pair in pairs[:shown]:
        _show_pair(account, athlete, pair)
    if len(pairs) > shown and st.button(f"Show more ({len(pairs) - shown})", key="more_duplicates"):
        st.session_state[SHOWN] = shown + AT_ONCE
        st.rerun()
    _show_apart(account, athlete, apart)


def _show_pair(account: Account, athlete: Athlete, pair: DuplicatePair) -> None:
    other = source_title(pair.other.source)
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(
            f"**{bout(pair)}**  \n{record(pair.primary, athlete)}: counts, {pair.why}.  \n"
            f"{record(pair.other, athlete)}: {differences(pair, athlete.distance_unit)}.",
            width="content",
        )
        with st.container(horizontal=True, width="content"):
            key = "_".join((*pair.primary.name, *pair.other.name))
            if writing.button("Count both", key=f"both_{key}", help="They are two different bouts."):
                decide_duplicate(account, pair.other.name, DuplicateVerdict.DIFFERENT)
                _done("Both count now.")
            if writing.button("Count the other", key=f"other_{key}", help=f"Count the record of {other} instead."):
                decide_duplicate(account, pair.other.name, DuplicateVerdict.COUNTS)
                _done(f"The record of {other} counts now.")


def _show_apart(account: Account, athlete: Athlete, apart: Sequence[DuplicatePair]) -> None:
    """What the person said are two bouts, and the way back."""
    for pair in apart[:AT_ONCE]:
        with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            records = "  \n".join(record(each, athlete) for each in (pair.primary, pair.other))
            st.markdown(f"**{bout(pair)}** · both count  \n{records}", width="content")
            if writing.button("Take back", key="_".join(("apart", *pair.primary.name, *pair.other.name))):
                forget_decision(account, pair.primary.name, pair.other.name)
                _done("The rules decide about these two again.")


def _done(sentence: str) -> None:
    """Draw the page anew and say what was done on it."""
    st.session_state[SAID] = sentence
    st.rerun()

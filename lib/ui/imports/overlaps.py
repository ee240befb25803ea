"""The section of a preview on pairs that may be one bout, and that nobody joined."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.duplicates import DuplicateDecision, DuplicatePair
from lib.model.vocabulary import DuplicateVerdict
from lib.ui.imports.sources import record
from lib.wording.duplicate_words import bout, differences
from lib.wording.format import count

AT_ONCE: Final = 10
JOIN, TWO = "Join", "Leave as two"
_SHOWN: Final = "overlaps_shown"


def ask_overlaps(pairs: Sequence[DuplicatePair], athlete: Athlete) -> list[DuplicateDecision]:
    """Pairs of two sources that are near in time and not certain enough to count once; those that the person joins."""
    if not pairs:
        return []
    with st.expander(f"Bouts that may be one ({count(len(pairs))})", icon=":material/help:"):
        st.caption(
            "They are near in time, but it is not certain that they are one bout, so each counts as it is. "
            "Of two that you join, the first one counts."
        )
        shown = st.session_state.get(_SHOWN, AT_ONCE)
        joined = [pair for pair in pairs[:shown] if _is_joined(pair, athlete)]
        if len(pairs) > shown and st.button(f"Show more ({count(len(pairs) - shown)})", key="more_overlaps"):
            st.session_state[_SHOWN] = shown + 5 * AT_ONCE
            st.rerun()
    return [DuplicateDecision(pair.primary.name, pair.other.name, DuplicateVerdict.COUNTS) for pair in joined]


def _is_joined(pair: DuplicatePair, athlete: Athlete) -> bool:
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(
            f"**{bout(pair)}**  \n{record(pair.primary, athlete)}  \n{record(pair.other, athlete)} "
            f"({differences(pair, athlete.distance_unit)})",
            width="content",
        )
        key = "_".join(("overlap", *pair.primary.name, *pair.other.name))
        chosen = st.segmented_control(
            "One bout or two", [JOIN, TWO], default=TWO, required=True, key=key, label_visibility="collapsed"
        )
    return chosen == JOIN

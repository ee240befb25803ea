"""Words for a sport that nobody knows: the person says what one means, once for its source."""

import streamlit as st

from lib.model.vocabulary import Sport
from lib.services.editing import sports
from lib.services.editing.sports import UnknownSport
from lib.store.account import Account
from lib.ui.kit import parts, writing
from lib.ui.kit.record_sources import source_title
from lib.ui.shell import queries
from lib.wording.record_words import SPORT_WORDS
from lib.wording.text import plain


def section(account: Account) -> None:
    """Every such word with the number of its activities and a choice; nothing where all are known."""
    unknown = queries.once("unknown_sports", lambda: sports.unknown_sports(account))
    if not unknown:
        return
    parts.section(
        "Sports that are not known",
        "These count as another sport, with no mileage. Say once what a word means, and it holds for its source, "
        "in all of the past and at every import.",
    )
    for each in unknown:
        _one(account, each)


def _one(account: Account, unknown: UnknownSport) -> None:
    name = f"{unknown.source} {unknown.word}"
    times = "1 activity" if unknown.activities == 1 else f"{unknown.activities:,} activities"
    with st.form(f"sport_{name}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        label = f"{plain(unknown.word)} · {plain(source_title(unknown.source))}, {times}"
        chosen = st.selectbox(
            label, list(Sport), index=None, format_func=SPORT_WORDS.__getitem__, placeholder="Which sport?"
        )
        if writing.submit("Save", key=f"save_{name}"):
            _save(account, unknown, chosen)


def _save(account: Account, unknown: UnknownSport, sport: Sport | None) -> None:
    if sport is None:
        st.error("Choose a sport first.")
        return
    sports.tell_sport(account, unknown.source, unknown.word, sport)
    st.rerun()

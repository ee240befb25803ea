"""The best placements with their gaps in words, the tap that accepts one, and why the other half-days fall short."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from lib.analysis.planning.placements import Placement
from lib.analysis.planning.shortfalls import other_slots
from lib.analysis.planning.week import WeekToPlan
from lib.services.planning import acts, sessions
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.shell import queries
from lib.wording import plan_words
from lib.wording.text import plain

SHOWN: Final = 3


def show(account: Account, training: Training, week: WeekToPlan, ranked: Sequence[Placement]) -> None:
    """The first three, and what gives in the first."""
    if lack := plan_words.lack_words(queries.once("lack", lambda: sessions.lack_of(training, queries.weekly()))):
        st.caption(lack)
    gives = plan_words.gives(week, ranked)
    if gives:
        st.info(plain(gives, longest=1200), icon=":material/straighten:")
    for number, placement in enumerate(ranked[:SHOWN]):
        with st.container(border=True, key=f"placement_{number}", gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
                st.markdown(f"**{plain(plan_words.placement_words(placement))}**", width="content")
                writing.button(
                    "Accept",
                    key=f"accept_{number}",
                    type="primary" if number == 0 else "secondary",
                    on_click=_accept,
                    args=(account, training, week, placement),
                )
            for each in placement.sessions:
                st.caption(plain(plan_words.session_words(each), longest=600))
    others(week, ranked)


def _accept(account: Account, training: Training, week: WeekToPlan, placement: Placement) -> None:
    filled = sessions.filled_sessions(account, training, queries.weekly(), len(placement.sessions))
    acts.accept(account, sessions.as_planned(week, placement, filled), week.start, week.last)


def others(week: WeekToPlan, ranked: Sequence[Placement]) -> None:
    """Each other half-day with its reason."""
    best = ranked[0] if ranked else None
    with st.expander("Why not another half-day"), st.container(gap="xxsmall"):
        for each in other_slots(week, ranked):
            slot = plan_words.slot_words(each.slot)
            why = plan_words.why_other(each, best).removeprefix(f"{slot} ")
            st.caption(f"**{plain(slot)}** {plain(why, longest=800)}")

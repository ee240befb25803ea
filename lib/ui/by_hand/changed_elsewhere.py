"""Two tabs on one session: what the other one changed, and a set about which they do not agree."""

import streamlit as st

from lib.model.vocabulary import WeightUnit
from lib.services.unfinished import acts
from lib.services.unfinished.differences import SetDifference
from lib.services.unfinished.session import Unfinished
from lib.store.account import Account
from lib.ui.by_hand import state
from lib.ui.by_hand.one_set import now_utc
from lib.ui.kit import writing
from lib.wording.set_words import set_words
from lib.wording.text import plain


def show(account: Account, session: Unfinished, unit: WeightUnit) -> None:
    """Above the checklist, while there is something to say."""
    found = state.told()
    if found:
        lines = [_line(each, unit) for each in found.sets]
        if found.others:
            lines.append(f"Changed, too: {', '.join(found.others)}.")
        st.info("Changed in another tab:\n\n" + "\n".join(f"* {line}" for line in lines), icon=":material/sync:")
    _clash(account, session, unit)


def _line(each: SetDifference, unit: WeightUnit) -> str:
    shown = each.after or each.before
    if shown is None:
        return ""
    what = f"{shown.place} {plain(shown.set.exercise_name)}, set {each.number}"
    if each.after is None:
        return f"{what}: taken out"
    words = plain(set_words(each.after.set, unit))
    if each.before is None:
        return f"{what}: added"
    if bool(each.before.done_at) == bool(each.after.done_at):
        return f"{what}: {words} in place of {plain(set_words(each.before.set, unit))}"
    return f"{what}: {'logged, ' + words if each.after.done_at else 'open again'}"


def _clash(account: Account, session: Unfinished, unit: WeightUnit) -> None:
    """Both say something of one set: the person chooses."""
    found = state.clash()
    now = session.find(found.now.key) if found else None
    if not found or not now:
        return
    here, there = plain(set_words(found.wanted, unit)), plain(set_words(now.set, unit))
    with st.container(border=True, key="set_clash"):
        st.warning(
            f"{now.place} {plain(now.set.exercise_name)}: here it is {here}, in another tab {there}"
            f"{', logged' if now.done_at else ''}. Which one holds?"
        )

        def keep_mine() -> None:
            log = acts.log_set(now, found.wanted, now_utc())
            state.do(account, log if found.logged else acts.fill_in(now, found.wanted))
            state.end_clash()

        with st.container(horizontal=True):
            writing.button(f"Keep {here}", key="keep_mine", on_click=keep_mine)
            st.button(f"Leave it at {there}", key="keep_theirs", on_click=state.end_clash)

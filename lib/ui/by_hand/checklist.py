"""The session under way as a checklist: the set that is next on top, below it all exercises with what is done of them."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from lib.catalog.template import TemplateItem
from lib.catalog.variants import variant
from lib.model.vocabulary import Side
from lib.services.queries.training import Training
from lib.services.unfinished import acts, keep, plan
from lib.services.unfinished.as_json import UnreadableSession
from lib.services.unfinished.session import SetToDo, Unfinished
from lib.store.account import Account
from lib.ui.by_hand import adding, changed_elsewhere, ending, one_set, state, trained
from lib.ui.kit import live_text, writing
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording import set_words
from lib.wording.text import plain


def under_way(account: Account) -> Unfinished | Literal[False] | None:
    """The session under way; None: there is none; False: it cannot be read, which was said with the way out."""
    try:
        return keep.read_session(account)
    except UnreadableSession as error:
        st.error(plain(str(error), longest=400))
        writing.button("Put it away", key="put_away_unread", on_click=keep.put_away, args=(account,))
        return False


def show(account: Account, training: Training, session: Unfinished) -> None:
    """All of it, with the way to its end."""
    state.notice(session)
    changed_elsewhere.show(account, session, training.athlete.weight_unit)
    with st.container(gap="xxsmall"):
        st.subheader(plain(session.template.title), anchor=False)
        st.caption(f"{len(session.done)} of {say.counted(len(session.sets), 'set', 'sets')} done")
    left = session.open_sets
    if left:
        _next(account, training, session)
    else:
        st.markdown("All sets are done.")
    for item in session.items:
        if not left or item.place != left[0].place:
            _item(account, training, session, item)
    adding.show(account, training, session)
    ending.show(account, session)
    for part in ("next_set", "session_end"):
        live_text.live(part)


def _next(account: Account, training: Training, session: Unfinished) -> None:
    each = session.open_sets[0]
    item, athlete = session.item(each.place), training.athlete
    with st.container(border=True, key="next_set", gap="small"):
        with st.container(gap="xsmall"):
            st.markdown(f"### {item.place} · {plain(each.set.exercise_name)}")
            st.caption(f"{set_words.asked(item)}{_last_time(training, item)}")
        one_set.show(account, session, each, athlete.weight_unit, per_side=athlete.one_sided_reps_are_per_side)
        if done := _done_words(session, item, training):
            st.markdown(done)
        _more(account, training, session, item)


def _item(account: Account, training: Training, session: Unfinished, item: TemplateItem) -> None:
    """An exercise that is not next: what is done, and the way to it."""
    left = sum(each.done_at is None for each in session.at(item.place))
    with st.container(border=True, key=f"item_{item.place}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            done = _done_words(session, item, training)
            state_words = done or set_words.asked(item)
            st.markdown(f"**{item.place}** · {plain(item.name)}  \n{state_words}", width="stretch")
            if left:
                label = f"Next: {item.place}"
                writing.button(label, key=f"choose_{item.place}", on_click=_do, args=(account, acts.choose(item.place)))
        _more(account, training, session, item)


def _done_words(session: Unfinished, item: TemplateItem, training: Training) -> str:
    done = [_set_words(each, item, training) for each in session.at(item.place) if each.done_at]
    return "✓ " + plain("; ".join(done)) if done else ""


def _set_words(each: SetToDo, item: TemplateItem, training: Training) -> str:
    unit, per_side = training.athlete.weight_unit, training.athlete.one_sided_reps_are_per_side
    if item.per_side and each.set.side is Side.BOTH:
        return set_words.of_each_side(each.set, unit, reps_are_per_side=per_side)
    return set_words.set_words(each.set, unit)


def _last_time(training: Training, item: TemplateItem) -> str:
    rows = last_rows(training, item)
    if rows.empty:
        return ""
    day = say.day(rows["local_date"].iloc[0].date())
    return f" · last time, {day}: {plain(set_words.rows_words(rows, training.athlete.weight_unit))}"


def last_rows(training: Training, item: TemplateItem) -> pd.DataFrame:
    """SETS of the newest session with the exercise of an item."""
    look_up = plan.last_time_of(training.sets, training.names)
    return queries.once("last_time", lambda: look_up(item), item.exercise, item.name, item.kind)


def _more(account: Account, training: Training, session: Unfinished, item: TemplateItem) -> None:
    """How it is done, what it trains, what to do instead, and its sets."""
    with st.expander("How, what instead, and its sets"):
        if item.how:
            st.markdown(item.how)
        if words := trained.trains(training, item.exercise):
            st.caption(f"Trains {words}.")
        with st.container(horizontal=True, gap="small"):
            for word, name in (("Easier", item.easier), ("Harder", item.harder)):
                if name:
                    _button(account, f"{word}: {name}", f"{word}_{item.place}", partial(_swapped, training, item, name))
        with st.container(horizontal=True, gap="small"):
            _sets(account, session, item, training)


def _sets(account: Account, session: Unfinished, item: TemplateItem, training: Training) -> None:
    """One more, one less, and back with what was logged by mistake."""
    _button(account, "One more set", f"more_sets_{item.place}", partial(acts.add_set, item.place))
    alike = session.at(item.place)
    left = [each for each in alike if each.done_at is None]
    if left and len(alike) > 1:
        _button(account, "One set less", f"fewer_sets_{item.place}", partial(acts.leave_out, left[-1]))
    for number, each in enumerate(alike, start=1):
        if each.done_at:
            words = _set_words(each, item, training)
            _button(account, f"Undo set {number} ({words})", f"back_{each.key}", partial(acts.take_back, each))


def _swapped(training: Training, item: TemplateItem, name: str) -> acts.Act:
    other, athlete = variant(item, name), training.athlete
    fill = plan.prefilled(
        other, last_rows(training, other), athlete.weight_unit, per_side=athlete.one_sided_reps_are_per_side
    )
    return acts.swap(item.place, other, fill)


def _button(account: Account, label: str, key: str, act: Callable[[], acts.Act]) -> None:
    writing.button(plain(label), key=key, on_click=_do_later, args=(account, act))


def _do(account: Account, act: acts.Act) -> None:
    state.do(account, act)


def _do_later(account: Account, act: Callable[[], acts.Act]) -> None:
    state.do(account, act())

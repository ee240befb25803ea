"""A session as text: read while it is typed, line by line, and kept when it is right."""

from datetime import time
from typing import Any, Final

import streamlit as st

from lib.model.limits import MAX_DURATION_S, MAX_NAME, MAX_SHORTHAND
from lib.model.record_id import RecordId
from lib.model.region import current
from lib.model.shorthand.print_sets import print_sets
from lib.model.vocabulary import RecordKind
from lib.services.editing.log import LoggedSession
from lib.services.editing.sets import sets_of
from lib.services.editing.typed import read_shorthand, sets_of_text
from lib.services.queries.training import Training
from lib.services.unfinished import fields, keep
from lib.store.account import Account
from lib.ui.by_hand import earlier, ending, form_fields, state, text_lines
from lib.ui.kit import live_text, parts, writing

_TEXT: Final = "session_text"
_SEEN: Final = "session_text_seen"  # what was stored when this tab last read or wrote it
_OTHER: Final = "session_text_of_another_tab"
_DAY, _TIME, _MINUTES, _TITLE, _EFFORT = "text_day", "text_time", "text_minutes", "text_title", "text_effort"
_EXAMPLE: Final = "squat 10@20kg w, 3x8 @60kg rpe 8\nplank 2x30s\nstep up 3x10/side"


def show(account: Account, training: Training) -> None:
    """The text, what is understood of it, and the button that keeps it."""
    parts.section("As text", "A line for each exercise: its name, then its sets. It is read while you type.")
    if _TEXT not in st.session_state:
        st.session_state[_TEXT] = st.session_state[_SEEN] = keep.read_text(account)
    _other_tab(account)
    st.text_area(
        "Session",
        key=_TEXT,
        height=180,
        max_chars=MAX_SHORTHAND,
        placeholder=_EXAMPLE,
        **writing.control(on_change=_kept, args=(account,)),
    )
    live_text.live(_TEXT)
    text = st.session_state[_TEXT]
    if text.strip():
        text_lines.show(training, text, read_shorthand(training.athlete, text))
    _ending(account, training, text)
    _earlier(account, training)
    with st.expander("How sets are written"):
        st.markdown(text_lines.HOW)


def _kept(account: Account) -> None:
    text = st.session_state[_TEXT]
    try:
        keep.keep_text(account, text, st.session_state.get(_SEEN, ""))
    except keep.TextChangedElsewhere as changed:
        st.session_state[_OTHER] = changed.kept
    else:
        st.session_state[_SEEN] = text
        st.session_state.pop(_OTHER, None)


def _other_tab(account: Account) -> None:
    """Two tabs on one text: the person chooses which one is kept; until then each keeps its own on the screen."""
    other: str | None = st.session_state.get(_OTHER)
    if other is None:
        return

    def choose(text: str) -> None:
        st.session_state[_SEEN], st.session_state[_TEXT] = other, text
        _kept(account)

    with st.container(border=True, key="text_clash"):
        st.warning("Another tab changed this text since. What you typed here is not stored until you choose.")
        if other:
            st.code(other, language=None, wrap_lines=True)
        else:
            st.markdown("There it was kept as a session, or emptied.")
        with st.container(horizontal=True):
            here = st.session_state[_TEXT]
            writing.button("Keep what is here", key="text_keep_here", on_click=choose, args=(here,))
            writing.button("Take the other", key="text_take_other", on_click=choose, args=(other,))


def _ending(account: Account, training: Training, text: str) -> None:
    """When, how long and how hard; all but the start can stay empty. Kept while it is filled in, as the text is."""
    today = keep.wall_clock(account, st.context.timezone).date()
    begin = {_DAY: today, _TIME: None, _MINUTES: None, _TITLE: "", _EFFORT: None}
    form_fields.begin(account, fields.TEXT_END, begin)
    with st.container(border=True, key="text_session"):
        with st.container(horizontal=True, gap="small"):
            day = st.date_input("Day", value=None, format=current().typed, **_field(account, _DAY))
            clock = st.time_input("Began at", value=None, **_field(account, _TIME))
            minutes = st.number_input(
                "Minutes",
                min_value=0.0,
                max_value=MAX_DURATION_S / 60,
                value=None,
                format="%g",
                **_field(account, _MINUTES),
            )
        title = st.text_input("Title, if any", max_chars=MAX_NAME, **_field(account, _TITLE))
        effort = st.pills("How hard, 0 to 10, if you like", ending.EFFORTS, **_field(account, _EFFORT))
        if writing.button("Keep this session", type="primary", key="keep_text") and _is_right(training, text):
            told = LoggedSession(
                _start(day or today, clock),
                sets_of_text(training.athlete, text),
                title=title.strip(),
                elapsed_s=None if minutes is None else minutes * 60,
                session_rpe=effort,
            )
            st.session_state[state.KEPT] = keep.finish_text(account, told)
            form_fields.end([*begin, _TEXT, _SEEN, _OTHER])
            st.rerun()
    live_text.live("text_session")


def _field(account: Account, key: str) -> dict[str, Any]:
    return form_fields.kept(account, fields.TEXT_END, key)


def _is_right(training: Training, text: str) -> bool:
    """Whether there are sets and no mistakes; else it is said what to do."""
    if read_shorthand(training.athlete, text).mistakes:
        st.error("Some of the text is not understood: it is marked above, with what to write instead. Mend it first.")
        return False
    if not text.strip():
        st.error("Write at least one exercise with its sets first.")
    return bool(text.strip())


def _start(day: object, clock: time | None) -> str:
    return f"{day} {clock:%H:%M}" if clock else f"{day}"


def _earlier(account: Account, training: Training) -> None:
    """An earlier session as text, to be changed and kept as a new one."""
    names = earlier.names(training)
    if not names:
        return
    with st.expander("Begin with an earlier session"):
        number = st.selectbox("Earlier session", list(names), format_func=names.__getitem__, key="text_earlier")
        writing.button("Put it into the text", key="text_take", on_click=_take, args=(account, number))


def _take(account: Account, number: int) -> None:
    """The sets behind what is typed already, so that nothing is lost."""
    printed = print_sets(each.set for each in sets_of(account, RecordId(RecordKind.SESSION, number)).placed)
    before = st.session_state.get(_TEXT, "").rstrip()
    st.session_state[_TEXT] = f"{before}\n{printed}" if before else printed
    _kept(account)

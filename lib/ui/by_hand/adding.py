"""More exercises in the session under way: another template, or a line of shorthand."""

from datetime import UTC, datetime

import streamlit as st

from lib.catalog.template import Template
from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_SHORTHAND
from lib.services.editing.typed import every_template, sets_of_text
from lib.services.queries.training import Training
from lib.services.unfinished import plan
from lib.services.unfinished.session import Unfinished
from lib.store.account import Account
from lib.ui.by_hand import beginning, state
from lib.ui.kit import writing
from lib.wording.text import plain


def show(account: Account, training: Training, session: Unfinished) -> None:
    """A fold with both ways."""
    with st.expander("Add exercises"):
        known = every_template(account)
        with st.form("add_template", border=False):
            key = st.selectbox("A template", list(known), format_func=lambda each: known[each].title)
            if writing.submit("Add its exercises") and key:
                last_time = plan.last_time_of(training.sets, training.names)
                _add(account, training, session, known[key], last_time)
        with st.form("add_exercise", border=False, clear_on_submit=True):
            text = st.text_input("Or as text", placeholder="face pull 3x12 @20kg", max_chars=MAX_SHORTHAND)
            if writing.submit("Add it") and text.strip():
                _add_text(account, training, session, text)


def _add_text(account: Account, training: Training, session: Unfinished, text: str) -> None:
    try:
        sets = sets_of_text(training.athlete, text)
    except TrainingDataError as error:
        st.error(plain(str(error), longest=800))
        return
    _add(account, training, session, *beginning.as_template(session.template.title, sets))


def _add(
    account: Account, training: Training, session: Unfinished, template: Template, last_time: plan.LastTime
) -> None:
    other = plan.start_session(
        template,
        last_time,
        training.athlete.weight_unit,
        local=session.started_at,
        now=datetime.now(UTC).replace(tzinfo=None),
        per_side=training.athlete.one_sided_reps_are_per_side,
    )
    state.do(account, plan.append(other))
    st.rerun()

"""Own templates: made of any session, renamed, taken away."""

import streamlit as st

from lib.catalog.template import TemplateError
from lib.model.limits import MAX_NAME
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.editing import own_templates as service
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.by_hand import beginning, earlier
from lib.ui.kit import parts, tables, writing
from lib.wording.text import plain


def show(account: Account, training: Training) -> None:
    """The form that makes one of a session, and those that there are."""
    parts.section(
        "A template of a session",
        "Its exercises in their order, without its loads: those are filled in from last time.",
    )
    names = earlier.names(training)
    if names:
        with st.form("own_template", border=True):
            number = st.selectbox("Session", list(names), format_func=names.__getitem__)
            title = st.text_input("Title", max_chars=MAX_NAME)
            if writing.submit("Keep as a template") and number is not None:
                _keep(account, number, title)
    else:
        st.caption("No session to make one of yet: log one, or bring the export of a lifting app.")
    _list(account)


def of_session(account: Account, number: int) -> None:
    """The form that makes a template of one session."""
    with st.expander("Keep it as a template, too"), st.form("template_of_kept", border=False):
        title = st.text_input("Title", max_chars=MAX_NAME)
        if writing.submit("Keep as a template"):
            _keep(account, number, title)


def _keep(account: Account, number: int, title: str) -> None:
    try:
        made = service.keep_as_template(account, RecordId(RecordKind.SESSION, number), title)
    except TemplateError as error:
        st.error(plain(str(error), longest=600))
    else:
        st.success(f"Kept as the template {plain(made.title)}.", icon=":material/check:")


def _list(account: Account) -> None:
    own = service.read_own(account)
    if not own:
        return
    parts.section("Your own templates")
    for template in own:
        with st.container(border=True, key=f"own_template_{template.key}"):
            st.markdown(f"**{plain(template.title)}**")
            with st.expander("What is in it"):
                tables.show(beginning.contents(template))
            with st.expander("Rename or take away"):
                _change(account, template.key, template.title)


def _change(account: Account, key: str, title: str) -> None:
    with st.form(f"rename_{key}", border=False):
        new = st.text_input("Title", value=title, max_chars=MAX_NAME)
        if writing.submit("Rename"):
            try:
                service.rename(account, key, new)
            except TemplateError as error:
                st.error(plain(str(error), longest=600))
            else:
                st.rerun()
    writing.button("Take away", key=f"take_away_{key}", on_click=service.take_away, args=(account, key))

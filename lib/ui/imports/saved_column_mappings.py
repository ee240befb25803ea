"""The tables of one's own that are recognised, each with a way to forget it."""

import streamlit as st

from lib.importers.own_tables.column_mapping import ColumnMapping
from lib.services.importing.column_mappings import delete_mapping, saved_mappings
from lib.store.account import Account
from lib.ui.imports.column_mapping_form import FIELD_TITLES, ROW_TITLES
from lib.ui.kit import writing
from lib.wording.text import plain


def show(account: Account) -> None:
    """One line a table; nothing where there is none."""
    mappings = saved_mappings(account)
    if not mappings:
        return
    st.subheader("Tables of your own", anchor=False)
    st.caption("Files with the same columns are recognised. Forgetting one keeps what was imported from it.")
    for mapping in mappings:
        _show_one(account, mapping)


def _show_one(account: Account, mapping: ColumnMapping) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        columns = ", ".join(FIELD_TITLES[field].lower() for field in mapping.columns)
        st.markdown(
            f"**{plain(mapping.name)}**  \nOne row is {ROW_TITLES[mapping.row_is]} · {columns}", width="content"
        )
        if writing.button(f"Forget {plain(mapping.name)}", key=f"forget_{mapping.name}", icon=":material/delete:"):
            delete_mapping(account, mapping.name)
            st.rerun()

"""Below a failure of a database that is gone or damaged: its newest whole backup, brought back by one click."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from lib.failures.boundary import outcome
from lib.failures.told import Told
from lib.services.upkeep.restore import LATEST, backup_in_place_of, restore
from lib.ui.shell import queries, state
from lib.wording.format import moment
from lib.wording.text import plain


def show(caught: Callable[[Callable[[], None]], Any]) -> None:
    """Nothing where the database is whole, or there is no backup. caught: of the boundary, for the click."""
    if state.in_demo():
        return
    newest = outcome(lambda: backup_in_place_of(queries.url()))
    if newest is None or isinstance(
        newest, Told
    ):  # where nobody can tell whether it is damaged, what failed says enough
        return
    st.markdown(
        f"The newest backup is of **{moment(newest.made_at)} UTC**. A damaged file is kept, too, under another name. "
        "The command `legwork restore latest` does the same."
    )
    st.button(
        "Restore the newest whole backup",
        key="restore_after_failure",
        type="primary",
        icon=":material/settings_backup_restore:",
        on_click=caught(_restore),
    )


def _restore() -> None:
    back = restore(queries.url(), LATEST, datetime.now(UTC))
    kept = f" What was there before is kept in {plain(back.kept.name)}." if back.kept else ""
    st.toast(f"Restored from {plain(back.copy.name)}.{kept}", icon=":material/check:", duration="long")

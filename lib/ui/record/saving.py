"""Keeping the sets of an open session, and what became of it in a sentence."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.model.athlete import Athlete
from lib.model.errors import StoreError, TrainingDataError
from lib.services.editing.edit import ChangedElsewhere
from lib.services.editing.sets import EditedSet, save_sets
from lib.services.editing.view import view_record
from lib.store.account import Account
from lib.ui.record import base, sets_table
from lib.ui.record.base import Base
from lib.wording.text import plain


def save_table(account: Account, athlete: Athlete, shown: Base, table: pd.DataFrame) -> None:
    """Keep the sets as a table says them (sets_table)."""
    try:
        edited = sets_table.edited_sets(shown.sets, table, athlete.weight_unit)
    except TrainingDataError as error:
        st.error(plain(str(error), longest=400))
    else:
        save(account, shown, edited)


def save(account: Account, shown: Base, edited: Sequence[EditedSet]) -> None:
    """Keep the sets as the person wants them, done to those that there are by now."""
    try:
        entry = save_sets(
            account, shown.record, sets_table.onto(shown.sets, edited, shown.seen_sets), seen=shown.seen_sets
        )
    except ChangedElsewhere:
        shown.saw(view_record(account, shown.record))
        st.warning(
            "The sets were changed elsewhere meanwhile. What you typed is still here; save again and it is done to "
            "the sets as they are now."
        )
    except StoreError:
        raise
    except TrainingDataError as error:
        st.error(plain(str(error), longest=400))
    else:
        if entry is None:
            st.info("Nothing is different from what was there.")
        else:
            base.stored("The sets are saved.")

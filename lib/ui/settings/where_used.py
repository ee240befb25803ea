"""Goals, breaks and events on the pages where they are seen, with the days at hand filled in."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from lib.services.queries.training import Training
from lib.ui.settings import dated_form
from lib.ui.settings.dated_form import DatedForm, Days
from lib.ui.settings.forms import say_done
from lib.ui.shell import nav, queries


def fold(training: Training, label: str, forms: Sequence[DatedForm[Any]], days: Days, key: str) -> None:
    """A fold with the first of the forms, the others one tap away. days: first and last day that are filled in."""
    say_done()
    opened = st.expander(label, icon=":material/flag:", key=f"{key}_fold", on_change="rerun")
    if not opened.open:  # its fields are many, and other ones for other days
        return
    with opened:
        titles = [form.title for form in forms]
        chosen = st.segmented_control("What", titles, default=titles[0], required=True, key=key)
        form = forms[titles.index(chosen or titles[0])]
        dated_form.here(queries.account(), training, form, days)
        nav.link("data/settings.py", "All of them, to take one back", ":material/tune:")

"""Units, numbers and dates, home zone, first weekday, weekly goals, planned breaks, events, body mass, hard runs: set once, obeyed everywhere."""

import streamlit as st

from lib.ui.kit import parts
from lib.ui.settings import dated_form, dated_forms, forms, hard_runs
from lib.ui.shell import queries

TITLE = "Settings"
ICON = ":material/tune:"
ORDER = 3

athlete = queries.athlete()
account = queries.account()

parts.header(
    "Settings",
    "Set once and obeyed on every page. Only what you see changes, never what your files say.",
)
forms.basics(account, athlete)
forms.moves(account, athlete)
for row in range(0, len(dated_forms.FORMS), 2):
    for column, form in zip(st.columns(2, gap="large"), dated_forms.FORMS[row : row + 2], strict=True):
        with column:
            dated_form.show(account, athlete, queries.training(), form)
hard_runs.show(account, athlete, queries.training())
parts.footer()

"""Shoes: how far each pair has come, and the mark that the person sets for it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.units import METRES_PER, metres
from lib.services.preferences import shoes as service
from lib.services.preferences.shoes import Pair
from lib.store.account import Account
from lib.ui.kit import parts, tables, writing
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording.text import plain

_PAIR = "shoes_pair"


def section(account: Account, athlete: Athlete, listed: pd.DataFrame) -> None:
    """Every pair with its distance, a line for each that passed its mark, and the form for the marks."""
    pairs = queries.once("shoes", lambda: service.list_pairs(listed, service.read_marks(account)))
    parts.section(
        "Shoes",
        "The distance of every run, walk and hike that counts, by the pair that its app or you named. "
        "A run gets other shoes in its record.",
    )
    for each in pairs:
        if each.passed and each.mark_m is not None:
            mark, so_far = (say.distance(value, athlete.distance_unit, 0) for value in (each.mark_m, each.distance_m))
            st.caption(f"{plain(each.name)} has passed your mark of {mark}: {so_far} so far.")
    if pairs:
        tables.show(shoes_table(pairs, athlete), placeholder="–", alt="Shoes.")
    else:
        st.caption("No run names its shoes yet. Strava’s export does, and any run can be given a pair in its record.")
    _mark_form(account, athlete, pairs)


def shoes_table(pairs: Sequence[Pair], athlete: Athlete) -> pd.DataFrame:
    """The pairs as they are shown."""
    unit = athlete.distance_unit
    per = METRES_PER[unit]
    return pd.DataFrame(
        {
            "Shoes": [each.name for each in pairs],
            f"Distance ({unit})": [round(each.distance_m / per, 1) for each in pairs],
            "Times worn": [each.bouts for each in pairs],
            "Last worn": [each.last_day for each in pairs],
            f"Your mark ({unit})": [None if each.mark_m is None else round(each.mark_m / per, 1) for each in pairs],
        }
    )


def _mark_form(account: Account, athlete: Athlete, pairs: Sequence[Pair]) -> None:
    unit = athlete.distance_unit
    with (
        st.expander("Set a mark", icon=":material/flag:"),
        st.form("shoes_mark", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.selectbox(
            "Shoes",
            [each.name for each in pairs],
            index=None,
            accept_new_options=True,
            placeholder="A pair, or the name of a new one",
            key=_PAIR,
        )
        mark = st.number_input(f"Mark ({unit})", min_value=0.0, value=None, step=50.0, format="%g", width=168)
        save = writing.submit("Save the mark", type="primary")
        remove = writing.submit("No mark", type="tertiary")
    if (save or remove) and not name:
        st.error("Choose a pair of shoes first.")
    elif save and mark is None:
        st.error("Type how far the pair may go.")
    elif save or remove:
        _say(account, str(name), metres(mark, unit) if save and mark is not None else None)


def _say(account: Account, name: str, mark_m: float | None) -> None:
    """Keep the mark, or forget the one that there is."""
    try:
        if mark_m is None:
            service.forget(account, name)
        else:
            service.set_mark(account, name, mark_m)
    except TrainingDataError as error:
        st.error(plain(str(error), longest=400))
    else:
        st.rerun()

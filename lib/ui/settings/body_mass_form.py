"""Body mass on the settings page: entries by day, in the person's own unit."""

from datetime import date

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.region import current
from lib.model.units import from_kilograms, kilograms
from lib.services.preferences import body_mass
from lib.services.queries.training import Training
from lib.store.database.engine import Engine
from lib.ui.kit import parts, writing
from lib.ui.settings import forms
from lib.wording.format import day, load

SHOWN = 12
_LEAST_KG, _MOST_KG = 20.0, 400.0


def entries(engine: Engine, athlete: Athlete, training: Training) -> None:
    """The form that keeps the mass of a day, and the person's own entries, newest first."""
    parts.section(
        "Body mass",
        "Only for tonnage of lifts that move the body, such as squats and pull-ups. A set takes the entry nearest in time, "
        "at most 90 days away. Sets are counted without it.",
    )
    unit = athlete.weight_unit
    with st.form("body_mass", border=True, clear_on_submit=True):
        on_date = st.date_input(
            "Day", value=training.today, max_value=training.today, format=current().typed, key="body_mass_day"
        )
        value = st.number_input(
            f"Body mass ({unit})",
            min_value=round(from_kilograms(_LEAST_KG, unit), 1),
            max_value=round(from_kilograms(_MOST_KG, unit), 1),
            value=None,
            step=0.1,
            format="%.1f",
            key=f"body_mass_{unit}",
        )
        if writing.submit("Add body mass") and value is not None and isinstance(on_date, date):
            body_mass.set_entry(engine, athlete.id, on_date, kilograms(value, unit))
            forms.done("Body mass kept.")
    _list(engine, athlete, training)


def _list(engine: Engine, athlete: Athlete, training: Training) -> None:
    own = body_mass.entries(engine, athlete.id)
    for row in own.iloc[::-1].head(SHOWN).to_dict("records"):
        on_date = row["date"].date()
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{day(on_date)} · {load(row['body_mass_kg'], athlete.weight_unit)}")
            if writing.button("Remove", key=f"remove_mass_{on_date}"):
                body_mass.remove_entry(engine, athlete.id, on_date)
                forms.done("Body mass removed.")
    earlier, logged = len(own) - SHOWN, len(training.body_mass) - len(own)
    if earlier > 0:
        st.caption(f"And {earlier} earlier ones.")
    if logged > 0:
        st.caption(f"Your lifting logs wrote it down on {logged} more days.")

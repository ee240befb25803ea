"""How numbers and dates are written: as the browser does, or in a style that is chosen by its example."""

from datetime import date, time
from typing import Final

import streamlit as st

from lib.model.region import STYLES, Region, clock, day, number, used
from lib.services.preferences.regions import of_locale

BROWSER: Final = "browser"


def example(region: Region) -> str:
    """A number, a day and a time of day: "1,234.5 · 12 Mar 2026 · 16:50"."""
    with used(region):
        return " · ".join((number(1234.5, ",.1f"), day(date(2026, 3, 12)), clock(time(16, 50))))


def choose(stored: str | None) -> str | None:
    """A name of STYLES; None for the browser's."""
    titles = {BROWSER: f"{example(of_locale(st.context.locale))} (as my browser)"}
    titles |= {name: example(region) for name, region in STYLES.items()}
    names = list(titles)
    at = names.index(stored) if stored in names else 0
    chosen = st.selectbox("Numbers and dates", names, index=at, format_func=titles.__getitem__)
    return None if chosen == BROWSER else chosen

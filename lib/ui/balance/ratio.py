"""The balance itself: the ratio of each window, how it moved, and the exercises of each side."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.balance.drivers import drivers
from lib.analysis.balance.ratio import Balance
from lib.analysis.balance.words import Band, balance_sentence, band_sentence, band_words
from lib.charts import balance as charts
from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.shell import queries, screen
from lib.wording import detail_tables
from lib.wording import format as say
from lib.wording.helper_words import ALL_WAYS, HELPERS

WINDOWS: Final = {28: "28 days", 84: "12 weeks"}
SPANS: Final = {"6 months": 183, "1 year": 365, "All": None}
SIDES: Final = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS)


def window_of(name: str) -> int:
    """The days of a window by its name on the screen."""
    return next(days for days, title in WINDOWS.items() if title == name)


def windows(now: Mapping[int, Balance], band: Band) -> None:
    """The ratio of each window beside the other."""
    for column, found in zip(st.columns(len(now)), now.values(), strict=True):
        with column:
            _window(found, band)


def _window(found: Balance, band: Band) -> None:
    """The ratio of one window with its sentence; words alone where there is too little for a number."""
    with st.container(border=True, height="stretch"):
        st.metric(
            f"{WINDOWS[found.days]} · {say.days(found.from_date, found.to_date)}",
            say.ratio(found.log2) if found.shown else "no ratio",
            band_words(found, band) or None,
            delta_color="off",
            delta_arrow="off",
        )
        st.markdown(balance_sentence(found))
        st.caption(
            f"Glutes beside them: {say.counted(found.glutes, 'set', 'sets')}. "
            f"From {say.counted(found.lower_sessions, 'lower-body session', 'lower-body sessions')}"
            + ("." if found.mapped_share is None else f", {say.share_reached(found.mapped_share)} of the sets mapped.")
        )


def trend(band: Band) -> None:
    """How the ratio and both counts moved."""
    parts.section(
        "How the balance moved",
        "Line: quadriceps sets to hamstring sets over the days before. Shade: how the answer moves when helpers are "
        f"counted otherwise. {HELPERS} {band_sentence(band)}",
    )
    with st.container(horizontal=True, gap="small"):
        span = SPANS[parts.choose("Range", list(SPANS), "1 year", key="balance_range")]
        days = window_of(parts.choose("Window", list(WINDOWS.values()), "28 days", key="balance_window"))
    figure, alt = queries.once("balance_trend", lambda: _draw_trend(days, span, band), days, span)
    parts.draw(figure, alt, key="balance_trend")


def _draw_trend(days: int, span: int | None, band: Band) -> tuple[Any, str]:
    """The figure and its text alternative; a long range is thinned to about 700 points."""
    found = queries.balance_trend(days)
    shown = found if span is None else found.tail(span)
    thinned = shown.iloc[:: -max(1, len(shown) // 700)].iloc[::-1]
    return charts.trend(thinned, look=screen.look(), band=band, days=days), charts.text_alternative(thinned)


def choose_window() -> int:
    """Which days the parts below look at; in the address."""
    parts.section("What is behind it")
    return window_of(parts.choose("Over", list(WINDOWS.values()), "28 days", key="drivers_window"))


def exercises_behind(training: Training, found: Balance) -> None:
    """Both sides' exercises, in the three ways of counting helpers."""
    st.caption(f"The exercises of each side. {ALL_WAYS}")
    for column, muscle in zip(st.columns(2), SIDES, strict=True):
        with column:
            rows = queries.once("drivers", partial(_drivers, training, found, muscle), found.days, muscle)
            parts.rows_behind(
                detail_tables.drivers_table(rows),
                total=f"**{MUSCLE_NAMES[muscle]}**: {say.counted(rows['hard_sets'].sum(), 'set', 'sets')}",
                nothing=f"No {MUSCLE_NAMES[muscle].lower()} sets in these days.",
                file_name=f"{muscle}-{found.to_date}.csv",
                key=f"drivers_{muscle}",
            )


def _drivers(training: Training, found: Balance, muscle: Muscle) -> pd.DataFrame:
    return drivers(training.lifting.muscle_sets, found.from_date, found.to_date, muscle)

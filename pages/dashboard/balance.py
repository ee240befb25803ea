"""Quadriceps against hamstrings: the sets of both, how they compare, and the exercises that make the difference."""

from typing import Any

import streamlit as st

from lib.analysis.balance import Balance
from lib.analysis.balance_words import balance_sentence, band_words
from lib.analysis.drivers import drivers
from lib.charts import balance as charts
from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.services.training import Training
from lib.ui import behind, load, parts, screen
from lib.ui import format as say

TITLE = "Balance"
ICON = ":material/balance:"
ORDER = 2

WINDOWS = {28: "28 days", 84: "12 weeks"}
SPANS = {"6 months": 183, "1 year": 365, "All": None}
SIDES = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS)
NOT_STRENGTH = "This counts training, it does not measure your strength."


def main() -> None:
    training = load.training()
    parts.header("Quadriceps against hamstrings", f"Sets of both: main muscle 1, helper ½. {NOT_STRENGTH}")
    if training.empty:
        parts.empty_state("This page will compare the sets of your quadriceps with those of your hamstrings.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: a balance needs the export of a lifting app.")
        return
    now = {days: load.balance(days) for days in WINDOWS}
    for column, found in zip(st.columns(len(now)), now.values(), strict=True):
        with column:
            show_window(found)
    show_trend()
    show_drivers(training, now)
    mapped = load.mapped()
    parts.coverage(mapped.mapped, mapped.sets, say.share(mapped.share))


def show_window(found: Balance) -> None:
    """The ratio of one window with its sentence; words alone where there is too little for a number."""
    with st.container(border=True, height="stretch"):
        st.metric(
            f"{WINDOWS[found.days]} · {say.days(found.from_date, found.to_date)}",
            say.ratio(found.log2) if found.shown else "no ratio",
            band_words(found) or None,
            delta_color="off",
            delta_arrow="off",
        )
        st.markdown(balance_sentence(found))
        st.caption(
            f"Glutes beside them: {say.counted(found.glutes, 'set', 'sets')}. "
            f"From {say.counted(found.lower_sessions, 'lower-body session', 'lower-body sessions')}, "
            f"{say.share(found.mapped_share)} of the sets mapped."
        )


def show_trend() -> None:
    parts.section(
        "How the balance moved",
        "Line: quadriceps sets to hamstring sets over the days before. Shade: how the answer moves when helpers are "
        "counted otherwise. Band: 0.67 to 1.5, a convention.",
    )
    with st.container(horizontal=True, gap="small"):
        span = SPANS[parts.choose("Range", list(SPANS), "1 year", key="balance_range")]
        window = parts.choose("Window", list(WINDOWS.values()), "28 days", key="balance_window")
    days = next(days for days, name in WINDOWS.items() if name == window)
    figure, alt = load.once("balance_trend", lambda: draw_trend(days, span), days, span)
    parts.draw(figure, alt, key="balance_trend")


def draw_trend(days: int, span: int | None) -> tuple[Any, str]:
    """The figure and its text alternative; a long range is thinned to about 700 points."""
    trend = load.balance_trend(days)
    shown = trend if span is None else trend.tail(span)
    thinned = shown.iloc[:: -max(1, len(shown) // 700)].iloc[::-1]
    return charts.trend(thinned, look=screen.look(), days=days), charts.text_alternative(thinned)


def show_drivers(training: Training, now: dict[int, Balance]) -> None:
    parts.section(
        "The exercises behind each side", "Sets by how helpers are counted: as shown, strictly, permissively."
    )
    days = st.segmented_control(
        "Over",
        list(WINDOWS),
        default=28,
        format_func=WINDOWS.get,
        key="drivers_window",
        required=True,
        label_visibility="collapsed",
    )
    found = now[days or 28]
    for column, muscle in zip(st.columns(2), SIDES, strict=True):
        with column:
            rows = drivers(training.lifting.muscle_sets, found.from_date, found.to_date, muscle)
            parts.rows_behind(
                behind.drivers_table(rows),
                total=f"**{MUSCLE_NAMES[muscle]}**: {say.counted(rows['hard_sets'].sum(), 'set', 'sets')}",
                nothing=f"No {MUSCLE_NAMES[muscle].lower()} sets in these days.",
                file_name=f"{muscle}-{found.to_date}.csv",
                key=f"drivers_{muscle}",
            )


main()
parts.footer()

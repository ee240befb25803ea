"""Strength that moves: one lift over time, its best sets, and all lifts last against best."""

from functools import partial
from typing import Any, Final

import streamlit as st

from lib.analysis.strength.change import SCATTERS, compared
from lib.charts import lift as charts
from lib.services.queries.exercise_list import exercise_titles
from lib.services.queries.progress import StrengthProgress, strength_progress
from lib.services.queries.training import Training
from lib.ui.kit import choice, parts, tables
from lib.ui.kit.fold import folded
from lib.ui.shell import queries, screen
from lib.wording import format as say
from lib.wording import progress_tables, progress_words
from lib.wording.text import plain

_KEY: Final = "lift"
_ESTIMATED: Final = (
    "The load that your sets let expect for one repetition: the mean of Epley and Brzycki for 1 to 10 reps. With a logged "
    "effort the reps left in reserve count; without one it is the least that it can be. Between people such estimates are "
    "off by about a tenth; a lift is compared with itself only."
)


def progress(training: Training) -> StrengthProgress:
    """All lifts of the athlete, worked out once for a state of the data."""
    return queries.once("strength_progress", lambda: strength_progress(training))


def show(training: Training) -> None:
    """The lift that is chosen, then all of them."""
    found = progress(training)
    parts.section("Estimated maximum", _ESTIMATED)
    told = found.exercises[found.exercises["sessions"] > 0]
    titles = exercise_titles(training)
    if told.empty:
        st.markdown("No estimate yet: it takes sets of 1 to 10 reps with a load.")
    else:
        _one(training, found, _choose(list(told["exercise"]), titles), titles)
        _all(training, found, titles)
    _without(found, titles)


def _choose(keys: list[str], titles: dict[str, str]) -> str:
    shown = choice.begin(_KEY, keys, keys[0])
    names = {key: titles.get(key, key) for key in keys}
    return st.selectbox("Exercise", keys, format_func=names.__getitem__, width=360, **shown) or keys[0]


def _one(training: Training, found: StrengthProgress, key: str, titles: dict[str, str]) -> None:
    unit = training.athlete.weight_unit
    bests = found.bests[found.bests["exercise"] == key]
    row = found.exercises[found.exercises["exercise"] == key].iloc[0].to_dict()
    figure, alt = queries.once("lift", partial(_draw, training, found, key, row["scatter_kg"]), key)
    parts.draw(figure, alt, key="lift_figure")
    last = progress_words.estimate(row["last_kg"], row["last_at_least"], unit)
    best = progress_words.estimate(row["best_kg"], row["best_at_least"], unit)
    st.markdown(
        f"Last **{last}** ({say.day(row['last_day'].date())}), best **{best}** ({say.day(row['best_day'].date())})."
    )
    st.markdown(progress_words.change_sentence(row, compared(bests), unit))
    _best_sets(training, found, key)
    with folded(f"Every set of {plain(titles.get(key, key))}", key="lift_sets") as is_open:
        if not is_open:
            return
        rows = found.estimated[found.estimated["exercise"] == key]
        parts.rows_behind(
            progress_tables.estimates_table(rows, unit),
            total=f"**{say.counted(len(rows), 'logged set', 'logged sets')}**",
            nothing="No sets.",
            file_name=f"estimates-{training.today}.csv",
            key="estimates",
        )


def _draw(training: Training, found: StrengthProgress, key: str, scatter_kg: float) -> tuple[Any, str]:
    bests, unit = found.bests[found.bests["exercise"] == key], training.athlete.weight_unit
    figure = charts.lift(bests, scatter_kg=scatter_kg, unit=unit, look=screen.look())
    return figure, charts.text_alternative(bests, unit)


def _best_sets(training: Training, found: StrengthProgress, key: str) -> None:
    best = found.best_sets[found.best_sets["exercise"] == key]
    parts.rows_behind(
        progress_tables.best_sets_table(best, training.athlete.weight_unit),
        total="**Best sets by reps**",
        nothing="No set with a load.",
        file_name=f"best-sets-{training.today}.csv",
        key="best_sets",
        note="The heaviest load of each number of reps, and the first day of it.",
    )


def _all(training: Training, found: StrengthProgress, titles: dict[str, str]) -> None:
    parts.section(
        "Last against best",
        "A change is the mean of the last four sessions against four twelve weeks earlier, told only beyond "
        f"{say.number(SCATTERS)} × what neighbouring sessions of that lift differ by.",
    )
    tables.show(progress_tables.lifts_table(found.exercises, titles, training.athlete.weight_unit), placeholder="–")


def _without(found: StrengthProgress, titles: dict[str, str]) -> None:
    others = progress_tables.others_table(found.exercises, titles)
    if len(others):
        with st.expander(f"{say.counted(len(others), 'exercise', 'exercises')} without an estimate"):
            tables.show(others)

"""The three questions of the first screen, a sentence and a small figure each, and the rows of one directly below."""

from collections.abc import Callable, Mapping
from math import isnan
from typing import Final

import streamlit as st

from lib.analysis.balance.words import band_words
from lib.analysis.your_week.week import Amount, YourWeek
from lib.charts.look.theme import muscle_colour, palette
from lib.charts.your_week.bars import against, beside_usual
from lib.charts.your_week.dots import week_dots
from lib.model.vocabulary import Muscle
from lib.services.queries.training import Training
from lib.ui.shell import address, screen
from lib.ui.your_week import card_rows
from lib.wording import format as say
from lib.wording import your_week as words

_OPEN: Final = "rows"


def show(training: Training, week: YourWeek) -> None:
    """The cards, and below them the rows of the one that is open."""
    with st.container(key="cards"):
        for column, (name, (title, fill)) in zip(st.columns(3), _CARDS.items(), strict=True):
            with column, st.container(border=True, height="stretch", gap="xxsmall", key=f"card_{name}"):
                _head(title, name)
                fill(training, week)
    opened = address.read(_OPEN)
    if opened in _CARDS:
        with st.container(border=True, key="card_rows"):
            card_rows.show(training, week, opened)


def _head(title: str, name: str) -> None:
    is_open = address.read(_OPEN) == name
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(title, width="content")
        st.button(
            "Close" if is_open else "Rows",
            key=f"open_{name}",
            type="tertiary",
            help=None if is_open else "What adds up to this",
            on_click=address.write,
            args=({_OPEN: "" if is_open else name},),
        )


def _mileage(training: Training, week: YourWeek) -> None:
    unit, colours = training.athlete.distance_unit, palette(screen.look())
    if training.runs_logged.empty:
        st.markdown("##### No run log yet")
    else:
        st.markdown(f"##### {words.mileage(week, unit)}")
        _bar(week.distance, colours.running, words.mileage(week, unit))
    if training.lifting.periods.empty:
        st.caption("No strength log yet")
    else:
        st.caption(words.lower_sets(week))
        _bar(week.lower_sets, colours.lifting, words.lower_sets(week))


def _bar(amount: Amount, colour: str, said: str) -> None:
    st.html(beside_usual(amount.done, amount.usual_by_now, colour=colour, words=said, look=screen.look()))


def _balance(training: Training, week: YourWeek) -> None:
    if training.lifting.periods.empty:
        st.markdown("##### No strength log yet")
        st.caption("A lifting app’s export brings the sets of both.")
        return
    found, look = week.balance, screen.look()
    headline = words.balance_headline(week, band_words(found, training.preferences.conventions.similar))
    st.markdown(f"##### {headline}")
    if found.first or found.second:
        sides = (muscle_colour(Muscle.QUADRICEPS, look), muscle_colour(Muscle.HAMSTRINGS, look))
        st.html(
            against(found.first, found.second, sides, words=f"Quadriceps against hamstrings: {headline}", look=look)
        )
        st.caption(words.balance_beside(week))


def _consistency(training: Training, week: YourWeek) -> None:
    found, colours = week.consistency, palette(screen.look())
    headline = words.streak(week)
    st.markdown(f"##### {headline}")
    colour = colours.lifting if found.legs else colours.running
    said = ", ".join("not known" if isnan(value) else say.count(value) for value in found.weeks)
    what = "Leg sessions" if found.legs else "Runs"
    st.html(
        week_dots(
            list(found.weeks),
            colour=colour,
            words=f"{what} of {len(found.weeks)} weeks, oldest first: {said}",
            look=screen.look(),
        )
    )
    goals = [words.goal(each, training.athlete.distance_unit) for each in week.goals]
    st.caption(
        f"{'The' if week.is_over else 'This'} week {', '.join(goals)}"
        if goals
        else "No weekly goals yet: set one below."
    )


_CARDS: Final[Mapping[str, tuple[str, Callable[[Training, YourWeek], None]]]] = {
    "mileage": ("Strength beside mileage", _mileage),
    "balance": ("Quadriceps against hamstrings", _balance),
    "consistency": ("Consistency, 12 weeks", _consistency),
}

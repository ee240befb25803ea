"""The three questions of the first screen, a sentence and a small figure each, and the rows of one directly below."""

from collections.abc import Callable, Mapping
from math import isnan
from typing import Final

import streamlit as st

from lib.analysis.balance.words import band_words
from lib.analysis.your_week.week import Amount, YourWeek
from lib.charts.look.theme import muscle_colour, palette
from lib.charts.your_week.bars import against, beside_usual
from lib.charts.your_week.card import Card, cards, line
from lib.charts.your_week.dots import week_dots
from lib.model.vocabulary import Muscle
from lib.services.queries.training import Training
from lib.ui.kit import parts, pressed
from lib.ui.shell import address, queries, screen
from lib.ui.your_week import card_rows
from lib.wording import format as say
from lib.wording import your_week as words

OPEN: Final = "rows"
Answer = tuple[str, list[str]]  # the headline of a card, and what is below it


def show(training: Training, week: YourWeek) -> None:
    """The cards, and below them the rows of the one that is open."""
    opened = address.read(OPEN)
    drawn = queries.once("cards", lambda: cards(_cards(training, week), opened), week.as_of, opened)
    with st.container(key="cards"):
        pressed.show(drawn, "week_cards", _open)
    with parts.place_of_rows():
        if opened in _CARDS:
            with st.container(border=True, key="card_rows"):
                card_rows.show(training, week, opened)


def _open(name: str) -> None:
    """Open the rows of a card, or close them."""
    address.write({OPEN: "" if address.read(OPEN) == name else name})


def _cards(training: Training, week: YourWeek) -> list[Card]:
    return [Card(name, title, *answer(training, week)) for name, (title, answer) in _CARDS.items()]


def _mileage(training: Training, week: YourWeek) -> Answer:
    said, sets = words.mileage(week, training.athlete.distance_unit), words.lower_sets(week)
    colours = palette(screen.look())
    if training.runs_logged.empty:
        headline, ran = "No run log yet", []
    else:
        headline, ran = said, [_bar(week.distance, colours.running, said)]
    if training.lifting.periods.empty:
        return headline, [*ran, line("No strength log yet")]
    return headline, [*ran, line(sets), _bar(week.lower_sets, colours.lifting, sets)]


def _bar(amount: Amount, colour: str, said: str) -> str:
    return beside_usual(amount.done, amount.usual_by_now, colour=colour, words=said, look=screen.look())


def _balance(training: Training, week: YourWeek) -> Answer:
    if training.lifting.periods.empty:
        return "No strength log yet", [line("A lifting app’s export brings the sets of both.")]
    found, look = week.balance, screen.look()
    headline = words.balance_headline(week, band_words(found, training.preferences.conventions.similar))
    if not found.first and not found.second:
        return headline, []
    sides = (muscle_colour(Muscle.QUADRICEPS, look), muscle_colour(Muscle.HAMSTRINGS, look))
    said = f"Quadriceps against hamstrings: {headline}"
    return headline, [
        against(found.first, found.second, sides, words=said, look=look),
        line(words.balance_beside(week)),
    ]


def _consistency(training: Training, week: YourWeek) -> Answer:
    found, colours = week.consistency, palette(screen.look())
    colour = colours.lifting if found.legs else colours.running
    each = ", ".join("not known" if isnan(value) else say.count(value) for value in found.weeks)
    what = "Leg sessions" if found.legs else "Runs"
    said = f"{what} of {len(found.weeks)} weeks, oldest first: {each}"
    goals = ", ".join(words.goal(each, training.athlete.distance_unit) for each in week.goals)
    told = f"{'The' if week.is_over else 'This'} week {goals}" if goals else "No weekly goals yet: set one below."
    dots = week_dots(list(found.weeks), colour=colour, words=said, look=screen.look())
    return words.streak(week), [dots, line(told)]


_CARDS: Final[Mapping[str, tuple[str, Callable[[Training, YourWeek], Answer]]]] = {
    "mileage": ("Strength beside mileage", _mileage),
    "balance": ("Quadriceps against hamstrings", _balance),
    "consistency": ("Consistency, 12 weeks", _consistency),
}

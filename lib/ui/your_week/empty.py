"""The first screen before anything is logged: its three questions, and the two ways to an answer."""

from typing import Final

import streamlit as st

from lib.charts.look.theme import muscle_colour, palette
from lib.charts.your_week.bars import against, beside_usual
from lib.charts.your_week.card import examples
from lib.charts.your_week.dots import week_dots
from lib.model.vocabulary import Muscle
from lib.ui.kit import parts
from lib.ui.shell import screen

_QUESTIONS: Final = (
    (
        "Strength beside mileage",
        "How far you ran and how many lower-body sets you did, beside what is usual by that weekday.",
    ),
    ("Quadriceps against hamstrings", "The sets of both in 28 days, with the range of fair ways of counting them."),
    ("Consistency", "Weeks with a leg day in a row, and what is left of your goals."),
)


def show() -> None:
    """What will be there, drawn with invented amounts, below the two ways to fill it."""
    parts.header("Your week", "Runs and strength work of one week, beside what is usual for you.")
    parts.empty_state(
        "Bring the files that your running app and your lifting app export, and this page answers three questions."
    )
    look = screen.look()
    colours = palette(look)
    sides = (muscle_colour(Muscle.QUADRICEPS, look), muscle_colour(Muscle.HAMSTRINGS, look))
    example = "An example of what will be drawn"
    drawings = (
        beside_usual(3, 4, colour=colours.running, words=example, look=look),
        against(4, 3, sides, words=example, look=look),
        week_dots([1, 1, 0, 1, 1, 1, 1, 1], colour=colours.lifting, words=example, look=look),
    )
    with st.container(key="cards"):
        st.html(examples([(title, drawn, said) for (title, said), drawn in zip(_QUESTIONS, drawings, strict=True)]))
    st.caption("The three drawings are of invented amounts.")

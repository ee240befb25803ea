"""This week's muscles beside what is usual, and what is still open of it."""

from functools import partial
from typing import Final

import streamlit as st

from lib.analysis.your_week.week import YourWeek
from lib.charts.your_week import muscles as charts
from lib.model.athlete import Athlete
from lib.model.vocabulary import Scheme
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.services.queries.your_week import week_usual
from lib.ui.kit import parts, pressed, selection
from lib.ui.overview.view import FigureView
from lib.ui.shell import nav, queries, screen
from lib.wording import format as say
from lib.wording import your_week as words
from lib.wording.text import plain

FIGURE: Final = "week_muscles"
_MOST_OPEN: Final = 4


def muscles(training: Training, weekly: Weekly, week: YourWeek, view: FigureView) -> None:
    """The sets of each muscle with a mark at its usual; a bar opens its rows."""
    parts.section(f"{'The' if week.is_over else 'This'} week beside your usual")

    def made() -> str:
        of_scheme = partial(week_usual, training, weekly, week.start, week.as_of, view.scheme)
        found = week.muscles if view.scheme is Scheme.DEFAULT else of_scheme()
        shown = found[found["muscle"].isin([str(muscle) for muscle in view.muscles])]
        return charts.bars(shown, look=screen.look())

    drawn = queries.once(FIGURE, made, week.as_of, view.muscles, view.scheme)
    pressed.show(drawn, FIGURE, lambda muscle: selection.choose(week.start, week.last, selection.as_muscle(muscle)))


def still_open(training: Training, week: YourWeek) -> None:
    """What is left of the goals and of the usual, in the voice of arithmetic. Nothing once the week is over."""
    if week.is_over:
        return
    lines = _goals(training.athlete, week) + _muscles(week)
    if not lines:
        return
    with st.container(border=True, gap="xxsmall", key="still_open"):
        st.markdown("  \n".join(["**Still open this week**", *lines]))
        nav.link("log/log_session.py", "Log a session", ":material/add:")


def _goals(athlete: Athlete, week: YourWeek) -> list[str]:
    left = [words.goal_left(goal, athlete.distance_unit) for goal in week.goals]
    found = [each for each in left if each]
    return [f"To your goals: {', '.join(found)}."] if found else []


def _muscles(week: YourWeek) -> list[str]:
    rows = week.open.head(_MOST_OPEN).to_dict("records")
    found = [
        words.open_muscle(row["muscle"], row["done"], row["usual"], plain(row["exercise"], longest=40)) for row in rows
    ]
    rest = len(week.open) - len(rows)
    return found + ([f"And {say.counted(rest, 'muscle', 'muscles')} more below the usual."] if rest > 0 else [])

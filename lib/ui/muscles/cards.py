"""One card for each muscle: what it does in running, the person's own sets, exercises that train it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from lib.analysis.muscles.coverage import WEEKS, MuscleCoverage, muscle_coverage, sets_by_exercise
from lib.analysis.muscles.weekly_sets import counted_by
from lib.analysis.muscles.window import weeks_of_window
from lib.analysis.weeks.days import on_days
from lib.catalog.muscles import MuscleGroup, muscle_groups
from lib.charts.look.theme import palette
from lib.charts.spark import spark
from lib.model.frames.weeks import WeeklySets
from lib.model.vocabulary import RUNNERS_NINE, Muscle, Scheme
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.muscles.body_map import sets_of_muscle
from lib.ui.shell import queries, screen
from lib.wording import muscle_tables
from lib.wording.format import count
from lib.wording.format import days as say_days


@dataclass(frozen=True, slots=True)
class Recent:
    """The last weeks of every muscle: their days, its weeks, the exercises that gave it sets (in words)."""

    days: tuple[date, date]
    weeks: Mapping[Muscle, MuscleCoverage]
    exercises: Mapping[Muscle, str]


def show(training: Training, weekly_sets: WeeklySets, scheme: Scheme) -> None:
    """The runner's nine, three abreast, and the others behind a fold."""
    recent = queries.once("muscle_cards", lambda: _recent(training, weekly_sets, scheme), scheme)
    groups = {group.muscle: group for group in muscle_groups()}
    parts.section(
        "The runner’s nine muscles",
        f"{_span(recent)}. In brackets: helpers counted strictly to permissively, as explained above. "
        "A week has a set where the credits reach 1.",
    )
    _cards(training, [groups[muscle] for muscle in RUNNERS_NINE], recent, scheme)
    others = [group for muscle, group in groups.items() if muscle not in RUNNERS_NINE]
    fold = st.expander("More muscles", key="more_muscles", on_change="rerun")
    if fold.open:
        with fold:
            _cards(training, others, recent, scheme)


def _recent(training: Training, weekly_sets: WeeklySets, scheme: Scheme) -> Recent | None:
    starts = weeks_of_window(weekly_sets, weeks=WEEKS)
    if starts.empty:
        return None
    days = (starts[0].date(), starts[-1].date() + timedelta(days=6))
    by_muscle = sets_by_exercise(on_days(training.lifting.muscle_sets, *days), scheme)
    named = {muscle: muscle_tables.own_exercises(by_muscle.get(muscle)) for muscle in Muscle}
    return Recent(days, muscle_coverage(counted_by(weekly_sets, scheme)), named)


def _span(recent: Recent | None) -> str:
    """Which weeks these are."""
    return f"Their last {WEEKS} complete weeks, {say_days(*recent.days)}" if recent else "No complete week yet"


def _cards(training: Training, groups: Sequence[MuscleGroup], recent: Recent | None, scheme: Scheme) -> None:
    for row in range(0, len(groups), 3):
        for column, group in zip(st.columns(3), groups[row : row + 3], strict=False):
            with column, st.container(border=True, height="stretch", gap="small", key=f"muscle_card_{group.muscle}"):
                _card(training, group, recent, scheme)


def _card(training: Training, group: MuscleGroup, recent: Recent | None, scheme: Scheme) -> None:
    st.subheader(group.name, anchor=False)
    st.markdown(group.in_running)
    if recent:
        found = recent.weeks[group.muscle]
        st.html(_bars(found))
        st.markdown(muscle_tables.weekly_words(found))
        st.caption(f"Yours, sets in {WEEKS} weeks: {recent.exercises[group.muscle]}")
    st.caption(f"Main muscle in: {muscle_tables.typical_exercises(group)}")
    if recent:
        fold = st.expander("The sets", key=f"sets_{group.muscle}", on_change="rerun", type="compact")
        if fold.open:
            with fold:
                sets_of_muscle(training, group.muscle, recent.days, scheme, key="weeks")


def _bars(found: MuscleCoverage) -> str:
    look = screen.look()
    what = f"Sets of the last {WEEKS} weeks, oldest first"
    return spark(found.sets, look=look, colour=palette(look).lifting, what=what, say=count)

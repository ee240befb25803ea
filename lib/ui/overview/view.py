"""What the person wants to see in the main figure: five choices behind one button, all kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from lib.charts.overview import periods
from lib.model.vocabulary import RUNNERS_NINE, Muscle, MuscleMeasure, Scheme
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.shell import nav, queries
from lib.wording import format as say

WEEKS: Final = {"3 months": 13, "6 months": 26, "1 year": 53, "2 years": 105, "All": None}
DRAWINGS: Final = ("Heat map", "Lines")
MEASURES: Final = {"Sets": MuscleMeasure.SETS, "Sessions": MuscleMeasure.SESSIONS, "Tonnage": MuscleMeasure.TONNAGE}
MUSCLES: Final = {"Runner’s nine": RUNNERS_NINE, "All muscles": tuple(Muscle)}
COUNTED: Final = {
    MuscleMeasure.SETS: "Sets a week: 1 for a main muscle, ½ for a helper.",
    MuscleMeasure.SESSIONS: "Days a week with at least one set whose main muscle it is.",
    MuscleMeasure.TONNAGE: "Load, with the part of the body that moves, × reps a week, of the sets whose main muscle it is.",
}
NO_BODY_MASS: Final = "**Tonnage** needs your body mass, because part of the body moves in most lifts."
_TONNAGE: Final = "Tonnage"
_PALE_OR_HATCHED: Final = "Pale: nothing done. Hatched: no log, or a week that is known in part."
_PALE_OR_LIGHT: Final = "Pale: nothing done. Hatched: no log. Lighter: a week that is known in part."


@dataclass(frozen=True, slots=True)
class FigureView:
    """The choices. weeks: how many of the last ones, None for all."""

    weeks: int | None
    drawing: str
    measure: MuscleMeasure
    muscles: tuple[Muscle, ...]
    scheme: Scheme

    @property
    def title(self) -> str:
        """What the figure shows, in one word."""
        return next(name for name, measure in MEASURES.items() if measure == self.measure)


def choose(training: Training) -> FigureView:
    """The controls. Tonnage cannot be had while no body mass is known, and then is no choice."""
    weeks = WEEKS[_labelled("Range", list(WEEKS), "6 months", key="range")]
    if training.sets.empty:
        return FigureView(weeks, DRAWINGS[0], MuscleMeasure.SETS, (), Scheme.DEFAULT)
    drawing = _labelled("Show as", DRAWINGS, DRAWINGS[0], key="show")
    measure = MEASURES[_measure(training)]
    muscles = MUSCLES[_labelled("Muscles", list(MUSCLES), "Runner’s nine", key="muscles")]
    return FigureView(weeks, drawing, measure, muscles, parts.attribution())


def _measure(training: Training) -> str:
    if training.body_mass.empty:
        chosen = _labelled("Measure", [name for name in MEASURES if name != _TONNAGE], "Sets", key="measure")
        _say_what_tonnage_needs()
        return chosen
    return _labelled("Measure", list(MEASURES), "Sets", key="measure")


def _labelled(label: str, options: Sequence[str], default: str, key: str) -> str:
    """A choice with its name beside it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"{label}:", width="content")
        return parts.choose(label, options, default, key=key)


def show_title(view: FigureView, *, monthly: bool, runs: bool) -> None:
    """What is seen. runs: whether there is a log of them."""
    columns = "months" if monthly else "weeks"
    if view.muscles and not runs:
        parts.section(f"{view.title} per muscle, by {columns[:-1]}")
    elif view.muscles:
        parts.section(f"{view.title} per muscle, above the distance of the same {columns}")
    else:
        parts.section(f"Distance of each {columns[:-1]}")


def show_coverage(view: FigureView, *, monthly: bool, hatched: bool) -> None:
    """How the figure counts, and how much of the log it knows. hatched: so are weeks known in part."""
    if view.muscles:
        months = " A month is the mean of its complete weeks." if monthly else ""
        st.caption(f"{COUNTED[view.measure]}{months} {_PALE_OR_HATCHED if hatched else _PALE_OR_LIGHT}")
    parts.coverage(queries.mapped())
    if view.measure == MuscleMeasure.TONNAGE:
        weeks = periods.last_weeks(queries.weekly_loads().tonnage, view.weeks)
        share = say.share(weeks["excluded"].sum() / weeks["sets"].sum())
        st.caption(
            f"{share} of these sets have no tonnage: holds, bands, core work, no load logged, no body mass near."
        )


def _say_what_tonnage_needs() -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(NO_BODY_MASS, width="content")
        nav.link("data/settings.py", "Say what you weigh", ":material/monitor_weight:")

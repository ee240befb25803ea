"""How does strength track mileage? This week, the main figure, and the rows behind any week of it."""

from datetime import timedelta

import pandas as pd
import streamlit as st

from lib.analysis.running import four_week_mean, only_runs
from lib.charts import overview
from lib.model.vocabulary import RUNNERS_NINE, Muscle
from lib.model.weeks import week_start
from lib.services.training import Training
from lib.services.weekly import Weekly
from lib.ui import format as say
from lib.ui import load, parts, screen, week_rows

TITLE = "Overview"
ICON = ":material/stacked_bar_chart:"
ORDER = 1

WEEKS = {"3 months": 13, "6 months": 26, "1 year": 53, "All": None}
MUSCLES = {"Runner’s nine": RUNNERS_NINE, "All muscles": tuple(Muscle)}
DRAWINGS = {"Heat map": overview.heat_map, "Lines": overview.muscle_lines}
FIGURE = "overview_figure"


def main() -> None:
    training = load.training()
    parts.header("Strength beside mileage", "The sets that each muscle did, and the distance of the same weeks.")
    if training.empty:
        parts.empty_state("This page will show the sets of each muscle above the distance of the same weeks.")
        return
    weekly = load.weekly()
    show_this_week(training, weekly)
    if training.sets.empty:
        parts.missing("Only runs so far: the strength half of this page fills when a lifting app’s export is imported.")
    if only_runs(training.activities).empty:
        parts.missing(
            "Only lifting so far: the distance half of this page fills when a running app’s export is imported."
        )
    show_figure(training, weekly)
    week_rows.show(training, weekly.running["week_start"].dt.date.tolist()[::-1])


def show_this_week(training: Training, weekly: Weekly) -> None:
    """The unfinished week in four numbers, each beside the mean of the four complete weeks before it."""
    unit = training.athlete.distance_unit
    start = week_start(training.today, training.athlete.first_weekday)
    parts.section(f"This week, {say.days(start, start + timedelta(days=6))}")

    sides = [weekly.sets[weekly.sets["muscle"] == muscle] for muscle in (Muscle.QUADRICEPS, Muscle.HAMSTRINGS)]

    def metres(column: str) -> tuple[str, str]:
        now, mean = this_week(weekly.running, column), four_week_mean(weekly.running, column)
        return say.distance(now, unit), say.distance(mean, unit)

    figures = {
        "Distance": metres("distance_m"),
        "Longest run": metres("longest_m"),
        "Strength sessions": counts([weekly.strength], "sessions"),
        "Quad : ham sets": counts(sides, "hard_sets"),
    }
    parts.numbers(
        [parts.Figure(label, now, f"4-week mean {mean}") for label, (now, mean) in figures.items()], key="this_week"
    )


def counts(frames: list[pd.DataFrame], column: str) -> tuple[str, str]:
    """This week's counts side by side, and their 4-week means."""
    now = say.side_by_side([this_week(frame, column) for frame in frames])
    return now, say.side_by_side([round(four_week_mean(frame, column), 1) for frame in frames])


def this_week(frame: pd.DataFrame, column: str) -> float:
    """The unfinished week's value; NaN where no log covers it."""
    unfinished = frame.loc[~frame["complete"], column]
    return float(unfinished.iloc[0]) if len(unfinished) else float("nan")


def show_figure(training: Training, weekly: Weekly) -> None:
    parts.section("Strength volume (sets) per muscle, above the distance of the same weeks")
    with st.container(horizontal=True, gap="small"):
        span = parts.choose("Range", list(WEEKS), "1 year", key="range")
        drawing = parts.choose("Show as", list(DRAWINGS), "Heat map", key="show")
        group = parts.choose("Muscles", list(MUSCLES), "Runner’s nine", key="muscles")
    what = {"muscles": MUSCLES[group], "unit": training.athlete.distance_unit, "weeks": WEEKS[span]}
    figure, alt = load.once(
        "overview",
        lambda: (
            DRAWINGS[drawing](weekly.sets, weekly.running, **what, look=screen.look()),
            overview.text_alternative(weekly.sets, weekly.running, **what),
        ),
        span,
        drawing,
        group,
    )
    parts.draw(figure, alt, key=FIGURE, on_select=lambda: week_rows.choose(parts.chosen_point(FIGURE)))
    mapped = load.mapped()
    parts.coverage(mapped.mapped, mapped.sets, say.share(mapped.share))


main()
parts.footer()

"""How does strength track mileage? This week, the main figure, and the rows behind any week of it."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from lib.analysis.coverage import mapping_coverage
from lib.analysis.running import four_week_mean, only_runs
from lib.charts import overview
from lib.model.vocabulary import MUSCLE_NAMES, RUNNERS_NINE, Muscle
from lib.model.weeks import week_start
from lib.services.training import Training
from lib.ui import behind, load, parts, screen, state
from lib.ui import format as say

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
    show_rows_behind(training, weekly)


def show_this_week(training: Training, weekly: load.Weekly) -> None:
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
        "Quad : hamstring sets": counts(sides, "hard_sets"),
    }
    parts.numbers(
        [parts.Figure(label, now, f"4-week mean {mean}") for label, (now, mean) in figures.items()], key="this_week"
    )


def counts(frames: list[pd.DataFrame], column: str) -> tuple[str, str]:
    """This week's counts side by side, and their 4-week means."""
    now = [say.count(this_week(frame, column)) for frame in frames]
    mean = [say.count(round(four_week_mean(frame, column), 1)) for frame in frames]
    return " : ".join(now), " : ".join(mean)


def this_week(frame: pd.DataFrame, column: str) -> float:
    """The unfinished week's value; NaN where no log covers it."""
    unfinished = frame.loc[~frame["complete"], column]
    return float(unfinished.iloc[0]) if len(unfinished) else float("nan")


def show_figure(training: Training, weekly: load.Weekly) -> None:
    parts.section("Strength volume (sets) per muscle, above the distance of the same weeks")
    with st.container(horizontal=True, gap="medium"):
        span = parts.choose("Range", list(WEEKS), "1 year", key="range")
        drawing = parts.choose("Show as", list(DRAWINGS), "Heat map", key="show")
        group = parts.choose("Muscles", list(MUSCLES), "Runner’s nine", key="muscles")
    shown = recent_weeks(weekly.sets, WEEKS[span]), recent_weeks(weekly.running, WEEKS[span])
    what = {"muscles": MUSCLES[group], "unit": training.athlete.distance_unit}
    figure = DRAWINGS[drawing](*shown, **what, look=screen.look())
    parts.draw(figure, overview.text_alternative(*shown, **what), key=FIGURE, on_select=take_chosen_week)
    mapped = mapping_coverage(training.lifting.counted)
    parts.coverage(mapped.mapped, mapped.sets, say.share(mapped.share))


def recent_weeks(frame: pd.DataFrame, weeks: int | None) -> pd.DataFrame:
    starts = frame["week_start"].drop_duplicates()
    return frame if weeks is None else frame[frame["week_start"].isin(starts.tail(weeks))]


def take_chosen_week() -> None:
    """A click on a cell or a bar chooses its week below; a cell chooses its muscle too."""
    point = parts.chosen_point(FIGURE)
    if point:
        st.session_state[state.CHOSEN_WEEK] = point[0]
        names = {name: muscle for muscle, name in MUSCLE_NAMES.items()}
        st.session_state[state.CHOSEN_MUSCLE] = names.get(point[1])


def show_rows_behind(training: Training, weekly: load.Weekly) -> None:
    parts.section("What is behind a week", "Click a cell or a bar of the figure, or choose here.")
    starts = weekly.running["week_start"].dt.date.tolist()[::-1]
    with st.container(horizontal=True):
        first = parts.choose_week(starts, training.today, key=state.CHOSEN_WEEK)
        muscle = parts.choose_muscle(key=state.CHOSEN_MUSCLE)
    last = first + timedelta(days=6)
    show_runs(training, first, last)
    show_sets(training, first, last, muscle)


def show_runs(training: Training, first: date, last: date) -> None:
    unit = training.athlete.distance_unit
    rows = behind.runs_table(only_runs(training.activities), first, last, unit)
    total = rows[f"Distance ({unit})"].sum()
    parts.rows_behind(
        rows,
        total=f"**{say.counted(len(rows), 'run', 'runs')}**, {total:,.1f} {unit}",
        nothing="No runs in this week.",
        file_name=f"runs-{first}.csv",
        key="runs_csv",
    )


def show_sets(training: Training, first: date, last: date, muscle: Muscle | None) -> None:
    if muscle is None:
        rows = behind.sets_table(training.lifting.counted, first, last, training.athlete.weight_unit)
        total = f"**{say.counted(rows['Counts'].sum(), 'set', 'sets')}** that count, {len(rows)} logged"
    else:
        rows = behind.muscle_table(training.lifting.muscle_sets, muscle, first, last)
        total = f"**{say.counted(rows['Credit'].sum(), 'set', 'sets')}** for {MUSCLE_NAMES[muscle].lower()}"
    nothing = "No sets in this week."
    parts.rows_behind(rows, total=total, nothing=nothing, file_name=f"sets-{first}.csv", key="sets_csv")


main()
parts.footer()

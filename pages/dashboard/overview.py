"""How does strength track mileage? This week, the main figure, what stands out, and the rows behind any cell of it."""

from typing import Any

import streamlit as st

from lib.analysis.muscles.window import muscle_window
from lib.analysis.notes import Note, Weeks, notes
from lib.analysis.weeks.events import with_breaks
from lib.analysis.weeks.running import only_runs
from lib.charts.body import drawing
from lib.charts.overview import periods, stack
from lib.charts.overview.measures import scale_of
from lib.model.vocabulary import Scheme
from lib.services.queries.measures import weeks_of_measure
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts, selection
from lib.ui.overview import main_figure, this_week, week_rows
from lib.ui.overview import notes as note_words
from lib.ui.shell import nav, queries, screen

TITLE = "Overview"
ICON = ":material/stacked_bar_chart:"
ORDER = 1

DRAW = {"Heat map": stack.heat_map, "Lines": stack.muscle_lines}
FIGURE = "overview"


def main() -> None:
    training = queries.training()
    parts.header("Strength beside mileage", "The sets that each muscle did, and the distance of the same weeks.")
    if training.empty:
        parts.empty_state("This page will show the sets of each muscle above the distance of the same weeks.")
        return
    weekly = queries.weekly()
    this_week.show(training, weekly)
    if training.sets.empty:
        parts.missing("Only runs so far: the strength half of this page fills when a lifting app’s export is imported.")
    if only_runs(training.activities).empty:
        parts.missing(
            "Only lifting so far: the distance half of this page fills when a running app’s export is imported."
        )
    shown, columns = show_figure(training, weekly)
    show_notes(training, weekly)
    week_rows.show(training, shown, columns)
    show_body_map(weekly, shown.scheme)


def show_figure(training: Training, weekly: Weekly) -> tuple[week_rows.Shown, week_rows.Columns]:
    """The main figure with its controls. What it shows, and the days of its columns."""
    title = st.container(gap="xxsmall")
    view = main_figure.choose(training)
    athlete, look = training.athlete, screen.look()
    scale = scale_of(view.measure, athlete.weight_unit)
    choices = (view.measure, view.scheme)
    values = queries.once("measure", lambda: weeks_of_measure(training, weekly, *choices), *choices)
    recent = periods.last_weeks(weekly.running, view.weeks)
    columns = week_rows.columns_of(recent, look)
    highlight = week_rows.highlight_of(columns)
    main_figure.show_title(title, view, monthly=periods.is_long(recent["week_start"], narrow=look.narrow))

    def made() -> tuple[Any, str]:
        marks = with_breaks(training.events, training.breaks)
        what = {
            "muscles": view.muscles,
            "unit": athlete.distance_unit,
            "scale": scale,
            "weeks": view.weeks,
            "marks": marks,
        }
        alt = stack.text_alternative(values, weekly.running, **what)
        return DRAW[view.drawing](values, weekly.running, **what, highlight=highlight, look=look), alt

    figure, alt = queries.once(FIGURE, made, view, highlight)
    parts.draw(figure, alt, key=FIGURE, on_select=lambda: selection.select_point(parts.selected_point(FIGURE)))
    main_figure.show_coverage(view)
    return week_rows.Shown(*choices, scale, values, weekly.running), columns


def show_notes(training: Training, weekly: Weekly) -> None:
    def found() -> list[Note]:
        runs = only_runs(training.activities)
        return notes(Weeks(weekly.running, weekly.sets, weekly.strength, runs, training.today))

    note_words.show(queries.once("notes", found), training.athlete)


def show_body_map(weekly: Weekly, scheme: Scheme) -> None:
    if weekly.sets.empty:
        return
    parts.section(
        "Where the sets of the last 4 weeks went", "Sets a week, beside your own highest four weeks of the year."
    )

    def made() -> tuple[Any, str]:
        window = muscle_window(weekly.sets, weeks=4, scheme=scheme)
        return drawing.body_map(window, look=screen.look()), drawing.text_alternative(window)

    figure, alt = queries.once("overview_body", made, scheme)
    parts.draw(figure, alt, key="overview_body")
    nav.link("dashboard/muscles.py", "All muscles in a table", ":material/accessibility_new:")


main()
parts.footer()

"""How does this week stand? Three answers, its seven days, the main figure, what is usual, and the rows of what is opened."""

from functools import partial

import streamlit as st

from lib.analysis.notes import Note, Weeks, notes
from lib.analysis.weeks.running import only_runs
from lib.analysis.your_week.week import YourWeek
from lib.charts.overview import periods
from lib.charts.overview.highlight import Highlight
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts, selection
from lib.ui.overview import body, main_figure, week_rows
from lib.ui.overview import notes as note_words
from lib.ui.overview import view as views
from lib.ui.settings import where_used
from lib.ui.settings.dated_forms import BREAK, EVENT, GOAL
from lib.ui.shell import queries, screen
from lib.ui.your_week import cards, days, empty, usual, which_week

TITLE = "Your week"
ICON = ":material/stacked_bar_chart:"
ORDER = 1


def main() -> None:
    training = queries.training()
    if training.empty:
        empty.show()
        return
    weekly = queries.weekly()
    week = which_week.week_of(training, weekly, which_week.as_of(training, weekly))
    with st.container(gap="xsmall", key="first_screen"):
        view = show_top(training, weekly, week)
        cards.show(training, week)
        days.show(training, week)
        shown, highlight = show_figure(training, weekly, week, view)
    if selection.is_open():
        week_rows.show(training, shown, highlight)
    note = (
        None if week.log_ended else show_notes(training, weekly)
    )  # of logs that ended there is nothing new to stand out
    if note:
        muscle = note.muscles[0] if note.muscles else None
        week_rows.show(training, shown, Highlight(note.from_date, note.to_date, muscle), key="note")
    body.show(training, weekly, view.scheme)
    if not selection.is_open():
        parts.section("The rows of the week", days.in_numbers(training, week))
        if parts.rows_button(cards.OPEN, "week"):
            week_rows.show(training, shown, highlight)


def show_top(training: Training, weekly: Weekly, week: YourWeek) -> views.FigureView:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="top"):
        which_week.show(training, weekly, week)
        with st.popover("View", icon=":material/tune:", width="content"):
            view = views.choose(training)
            which_week.choose(training, weekly, week)
    return view


def show_figure(
    training: Training, weekly: Weekly, week: YourWeek, view: views.FigureView
) -> tuple[week_rows.Shown, Highlight]:
    """The main figure, beside it the muscles of the week. What it shows, and what is marked in it."""
    shown = main_figure.shown_in(training, weekly, view)
    last = main_figure.until(shown, view, week.start)
    recent = partial(periods.last_weeks, shown.running, view.weeks, last)
    columns = queries.once("columns", lambda: week_rows.columns_of(recent(), screen.look()), view.weeks, last)
    highlight = week_rows.highlight_of(columns, (week.start, week.last))
    both = st.columns([2.3, 1], gap="medium") if view.muscles else [st.container()]
    with both[0]:
        main_figure.draw(training, shown, view, last, highlight, log_ended=week.log_ended)
        week_rows.chooser(columns, highlight, training)
    if view.muscles:
        with both[1]:
            usual.muscles(training, weekly, week, view)
    with both[-1]:
        usual.still_open(training, week)
    at_hand = (highlight.first, highlight.last)
    where_used.fold(training, "Mark a race, an illness, a break, or set a goal", (EVENT, BREAK, GOAL), at_hand, "mark")
    return shown, highlight


def show_notes(training: Training, weekly: Weekly) -> Note | None:
    def found() -> list[Note]:
        runs = only_runs(training.activities)
        return notes(Weeks(weekly.running, weekly.sets, weekly.strength, runs, training.today))

    return note_words.show(queries.once("notes", found), training.athlete)


main()
parts.footer()

"""How consistent am I? Weeks against the person's own goals, streaks with grace, the calendar, the typical week."""

from typing import Any

import streamlit as st

from lib.analysis.weeks.running import only_runs
from lib.charts import calendar as calendar_chart
from lib.charts.look.theme import palette
from lib.model.units import METRES_PER
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.consistency import goal_strips, streaks, typical
from lib.ui.kit import parts
from lib.ui.kit.gap_lines import gap_lines
from lib.ui.overview import day_rows
from lib.ui.shell import address, nav, queries, screen
from lib.wording.coverage_words import reach

TITLE = "Consistency"
ICON = ":material/event_available:"
ORDER = 3


def main() -> None:
    training = queries.training()
    parts.header("Consistency", "What was done week after week, against your own goals. Planned breaks are left out.")
    if training.empty:
        parts.empty_state("This page will show your weeks against your own goals, and a calendar of runs and lifting.")
        return
    weekly = queries.weekly()
    if training.sets.empty:
        parts.missing("No sets so far: what was lifted appears when a lifting app’s export is imported.")
    if only_runs(training.activities).empty:
        parts.missing("Only lifting so far: runs appear when a running app’s export is imported.")
    streaks.show(training, weekly)
    goal_strips.show(training, weekly)
    show_calendar(training)
    show_typical_weeks(training, weekly)


def show_calendar(training: Training) -> None:
    parts.section("Calendar", "A cell is a day; click one for its rows.")
    figure, alt = queries.once("calendar", lambda: draw_calendar(training))
    parts.draw(figure, alt, key="calendar", on_select=lambda: open_day(parts.selected_point("calendar")))
    opened = address.read_day(address.DAY)
    with parts.place_of_rows():
        if opened:
            day_rows.show_day(training, opened)
            nav.link(nav.HOME, "Its week", ":material/date_range:", week=opened.isoformat())
    for sentence in gap_lines(training):
        st.caption(sentence)


def open_day(point: object) -> None:
    """Open the rows of the day that was clicked. point: the day as a text, or a list that starts with it; None: no day."""
    day = point[0] if isinstance(point, list) else point
    address.write({address.DAY: str(day or "")})


def draw_calendar(training: Training) -> tuple[Any, str]:
    days, unit = queries.calendar(), training.athlete.distance_unit
    figure = calendar_chart.day_cells(days, unit=unit, first=training.athlete.first_weekday, look=screen.look())
    return figure, calendar_chart.text_alternative(days, unit)


def show_typical_weeks(training: Training, weekly: Weekly) -> None:
    parts.section(
        "Typical week", "Shaded: the middle half of the last 26 complete weeks. The large dot is the latest one."
    )
    unit = training.athlete.distance_unit
    colours = palette(screen.look())
    if not only_runs(training.activities).empty:
        unknown = reach(training.runs_logged, "running")
        typical.show(weekly.running, "distance_m", METRES_PER[unit], f" {unit}", colours.running, unknown)
    if not training.sets.empty:
        unknown = reach(training.lifting.periods, "strength")
        typical.show(weekly.strength, "sets_done", 1.0, " sets", colours.lifting, unknown)


main()
parts.footer()

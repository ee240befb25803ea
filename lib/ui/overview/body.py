"""Where the sets of the last weeks went: the body map, and directly below it the sets of the muscle that was clicked."""

from datetime import date, timedelta
from typing import Any, Final

from lib.analysis.muscles.window import muscle_window, weeks_of_window
from lib.charts.body import drawing
from lib.model.vocabulary import Scheme
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly
from lib.ui.kit import parts, selection
from lib.ui.muscles.body_map import sets_of_muscle
from lib.ui.shell import address, nav, queries, screen
from lib.wording import format as say

_FIGURE: Final = "overview_body"
_MUSCLE: Final = "body"
_WEEKS: Final = 4


def show(training: Training, weekly: Weekly, scheme: Scheme) -> None:
    """The map of the last four whole weeks; nothing without any set."""
    last_week = queries.once("body_last_week", lambda: _last_known_week(weekly))
    starts = queries.once("body_weeks", lambda: weeks_of_window(weekly.sets, last_week, weeks=_WEEKS))
    if training.sets.empty or not len(starts):
        return
    days = starts[0].date(), starts[-1].date() + timedelta(days=6)
    parts.section(
        f"Where the sets of {say.days(*days)} went",
        "Sets a week, beside your own highest four weeks of the year. Click a muscle for its rows.",
    )

    def made() -> tuple[Any, str]:
        window = muscle_window(weekly.sets, last_week, weeks=_WEEKS, scheme=scheme)
        return drawing.body_map(window, look=screen.look()), drawing.text_alternative(window)

    figure, alt = queries.once(_FIGURE, made, scheme)
    parts.draw(figure, alt, key=_FIGURE, on_select=_take_clicked)
    muscle = selection.as_muscle(address.read(_MUSCLE))
    if muscle:
        sets_of_muscle(training, muscle, days, scheme, key="body")
    nav.link("dashboard/muscles.py", "All muscles in a table", ":material/accessibility_new:")


def _last_known_week(weekly: Weekly) -> date | None:
    """The start of the last whole week that a strength log covers: of a log that ended its last weeks are drawn."""
    known = weekly.strength.loc[weekly.strength["complete"] & weekly.strength["sets_done"].notna(), "week_start"]
    return None if known.empty else known.max().date()


def _take_clicked() -> None:
    point = parts.selected_point(_FIGURE)
    if point:
        address.write({_MUSCLE: str(point[0])})

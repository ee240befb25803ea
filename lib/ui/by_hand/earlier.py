"""Earlier sessions to choose from: to do one again, to take it as text, to make a template of it."""

from typing import Final

from lib.services.queries.training import Training
from lib.ui.shell import queries
from lib.wording.format import day

_MOST: Final = 200  # what a list can be scrolled through; older ones are found on the page Strength


def names(training: Training) -> dict[int, str]:
    """Day and title of the latest sessions by their number, newest first."""
    return queries.once("earlier_sessions", lambda: _names(training))


def _names(training: Training) -> dict[int, str]:
    rows = training.sessions.tail(_MOST).iloc[::-1]
    each = zip(rows["session_id"], rows["local_date"], rows["title"], strict=True)
    return {int(number): f"{day(date.date())} · {title or 'Strength'}" for number, date, title in each}

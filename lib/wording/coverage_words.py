"""What logs cover, in words: how far they reach, and where they are silent for long."""

from collections.abc import Callable

import pandas as pd

from lib.wording import format as say


def reach(periods: pd.DataFrame, kind: str) -> str:
    """Up to which day the logs of a kind reach: "the strength log ends on 9 Apr 2026"; "no strength log yet" without one.

    periods: PERIODS. kind: running or strength.
    """
    if periods.empty:
        return f"no {kind} log yet"
    return f"the {kind} log ends on {say.day(periods['last_day'].max().date())}"


def gap_sentences(gaps: pd.DataFrame, what: str, title: Callable[[str], str], most: int = 3) -> list[str]:
    """The latest long silences, newest first. gaps: LOG_GAPS. what: of which nothing is logged. title: of a source."""
    return [
        f"No {what} from {say.days(first.date(), last.date())} ({number} days) in {_titles(sources, title)}: "
        "a break, or not logged? It counts as nothing done."
        for first, last, number, sources in gaps.tail(most).iloc[::-1].itertuples(index=False)
    ]


def _titles(sources: str, title: Callable[[str], str]) -> str:
    return " and ".join(title(each) for each in sources.split(", "))

"""Where a log is silent for more than 28 days, in sentences."""

from datetime import date

import pandas as pd

from lib.services.queries.gaps import gaps_of
from lib.services.queries.training import Training
from lib.ui.kit.record_sources import source_title
from lib.ui.shell import queries
from lib.wording.coverage_words import gap_sentences


def gap_lines(training: Training, most: int = 3, first: date = date.min, last: date = date.max) -> list[str]:
    """Of runs and of strength sessions, each the latest ones that have a day from first to last."""

    def found() -> list[str]:
        gaps = gaps_of(training)
        logs = ((gaps.running, "activity"), (gaps.strength, "session"))
        return [line for of, what in logs for line in gap_sentences(_near(of, first, last), what, source_title, most)]

    return queries.once("gaps", found, most, first, last)


def _near(gaps: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    near: pd.DataFrame = gaps[(gaps["to_date"].dt.date >= first) & (gaps["from_date"].dt.date <= last)]
    return near

"""The training of a range of days: what every section of a report starts from."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from lib.analysis.weeks.days import on_days
from lib.analysis.weeks.running import only_runs
from lib.model.athlete import Athlete
from lib.model.errors import ReportError
from lib.model.frames.spec import Frame
from lib.model.region import day
from lib.services.queries.training import Training
from lib.services.queries.weekly import Weekly, first_day, last_day, weekly

DEFAULT_DAYS = 365


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """A training with its weekly frames cut to the weeks that have a day from first to last, both included."""

    training: Training
    weekly: Weekly
    first: date
    last: date

    @property
    def athlete(self) -> Athlete:
        """Whose units and weeks these are."""
        return self.training.athlete

    @property
    def has_runs(self) -> bool:
        """Whether any run was ever logged: else no part of the report is about runs."""
        return not only_runs(self.training.activities).empty

    @property
    def has_sets(self) -> bool:
        """Whether any set was ever logged, likewise."""
        return not self.training.sets.empty

    def inside(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of a frame with a local_date from first to last."""
        return on_days(frame, self.first, self.last)


def span_of(training: Training, first: date | None = None, last: date | None = None) -> Span:
    """The range that was asked for, by default the year up to the last logged day. ReportError where nothing is logged."""
    logged_first, logged_last = first_day(training), last_day(training)
    if logged_first is None or logged_last is None:
        raise ReportError("Nothing is logged yet: import a file first.")
    end = min(last or logged_last, training.today)
    start = first or max(logged_first, end - timedelta(days=DEFAULT_DAYS - 1))
    if start > end:
        raise ReportError(f"The range from {day(start)} to {day(end)} has no days.")
    if end < logged_first or start > logged_last:
        raise ReportError(
            f"Nothing is logged from {day(start)} to {day(end)}; "
            f"the logs cover {day(logged_first)} to {day(logged_last)}."
        )
    frames = weekly(training)
    cut = replace(
        frames,
        running=_between(frames.running, start, end),
        sets=_between(frames.sets, start, end),
        strength=_between(frames.strength, start, end),
    )
    return Span(training, cut, start, end)


def _between(frame: Frame, first: date, last: date) -> Frame:
    """Weeks with a day in the range."""
    weeks = frame["week_start"].between(pd.Timestamp(first) - pd.Timedelta(days=6), pd.Timestamp(last))
    return frame[weeks].reset_index(drop=True)

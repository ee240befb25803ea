"""What is known of an athlete at one moment, and the way from it to a later one without reading everything again."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Self

import pandas as pd

from lib.services.queries import weekly as weeks
from lib.services.queries.training import Training, read_training
from lib.services.queries.training_after import Days, training_after
from lib.services.queries.weekly import Weekly
from lib.services.queries.weekly_after import weekly_after
from lib.store.account import Account

# Then everything is read: a column of text that was put together so often is in many pieces.
_MOST_STEPS: Final = 200


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The weekly frames of an earlier training, its ACTIVITIES, and the days on which other sets may count since."""

    weekly: Weekly
    activities: pd.DataFrame
    days: Days


@dataclass(slots=True, eq=False)
class Snapshot:
    """A training and its weekly frames. Shared between visitors: read, never change."""

    training: Training
    _earlier: _Earlier | None = None
    _steps: int = 0
    _weekly: Weekly | None = field(default=None, init=False)

    @property
    def weekly(self) -> Weekly:
        """The weekly frames, worked out when they are asked for first."""
        if self._weekly is None:
            known = self._earlier
            self._weekly = (
                weekly_after(known.weekly, known.activities, self.training, known.days)
                if known
                else weeks.weekly(self.training)
            )
        return self._weekly

    def after(self, account: Account, today: date, *, on_last_day: bool = False) -> Self | None:
        """The athlete as they are now: this one where nothing changed, None where everything has to be read.

        today, on_last_day: see `read_snapshot`.
        """
        found = training_after(account, self.training, today) if self._steps < _MOST_STEPS else None
        if found is None:
            return None
        now = _at(found.training, on_last_day=on_last_day)
        if (now.athlete, now.today) == (self.training.athlete, self.training.today):
            return self
        return type(self)(now, self._carried(found.days) if now.today == self.training.today else None, self._steps + 1)

    def _carried(self, days: Days) -> _Earlier | None:
        if self._weekly is not None:
            return _Earlier(self._weekly, self.training.activities, days)
        return replace(self._earlier, days=self._earlier.days | days) if self._earlier else None


def read_snapshot(account: Account, today: date, *, on_last_day: bool = False) -> Snapshot:
    """The athlete as they are now, read from the beginning. on_last_day: they live on their last logged day, not today."""
    return Snapshot(_at(read_training(account, today), on_last_day=on_last_day))


def _at(training: Training, *, on_last_day: bool) -> Training:
    return replace(training, today=weeks.last_logged_day(training) or training.today) if on_last_day else training

"""How many leg sessions keep which distance, in counts: never a score."""

from typing import Final, NamedTuple

import pandas as pd

from lib.model.vocabulary import Gap

LEAST_PAIRS: Final = 6  # below that the list says more than a count


class SideCounts(NamedTuple):
    """Sessions by the gap on one side. at_least_24 holds those of 48 h, too."""

    at_least_24: int
    at_least_48: int
    closer: int
    unknown: int
    none: int

    @property
    def pairs(self) -> int:
        """Sessions with a hard run on this side of which the gap is known."""
        return self.at_least_24 + self.closer


class SpacingSummary(NamedTuple):
    """Both sides of the same sessions."""

    before: SideCounts
    after: SideCounts


def summary(spacing: pd.DataFrame) -> SpacingSummary:
    """Counts of LEG_SPACING."""
    return SpacingSummary(_counts(spacing["before"]), _counts(spacing["after"]))


def _counts(gaps: pd.Series) -> SideCounts:
    of = {gap: int((gaps == str(gap)).sum()) for gap in Gap}
    return SideCounts(
        of[Gap.AT_LEAST_24] + of[Gap.AT_LEAST_48],
        of[Gap.AT_LEAST_48],
        of[Gap.CLOSER],
        of[Gap.UNKNOWN],
        of[Gap.NONE],
    )

"""Which rows of a list of records its sums are made of, in a sentence."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from lib.analysis.records.choose import Totals, why_not
from lib.wording.format import count, counted

_PLURALS: Final[Mapping[str, str]] = {
    "not a run": "of other sports",
    "its sets are in another record": "with their sets in a session",
    "strength, counted as a session": "of strength without sets, counted as sessions",
    "the same bout as another record": "of a bout that another record counts for",
    "moved by its source, now another record": "moved by their source",
}


def which_count(chosen: pd.DataFrame, found: Totals, counts_as: str) -> str:
    """What the sum is of, and which rows do not count: "4 further records here: 3 not a run, 1 left out"."""
    reasons = why_not(chosen)
    if not reasons:
        return "Every one of these counts." if len(chosen) > 1 else ""
    told = ", ".join(f"{count(number)} {_PLURALS.get(reason, reason)}" for reason, number in reasons.items())
    if not found.counted:
        return f"None of these counts {counts_as}, so this is the sum of all: {told}."
    out = sum(reasons.values())
    return f"This is the sum of those that count. {counted(out, 'record', 'records')} more here: {told}."

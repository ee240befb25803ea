"""The section of a preview on pairs that may be one bout, and that nobody joined."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lib.importers.listing import source_title
from lib.model.athlete import Athlete
from lib.model.duplicates import DuplicatePair
from lib.ui.kit import tables
from lib.wording.duplicate_words import bout, differences, record
from lib.wording.format import count


def show_overlaps(pairs: Sequence[DuplicatePair], athlete: Athlete) -> None:
    """Pairs of two sources that are near in time and not certain enough to count once."""
    if not pairs:
        return
    with st.expander(f"Bouts that may be one ({count(len(pairs))})", icon=":material/help:"):
        st.caption("They are near in time, but it is not certain that they are one bout, so each counts as it is.")
        tables.show(overlaps(pairs, athlete))


def overlaps(pairs: Sequence[DuplicatePair], athlete: Athlete) -> pd.DataFrame:
    """Which bout, what each of the two records says, and how they differ."""
    rows = [
        (
            bout(pair),
            *(record(each, source_title(each.source), athlete) for each in (pair.primary, pair.other)),
            differences(pair, athlete.distance_unit),
        )
        for pair in pairs
    ]
    return pd.DataFrame(rows, columns=["Bout", "One record", "The other", "Difference"])

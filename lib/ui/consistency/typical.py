"""The typical week of one weekly number: a sentence and its dots."""

from datetime import timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from lib.analysis.weeks.regularity import MIN_WEEKS, typical_week
from lib.charts import typical as charts
from lib.ui.kit import parts
from lib.ui.shell import queries, screen
from lib.wording import format as say

WEEKS: Final = 26
_WEEK: Final = timedelta(days=6)


def show(frame: pd.DataFrame, column: str, divisor: float, suffix: str, colour: str, unknown: str) -> None:
    """The middle half of the last complete weeks of a weekly frame, drawn in the unit that divisor and suffix make.

    unknown: how far its log reaches, in words.
    """
    text, drawn = queries.once(f"typical {column}", lambda: _made(frame, column, divisor, suffix, colour, unknown))
    if drawn is None:
        st.caption(text)
        return
    st.markdown(text)
    parts.draw(*drawn, key=f"typical_{column}")


def _made(
    frame: pd.DataFrame, column: str, divisor: float, suffix: str, colour: str, unknown: str
) -> tuple[str, tuple[Any, str] | None]:
    """The sentence, and the figure with its text alternative where there are weeks enough."""
    found = typical_week(frame, column, last=WEEKS)
    last = frame[frame["complete"]].tail(WEEKS).set_index("week_start")[column]
    known = last.dropna()
    if found is None:
        if len(known) >= MIN_WEEKS:
            return f"A typical week in{suffix} has none.", None
        ended = f": {unknown}" if len(last) and pd.isna(last.iloc[-1]) else ""
        return f"A typical week in{suffix} needs 8 complete weeks of the last {WEEKS}{ended}.", None
    low, high = found.low / divisor, found.high / divisor
    span = say.days(known.index[0].date(), known.index[-1].date() + _WEEK)
    text = f"**{say.about(low, high)}{suffix}** in a typical week of {span}; weeks differ by {say.share(found.cv)} of their mean."
    values = last.reset_index(drop=True) / divisor
    figure = charts.typical_week(values, low=low, high=high, colour=colour, suffix=suffix, look=screen.look())
    return text, (figure, charts.text_alternative(values, low=low, high=high, suffix=suffix))

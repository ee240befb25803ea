"""The typical week of one weekly number: a sentence and its dots."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.analysis.weeks.regularity import typical_week
from lib.charts import typical as charts
from lib.ui.kit import parts
from lib.ui.shell import queries, screen
from lib.wording import format as say

WEEKS = 26


def show(frame: pd.DataFrame, column: str, divisor: float, suffix: str, colour: str) -> None:
    """The middle half of the last complete weeks of a weekly frame, drawn in the unit that divisor and suffix make."""
    text, drawn = queries.once(f"typical {column}", lambda: _made(frame, column, divisor, suffix, colour))
    if drawn is None:
        st.caption(text)
        return
    st.markdown(text)
    parts.draw(*drawn, key=f"typical_{column}")


def _made(
    frame: pd.DataFrame, column: str, divisor: float, suffix: str, colour: str
) -> tuple[str, tuple[Any, str] | None]:
    """The sentence, and the figure with its text alternative where there are weeks enough."""
    found = typical_week(frame, column, last=WEEKS)
    if found is None:
        return f"A typical week in{suffix} needs 8 complete weeks.", None
    low, high = found.low / divisor, found.high / divisor
    text = f"**{say.about(low, high)}{suffix}** in a typical week; weeks differ by {say.share(found.cv)} of their mean."
    values = frame.loc[frame["complete"], column].tail(WEEKS) / divisor
    figure = charts.typical_week(values, low=low, high=high, colour=colour, suffix=suffix, look=screen.look())
    return text, (figure, charts.text_alternative(values, low=low, high=high, suffix=suffix))

"""Rows that count nothing, drawn in grey. The number beside them says it as well."""

from typing import Any, Final

import pandas as pd

from lib.charts.theme import Look, palette

COUNTS: Final = "Counts"
_MOST_ROWS: Final = 200  # a week has them; styling a year's rows would take longer than the rest of the page


def grey_zeros(table: pd.DataFrame, look: Look) -> Any:
    """The table as a pandas Styler with the rows of 0 in grey; as it is where it is long or counts nothing."""
    if COUNTS not in table or len(table) > _MOST_ROWS or not (table[COUNTS] == 0).any():
        return table
    numbers = table.select_dtypes("number").columns
    style = table.style.format("{:g}", subset=list(numbers), na_rep="–")
    return style.apply(_greys, axis=None, grey=f"color: {palette(look).muted}")


def _greys(table: pd.DataFrame, grey: str) -> pd.DataFrame:
    """The style of each cell."""
    styles = pd.DataFrame("", index=table.index, columns=table.columns)
    styles.loc[table[COUNTS] == 0] = grey
    return styles

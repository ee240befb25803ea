"""Tables as the person reads them: numbers with their separators, rows that count nothing in grey."""

from typing import Any, Final

import pandas as pd

from lib.charts.look.theme import Look, palette
from lib.model.region import number

COUNTS: Final = "Counts"
_MOST_ROWS: Final = 200  # a week has them; styling a year's rows would take longer than the rest of the page


def styled(table: pd.DataFrame, look: Look, *, numbers: bool) -> Any:
    """The table as a pandas Styler with its numbers as the region writes them and the rows of 0 in grey.

    numbers: style also where nothing is to be grey. A long table stays as it is, and so does one without need.
    """
    greys = COUNTS in table and bool((table[COUNTS] == 0).any())
    if len(table) > _MOST_ROWS or not (greys or numbers):
        return table
    columns = table.select_dtypes("number").columns
    style = table.style.format(_written, subset=columns, na_rep="–")
    return style.apply(_greys, axis=None, grey=f"color: {palette(look).muted}") if greys else style


def _written(value: Any) -> str:
    return number(value, ",.10g")


def _greys(table: pd.DataFrame, grey: str) -> pd.DataFrame:
    """The style of each cell."""
    styles = pd.DataFrame("", index=table.index, columns=table.columns)
    styles.loc[table[COUNTS] == 0] = grey
    return styles

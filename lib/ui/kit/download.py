"""Tables as files. A name that starts like a formula stays text when a spreadsheet opens it."""

import csv
import unicodedata
from typing import Final

import pandas as pd

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(table: pd.DataFrame) -> bytes:
    """UTF-8 with the mark that spreadsheets want. Text cells that would be read as formulas get a leading apostrophe."""
    texts = table.select_dtypes(include=["str", "object"]).columns
    guarded = table.assign(**{column: table[column].map(_guard) for column in texts})
    return guarded.to_csv(index=False, quoting=csv.QUOTE_NONNUMERIC).encode("utf-8-sig")


def _guard(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    # Full-width signs and leading blanks are formulas to some spreadsheets as well.
    normal = unicodedata.normalize("NFKC", cell)
    begins = normal.startswith(_FORMULA_STARTS) or normal.strip().startswith(_FORMULA_STARTS)
    return f"'{cell}" if begins else cell

"""Tables as files. A name that starts like a formula stays text when a spreadsheet opens it."""

import csv

import pandas as pd

from lib.model.formula import reads_as_formula


def as_csv(table: pd.DataFrame) -> bytes:
    """UTF-8 with the mark that spreadsheets want. Text cells that would be read as formulas get a leading apostrophe."""
    texts = table.select_dtypes(include=["str", "object"]).columns
    guarded = table.assign(**{column: table[column].map(_guard) for column in texts})
    return guarded.to_csv(index=False, quoting=csv.QUOTE_NONNUMERIC).encode("utf-8-sig")


def _guard(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and reads_as_formula(cell) else cell

"""Texts that a spreadsheet would run instead of showing them."""

import unicodedata
from typing import Final

_SIGNS: Final = tuple("=+-@")
_BLANKS: Final = ("\t", "\r", "\n")


def reads_as_formula(text: str) -> bool:
    """Whether a cell with this text might be run. Full-width signs and leading blanks are formulas to some spreadsheets, too."""
    return text.startswith(_BLANKS) or unicodedata.normalize("NFKC", text.lstrip()[:1]).startswith(_SIGNS)

"""How the sources of records are called."""

import pandas as pd

from lib.importers import listing
from lib.model.history import BY_HAND


def source_title(source: str) -> str:
    """The app or the own table; "by hand" for what was logged here."""
    return "by hand" if source == BY_HAND else listing.source_title(source)


def source_titles(sources: pd.Series) -> dict[str, str]:
    """Every source that stands in a column of sources joined by commas, and what it is called, by that."""
    names = {name for joined in sources.unique() for name in joined.split(", ")}
    return dict(sorted(((name, source_title(name)) for name in names), key=lambda each: each[1].casefold()))

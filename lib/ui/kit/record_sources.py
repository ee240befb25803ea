"""How the sources of records are called."""

from collections.abc import Collection

import pandas as pd

from lib.importers import listing
from lib.importers.base import known_traits
from lib.model.history import BY_HAND
from lib.model.traits import traits_of


def source_title(source: str) -> str:
    """The app or the own table; "by hand" for what was logged here."""
    return "by hand" if source == BY_HAND else listing.source_title(source)


def time_word(sources: Collection[str]) -> str:
    """What the time of a run is called that these sources say: in motion, or that of a timer where they know no other."""
    known = known_traits()
    timers = {traits_of(source, known).timer for source in sources}
    return {(False, True): "Moving or timer time", (True,): "Timer time"}.get(tuple(sorted(timers)), "Moving time")


def source_titles(sources: pd.Series) -> dict[str, str]:
    """Every source that stands in a column of sources joined by commas, and what it is called, by that."""
    names = {name for joined in sources.unique() for name in joined.split(", ")}
    return dict(sorted(((name, source_title(name)) for name in names), key=lambda each: each[1].casefold()))

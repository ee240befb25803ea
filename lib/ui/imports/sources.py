"""How sources are called on the import page."""

from lib.importers import listing
from lib.model.athlete import Athlete
from lib.model.duplicates import Candidate
from lib.wording import duplicate_words
from lib.wording.text import plain


def source_title(source: str) -> str:
    """How a source is called, safe in markdown."""
    return plain(listing.source_title(source))


def record(each: Candidate, athlete: Athlete) -> str:
    """What a source says of a bout: "Strava · 08:00:00 · 8.02 km · 40 min"."""
    return duplicate_words.record(each, source_title(each.source), athlete)

"""Which kinds of sport may be words for one bout, and which of those words counts."""

from typing import Final

from lib.model.duplicates import Candidate
from lib.model.vocabulary import Sport

# An app that guesses calls a run a walk or a workout; the most telling word first.
_ON_FOOT: Final = (Sport.RUN, Sport.WALK, Sport.HIKE, Sport.OTHER)


def may_be_one_kind(one: Candidate, other: Candidate) -> bool:
    """Whether two sources may mean one bout by their words."""
    return one.sport == other.sport or (one.sport in _ON_FOOT and other.sport in _ON_FOOT)


def is_lifting_beside_another(one: Candidate, other: Candidate) -> bool:
    """Whether just one of them is lifting, which is never the duplicate of another kind, however the clocks agree."""
    return one.sport != other.sport and Sport.STRENGTH in (one.sport, other.sport)


def telling(each: Candidate) -> int:
    """The smaller, the more the word says of the bout; the same for all that are no words for a run."""
    return _ON_FOOT.index(Sport(each.sport)) if each.sport in _ON_FOOT else 0

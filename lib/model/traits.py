"""What a source of records is like, as far as its records are weighed against those of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FARTHEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Traits:
    """What an importer says of its source; what it does not say is that of a log which a person keeps by itself.

    rank:      how near the source is to the device; of two records that say as much the one of the smaller rank counts.
    collects:  it gathers what several apps or devices wrote, so one bout can be in it twice.
    watch:     its sets were counted by a watch, not logged by the person.
    whole:     an export always has everything, so what it lacks is not in the source any more.
    timer:     its time of a run is that of a timer, without the pauses that the person made; it knows none in motion.
    recording: a file is one recording; one without a bout in it (a planned route, a watch's settings) is no training data.
    """

    rank: int = FARTHEST
    collects: bool = False
    watch: bool = False
    timer: bool = False
    recording: bool = False
    whole: bool = False


# By the name of the source. A table of the person's own has no entry.
KnownTraits = Mapping[str, Traits]
PLAIN: Final = Traits()
WHOLE_LOG: Final = Traits(whole=True)


def traits_of(source: str | None, known: KnownTraits) -> Traits:
    """The traits of a source; None is a file that nobody knows."""
    return known.get(source or "", PLAIN)

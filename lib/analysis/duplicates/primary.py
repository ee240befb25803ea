"""Which record of a bout counts, and why."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from lib.analysis.duplicates.clocks import are_parts, both_certain, overlap
from lib.analysis.duplicates.kinds import telling
from lib.model.duplicates import EVERY_RECORD, Candidate, DuplicateDecision
from lib.model.traits import KnownTraits, traits_of
from lib.model.vocabulary import DuplicateVerdict, Precision, Sport, TimeBasis

_PRECISIONS: Final = (Precision.SECOND, Precision.MINUTE, Precision.DATE)
_BASES: Final = (TimeBasis.OFFSET, TimeBasis.UTC, TimeBasis.WALL_CLOCK)


class DuplicateGroup(NamedTuple):
    """Records of one bout: the one that counts, and the others."""

    primary: Candidate
    duplicates: tuple[Candidate, ...]


def by_what_counts(
    bout: Sequence[Candidate], known: KnownTraits, decisions: Sequence[DuplicateDecision]
) -> list[DuplicateGroup]:
    """One group, or one for each part where the parts of a longer record count in its place.

    First what the person chose, else the record that knows its distance, says most, knows its start best, is nearest to the device.
    """
    ordered = _ranked(bout, known, decisions)
    counting: list[Candidate] = []
    said = frozenset(decisions)
    for each in ordered:
        chosen = any(DuplicateDecision(other.name, each.name, DuplicateVerdict.COUNTS) in said for other in counting)
        if not chosen and all(is_another_part(each, counted) for counted in counting):
            counting.append(each)
    duplicates: dict[int, list[Candidate]] = {}
    for each in ordered:
        if each not in counting:
            duplicates.setdefault(_nearest(each, counting), []).append(each)
    return [
        DuplicateGroup(counting[place], tuple(sorted(of_it, key=attrgetter("name"))))
        for place, of_it in duplicates.items()
    ]


def why_it_counts(
    primary: Candidate, other: Candidate, known: KnownTraits, decisions: Iterable[DuplicateDecision] = ()
) -> str:
    """The reason why one record counts in place of another, in a few words."""
    said = frozenset(decisions)
    reasons = (
        (DuplicateDecision(primary.name, other.name, DuplicateVerdict.COUNTS) in said, "you chose it"),
        (_rule(primary.source, other.source) in said, "you let this source count"),
        (telling(primary) < telling(other), f"it says {primary.sport}, the other one {other.sport}"),
        (_lacks_distance(primary) < _lacks_distance(other), "it says how far, the other one does not"),
        (
            _counted_by_watch(primary, known) < _counted_by_watch(other, known),
            "its sets were logged, not counted by a watch",
        ),
        (primary.filled > other.filled, f"it says more ({primary.filled} fields against {other.filled})"),
        (_certainty(primary) < _certainty(other), "its start is known more exactly"),
        (_rank(primary, known) < _rank(other, known), "both say as much; this source is nearer to the device"),
    )
    return next((why for holds, why in reasons if holds), "both say as much; the first by name counts")


def _ranked(bout: Sequence[Candidate], known: KnownTraits, decisions: Sequence[DuplicateDecision]) -> list[Candidate]:
    names = {each.name for each in bout}
    chosen = [
        said
        for said in decisions
        if said.verdict is DuplicateVerdict.COUNTS and said.one in names and said.other in names
    ]
    won, lost = {said.one for said in chosen}, {said.other for said in chosen}
    behind = _behind(bout, frozenset(decisions))

    def rank(each: Candidate) -> tuple[object, ...]:
        by_choice = (each.name in lost, each.name not in won, each.source in behind)
        said = (telling(each), _lacks_distance(each), _counted_by_watch(each, known), -each.filled)
        return (*by_choice, *said, _certainty(each), _rank(each, known), each.name)

    return sorted(bout, key=rank)


def _lacks_distance(each: Candidate) -> bool:
    """Without it a bout would count as no way at all, though another record has it; lifting has none."""
    return each.sport != Sport.STRENGTH and not each.distance_m


def is_another_part(one: Candidate, other: Candidate) -> bool:
    """Whether both count: the halves of a longer record, whose clocks nobody doubts."""
    return (one.source == other.source or both_certain(one, other)) and are_parts(one, other)


def _nearest(each: Candidate, counting: Sequence[Candidate]) -> int:
    """The place of the counting record that has most in common with this one."""
    shares = [found.of_both if (found := overlap(each, counted)) else 0.0 for counted in counting]
    return shares.index(max(shares))


def _behind(bout: Sequence[Candidate], decisions: frozenset[DuplicateDecision]) -> frozenset[str]:
    """Sources that the person set behind another one of the bout."""
    sources = {each.source for each in bout}
    return frozenset(each for each in sources if any(_rule(before, each) in decisions for before in sources))


def _rule(source: str, other: str) -> DuplicateDecision:
    return DuplicateDecision((source, EVERY_RECORD), (other, EVERY_RECORD), DuplicateVerdict.COUNTS)


def _counted_by_watch(each: Candidate, known: KnownTraits) -> bool:
    """A person who logs knows what was done; a watch guesses the exercise and the repetitions."""
    return bool(each.works) and traits_of(each.source, known).watch


def _certainty(each: Candidate) -> tuple[int, int]:
    """The smaller, the more is known about the start."""
    return _PRECISIONS.index(Precision(each.precision)), _BASES.index(TimeBasis(each.basis))


def _rank(each: Candidate, known: KnownTraits) -> int:
    return traits_of(each.source, known).rank

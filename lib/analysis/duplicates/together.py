"""From pairs that agree to the records of one bout: the surest pairs first, and of each source once, or its parts."""

from collections.abc import Iterable, Sequence

from lib.analysis.duplicates.clocks import are_parts
from lib.analysis.duplicates.near_in_time import Found
from lib.analysis.duplicates.same_bout import Match
from lib.analysis.duplicates.same_session import SessionMatch
from lib.model.duplicates import Candidate, RecordName
from lib.model.traits import KnownTraits, traits_of

Apart = frozenset[frozenset[RecordName]]


def joined(
    found: Sequence[Found[Match | SessionMatch]],
    known: KnownTraits,
    apart: Apart,
    said: Iterable[tuple[Candidate, Candidate]] = (),
) -> list[list[Candidate]]:
    """Records of one bout. A source has one of them, unless it collects from several, or has the parts of a longer one.

    said: pairs that are one bout by the word of the person, whatever else speaks against it.
    """
    group_of: dict[RecordName, list[Candidate]] = {}
    for one, other in said:
        _join(group_of, group_of.setdefault(one.name, [one]), group_of.setdefault(other.name, [other]))
    for pair in sorted(found, key=lambda each: (each.match.cost, each.one.name, each.other.name)):
        left = group_of.setdefault(pair.one.name, [pair.one])
        right = group_of.setdefault(pair.other.name, [pair.other])
        if left is right or not _may_join(pair, left, right, known) or _said_apart(left, right, apart):
            continue
        _join(group_of, left, right)
    distinct = {id(group): group for group in group_of.values()}
    return [group for group in distinct.values() if len(group) > 1]


def _join(group_of: dict[RecordName, list[Candidate]], left: list[Candidate], right: list[Candidate]) -> None:
    if left is right:
        return
    left += right
    for each in right:
        group_of[each.name] = left


def _may_join(
    pair: Found[Match | SessionMatch], left: Iterable[Candidate], right: Sequence[Candidate], known: KnownTraits
) -> bool:
    of_one_source = [(one, other) for one in left for other in right if one.source == other.source]
    return all(
        traits_of(one.source, known).collects or (pair.match.sure and are_parts(one, other))
        for one, other in of_one_source
    )


def _said_apart(left: Iterable[Candidate], right: Sequence[Candidate], apart: Apart) -> bool:
    return bool(apart) and any(frozenset((one.name, other.name)) in apart for one in left for other in right)

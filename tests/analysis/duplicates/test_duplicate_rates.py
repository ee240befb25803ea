"""How many of the bouts in two sources are found, and how many that only look like one are taken for one."""

from random import Random

import pytest
from bouts_in_two_sources import doubtful, known_clocks, near_miss, proof, unknown_clocks

from lib.analysis.duplicates.find import FoundDuplicates, find_duplicates
from lib.importers.base import known_traits

KNOWN = known_traits()
MANY = 1500
APART = 100_000  # ids of near misses


def joined(found: FoundDuplicates) -> set[frozenset[int]]:
    return {frozenset((group.primary.id, other.id)) for group in found.groups for other in group.duplicates}


def rates(bouts, more, misses):
    """Precision and recall in pairs of the record that counts and another one; the recall by bouts found whole."""
    apart = [each._replace(id=APART + each.id) for records in misses for each in records]
    found = joined(find_duplicates([*(each for bout in bouts for each in bout), *more, *apart], KNOWN))
    of_more = {frozenset((one.id, other.id)) for one, other in zip(more[::2], more[1::2], strict=True)}
    wanted = {frozenset((bout[0].id, each.id)) for bout in bouts for each in bout[1:]}
    found -= of_more
    return len(found & wanted) / len(found), len(found & wanted) / len(wanted)


@pytest.mark.parametrize(("bouts_of", "least"), [(known_clocks, 0.99), (unknown_clocks, 0.95)])
def test_nearly_all_bouts_in_two_sources_are_found_and_nearly_nothing_else(bouts_of, least):
    random = Random(20261128)
    bouts = [bouts_of(number, random) for number in range(MANY)]
    more = [each for number in range(MANY) for each in proof(number)] if bouts_of is known_clocks else []
    precision, recall = rates(bouts, more, [near_miss(number, random) for number in range(MANY, 2 * MANY)])
    print(f"{bouts_of.__name__}: precision {precision:.4f}, recall {recall:.4f}")  # noqa: T201
    assert precision >= 0.995
    assert recall >= least


def test_what_is_doubtful_is_listed_and_never_joined():
    random = Random(20261128)
    bouts = [doubtful(number, random) for number in range(300)]
    found = find_duplicates([each for bout in bouts for each in bout], KNOWN)
    assert joined(found) == set()
    assert len(found.unsure) == 300


def test_of_the_near_misses_few_are_listed():
    random = Random(20261128)
    misses = [near_miss(number, random) for number in range(MANY)]
    found = find_duplicates([each for records in misses for each in records], KNOWN)
    print(f"near misses: {len(joined(found))} joined, {len(found.unsure)} of {MANY} listed")  # noqa: T201
    assert len(found.unsure) <= 0.05 * MANY

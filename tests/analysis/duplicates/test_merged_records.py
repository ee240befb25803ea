"""Of a merged record and its parts the distance counts once, whichever of them counts."""

from datetime import timedelta

import pytest
from duplicate_pairs import FIRST_DAY, candidate, wall_clock
from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.duplicates.find import find_duplicates
from lib.importers.base import known_traits
from lib.model.duplicates import DuplicateDecision
from lib.model.vocabulary import DuplicateVerdict, Sport

KNOWN = known_traits()
HOUR = timedelta(hours=1)

MERGED = candidate(1, "strava", distance_m=20000.0, moving_s=7200.0, elapsed_s=7500.0)
FIRST = candidate(2, "garmin-account", distance_m=10000.0, moving_s=3600.0)
SECOND = candidate(3, "garmin-account", FIRST_DAY + 1.05 * HOUR, distance_m=9900.0, moving_s=3600.0)
RECORDS = [MERGED, FIRST, SECOND]


def outcome(records, decisions=()):
    groups = find_duplicates(records, KNOWN, decisions).groups
    return {group.primary.id: [each.id for each in group.duplicates] for group in groups}


def listed(records):
    return {frozenset(each.id for each in pair) for pair in find_duplicates(records, KNOWN).unsure}


def counted_metres(records, decisions=()):
    gone = {each for others in outcome(records, decisions).values() for each in others}
    return sum(each.distance_m for each in records if each.id not in gone)


def test_the_merged_record_that_says_more_counts_in_place_of_both_parts():
    records = [MERGED._replace(filled=9), FIRST, SECOND]
    assert outcome(records) == {1: [2, 3]}
    assert counted_metres(records) == 20000.0


def test_where_a_part_says_more_both_parts_count_and_the_merged_record_does_not():
    records = [MERGED, FIRST._replace(filled=9), SECOND]
    assert outcome(records) == {2: [1]}
    assert counted_metres(records) == 19900.0


def test_a_third_source_with_the_same_parts_has_each_beside_its_own():
    records = [MERGED, FIRST._replace(filled=9), SECOND._replace(filled=9)]
    again = [FIRST._replace(id=4, source="fit", source_key="a"), SECOND._replace(id=5, source="fit", source_key="b")]
    assert outcome([*records, *again]) == {2: [4, 1], 3: [5]}


def test_the_merged_record_counts_when_the_person_says_so_and_the_parts_when_they_turn_it_round():
    records = [MERGED, FIRST._replace(filled=9), SECOND]
    merged = [DuplicateDecision(MERGED.name, FIRST.name, DuplicateVerdict.COUNTS)]
    assert outcome(records, merged) == {1: [2, 3]}
    parts = [DuplicateDecision(FIRST.name, MERGED.name, DuplicateVerdict.COUNTS)]
    assert outcome(records, parts) == {2: [1]}


def test_a_part_that_the_person_parted_counts_beside_the_rest():
    apart = [DuplicateDecision(SECOND.name, each.name, DuplicateVerdict.DIFFERENT) for each in (FIRST, MERGED)]
    assert outcome([MERGED._replace(filled=9), FIRST, SECOND], apart) == {1: [2]}


def test_two_runs_of_one_source_that_only_a_doubtful_shift_would_join_are_no_parts():
    evening = [wall_clock(4, "own", FIRST_DAY + 10 * HOUR), candidate(5, "strava", FIRST_DAY + 10 * HOUR)]
    assert outcome([candidate(6), wall_clock(7, "own"), *evening]) == {6: [7], 5: [4]}


@pytest.mark.parametrize("word", [Sport.WALK, Sport.OTHER])
def test_what_one_app_calls_a_run_counts_as_one_though_the_other_says_more(word):
    assert outcome([candidate(1), candidate(2, "fit", sport=word, filled=9)]) == {1: [2]}


def test_lifting_is_neither_joined_with_a_run_nor_asked_about():
    found = find_duplicates([candidate(1), candidate(2, "fit", sport=Sport.STRENGTH)], KNOWN)
    assert found == ([], [])


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        (candidate(2, "fit", FIRST_DAY + timedelta(minutes=30)), True),
        (candidate(2, "fit", FIRST_DAY + timedelta(minutes=43)), False),
        (candidate(2, "fit", sport=Sport.RIDE), True),
        (candidate(2, "fit", distance_m=None, moving_s=None), True),
        (wall_clock(2, "own", FIRST_DAY + timedelta(minutes=10)), True),
        (wall_clock(2, "own", FIRST_DAY + timedelta(minutes=26)), False),
        (wall_clock(2, "own", FIRST_DAY + 6 * HOUR + timedelta(minutes=1), distance_m=8100.0), True),
        (wall_clock(2, "own", precision="date", distance_m=8500.0), True),
        (wall_clock(2, "own", precision="date", distance_m=9500.0), False),
    ],
)
def test_what_is_not_certain_enough_is_listed_and_no_more_once_it_was_parted(other, asked):
    one = candidate(1)
    found = find_duplicates([one, other], KNOWN)
    assert found.groups == []
    assert [{each.id for each in pair} for pair in found.unsure] == ([{1, 2}] if asked else [])
    said = [DuplicateDecision(one.name, other.name, DuplicateVerdict.DIFFERENT)]
    assert find_duplicates([one, other], KNOWN, said).unsure == []


@given(st.permutations(range(6)))
def test_the_order_decides_nothing_about_parts(order):
    again = [
        SECOND._replace(id=4, source="fit", source_key="a"),
        candidate(5, "gpx", FIRST_DAY + 0.4 * HOUR, moving_s=3000.0),
        candidate(6, "gpx", FIRST_DAY + 2 * HOUR, moving_s=3000.0),
    ]
    records = [*RECORDS, *again]
    assert outcome([records[place] for place in order]) == outcome(records)
    assert listed([records[place] for place in order]) == listed(records)

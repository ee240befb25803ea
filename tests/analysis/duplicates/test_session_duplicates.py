"""One strength session in two logs is found by its sets, whatever the exercises are called, and counts once."""

from datetime import timedelta
from random import Random

import pytest
from duplicate_pairs import FIRST_DAY
from hypothesis import given
from hypothesis import strategies as st
from session_pairs import logged, near_session, true_session_pair, watch_pair, watched

from lib.analysis.duplicates.find import find_session_duplicates, near_sessions
from lib.analysis.duplicates.primary import why_it_counts
from lib.analysis.duplicates.same_session import same_session
from lib.importers.base import known_traits
from lib.model.duplicates import EVERY_RECORD, DuplicateDecision, with_sets
from lib.model.history import BY_HAND
from lib.model.records import LiftingSet
from lib.model.vocabulary import DuplicateVerdict, Precision

KNOWN = known_traits()

MINUTE = timedelta(minutes=1)
SETS = [
    (8, 60.0),
    (8, 60.0),
    (7, 60.0),
    (10, 22.5),
    (10, 22.5),
    (12, 0.0),
    (12, 0.0),
    (12, 0.0),
    (5, 100.0),
    (5, 100.0),
]
SWAPPED = [SETS[5], *SETS[1:5], SETS[0], *SETS[6:]]


def found_pairs(candidates):
    groups = find_session_duplicates(candidates, KNOWN).groups
    return {frozenset((group.primary.id, duplicate.id)) for group in groups for duplicate in group.duplicates}


def rates(pairs, misses):
    apart = [each._replace(id=100_000 + each.id) for records in misses for each in records]
    found = found_pairs([each for pair in pairs for each in pair] + apart)
    wanted = {frozenset((one.id, other.id)) for one, other in pairs}
    right = len(found & wanted)
    print(f"session duplicates: precision {right / len(found):.4f}, recall {right / len(wanted):.4f}")  # noqa: T201
    return right / len(found), right / len(wanted)


def test_nearly_all_sessions_that_are_in_two_apps_are_found_and_nearly_nothing_else():
    random = Random(20261122)
    pairs = [true_session_pair(number, random) for number in range(1000)]
    precision, recall = rates(pairs, [near_session(number, random) for number in range(1000, 2000)])
    assert precision >= 0.995
    assert recall >= 0.98


def test_what_a_watch_counted_beside_a_log_is_rarely_joined_wrongly():
    random = Random(20261122)
    pairs = [watch_pair(number, random) for number in range(500)]
    precision, recall = rates(pairs, [near_session(number, random) for number in range(500, 1500)])
    assert precision >= 0.995
    assert recall >= 0.9


@pytest.mark.parametrize(
    ("other", "duplicates"),
    [
        (logged(2, "strong", FIRST_DAY + 2 * MINUTE, SETS), True),
        (logged(2, "strong", FIRST_DAY + 3 * MINUTE, SETS), False),
        (logged(2, "strong", FIRST_DAY + 90 * MINUTE, SETS), True),
        (logged(2, "strong", FIRST_DAY + 45 * MINUTE, SETS), False),
        (logged(2, "strong", FIRST_DAY + 1440 * MINUTE, SETS), False),
        (logged(2, "fitnotes", FIRST_DAY + 600 * MINUTE, SETS, precision=Precision.DATE), True),
        (logged(2, "fitnotes", FIRST_DAY + 1440 * MINUTE, SETS, precision=Precision.DATE), False),
        (logged(2, "strong", works=SETS[:8]), True),
        (logged(2, "strong", works=SETS[:7]), False),
        (logged(2, "strong", works=[(reps, kg * 1.004) for reps, kg in SETS]), True),
        (logged(2, "strong", works=[(reps, kg + 1.0) for reps, kg in SETS]), False),
        (logged(2, "strong", works=[(reps + 1, kg) for reps, kg in SETS]), False),
        (logged(2, "strong", works=SWAPPED), True),
        (logged(2, "strong", works=SETS[::-1]), False),
        (logged(2, "strong", works=[]), False),
        (logged(2, "hevy", works=SETS), False),
    ],
)
def test_what_makes_two_logged_sessions_one_bout(other, duplicates):
    one = logged(1, works=SETS)
    assert (same_session(one, other, KNOWN) is not None) == (same_session(other, one, KNOWN) is not None) == duplicates
    assert bool(find_session_duplicates([one, other], KNOWN).groups) == duplicates


@pytest.mark.parametrize(
    ("minutes", "works", "given", "duplicates"),
    [
        (1, SETS[:3], {}, True),
        (60, SETS[:3], {}, False),
        (0, SETS[:3], {"precision": Precision.DATE}, False),
        (1, [*SETS[:2], SETS[3]], {}, False),
    ],
)
def test_of_a_handful_of_sets_all_must_agree_by_the_clock_as_it_is(minutes, works, given, duplicates):
    other = logged(2, "strong", FIRST_DAY + minutes * MINUTE, works, **given)
    assert (same_session(logged(1, works=SETS[:3]), other, KNOWN) is not None) == duplicates


@pytest.mark.parametrize(
    ("watch", "duplicates"),
    [
        (watched(2, FIRST_DAY + 10 * MINUTE, [(reps + 2, 0.0) for reps, _ in SETS]), True),
        (watched(2, FIRST_DAY + 10 * MINUTE, [(reps + 4, 0.0) for reps, _ in SETS]), False),
        (watched(2, FIRST_DAY - 10 * MINUTE, SETS[:7]), True),
        (watched(2, FIRST_DAY - 10 * MINUTE, SETS[:6]), False),
        (watched(2, FIRST_DAY + 31 * MINUTE, SETS), False),
        (watched(2, FIRST_DAY + 10 * MINUTE, SETS, elapsed_s=900.0), False),
        (watched(2, FIRST_DAY + 10 * MINUTE, SETS, elapsed_s=None), False),
        (watched(2, FIRST_DAY + 60 * MINUTE, SETS), False),
    ],
)
def test_a_watch_must_overlap_a_log_and_count_about_as_much(watch, duplicates):
    assert (same_session(logged(1, works=SETS), watch, KNOWN) is not None) == duplicates


def test_a_watch_beside_a_log_of_which_only_the_day_is_known_stays_apart():
    assert same_session(logged(1, works=SETS, precision=Precision.DATE), watched(2, works=SETS), KNOWN) is None


def by_hand(start=FIRST_DAY, works=SETS, **given):
    return logged(2, BY_HAND, start, works, **given)


OTHERS = [(reps + 1, kg + 5) for reps, kg in SETS]
HALF = [*SETS[:7], *OTHERS[7:]]


@pytest.mark.parametrize(
    ("other", "listed"),
    [
        (by_hand(works=OTHERS), True),
        (by_hand(FIRST_DAY + 25 * MINUTE, OTHERS[:2], elapsed_s=None), True),
        (by_hand(FIRST_DAY + 25 * MINUTE, OTHERS), True),
        (by_hand(FIRST_DAY + 45 * MINUTE, OTHERS), False),
        (by_hand(FIRST_DAY + 120 * MINUTE, OTHERS), False),
        (by_hand(FIRST_DAY + 100 * MINUTE, SETS), True),
        (by_hand(works=HALF, precision=Precision.DATE), True),
        (by_hand(works=OTHERS, precision=Precision.DATE), False),
        (by_hand(FIRST_DAY + 1440 * MINUTE, SETS), False),
        (by_hand(works=[]), False),
        (by_hand(works=SETS), False),
        (logged(2, "strong", works=OTHERS), True),
        (logged(2, "strong", FIRST_DAY + 45 * MINUTE, OTHERS), False),
        (logged(2, "strong", FIRST_DAY + 100 * MINUTE, SETS), False),
        (watched(2, FIRST_DAY + 10 * MINUTE, [(reps + 4, 0.0) for reps, _ in SETS]), True),
        (logged(2, works=OTHERS), False),
    ],
)
def test_sessions_at_one_time_or_with_like_sets_are_listed_where_they_are_not_joined(other, listed):
    one = logged(1, works=SETS)
    for pair in ([one, other], [other, one]):
        found = find_session_duplicates(pair, KNOWN)
        assert [{each.id for each in unsure} for unsure in found.unsure] == ([{1, 2}] if listed else [])
        assert not (listed and found.groups)
    apart = DuplicateDecision(one.name, other.name, DuplicateVerdict.DIFFERENT)
    assert find_session_duplicates([one, other], KNOWN, [apart]).unsure == []


def test_the_log_that_says_more_counts_and_a_log_before_what_a_watch_counted():
    strong, hevy = logged(1, "strong", works=SETS, filled=70), logged(2, "hevy", works=SETS, filled=60)
    watch = watched(3, works=SETS, filled=90)
    [group] = find_session_duplicates([watch, hevy, strong], KNOWN).groups
    assert (group.primary.id, [duplicate.id for duplicate in group.duplicates]) == (1, [3, 2])
    assert why_it_counts(strong, hevy, KNOWN) == "it says more (70 fields against 60)"
    assert why_it_counts(strong, watch, KNOWN) == "its sets were logged, not counted by a watch"


def test_a_rule_about_two_sources_holds_for_all_their_sessions_and_a_single_choice_before_it():
    strong, hevy = logged(1, "strong", works=SETS, filled=70), logged(2, "hevy", works=SETS, filled=60)
    rule = DuplicateDecision(("hevy", EVERY_RECORD), ("strong", EVERY_RECORD), DuplicateVerdict.COUNTS)
    [group] = find_session_duplicates([hevy, strong], KNOWN, [rule]).groups
    assert (group.primary.id, why_it_counts(hevy, strong, KNOWN, [rule])) == (2, "you let this source count")
    [group] = find_session_duplicates(
        [hevy, strong], KNOWN, [rule, DuplicateDecision(strong.name, hevy.name, DuplicateVerdict.COUNTS)]
    ).groups
    assert group.primary.id == 1


def test_the_sets_of_a_session_are_only_needed_where_another_source_is_near():
    alone, one, other = logged(1, start=FIRST_DAY + 7000 * MINUTE), logged(2), logged(3, "strong", FIRST_DAY + MINUTE)
    assert near_sessions([alone, one, other]) == {2, 3}
    assert near_sessions([alone, one]) == set()
    assert near_sessions([one, one._replace(id=4, source_key="b"), alone._replace(source="strong")]) == set()
    assert near_sessions([]) == set()


def test_a_set_is_what_was_done_whatever_else_is_said_of_it():
    sets = [LiftingSet("Squat", reps=8, load_kg=60.0, note="deep"), LiftingSet("Plank", duration_s=60.0)]
    read = with_sets(logged(1, works=[], filled=3), sets)
    assert read.works == ((8, 60.0), (60.0, 0.0))
    assert read.filled == 3 + 7 + 5


@given(st.permutations(range(8)))
def test_the_order_and_the_ids_of_sessions_decide_nothing(order):
    sources = ["hevy", "strong", "fit", "fitnotes", "hevy", "strong", "hevy", "strong"]
    records = [
        logged(
            0, source, FIRST_DAY + place * 0.5 * MINUTE, SETS[place % 3 :], source_key=f"{place}", filled=5 + place % 3
        )
        for place, source in enumerate(sources)
    ]

    def outcome(candidates):
        return [
            (g.primary.name, [t.name for t in g.duplicates]) for g in find_session_duplicates(candidates, KNOWN).groups
        ]

    numbered = [each._replace(id=place) for place, each in enumerate(records)]
    assert outcome([records[place]._replace(id=100 - n) for n, place in enumerate(order)]) == outcome(numbered)

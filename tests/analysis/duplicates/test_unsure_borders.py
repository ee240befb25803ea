"""What a person is asked about, each limit on both sides; which pairs are looked at; and which record of a bout counts."""

from datetime import timedelta

import pytest
from duplicate_pairs import FIRST_DAY, candidate, wall_clock
from session_pairs import logged

from lib.analysis.duplicates.kinds import is_lifting_beside_another, may_be_one_kind, telling
from lib.analysis.duplicates.near_in_time import matching, near_pairs
from lib.analysis.duplicates.primary import by_what_counts, is_another_part, why_it_counts
from lib.analysis.duplicates.unsure import may_be_one_bout, may_be_one_session
from lib.importers.base import known_traits
from lib.model.duplicates import EVERY_RECORD, DuplicateDecision
from lib.model.history import BY_HAND
from lib.model.vocabulary import DuplicateVerdict, Precision, Sport, TimeBasis

KNOWN = known_traits()
HOUR_S = 3600


def after(seconds):
    return FIRST_DAY + timedelta(seconds=seconds)


def asked(other, shift_s=None, one=None):
    return may_be_one_bout(one or candidate(1), other, KNOWN, shift_s)


@pytest.mark.parametrize(
    ("other", "shift_s", "found"),
    [
        (candidate(2, "fit", after(2376)), None, True),  # a tenth of 44 minutes in common
        (candidate(2, "fit", after(2377)), None, False),
        (wall_clock(2, start=after(1320), distance_m=1.0), None, True),  # half of them, where clocks may differ
        (wall_clock(2, start=after(1321), distance_m=1.0), None, False),
        (wall_clock(2, start=after(2376), distance_m=1.0), 0, True),
        (wall_clock(2, start=after(2377), distance_m=1.0), 0, False),
        (wall_clock(2, start=after(HOUR_S + 2376), distance_m=1.0), HOUR_S, True),
        (wall_clock(2, start=after(HOUR_S + 2377), distance_m=1.0), HOUR_S, False),
        (candidate(2, "fit", after(2639), moving_s=None), None, True),  # without a length only its start is there
        (candidate(2, "fit", after(2640), moving_s=None), None, False),
        (candidate(2, "fit", after(-120), moving_s=None), None, True),
        (candidate(2, "fit", after(-121), moving_s=None), None, False),
        (candidate(2, "fit", after(100), sport=Sport.STRENGTH), None, False),
        (candidate(2, "strava", after(100)), None, False),
        (wall_clock(2, start=after(6 * HOUR_S), distance_m=7840.0), None, True),
        (wall_clock(2, start=after(6 * HOUR_S), distance_m=7839.0), None, False),
        (wall_clock(2, start=after(6 * HOUR_S), sport=Sport.WALK), None, False),
        (wall_clock(2, start=after(6 * HOUR_S + 10)), 0, True),  # a copy in another zone than the bouts around show
        (wall_clock(2, start=after(6 * HOUR_S + 11)), 0, False),
        (wall_clock(2, start=after(6 * HOUR_S), distance_m=7900.0), 0, False),
    ],
)
def test_pairs_that_may_be_one_bout_are_asked_about_up_to_the_limits(other, shift_s, found):
    assert asked(other, shift_s) == found


@pytest.mark.parametrize(("seconds", "found"), [(-2639, True), (-2640, False), (120, True), (121, False)])
def test_a_record_without_a_length_may_lie_within_the_other_one(seconds, found):
    assert asked(candidate(2, "fit", after(seconds)), one=candidate(1, moving_s=None)) == found


def of_a_day(**given):
    return wall_clock(2, "own", precision=Precision.DATE, **given)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (of_a_day(distance_m=7040.0), True),
        (of_a_day(distance_m=7039.0), False),
        (of_a_day(distance_m=None, moving_s=2324.0), True),
        (of_a_day(distance_m=None, moving_s=2323.0), False),
        (of_a_day(distance_m=None, moving_s=None), False),
        (of_a_day(sport=Sport.WALK), False),
        (of_a_day()._replace(local=after(24 * HOUR_S)), False),
    ],
)
def test_of_a_day_alone_a_length_within_twelve_percent_is_asked_about(other, found):
    assert asked(other) == found
    assert may_be_one_bout(other, candidate(1), KNOWN, None) == found


SETS = [(reps, 40.0) for reps in range(10, 110, 10)]
UNLIKE = [(reps + 1000, kg) for reps, kg in SETS]


def first_alike(count):
    return [*SETS[:count], *UNLIKE[count:]]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (logged(2, "strong", after(1800), UNLIKE), True),  # half of an hour in common
        (logged(2, "strong", after(1801), UNLIKE), False),
        (logged(2, BY_HAND, after(1800), UNLIKE, elapsed_s=600.0), True),
        (logged(2, BY_HAND, after(-1800), UNLIKE, elapsed_s=600.0), True),
        (logged(2, BY_HAND, after(-1801), UNLIKE, elapsed_s=600.0), False),
        (logged(2, BY_HAND, after(8 * HOUR_S), first_alike(8)), True),
        (logged(2, BY_HAND, after(8 * HOUR_S), first_alike(7)), False),
        (logged(2, BY_HAND, after(24 * HOUR_S), SETS), False),
        (logged(2, "strong", after(8 * HOUR_S), SETS), False),
        (logged(2, "strong", works=first_alike(6), precision=Precision.DATE), True),
        (logged(2, "strong", works=first_alike(5), precision=Precision.DATE), False),
        (logged(2, "strong", after(24 * HOUR_S), SETS, precision=Precision.DATE), False),
        (logged(2, "hevy", works=SETS), False),
        (logged(2, "strong", works=[]), False),
    ],
)
def test_sessions_that_may_be_one_are_asked_about_up_to_the_limits(other, found):
    one = logged(1, works=SETS)
    assert may_be_one_session(one, other) == may_be_one_session(other, one) == found


def pairs_of(*candidates, apart_s=120.0):
    return {tuple(sorted((one.id, other.id))) for one, other in near_pairs(candidates, apart_s)}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (candidate(2, "fit", after(2640)), True),
        (candidate(2, "fit", after(2641)), False),
        (wall_clock(2, start=after(14 * HOUR_S + 120)), True),
        (wall_clock(2, start=after(14 * HOUR_S + 121)), False),
        (wall_clock(2, start=after(12 * HOUR_S), precision=Precision.DATE), True),
        (wall_clock(2, start=after(24 * HOUR_S), precision=Precision.DATE), False),
    ],
)
def test_pairs_are_looked_at_that_overlap_or_may_be_in_another_zone_or_have_one_day(other, found):
    assert pairs_of(candidate(1), other) == pairs_of(other, candidate(1)) == ({(1, 2)} if found else set())


def test_a_record_without_a_length_is_near_for_as_long_as_is_asked_and_an_endless_one_for_a_week():
    short = candidate(1, moving_s=None)
    assert pairs_of(short, candidate(2, "fit", after(120))) == {(1, 2)}
    assert pairs_of(short, candidate(2, "fit", after(121))) == set()
    endless = candidate(1, elapsed_s=30 * 86_400.0)
    assert pairs_of(endless, candidate(2, "fit", after(7 * 86_400))) == {(1, 2)}
    assert pairs_of(endless, candidate(2, "fit", after(7 * 86_400 + 1))) == set()


def test_of_three_records_of_a_day_all_pairs_with_a_bare_day_are_looked_at():
    bare = [wall_clock(number, start=after(number), precision=Precision.DATE) for number in (1, 2)]
    assert pairs_of(*bare, candidate(3, start=after(20 * HOUR_S))) == {(1, 2), (1, 3), (2, 3)}


def test_a_pair_is_asked_once_and_with_the_first_by_name_first():
    one, other = candidate(1, "a"), candidate(2, "b")
    found = matching([(other, one), (one, other)], lambda first, second: f"{first.id}{second.id}")
    assert [(each.match, each.one.id, each.other.id) for each in found] == [("12", 1, 2)]
    assert matching([(one, other)], lambda _one, _other: None) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Sport.RIDE, Sport.RIDE, True),
        (Sport.RUN, Sport.HIKE, True),
        (Sport.RUN, Sport.RIDE, False),
        (Sport.RIDE, Sport.RUN, False),
    ],
)
def test_words_for_going_on_foot_may_mean_one_bout(one, other, same):
    assert may_be_one_kind(candidate(1, sport=one), candidate(2, sport=other)) == same


def test_the_word_run_says_most_and_lifting_beside_anything_else_is_known():
    words = (Sport.RUN, Sport.WALK, Sport.HIKE, Sport.OTHER, Sport.RIDE)
    assert [telling(candidate(1, sport=each)) for each in words] == [0, 1, 2, 3, 0]
    run, lifting = candidate(1), candidate(2, sport=Sport.STRENGTH)
    assert is_lifting_beside_another(run, lifting)
    assert is_lifting_beside_another(lifting, run)
    assert not is_lifting_beside_another(lifting, lifting)
    assert not is_lifting_beside_another(run, candidate(2, sport=Sport.RIDE))


def test_parts_count_both_where_their_clocks_are_of_one_source_or_known():
    first, second = candidate(1), candidate(2, "fit", after(2640))
    assert is_another_part(first, second)
    assert not is_another_part(first, candidate(2, "fit", after(1000)))
    own = [wall_clock(1, "own"), wall_clock(2, "own", after(2640))]
    assert is_another_part(*own)
    assert not is_another_part(own[0], wall_clock(2, "garmin", after(2640)))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"sport": Sport.WALK, "filled": 9}, "it says run, the other one walk"),
        ({"filled": 4}, "it says more (5 fields against 4)"),
        ({"precision": Precision.MINUTE}, "its start is known more exactly"),
        ({"basis": TimeBasis.WALL_CLOCK}, "its start is known more exactly"),
        ({}, "both say as much; the first by name counts"),
    ],
)
def test_the_record_that_counts_has_its_reason(changed, why):
    one, other = candidate(1, source_key="a"), candidate(2, source_key="b", **changed)
    assert why_it_counts(one, other, KNOWN) == why
    [group] = by_what_counts([other, one], KNOWN, ())
    assert (group.primary.id, [each.id for each in group.duplicates]) == (1, [2])


def test_of_three_records_the_chosen_one_counts_and_the_one_that_lost_comes_last():
    records = [candidate(number, filled=filled) for number, filled in ((1, 9), (2, 7), (3, 5))]
    one, two, three = (each.name for each in records)

    def counting(*said):
        decisions = [DuplicateDecision(*pair, DuplicateVerdict.COUNTS) for pair in said]
        return [group.primary.id for group in by_what_counts(records, KNOWN, decisions)]

    assert counting() == [1]
    assert counting((two, one)) == [2]
    assert counting((three, one), (two, three)) == [2]
    assert counting((("gone", "x"), one)) == [1]


def test_two_instants_are_near_whatever_their_clocks_show():
    abroad = candidate(2, "fit", after(0), local=after(9 * HOUR_S))
    assert pairs_of(candidate(1), abroad) == {(1, 2)}
    assert pairs_of(candidate(1), candidate(2, "fit", after(9 * HOUR_S), local=after(0))) == set()


def test_a_source_that_the_person_put_behind_another_one_counts_after_it():
    one, other = candidate(1, "a", filled=9), candidate(2, "b")
    rule = DuplicateDecision(("b", EVERY_RECORD), ("a", EVERY_RECORD), DuplicateVerdict.COUNTS)
    assert [group.primary.id for group in by_what_counts([one, other], KNOWN, [rule])] == [2]
    assert why_it_counts(other, one, KNOWN, [rule]) == "you let this source count"
    assert [group.primary.id for group in by_what_counts([one, other], KNOWN, [])] == [1]

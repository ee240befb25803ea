"""Two records of one bout are found, bouts that only look alike are not, and one of them counts (RELIABILITY I5)."""

from datetime import timedelta

import pytest
from duplicate_pairs import FIRST_DAY, candidate, wall_clock
from hypothesis import given
from hypothesis import strategies as st

from lib.analysis.duplicates.find import find_duplicates
from lib.analysis.duplicates.primary import why_it_counts
from lib.analysis.duplicates.same_bout import same_bout
from lib.importers.base import known_traits
from lib.model.duplicates import DuplicateDecision
from lib.model.vocabulary import DuplicateVerdict, Precision, Sport, TimeBasis

KNOWN = known_traits()

MINUTE = timedelta(minutes=1)


def ids(groups):
    return [(group.primary.id, [duplicate.id for duplicate in group.duplicates]) for group in groups]


def found_pairs(candidates):
    return {
        frozenset((group.primary.id, duplicate.id))
        for group in find_duplicates(candidates, KNOWN).groups
        for duplicate in group.duplicates
    }


def test_three_files_of_a_run_are_one_run_and_two_duplicates():
    records = [candidate(1, "gpx", filled=6), candidate(2, "fit", filled=7), candidate(3, "tcx", filled=5)]
    assert ids(find_duplicates(records, KNOWN).groups) == [(2, [1, 3])]


def test_the_record_that_says_more_counts_then_the_surer_start_then_the_device():
    fuller, surer, device = candidate(1, "strava", filled=9), candidate(2, "garmin"), candidate(3, "fit")
    assert ids(find_duplicates([fuller, device], KNOWN).groups) == [(1, [3])]
    offset = surer._replace(basis=TimeBasis.OFFSET)
    assert ids(find_duplicates([offset, device], KNOWN).groups) == [(2, [3])]
    assert ids(find_duplicates([surer, device], KNOWN).groups) == [(3, [2])]
    assert why_it_counts(fuller, device, KNOWN) == "it says more (9 fields against 5)"
    assert why_it_counts(offset, device, KNOWN) == "its start is known more exactly"
    assert why_it_counts(device, surer, KNOWN) == "both say as much; this source is nearer to the device"


@pytest.mark.parametrize("unknown", [None, 0.0])
def test_a_run_whose_distance_is_known_counts_before_one_that_says_more_but_not_how_far(unknown):
    fuller = candidate(1, "garmin", filled=9, distance_m=unknown)
    other = candidate(2, "runkeeper")
    assert ids(find_duplicates([fuller, other], KNOWN).groups) == [(2, [1])]
    assert why_it_counts(other, fuller, KNOWN) == "it says how far, the other one does not"
    neither = other._replace(distance_m=None)
    assert ids(find_duplicates([fuller, neither], KNOWN).groups) == [(1, [2])]


@pytest.mark.parametrize(
    ("other", "duplicates"),
    [
        (candidate(2, "fit", FIRST_DAY + 2 * MINUTE), True),
        (candidate(2, "fit", FIRST_DAY + 2.1 * MINUTE), True),
        (candidate(2, "fit", FIRST_DAY + 22 * MINUTE), True),
        (candidate(2, "fit", FIRST_DAY + 23 * MINUTE), False),
        (candidate(2, "fit", FIRST_DAY - 22 * MINUTE), True),
        (candidate(2, "fit", FIRST_DAY + 60 * MINUTE), False),
        (wall_clock(2, start=FIRST_DAY + 60 * MINUTE), True),
        (wall_clock(2, start=FIRST_DAY + 30 * MINUTE), True),
        (wall_clock(2, start=FIRST_DAY + 14 * 60 * MINUTE), True),
        (wall_clock(2, start=FIRST_DAY + 14.5 * 60 * MINUTE), False),
        (wall_clock(2, start=FIRST_DAY + 55 * MINUTE), False),
        (candidate(2, "fit", sport=Sport.STRENGTH), False),
        (candidate(2, "fit", distance_m=8160.0), True),
        (candidate(2, "fit", distance_m=8200.0), True),
        (candidate(2, "fit", distance_m=3000.0), True),
        (candidate(2, "fit", moving_s=2700.0), True),
        (candidate(2, "fit", moving_s=1500.0), True),
        (candidate(2, "fit", sport=Sport.WALK), True),
        (candidate(2, "fit", sport=Sport.OTHER), True),
        (candidate(2, "fit", sport=Sport.RIDE), False),
        (wall_clock(2, distance_m=3000.0), True),
        (wall_clock(2, distance_m=3000.0, precision=Precision.MINUTE), False),
        (wall_clock(2, start=FIRST_DAY + 1 * MINUTE, distance_m=6100.0), True),
        (wall_clock(2, start=FIRST_DAY + 1 * MINUTE, distance_m=5900.0), False),
        (wall_clock(2, start=FIRST_DAY + 1 * MINUTE, sport=Sport.WALK), True),
        (wall_clock(2, start=FIRST_DAY + 60 * MINUTE, sport=Sport.WALK), False),
        (candidate(2, "fit", moving_s=2300.0, elapsed_s=2650.0), True),
        (candidate(2, "strava"), False),
        (candidate(2, "fit", distance_m=None), True),
        (candidate(2, "fit", FIRST_DAY + 1.5 * MINUTE, distance_m=None), True),
        (wall_clock(2, start=FIRST_DAY + 1.5 * MINUTE, distance_m=None), False),
        (candidate(2, "fit", moving_s=None), True),
        (candidate(2, "fit", distance_m=None, moving_s=None), False),
        (wall_clock(2, start=FIRST_DAY + 60 * MINUTE, moving_s=None), False),
        (wall_clock(2, "own", precision=Precision.DATE, distance_m=8000.0), True),
        (wall_clock(2, "own", precision=Precision.DATE, distance_m=8150.0), False),
        (wall_clock(2, "own", FIRST_DAY + timedelta(days=1), precision=Precision.DATE), False),
    ],
)
def test_what_makes_two_records_one_bout(other, duplicates):
    assert (same_bout(candidate(1), other, KNOWN) is not None) == duplicates
    assert bool(find_duplicates([candidate(1), other], KNOWN).groups) == duplicates


def test_the_same_loop_in_another_zone_is_told_from_another_hour_by_the_heart_rate():
    morning, evening = candidate(1, heart_rate_bpm=141.0), wall_clock(2, start=FIRST_DAY + 600 * MINUTE)
    assert same_bout(morning, evening._replace(heart_rate_bpm=143.0), KNOWN) is not None
    assert same_bout(morning, evening._replace(heart_rate_bpm=152.0), KNOWN) is None


def test_two_runs_of_a_day_from_two_sources_find_their_own_duplicate_though_the_clocks_would_fit_both():
    start = FIRST_DAY + timedelta(hours=7)
    runs = [candidate(1, start=start), candidate(2, start=start + 600 * MINUTE)]
    watch = [wall_clock(3, start=start), wall_clock(4, start=start + 600 * MINUTE)]
    assert found_pairs(runs + watch) == {frozenset((1, 3)), frozenset((2, 4))}


def test_one_record_of_a_source_is_never_the_duplicate_of_two_others_of_it():
    records = [candidate(1), candidate(2, start=FIRST_DAY + MINUTE), candidate(3, "fit", FIRST_DAY + 0.4 * MINUTE)]
    assert found_pairs(records) == {frozenset((1, 3))}


def test_two_apps_in_one_collection_may_have_the_same_bout():
    watch, phone = candidate(1, "apple-health"), candidate(2, "apple-health", FIRST_DAY + MINUTE, distance_m=8100.0)
    assert found_pairs([watch, phone]) == {frozenset((1, 2))}
    assert found_pairs([watch, phone._replace(local=FIRST_DAY + 60 * MINUTE, utc=FIRST_DAY)]) == set()


def test_laps_that_were_logged_one_by_one_are_no_duplicates_of_each_other():
    laps = [candidate(n, "gpx", FIRST_DAY + n * 1.6 * MINUTE, distance_m=400.0, moving_s=90.0) for n in range(8)]
    assert find_duplicates(laps, KNOWN).groups == []


def test_what_the_person_chose_counts_and_what_they_parted_stays_apart():
    records = [candidate(1, "gpx"), candidate(2, "fit"), candidate(3, "tcx")]
    gpx, fit, tcx = (each.name for each in records)
    chosen = [
        DuplicateDecision(tcx, gpx, DuplicateVerdict.COUNTS),
        DuplicateDecision(tcx, fit, DuplicateVerdict.COUNTS),
    ]
    assert ids(find_duplicates(records, KNOWN, chosen).groups) == [(3, [2, 1])]
    assert why_it_counts(records[2], records[0], KNOWN, chosen) == "you chose it"
    parted = [
        DuplicateDecision(gpx, fit, DuplicateVerdict.DIFFERENT),
        DuplicateDecision(gpx, tcx, DuplicateVerdict.DIFFERENT),
    ]
    assert ids(find_duplicates(records, KNOWN, parted).groups) == [(2, [3])]


@given(st.permutations(range(9)))
def test_the_order_and_the_ids_decide_nothing(order):
    sources = ["fit", "gpx", "tcx", "strava", "garmin", "strava", "fit", "apple-health", "apple-health"]
    records = [
        candidate(0, source, FIRST_DAY + place * 0.3 * MINUTE, source_key=f"{place}", filled=5 + place % 3)
        for place, source in enumerate(sources)
    ]
    plain = [
        (g.primary.name, [t.name for t in g.duplicates])
        for g in find_duplicates([r._replace(id=i) for i, r in enumerate(records)], KNOWN).groups
    ]
    mixed = find_duplicates([records[place]._replace(id=100 - n) for n, place in enumerate(order)], KNOWN).groups
    assert [(g.primary.name, [t.name for t in g.duplicates]) for g in mixed] == plain

"""What finding out which records count ends in, and what of it is written."""

from datetime import datetime, timedelta

import pytest

from lib.analysis.duplicates.primary import DuplicateGroup
from lib.model.duplicates import EVERY_RECORD, Candidate, DuplicateDecision
from lib.model.history import BINNED, LEFT_OUT, START, RecordRef
from lib.model.vocabulary import DuplicateVerdict, RecordKind, WhyNot
from lib.services.bouts.choices import _against_the_others, _groups_of, always, said_in_preview
from lib.services.bouts.find import pair_of, pairs_of
from lib.services.bouts.linking import _is_compared, other_primaries, other_sessions, primaries, why_not
from lib.services.bouts.moves import _placed, is_whole
from lib.services.bouts.relink_near import _Act, _is_about, _joined_afar
from lib.store.records import links
from lib.store.records.links import Days, DuplicateState, LinkState
from lib.store.records.missing import Listed

NOON = datetime(2026, 3, 1, 12)
SECOND, WEEK = timedelta(seconds=1), timedelta(days=7)
COUNTS, DIFFERENT = DuplicateVerdict.COUNTS, DuplicateVerdict.DIFFERENT
RUN, SESSION = RecordKind.ACTIVITY, RecordKind.SESSION


def candidate(number, after=timedelta(0), **more):
    usual = {"sport": "run", "basis": "wall_clock", "precision": "second", "utc": None}
    return Candidate(id=number, source="app", source_key=str(number), local=NOON + after, **(usual | more))


ONE, TWO, THREE, FOUR = map(candidate, range(1, 5))
GROUPS = [DuplicateGroup(ONE, (TWO, THREE))]


def test_what_is_marked_otherwise_is_written_and_nothing_else():
    assert primaries(GROUPS) == {2: 1, 3: 1}
    states = [DuplicateState(ONE, None), DuplicateState(TWO, 1), DuplicateState(THREE, None), DuplicateState(FOUR, 3)]
    assert other_primaries(states, primaries(GROUPS)) == {3: 1, 4: None}
    assert other_primaries(states, {2: 4}) == {2: 4, 4: None}


@pytest.mark.parametrize(
    ("left_out", "moved", "why"),
    [
        ([], [], {}),
        ([4], [], {4: WhyNot.LEFT_OUT}),
        ([], [4], {4: WhyNot.MOVED}),
        ([1], [], dict.fromkeys([1, 2, 3], WhyNot.LEFT_OUT)),
        ([3], [], dict.fromkeys([1, 2, 3], WhyNot.LEFT_OUT)),
        ([], [2], {2: WhyNot.MOVED}),
        ([1], [2, 4], {**dict.fromkeys([1, 2, 3], WhyNot.LEFT_OUT), 4: WhyNot.MOVED}),
        ([4], [4], {4: WhyNot.MOVED}),
    ],
)
def test_one_record_that_is_left_out_takes_its_bout_with_it(left_out, moved, why):
    assert why_not(left_out, moved, GROUPS) == why


def test_a_strength_row_has_the_session_that_counts():
    row = candidate(1, sport="strength", elapsed_s=3600.0)
    session = candidate(7, sport="strength", elapsed_s=3600.0)
    assert other_sessions([LinkState(row, None)], [session], {}) == {1: 7}
    assert other_sessions([LinkState(row, 7)], [session], {}) == {}
    assert other_sessions([LinkState(row, 7)], [session], {7: 8}) == {1: 8}
    assert other_sessions([LinkState(row, 7)], [], {}) == {1: None}
    assert other_sessions([LinkState(row, None)], [], {}) == {}
    assert other_sessions([], [session], {}) == {}


@pytest.mark.parametrize(
    ("field", "compared"),
    [(START, True), ("sport", True), ("distance_m", True), ("title", True), ("notes", False), (LEFT_OUT, False), (BINNED, False)],
)  # fmt: skip
def test_only_what_duplicates_are_found_by_is_read_as_the_sources_have_it(field, compared):
    assert _is_compared({field: "x"}) is compared
    assert _is_compared({"notes": "x", field: "x"}) is compared
    assert _is_compared({}) is False


def test_two_records_are_put_beside_each_other():
    pair = pair_of(candidate(1, distance_m=8000.0), candidate(2, 90 * SECOND, distance_m=8010.5))
    assert (pair.start_s, pair.distance_m) == (90.0, 10.5)
    assert pair_of(candidate(1, distance_m=8000.0), candidate(2)).distance_m is None
    assert pair_of(candidate(1), candidate(2, distance_m=8000.0)).distance_m is None


@pytest.mark.parametrize("day_only", [0, 1])
def test_a_bare_day_is_no_time_apart(day_only):
    pair = [candidate(number, precision="date" if number == day_only else "second") for number in (0, 1)]
    assert pair_of(*pair).start_s is None


def test_instants_are_compared_where_both_are_known():
    utc = {"basis": "utc", "utc": NOON}
    one, other = candidate(1, **utc), candidate(2, timedelta(hours=2), **utc)
    assert pair_of(one, other).start_s == 0.0
    assert pair_of(one, candidate(2, timedelta(hours=2))).start_s == 7200.0
    assert pair_of(candidate(1), other).start_s == 7200.0


def test_pairs_are_those_of_each_group_the_newest_first():
    later = DuplicateGroup(candidate(5, SECOND), (FOUR,))
    assert [(each.primary.id, each.other.id) for each in pairs_of([*GROUPS, later], [])] == [(5, 4), (1, 2), (1, 3)]


def test_a_word_on_a_record_holds_against_each_other_one_of_its_bout():
    said = [(each.one, each.other) for each in _against_the_others(TWO.name, DIFFERENT, [[FOUR], [ONE, TWO, THREE]])]
    assert said == [(TWO.name, ONE.name), (TWO.name, THREE.name)]
    pairs = [pair_of(ONE, TWO), pair_of(FOUR, candidate(5)), pair_of(ONE, THREE)]
    assert said_in_preview(pairs, TWO.name, DIFFERENT) == [
        DuplicateDecision(TWO.name, each.name, DIFFERENT) for each in (ONE, THREE)
    ]
    assert said_in_preview(pairs, ("app", "9"), COUNTS) == []


def test_a_rule_is_of_every_record_of_two_sources():
    rule = always("garmin", "strava")
    assert rule == DuplicateDecision(("garmin", EVERY_RECORD), ("strava", EVERY_RECORD), COUNTS)
    assert rule.is_rule


def test_records_are_placed_where_they_start_the_oldest_first():
    listed = [Listed(2, "b", NOON), Listed(1, "a", NOON), Listed(3, "c", NOON - SECOND)]
    assert [each.id for each in _placed(listed, {})] == [3, 1, 2]
    moved = _placed(listed, {1: NOON + SECOND, 3: NOON})
    assert [(each.id, each.local) for each in moved] == [(2, NOON), (3, NOON), (1, NOON + SECOND)]


def test_a_whole_source_is_one_whose_exports_have_everything():
    assert [is_whole(source) for source in ("hevy", "fit", None, "by-hand")] == [True, False, False, False]


def test_an_act_is_about_a_kind_where_one_of_its_records_is():
    refs = [RecordRef(SESSION, "app", "1")]
    assert [_is_about(refs, kind) for kind in (RUN, SESSION)] == [False, True]
    assert _is_about([], RUN) is False


@pytest.mark.parametrize(
    ("apart", "verdict", "afar"),
    [
        (WEEK - SECOND, COUNTS, False),
        (WEEK, COUNTS, False),
        (WEEK + SECOND, COUNTS, True),
        (-WEEK, COUNTS, False),
        (-WEEK - SECOND, COUNTS, True),
        (WEEK + SECOND, DIFFERENT, False),
    ],
)
def test_records_joined_more_than_a_week_apart_are_afar(apart, verdict, afar):
    here = [ONE, candidate(2, apart)]
    near = DuplicateDecision(THREE.name, FOUR.name, DIFFERENT)
    said = [always("app", "other"), near, DuplicateDecision(ONE.name, TWO.name, verdict)]
    act = _Act(None, 1, Days(NOON, NOON), frozenset(), {}, frozenset(), said)
    assert _joined_afar(act, RUN, here) is afar
    assert _joined_afar(act, RUN, []) is False


def test_groups_are_those_that_are_marked_of_records_that_are_there(monkeypatch):
    states = [DuplicateState(TWO, 1), DuplicateState(ONE, None), DuplicateState(THREE, 1), DuplicateState(FOUR, 9)]
    monkeypatch.setattr(links, "read_duplicate_groups", lambda *_: states)
    assert list(_groups_of(None, 1, RUN)) == GROUPS

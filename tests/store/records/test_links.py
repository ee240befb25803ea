"""What is marked of records: which other one counts in their place, which session has their sets, why they do not count."""

from datetime import datetime, timedelta

import pytest
from test_records import insert
from training_records import hold, run, session, squat, wall_clock

from lib.model.history import RecordRef
from lib.model.vocabulary import RecordKind, Sport, WhyNot
from lib.store.records import links
from lib.store.records.links import Days

RUN, SESSION = RecordKind.ACTIVITY, RecordKind.SESSION
FIRST, LAST = datetime(2026, 3, 2, 7), datetime(2026, 3, 3, 18)
SECOND = timedelta(seconds=1)


@pytest.fixture(name="filled")
def _filled(account):
    """Runs 1 to 4 on as many days, from 2026-03-01 07:00 on, run 4 a strength activity; sessions 1 to 3 at 18:00."""
    runs = [run(f"r{number}", day=number - 1) for number in (1, 2, 3)]
    insert(account, *runs, run("r4", day=3, sport=Sport.STRENGTH))
    insert(account, *(session(f"s{day + 1}", day, sets=(squat(day + 1), hold())) for day in range(3)))
    return account


def ids(states):
    return {each.candidate.id: each.duplicate_of for each in states}


@pytest.mark.parametrize(
    ("moment", "within"),
    [(FIRST - SECOND, False), (FIRST, True), (LAST, True), (LAST + SECOND, False)],
)
def test_both_ends_of_some_days_are_within(moment, within):
    assert Days(FIRST, LAST).has(moment) is within


def test_days_are_widened_at_both_ends():
    assert Days(FIRST, LAST).wider(SECOND) == Days(FIRST - SECOND, LAST + SECOND)


def test_of_some_days_what_starts_on_the_first_and_on_the_last_is_read(filled):
    with filled.read() as conn:
        read = links.read_duplicate_states
        assert ids(read(conn, filled.athlete_id, RUN)).keys() == {1, 2, 3, 4}
        assert ids(read(conn, filled.athlete_id, RUN, days=Days(FIRST, LAST))).keys() == {2, 3}
        assert ids(read(conn, filled.athlete_id, RUN, days=Days(FIRST, LAST), also=[1])).keys() == {1, 2, 3}
        assert links.read_link_states(conn, filled.athlete_id, Days(FIRST, LAST)) == []
        assert [each.candidate.id for each in links.read_link_states(conn, filled.athlete_id)] == [4]


def test_what_changes_of_why_records_do_not_count_is_told(filled):
    conn_args = (filled.athlete_id, RUN)
    with filled.write() as conn:
        assert links.set_why_not(conn, *conn_args, {1: WhyNot.MOVED, 2: WhyNot.LEFT_OUT}) == {1, 2}
        assert links.set_why_not(conn, *conn_args, {1: WhyNot.MOVED, 2: WhyNot.LEFT_OUT}) == set()
        assert links.set_why_not(conn, *conn_args, {1: WhyNot.LEFT_OUT}, among=[1, 3]) == {1}
        assert links.set_why_not(conn, *conn_args, {}, among=[3]) == set()
        assert links.set_why_not(conn, *conn_args, {1: WhyNot.LEFT_OUT, 3: WhyNot.MOVED}) == {2, 3}
        assert links.set_why_not(conn, *conn_args, {}) == {1, 3}


def test_what_moved_is_read_only_where_that_is_wanted(filled):
    with filled.write() as conn:
        links.set_why_not(conn, filled.athlete_id, RUN, {1: WhyNot.MOVED, 2: WhyNot.LEFT_OUT, 4: WhyNot.MOVED})
        read = links.read_duplicate_states
        assert ids(read(conn, filled.athlete_id, RUN)).keys() == {2, 3}
        assert ids(read(conn, filled.athlete_id, RUN, with_moved=True)).keys() == {1, 2, 3, 4}
        assert ids(read(conn, filled.athlete_id, RUN, with_moved=True, days=Days(FIRST, LAST), also=[4])).keys() == {
            2,
            3,
            4,
        }
        assert links.read_link_states(conn, filled.athlete_id) == []


@pytest.mark.parametrize("kind", [RUN, SESSION])
def test_groups_are_the_marked_records_and_those_that_count_in_their_place(filled, kind):
    with filled.write() as conn:
        links.set_duplicates(conn, filled.athlete_id, kind, {})
        assert links.read_duplicate_groups(conn, filled.athlete_id, kind) == []
        links.set_duplicates(conn, filled.athlete_id, kind, {1: 3})
        groups = links.read_duplicate_groups(conn, filled.athlete_id, kind)
    assert ids(groups) == {1: 3, 3: None}
    works = {each.candidate.id: each.candidate.works for each in groups}
    assert [[work[0] for work in works[number]] for number in (1, 3)] == (
        [[], []] if kind is RUN else [[1, 40.0], [3, 40.0]]
    )


def test_records_whose_place_is_taken_are_found_by_the_one_that_counts(filled):
    with filled.write() as conn:
        links.set_duplicates(conn, filled.athlete_id, RUN, {1: 3, 2: 4})
        assert links.duplicates_of(conn, filled.athlete_id, RUN, [3]) == {1}
        assert links.duplicates_of(conn, filled.athlete_id, RUN, [4, 3]) == {1, 2}
        assert links.duplicates_of(conn, filled.athlete_id, RUN, [1, 2]) == set()
        assert links.duplicates_of(conn, filled.athlete_id, RUN, []) == set()
        assert links.duplicates_of(conn, filled.athlete_id, SESSION, [3]) == set()


def test_activities_with_a_session_are_linked_ones(filled):
    with filled.write() as conn:
        assert links.linked_activities(conn, filled.athlete_id) == frozenset()
        links.set_sessions(conn, filled.athlete_id, {4: 2})
        assert links.linked_activities(conn, filled.athlete_id) == {4}
        assert [each.session_id for each in links.read_link_states(conn, filled.athlete_id)] == [2]
        links.set_sessions(conn, filled.athlete_id, {4: None})
        assert links.linked_activities(conn, filled.athlete_id) == frozenset()


def test_the_starts_of_many_records_are_read_at_once(account):
    insert(account, *(run(f"r{day}", day) for day in range(3)))
    with account.read() as conn:
        assert links.read_starts(conn, account.athlete_id, RUN, []) == []
        assert links.read_starts(conn, account.athlete_id, RUN, [2]) == [wall_clock(1, 7).local]
        starts = links.read_starts(conn, account.athlete_id, RUN, {1, 2, 3, 4})
        assert sorted(starts) == [wall_clock(day, 7).local for day in range(3)]
        assert links.read_starts(conn, account.athlete_id, SESSION, [1]) == []


def test_every_record_of_a_kind_is_known_by_its_name(filled):
    with filled.read() as conn:
        found = links.read_ids(conn, filled.athlete_id, SESSION)
    assert found == {RecordRef(SESSION, "app", f"s{number}"): number for number in (1, 2, 3)}


def test_sessions_get_their_own_sets(filled):
    with filled.read() as conn:
        states = links.read_duplicate_states(conn, filled.athlete_id, SESSION)
        plain = [each.candidate for each in states]
        full = links.read_sets_of(conn, filled.athlete_id, plain)
    assert [list(each.works) for each in plain] == [[], [], []]
    assert {each.id: [work[0] for work in each.works] for each in full} == {1: [1, 40.0], 2: [2, 40.0], 3: [3, 40.0]}

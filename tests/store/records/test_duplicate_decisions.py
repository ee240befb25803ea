"""What the person says of duplicates is kept by the names of the records, once for each two of them."""

import pytest
from training_records import run

from lib.model.duplicates import DuplicateDecision
from lib.model.vocabulary import DuplicateVerdict, RecordKind, Sport
from lib.store.records import duplicate_decisions, links, records

ONE, OTHER, THIRD = ("strava", "1"), ("garmin", "1"), ("fit", "1")


def said(account, *decisions):
    with account.write() as conn:
        for decision in decisions:
            duplicate_decisions.keep(conn, account.athlete_id, decision)
    with account.read() as conn:
        return duplicate_decisions.read_all(conn, account.athlete_id)


def test_the_later_decision_about_two_records_replaces_the_earlier_one(account):
    first, later = (
        DuplicateDecision(ONE, OTHER, DuplicateVerdict.COUNTS),
        DuplicateDecision(OTHER, ONE, DuplicateVerdict.COUNTS),
    )
    third = DuplicateDecision(THIRD, ONE, DuplicateVerdict.COUNTS)
    assert said(account, first, third, later) == [third, later]


@pytest.mark.parametrize(("one", "other"), [(ONE, OTHER), (OTHER, ONE)])
def test_that_two_records_are_different_is_the_same_whichever_is_named_first(account, one, other):
    assert said(account, DuplicateDecision(one, other, DuplicateVerdict.DIFFERENT)) == [
        DuplicateDecision(OTHER, ONE, DuplicateVerdict.DIFFERENT)
    ]


def test_a_decision_that_is_forgotten_is_gone_whichever_is_named_first(account):
    said(account, DuplicateDecision(ONE, OTHER, DuplicateVerdict.COUNTS))
    with account.write() as conn:
        duplicate_decisions.forget(conn, account.athlete_id, OTHER, ONE)
        assert duplicate_decisions.read_all(conn, account.athlete_id) == []


def test_duplicates_and_links_are_read_as_they_are_marked_without_the_bin(account):
    lift = run("3", day=4, sport=Sport.STRENGTH, elapsed_s=3600.0)
    runs = [run("1", distance_m=8000.0, title="Early"), run("2", distance_m=8010.0), lift]
    with account.write() as conn:
        chunk = [(number, "hash", each) for number, each in enumerate(runs, start=1)]
        records.insert_activities(conn, account.athlete_id, "app", chunk)
        links.set_duplicates(conn, account.athlete_id, RecordKind.ACTIVITY, {2: 1})
        states = {
            each.candidate.id: each
            for each in links.read_duplicate_states(conn, account.athlete_id, RecordKind.ACTIVITY)
        }
        lifts = links.read_link_states(conn, account.athlete_id)
    assert {number: each.duplicate_of for number, each in states.items()} == {1: None, 2: 1, 3: None}
    first = states[1].candidate
    assert (first.name, first.title, first.distance_m, first.filled, first.utc) == (
        ("app", "1"),
        "Early",
        8000.0,
        2,
        None,
    )
    assert [(each.candidate.id, each.session_id, each.candidate.elapsed_s) for each in lifts] == [(3, None, 3600.0)]

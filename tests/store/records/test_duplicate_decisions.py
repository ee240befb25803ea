"""What the person says of duplicates is kept by the names of the records, once for each two of them."""

import pytest
from training_records import run

from lib.model.duplicates import DuplicateDecision
from lib.model.vocabulary import DuplicateVerdict, RecordKind, Sport
from lib.store.database.engine import read, write
from lib.store.records import duplicate_decisions, links, records

ONE, OTHER, THIRD = ("strava", "1"), ("garmin", "1"), ("fit", "1")


def said(engine, athlete, *decisions):
    with write(engine, athlete.id) as conn:
        for decision in decisions:
            duplicate_decisions.keep(conn, athlete.id, decision)
    with read(engine) as conn:
        return duplicate_decisions.read_all(conn, athlete.id)


def test_the_later_decision_about_two_records_replaces_the_earlier_one(engine, athlete):
    first, later = (
        DuplicateDecision(ONE, OTHER, DuplicateVerdict.COUNTS),
        DuplicateDecision(OTHER, ONE, DuplicateVerdict.COUNTS),
    )
    third = DuplicateDecision(THIRD, ONE, DuplicateVerdict.COUNTS)
    assert said(engine, athlete, first, third, later) == [third, later]


@pytest.mark.parametrize(("one", "other"), [(ONE, OTHER), (OTHER, ONE)])
def test_that_two_records_are_different_is_the_same_whichever_is_named_first(engine, athlete, one, other):
    assert said(engine, athlete, DuplicateDecision(one, other, DuplicateVerdict.DIFFERENT)) == [
        DuplicateDecision(OTHER, ONE, DuplicateVerdict.DIFFERENT)
    ]


def test_a_decision_that_is_forgotten_is_gone_whichever_is_named_first(engine, athlete):
    said(engine, athlete, DuplicateDecision(ONE, OTHER, DuplicateVerdict.COUNTS))
    with write(engine, athlete.id) as conn:
        duplicate_decisions.forget(conn, athlete.id, OTHER, ONE)
        assert duplicate_decisions.read_all(conn, athlete.id) == []


def test_duplicates_and_links_are_read_as_they_are_marked_without_the_bin(engine, athlete):
    lift = run("3", day=4, sport=Sport.STRENGTH, elapsed_s=3600.0)
    runs = [run("1", distance_m=8000.0, title="Early"), run("2", distance_m=8010.0), lift]
    with write(engine, athlete.id) as conn:
        chunk = [(number, "hash", each) for number, each in enumerate(runs, start=1)]
        records.insert_activities(conn, athlete.id, "app", chunk)
        links.set_duplicates(conn, athlete.id, RecordKind.ACTIVITY, {2: 1})
        states = {
            each.candidate.id: each for each in links.read_duplicate_states(conn, athlete.id, RecordKind.ACTIVITY)
        }
        lifts = links.read_link_states(conn, athlete.id)
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

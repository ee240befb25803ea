"""Why a record of a list does not count, and the rows of a list as plain data."""

from datetime import date

import pandas as pd
import pytest

from lib.model.frames.records import LISTED_ACTIVITIES, LISTED_SESSIONS
from lib.model.vocabulary import RecordKind
from lib.services.queries.records import _why_not, _without_implausible, records_json

RUN, SESSION = RecordKind.ACTIVITY, RecordKind.SESSION
COUNTS = {"deleted_at": None, "why_not": None, "duplicate_of": None, "sport": "run", "session_id": None}


@pytest.mark.parametrize(
    ("said", "now", "why"),
    [
        ({}, None, ""),
        ({"deleted_at": "2026-03-01", "why_not": "moved", "duplicate_of": 3}, 7, "in the bin"),
        ({"why_not": "moved", "duplicate_of": 3}, 7, "moved by its source, now run-7"),
        ({"why_not": "moved"}, None, "moved by its source"),
        ({"why_not": "left out", "duplicate_of": 3}, 7, "left out"),
        ({"duplicate_of": 3, "sport": "ride"}, 7, "the same bout as run-3"),
        ({"sport": "ride", "session_id": 4}, None, "not a run"),
        ({"sport": "strength"}, None, "strength, counted as a session"),
        ({"sport": "strength", "session_id": 4}, None, "its sets are in session-4"),
    ],
)
def test_the_first_reason_is_why_a_record_does_not_count(said, now, why):
    assert _why_not(COUNTS | said, RUN, now) == why


def test_a_session_has_no_sport_and_counts():
    assert _why_not({name: value for name, value in COUNTS.items() if name != "sport"}, SESSION, None) == ""
    assert _why_not(COUNTS | {"duplicate_of": 3}, SESSION, None) == "the same bout as session-3"


def listed(spec=LISTED_ACTIVITIES, **more):
    row = {"id": "run-1", "title": "Easy", "local_start": pd.Timestamp("2026-03-02 07:30"), "precision": "second"}
    row |= {"source": "fit", "sources": "fit, strava", "why_not": "", "counted": True, "edited": False, "sport": "run"}
    return spec.make([row | {"distance_m": 8000.0, "moving_s": 2400.0, "sub_sport": "none", "sets": 0} | more])


def test_a_run_is_told_as_plain_data():
    (told,) = records_json(listed(), None, None)
    assert told == {
        "id": "run-1", "start": "2026-03-02T07:30:00", "title": "Easy", "sport": "run", "distance_m": 8000.0,
        "moving_s": 2400.0, "sets": None, "counted": True, "why_not": None, "sources": ["fit", "strava"], "edited": False,
    }  # fmt: skip
    (told,) = records_json(listed(precision="date", distance_m=None, why_not="left out", counted=False), None, None)
    assert (told["start"], told["distance_m"], told["why_not"]) == ("2026-03-02", None, "left out")


def test_a_session_is_of_strength_and_has_sets_and_no_distance():
    (told,) = records_json(listed(LISTED_SESSIONS, id="session-1", sets=12), None, None)
    assert (told["sport"], told["sets"], told["distance_m"], told["moving_s"]) == ("strength", 12, None, None)


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (None, None, 1),
        (date(2026, 3, 2), date(2026, 3, 2), 1),
        (date(2026, 3, 3), None, 0),
        (None, date(2026, 3, 1), 0),
        (date(2026, 3, 1), date(2026, 3, 3), 1),
    ],
)
def test_the_first_and_the_last_day_are_among_the_days_that_are_asked_for(start, end, number):
    assert len(records_json(listed(), start, end)) == number


@pytest.mark.parametrize(
    ("seconds", "anyway", "counted", "why"),
    [(2400.0, False, True, ""), (60.0, False, False, "set aside: "), (60.0, True, True, "")],
)
def test_a_run_that_nobody_ran_does_not_count_unless_the_person_says_so(seconds, anyway, counted, why):
    frame = listed(moving_s=seconds, elapsed_s=seconds)
    found = _without_implausible(frame, {1: {"counted_anyway": anyway}}).iloc[0]
    assert bool(found["counted"]) is counted
    assert found["why_not"].startswith(why)
    assert (found["why_not"] == "") is (why == "")


def test_a_run_that_does_not_count_keeps_its_own_reason():
    frame = listed(moving_s=60.0, elapsed_s=60.0, counted=False, why_not="left out")
    found = _without_implausible(frame, {1: {"counted_anyway": False}}).iloc[0]
    assert (bool(found["counted"]), found["why_not"]) == (False, "left out")

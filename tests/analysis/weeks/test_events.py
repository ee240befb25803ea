"""Events and planned breaks in one list."""

from lib.analysis.weeks.events import with_breaks
from lib.model.frames.own import BREAKS, EVENTS
from tests.analysis.frames import breaks_of


def test_breaks_are_marked_with_their_reason_among_the_events():
    events = EVENTS.make([("2026-10-11", "2026-10-11", "race", "City Run")])
    both = with_breaks(events, breaks_of(("2026-07-06", "2026-07-12", "holiday")))
    assert list(both["kind"]) == ["break", "race"]
    assert list(both["title"]) == ["holiday", "City Run"]


def test_a_break_that_is_an_event_too_is_listed_once():
    events = EVENTS.make([("2026-07-06", "2026-07-10", "break", "sea")])
    both = with_breaks(events, breaks_of(("2026-07-06", "2026-07-12", "holiday")))
    assert list(both["title"]) == ["sea"]


def test_nothing_and_nothing_is_nothing():
    assert EVENTS.check(with_breaks(EVENTS.empty(), BREAKS.empty())).empty

"""Sessions that share some of their time."""

import pandas as pd
import pytest

from lib.model.frames.records import LISTED_SESSIONS
from lib.services.queries.overlaps import at_once

HOUR = 3600.0


def listed(*sessions):
    """Of each its start and how long it took, and what else is not as usual."""
    rows = [
        {
            "id": f"session-{number}",
            "local_start": pd.Timestamp(f"2026-03-01 {clock}"),
            "elapsed_s": seconds,
            "precision": "minute",
            "counted": True,
            "edited": False,
            "sets": 1,
            **(more[0] if more else {}),
        }
        for number, (clock, seconds, *more) in enumerate(sessions)
    ]
    return LISTED_SESSIONS.make(rows)


def found(*sessions):
    return "".join(sorted(each.removeprefix("session-") for each in at_once(listed(*sessions))))


@pytest.mark.parametrize(
    ("sessions", "shared"),
    [
        ([("18:00", HOUR), ("18:30", HOUR)], "01"),
        ([("18:30", HOUR), ("18:00", HOUR)], "01"),
        ([("18:00", HOUR), ("18:59:59", HOUR)], "01"),
        ([("18:00", HOUR), ("19:00", HOUR)], ""),
        ([("18:00", None), ("18:00", HOUR)], ""),
        ([("18:00", HOUR), ("18:10", None)], "01"),
        ([("18:00", 3 * HOUR), ("18:10", HOUR), ("20:00", HOUR)], "012"),
        ([("18:00", HOUR), ("19:00", HOUR), ("19:30", HOUR)], "12"),
        ([("18:00", HOUR)], ""),
        ([], ""),
    ],
)
def test_who_ends_as_another_starts_shares_nothing_with_it(sessions, shared):
    assert found(*sessions) == shared


@pytest.mark.parametrize("more", [{"counted": False}, {"precision": "date"}])
def test_what_does_not_count_or_has_no_clock_shares_no_time(more):
    assert found(("18:00", HOUR), ("18:30", HOUR, more)) == ""

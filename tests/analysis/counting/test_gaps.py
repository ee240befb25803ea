"""Long silences inside a log are named."""

from datetime import date

import pandas as pd
import pytest

from lib.analysis.counting.coverage import logged_periods
from lib.analysis.counting.gaps import log_gaps
from lib.model.frames.logs import EXPORTS, LOG_GAPS, SESSIONS
from tests.analysis.frames import TODAY, activities_of, an_activity


def gaps(*activities, exports=None, today=TODAY):
    frame = activities_of(*activities)
    periods = logged_periods(frame, EXPORTS.empty() if exports is None else EXPORTS.make(exports))
    found = LOG_GAPS.check(log_gaps(frame["local_date"], periods, today))
    return [(str(row.from_date.date()), str(row.to_date.date()), row.days) for row in found.itertuples()]


@pytest.mark.parametrize(
    ("second", "found"),
    [("2026-03-31", []), ("2026-04-01", [("2026-03-03", "2026-03-31", 29)])],
    ids=["28 days", "29 days"],
)
def test_more_than_28_days_without_an_entry_are_a_gap(second, found):
    assert gaps(an_activity("2026-03-02"), an_activity(second)) == found


def test_a_log_that_was_exported_long_after_its_last_entry_ends_with_a_gap():
    found = gaps(an_activity("2026-09-09"), exports=[("strava", "2026-11-20")])
    assert found == [("2026-09-10", "2026-11-20", 72)]


def test_days_to_come_are_in_no_gap():
    assert gaps(an_activity("2026-09-09"), exports=[("strava", "2026-11-20")], today=date(2026, 10, 7)) == []


def test_between_two_logs_there_is_no_log_and_so_no_gap():
    assert gaps(an_activity("2026-01-02", source="garmin"), an_activity("2026-09-09")) == []


def test_the_silence_of_one_log_is_none_while_another_one_speaks():
    days = pd.date_range("2026-01-02", "2026-09-09", freq="7D").strftime("%Y-%m-%d")
    others = [an_activity(day, source="garmin") for day in days]
    assert gaps(an_activity("2026-01-02"), an_activity("2026-09-04"), *others) == []


def test_nothing_logged_has_no_gap():
    empty = SESSIONS.empty()
    assert log_gaps(empty["local_date"], logged_periods(empty), TODAY).empty


@pytest.mark.parametrize(("today", "found"), [(date(2026, 10, 7), 0), (date(2026, 10, 8), 1)])
def test_days_up_to_today_are_in_a_gap_from_29_on(today, found):
    assert len(gaps(an_activity("2026-09-09"), exports=[("strava", "2026-11-20")], today=today)) == found


def test_a_gap_names_the_logs_that_cover_it():
    frame = activities_of(
        an_activity("2026-01-02"), an_activity("2026-06-01"), an_activity("2026-09-01", source="garmin")
    )
    found = log_gaps(frame["local_date"], logged_periods(frame), TODAY)
    assert found["sources"].tolist() == ["strava"]
    assert found["days"].tolist() == [149]

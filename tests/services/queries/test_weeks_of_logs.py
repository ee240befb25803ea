"""The week that is shown unasked, how far logs reach, and a week as it stood at the end of a day."""

from datetime import date, timedelta
from math import isnan
from types import SimpleNamespace

import pandas as pd
import pytest

from lib.model.vocabulary import Weekday
from lib.services.queries import your_week as module
from lib.services.queries.your_week import _amount, _until, ended_weeks, newest_day, reaches

MONDAY = date(2026, 3, 2)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def training(today, last_run=None, last_session=None, weekday=Weekday.MONDAY):
    def periods(source, day):
        rows = [{"source": source, "first_day": MONDAY - 20 * WEEK, "last_day": day, "last_logged": day}] if day else []
        frame = pd.DataFrame(rows, columns=["source", "first_day", "last_day", "last_logged"])
        return frame.astype(dict.fromkeys(["first_day", "last_day", "last_logged"], "datetime64[us]"))

    lifting = SimpleNamespace(periods=periods("hevy", last_session))
    athlete = SimpleNamespace(first_weekday=weekday)
    return SimpleNamespace(runs_logged=periods("strava", last_run), lifting=lifting, today=today, athlete=athlete)


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        (None, MONDAY + DAY),
        (MONDAY + DAY, MONDAY + DAY),
        (MONDAY, MONDAY + DAY),
        (MONDAY - DAY, MONDAY - DAY),
        (MONDAY - 3 * WEEK, MONDAY - 3 * WEEK),
    ],
)
def test_today_is_shown_unless_no_log_reaches_into_its_week(last, shown):
    assert newest_day(training(MONDAY + DAY, last)) == shown
    assert newest_day(training(MONDAY + DAY, MONDAY - 5 * WEEK if last else None, last)) == shown


@pytest.mark.parametrize(("weekday", "shown"), [(Weekday.MONDAY, MONDAY - DAY), (Weekday.SUNDAY, MONDAY)])
def test_a_week_starts_on_the_day_of_the_person(weekday, shown):
    assert newest_day(training(MONDAY, MONDAY - DAY, weekday=weekday)) == shown


@pytest.mark.parametrize(
    ("today", "last", "weeks"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY + WEEK, MONDAY, 0),
        (MONDAY + 2 * WEEK - DAY, MONDAY, 0),
        (MONDAY + 2 * WEEK, MONDAY, 2),
        (MONDAY + 2 * WEEK, MONDAY + 6 * DAY, 2),
        (MONDAY + 2 * WEEK, MONDAY + WEEK, 0),
        (MONDAY + 2 * WEEK, MONDAY - DAY, 0),
        (MONDAY + 5 * WEEK, MONDAY, 5),
        (MONDAY + 5 * WEEK, None, 0),
    ],
)
def test_logs_that_ended_in_a_week_are_told_once_a_whole_week_more_is_over(today, last, weeks):
    assert ended_weeks(training(today, last), MONDAY) == weeks


def test_runs_come_first_and_of_each_what_reaches_furthest():
    runs, sets = (
        pd.DataFrame([(each, pd.Timestamp(2026, 3, day)) for each, day in days], columns=["source", "last_day"])
        for days in ([("b", 1), ("a", 1), ("c", 2)], [("d", 9)])
    )
    found = reaches(SimpleNamespace(runs_logged=runs, lifting=SimpleNamespace(periods=sets)))
    assert [(each.source, each.last_day.day, each.runs) for each in found] == [
        ("c", 2, True), ("a", 1, True), ("b", 1, True), ("d", 9, False)
    ]  # fmt: skip


def weeks(*values):
    starts = pd.to_datetime([MONDAY + (place - len(values) + 1) * WEEK for place in range(len(values))])
    return pd.DataFrame({"week_start": starts, "runs": list(values), "complete": True})


@pytest.mark.parametrize(("day", "whole"), [(5, False), (6, True)])
def test_a_week_is_whole_on_its_last_day(day, whole):
    found = _until(weeks(3.0, 4.0), {"runs": 2.0}, MONDAY, MONDAY + day * DAY)
    assert found["runs"].tolist() == [3.0, 2.0]
    assert found["complete"].tolist() == [True, whole]


def test_of_later_weeks_nothing_is_told_and_what_is_not_known_stays_so():
    frame = weeks(3.0, float("nan"), 4.0)
    found = _until(frame, {"runs": 2.0}, MONDAY - WEEK, MONDAY - DAY)
    assert [each if not isnan(each) else None for each in found["runs"]] == [3.0, None]
    assert frame["runs"].iloc[-1] == 4.0


def test_what_was_done_in_a_week_is_from_its_first_day_to_the_last_that_a_log_covers():
    frame = weeks(*[10.0] * 6)
    days = [MONDAY - DAY, MONDAY, MONDAY + 2 * DAY, MONDAY + 3 * DAY]
    bouts = pd.DataFrame({"local_date": pd.to_datetime(days), "runs": [1.0, 2.0, 4.0, 8.0]})
    found = _amount(frame, bouts, "runs", MONDAY, MONDAY + 2 * DAY)
    assert (found.done, found.usual, found.until) == (6.0, 10.0, MONDAY + 2 * DAY)
    assert _amount(frame, bouts, "runs", MONDAY, MONDAY + 3 * DAY).done == 14.0
    unknown = _amount(frame, bouts, "runs", MONDAY, None)
    assert (isnan(unknown.done), unknown.usual, isnan(unknown.usual_by_now), unknown.until) == (True, 10.0, True, None)


@pytest.mark.parametrize(("today", "over"), [(MONDAY + 6 * DAY, False), (MONDAY + 7 * DAY, True)])
def test_a_week_is_over_on_the_day_after_its_last(monkeypatch, today, over):
    parts = ("_running_until", "_strength_until", "week_usual", "_distance", "_lower_sets", "_contacts", "balance")
    for name in (*parts, "_consistency", "_goals", "reaches", "_days", "open_muscles"):
        monkeypatch.setattr(module, name, lambda *_: None)
    asked = training(today, MONDAY)
    asked.lifting.muscle_sets = None
    found = module.your_week(asked, None, MONDAY + 2 * DAY)
    assert (found.start, found.as_of, found.is_over) == (MONDAY, MONDAY + 2 * DAY, over)

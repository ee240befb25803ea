"""On which days a series falls, how long a run of a calendar is, and which half-days are taken."""

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from lib.analysis.planning.week import HardRun, LegDay, Slot, WeekToPlan
from lib.model.plan import GymTime, PlannedRun, PlannedSession
from lib.model.vocabulary import Effort, HalfDay, Weekday
from lib.services.planning import weeks
from lib.services.planning.calendars.blocks import EventText, is_cut_off, of_interest
from lib.services.planning.calendars.events import CalendarEvent
from lib.services.planning.calendars.read import _of_start, _understood
from lib.services.planning.calendars.recurrences import RuleNotUnderstoodError, starts_between
from lib.services.planning.sessions import at_hand, items_of, template_of
from lib.services.planning.weeks import (
    RunsFrom,
    StoredPlan,
    Wish,
    _leg_day,
    _pins,
    _planned_leg_days,
    _unlogged_from,
    _until,
    _without_planned_weeks,
    slot_of,
    without_days,
)

MONDAY = date(2026, 11, 30)
DAY, WEEK, SECOND = timedelta(days=1), timedelta(weeks=1), timedelta(seconds=1)
EVENING = datetime(2026, 11, 30, 18)


def series(rule, first=EVENING, last=EVENING + 4 * WEEK, start=EVENING, zone=None):
    return [each.day for each in starts_between(rule, start, zone, first, last)]


def test_a_series_is_followed_from_the_first_to_the_last_moment():
    assert series("FREQ=WEEKLY", last=EVENING + WEEK) == [30, 7]
    assert series("FREQ=WEEKLY", last=EVENING + WEEK - SECOND) == [30]
    assert series("FREQ=WEEKLY", first=EVENING + SECOND, last=EVENING + WEEK) == [7]
    assert series("FREQ=WEEKLY", last=EVENING) == [30]
    assert series("FREQ=WEEKLY", last=EVENING - SECOND) == []
    assert series(" freq=weekly;interval=2 ") == [30, 14, 28]


@pytest.mark.parametrize(("year", "number"), [(1969, 0), (1970, 1)])
def test_a_series_begins_in_1970_at_the_earliest(year, number):
    start = datetime(year, 12, 1, 18)
    assert len(series("FREQ=DAILY", start=start, first=start, last=start)) == number


@pytest.mark.parametrize(
    ("until", "number"),
    [
        ("20261207T180000", 2),
        ("20261207T175959", 1),
        ("20261207", 2),
        ("20261206", 1),
        ("20261207T170000Z", 2),
        ("20261207T165959Z", 1),
    ],
)
def test_a_series_ends_at_the_moment_that_it_says(until, number):
    assert len(series(f"FREQ=WEEKLY;UNTIL={until}", zone=ZoneInfo("Europe/Berlin"))) == number


def test_an_end_in_utc_of_a_series_of_no_zone_is_read_as_a_wall_clock():
    assert series("FREQ=WEEKLY;UNTIL=20261207T180000Z") == [30, 7]


@pytest.mark.parametrize(
    ("rule", "understood"),
    [
        ("FREQ=DAILY;INTERVAL=1", True),
        ("FREQ=DAILY;INTERVAL=1000", True),
        ("FREQ=DAILY;INTERVAL=1001", False),
        ("FREQ=DAILY;INTERVAL=0", False),
        ("FREQ=DAILY;INTERVAL=²", False),
        ("FREQ=DAILY;COUNT=999999", True),
        ("FREQ=DAILY;COUNT=1000000", False),
        ("FREQ=DAILY;COUNT=", False),
        ("FREQ=MONTHLY;BYMONTHDAY=7", True),
        ("FREQ=YEARLY;BYSETPOS=1;BYDAY=MO", True),
        ("FREQ=WEEKLY;BYMONTHDAY=7", False),
        ("FREQ=HOURLY", False),
        ("INTERVAL=1", False),
    ],
)
def test_only_rules_that_end_are_understood(rule, understood):
    if understood:
        series(rule)
    else:
        with pytest.raises(RuleNotUnderstoodError):
            series(rule)


def event(whole=False, length=None, foreign="", **more):
    values = {"uid": "1", "title": "Tempo", "start": EVENING, "zone": None, "rules": (), "more": frozenset()}
    values |= {"without": frozenset(), "replaces": None, "cancelled": False}
    return CalendarEvent(**values | {"whole": whole, "length": length, "foreign": foreign} | more)


@pytest.mark.parametrize(
    ("length", "minutes"), [(None, 60.0), (timedelta(minutes=45), 45.0), (DAY, 1440.0), (DAY + SECOND, 60.0)]
)
def test_a_run_of_a_calendar_is_as_long_as_its_event_up_to_a_day(length, minutes):
    assert list(_of_start(event(length=length), EVENING, long=False)) == [
        HardRun(MONDAY, time(18), minutes, "Tempo", False)
    ]


@pytest.mark.parametrize(
    ("length", "days"), [(None, 1), (timedelta(hours=5), 1), (DAY, 1), (3 * DAY, 3), (14 * DAY, 14), (15 * DAY, 14)]
)
def test_an_event_of_whole_days_is_a_run_on_each_of_at_most_fourteen(length, days):
    found = list(_of_start(event(whole=True, length=length), EVENING, long=True))
    assert [(run.day, run.at, run.minutes, run.long) for run in found] == [
        (MONDAY + place * DAY, None, 60.0, True) for place in range(days)
    ]


def test_a_clock_of_a_foreign_zone_is_not_taken():
    assert [run.at for run in _of_start(event(foreign="Mars"), EVENING, long=False)] == [None]


def test_starts_reach_two_days_before_and_three_after_the_days_that_are_asked_for():
    moments = [datetime(2026, 11, 28), datetime(2026, 12, 3)]
    found = event(start=moments[0], more=frozenset([moments[0] - SECOND, moments[1], moments[1] + SECOND]))
    assert list(found.starts(MONDAY, MONDAY)) == moments
    assert list(found.starts(MONDAY, MONDAY, [moments[0]])) == moments[1:]
    assert list(found.starts(MONDAY, MONDAY, [moments[1].date()])) == moments[:1]
    assert found.comes_again
    assert event(rules=("FREQ=DAILY",)).comes_again
    assert not event().comes_again


@pytest.mark.parametrize(("most", "left_out"), [(1, 1), (2, 0)])
def test_a_calendar_has_only_so_many_series(monkeypatch, most, left_out):
    monkeypatch.setattr("lib.services.planning.calendars.read.MAX_CALENDAR_SERIES", most)
    once = "BEGIN:VEVENT\nUID:1\nDTSTART:20261130T180000\nSUMMARY:Tempo\n{}END:VEVENT\n"
    texts = [EventText(once.format(rule)) for rule in ("RRULE:FREQ=DAILY\n", "", "RRULE:FREQ=DAILY\n", "")]
    told = []
    assert len(list(_understood(iter(texts), told))) == 4 - left_out
    assert told == [f"Tempo: a calendar can have {most} series of runs."] * left_out


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", False),
        (b"begin:vevent\n", True),
        (b"", False),
        (b"BEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\n", True),
    ],
)
def test_a_file_is_cut_off_where_an_event_does_not_end(data, cut):
    assert is_cut_off(data) is cut


def test_every_part_of_a_wanted_series_is_of_interest_and_others_without_a_name_are_not():
    texts = [
        EventText(f"UID:{uid}\nSUMMARY:{title}\n")
        for uid, title in (("1", "Tempo"), ("1", "Easy"), ("", "Easy"), ("", "Tempo"))
    ]
    assert list(of_interest(texts, lambda title: title == "Tempo")) == [texts[0], texts[1], texts[3]]


@pytest.mark.parametrize(("hour", "half"), [(0, HalfDay.AM), (11, HalfDay.AM), (12, HalfDay.PM), (23, HalfDay.PM)])
def test_the_second_half_of_a_day_begins_at_noon(hour, half):
    assert slot_of(PlannedSession(datetime(2026, 11, 30, hour, 59), 60.0, "")) == Slot(MONDAY, half)


@pytest.mark.parametrize(
    ("last_day", "first"),
    [
        (None, MONDAY),
        (MONDAY - 2 * DAY, MONDAY),
        (MONDAY, MONDAY + DAY),
        (MONDAY + 5 * DAY, MONDAY + 6 * DAY),
        (MONDAY + 9 * DAY, MONDAY + 6 * DAY),
    ],
)
def test_past_days_are_unlogged_from_the_day_after_the_last_that_a_log_covers(last_day, first):
    days = pd.DataFrame({"last_day": pd.to_datetime([last_day] if last_day else [])})
    training = SimpleNamespace(runs_logged=days, today=MONDAY + 6 * DAY)
    assert _unlogged_from(training, MONDAY) == first
    assert _unlogged_from(training, MONDAY + 8 * DAY) == MONDAY + 8 * DAY


def of(today, weekday=Weekday.MONDAY):
    return SimpleNamespace(today=today, athlete=SimpleNamespace(first_weekday=weekday, equipment=None))


def test_what_is_usual_is_told_by_whole_weeks_before_this_one():
    assert _until(of(MONDAY + 3 * DAY), MONDAY + WEEK) == MONDAY
    assert _until(of(MONDAY + 3 * DAY), MONDAY - WEEK) == MONDAY - WEEK


def test_weeks_with_a_planned_run_and_a_today_that_has_its_run_have_no_usual_ones():
    usual = [HardRun(MONDAY + place * DAY, None, 60.0) for place in (0, 1, 7, 14)]
    plan = StoredPlan(runs=(PlannedRun(MONDAY + 8 * DAY, None, 60.0, "", Effort.EASY),))
    logged = [usual[0], usual[1]]
    found = _without_planned_weeks(of(MONDAY), plan, logged, usual)
    assert found == (usual[1], usual[3])


def test_pins_are_what_was_named_the_gym_times_and_planned_sessions_of_the_week():
    pinned = [
        PlannedSession(datetime(2026, 12, day, hour), 60.0, "", fixed)
        for day, hour, fixed in ((1, 18, True), (2, 7, False), (8, 7, True))
    ]
    plan = StoredPlan(tuple(pinned), (), (GymTime(3, HalfDay.AM),))
    named = Slot(MONDAY, HalfDay.PM)
    assert _pins(WeekToPlan(MONDAY), plan, Wish(MONDAY, pins=[named])) == {
        Slot(MONDAY + 3 * DAY, HalfDay.AM): None, named: None, Slot(MONDAY + DAY, HalfDay.PM): time(18)
    }  # fmt: skip


def test_leg_days_planned_for_the_week_itself_do_not_stay():
    starts = [datetime.combine(MONDAY + place * DAY, time(7)) for place in (-1, 0, 6, 7)]
    plan = StoredPlan(tuple(PlannedSession(each, 60.0, "") for each in starts))
    assert _planned_leg_days(plan, MONDAY) == [LegDay(each, each) for each in (starts[0], starts[3])]


def test_a_leg_session_without_a_clock_lies_somewhere_in_its_day():
    assert _leg_day(EVENING, timed=True) == LegDay(EVENING, EVENING)
    bare = _leg_day(datetime(2026, 11, 30), timed=False)
    assert bare == LegDay(datetime(2026, 11, 30), datetime(2026, 12, 1))
    assert without_days([bare], {MONDAY}) == ()
    assert without_days([bare], {MONDAY + DAY}) == (bare,)


@pytest.mark.parametrize(
    ("said", "found"), [(None, None), ("", frozenset()), ("bench,rack", frozenset({"bench", "rack"}))]
)
def test_nothing_said_of_equipment_is_everything_and_an_empty_word_is_none(said, found):
    assert at_hand(SimpleNamespace(athlete=SimpleNamespace(equipment=said))) == found


@pytest.mark.parametrize("items", ["", "[]", "x", "{}"])
def test_a_planned_session_without_items_has_no_template(items):
    assert template_of(PlannedSession(EVENING, 60.0, "", False, items)) is None
    assert items_of(None) == "[]"


@pytest.mark.parametrize(
    ("said", "planned", "usual", "source", "to_come", "not_counted"),
    [
        (None, [], [1], RunsFrom.USUAL, [1], []),
        (None, [], [0, 6, 7], RunsFrom.USUAL, [0, 6, 7], []),
        (None, [], [-1, 7], RunsFrom.NOWHERE, [-1, 7], []),
        (None, [], [], RunsFrom.NOWHERE, [], []),
        (None, [6], [1, 7], RunsFrom.PLANNED, [6, 7], []),
        (None, [0], [-7], RunsFrom.PLANNED, [0, -7], []),
        (None, [7], [1, 8, 14], RunsFrom.USUAL, [7, 1, 14], []),
        ([2], [0, 7], [1, -7], RunsFrom.SAID, [7, 2], [-7]),
        ([], [], [1, 7], RunsFrom.SAID, [], [7]),
    ],
)
def test_runs_to_come_are_named_else_planned_else_usual(
    monkeypatch, said, planned, usual, source, to_come, not_counted
):
    def runs(days):
        return tuple(HardRun(MONDAY + place * DAY, None, 60.0) for place in days)

    monkeypatch.setattr(weeks, "only_runs", lambda _: None)
    monkeypatch.setattr(weeks, "hard_runs", lambda *_: None)
    monkeypatch.setattr(weeks, "logged_runs", lambda *_: ())
    monkeypatch.setattr(weeks.habits, "usual_hard_runs", lambda *_: None)
    monkeypatch.setattr(weeks, "usual_runs", lambda *_: runs(usual))
    plan = StoredPlan(runs=tuple(PlannedRun(each.day, None, 60.0, "", Effort.HARD) for each in runs(planned)))
    training = of(MONDAY - DAY)
    training.activities = training.verdicts = None
    wish = Wish(MONDAY, None if said is None else runs(said))
    found = weeks._runs(training, plan, wish, MONDAY, MONDAY - 14 * DAY)
    assert [(each.day - MONDAY).days for each in found.to_come] == to_come
    assert [(each.day - MONDAY).days for each in found.not_counted] == not_counted
    assert found.source is source

"""Hard runs and pins as typed, and what a planned session has in it."""

from datetime import date, datetime, time, timedelta

import pytest
from look_alikes import BERLIN, hevy, hevy_set

from lib.analysis.planning.placements import placements
from lib.analysis.planning.week import HardRun, Slot, WeekToPlan
from lib.catalog.templates import templates
from lib.model.plan import PlannedSession
from lib.model.record_id import parse_id
from lib.model.vocabulary import HalfDay
from lib.services.editing.own_templates import keep_as_template
from lib.services.importing.import_files import import_files
from lib.services.planning import sessions
from lib.services.planning.typed import PlanError, read_pin, read_run, refuse_other_weeks
from lib.services.planning.weeks import slot_of
from lib.services.queries.training import read_training
from lib.store.account import open_account

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("2026-12-01", HardRun(DAY, None, 60.0)),
        ("2026-12-01 18:00", HardRun(DAY, time(18), 60.0)),
        ("2026-12-01 6:05 90.5", HardRun(DAY, time(6, 5), 90.5)),
        (" 2026-12-01  23:59  14400 ", HardRun(DAY, time(23, 59), 14_400.0)),
        ("1970-01-01 00:00 1", HardRun(date(1970, 1, 1), time(0), 1.0)),
        ("2999-12-31", HardRun(date(2999, 12, 31), None, 60.0)),
    ],
)
def test_a_hard_run_is_a_day_a_clock_and_minutes(text, run):
    assert read_run(text) == run


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no day of the calendar"),
        ("soon", "no day of the calendar"),
        ("2026-13-01", "no day of the calendar"),
        ("20261201", "no day of the calendar"),
        ("1969-12-31", "not between 1970 and 2999"),
        ("3000-01-01", "not between 1970 and 2999"),
        ("2026-12-01 24:00", "no time of day"),
        ("2026-12-01 18:60", "no time of day"),
        ("2026-12-01 18", "no time of day"),
        ("2026-12-01 18:00 0", "no number of minutes from 1 to 14400"),
        ("2026-12-01 18:00 14401", "no number of minutes"),
        ("2026-12-01 18:00 -5", "no number of minutes"),
        ("2026-12-01 18:00 60 easy", "too many parts"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write(text, why):
    with pytest.raises(PlanError, match=why) as caught:
        read_run(text)
    assert "such as '2026-12-01 18:00 60'" in str(caught.value)


def test_a_pin_is_a_half_day():
    assert read_pin("2026-12-01 PM") == Slot(DAY, HalfDay.PM)
    assert read_pin("2026-12-01 am") == Slot(DAY, HalfDay.AM)
    for text in ("2026-12-01", "2026-12-01 noon", "2026-12-01 am pm", "soon pm"):
        with pytest.raises(PlanError, match="such as '2026-12-03 pm'"):
            read_pin(text)


def test_a_pin_of_another_week_is_refused():
    week = WeekToPlan(date(2026, 11, 30))
    refuse_other_weeks(week, [Slot(week.start, HalfDay.AM), Slot(week.last, HalfDay.PM)])
    for day in (date(2026, 11, 29), date(2026, 12, 7)):
        with pytest.raises(PlanError, match="not in the week from 2026-11-30 to 2026-12-06"):
            refuse_other_weeks(week, [Slot(day, HalfDay.PM)])


@pytest.mark.parametrize(("clock", "half"), [(time(0), HalfDay.AM), (time(11, 59), HalfDay.AM), (time(12), HalfDay.PM)])
def test_noon_parts_the_halves_of_a_day(clock, half):
    assert slot_of(PlannedSession(datetime.combine(DAY, clock), 60.0)) == Slot(DAY, half)


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    yield account
    account.engine.dispose()


def log_legs(account, *days):
    rows = [hevy_set(day, index=each) for day in days for each in range(4)]
    assert import_files(account, [hevy(*rows)], BERLIN).ok


def titles(account, today):
    return [each.title for each in sessions.templates_to_take(account, read_training(account, today))]


def test_own_templates_come_first_then_the_last_leg_session_then_the_articles(account):
    log_legs(account, 1, 4)
    keep_as_template(account, parse_id("session-1"), "Mine")
    found = titles(account, date(2026, 6, 1))
    assert found[:2] == ["Mine", "Legs"]
    assert found[2:] == [each.title for each in templates().values()]


@pytest.mark.parametrize(("weeks_later", "there"), [(8, True), (9, False)])
def test_a_leg_session_of_long_ago_is_none_to_be_done_again(account, weeks_later, there):
    log_legs(account, 4)
    assert ("Legs" in titles(account, date(2026, 5, 4) + timedelta(weeks=weeks_later))) is there


def test_a_session_of_too_few_sets_is_none_either(account):
    assert import_files(account, [hevy(hevy_set(4))], BERLIN).ok
    assert "Legs" not in titles(account, date(2026, 6, 1))


def test_sessions_of_a_placement_say_what_is_to_be_done_and_which_are_pinned(account):
    pin = Slot(DAY, HalfDay.PM)
    week = WeekToPlan(date(2026, 11, 30), pins={pin: None}, sessions=2)
    best = placements(week)[0]
    template = templates()["lower-body"]
    planned = sessions.as_planned(week, best, [])
    assert [each.pinned for each in planned] == [each.slot == pin for each in best.sessions]
    assert {(each.title, each.items, each.minutes) for each in planned} == {("Leg session", "[]", 60.0)}
    stored = PlannedSession(planned[0].start, 60.0, items=sessions.items_of(template))
    assert [item.name for item in sessions.template_of(stored).items] == [item.name for item in template.items]
    assert sessions.template_of(planned[0]) is None
    assert sessions.template_of(PlannedSession(planned[0].start, 60.0, items="nonsense")) is None
    assert sessions.items_of(None) == "[]"

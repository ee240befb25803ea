"""Which hard runs count around a week: named, planned, usual, and what stands for days that no log covers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from lib.analysis.planning.week import HardRun
from lib.model.vocabulary import Weekday
from lib.services.editing.log import LoggedRun, log_run
from lib.services.planning import acts
from lib.services.planning.weeks import RunsFrom, Wish, asked_week, read_plan
from lib.services.preferences import settings
from lib.services.queries.training import read_training
from lib.store.account import open_account
from lib.wording import plan_words

MONDAY = date(2026, 11, 30)
SUNDAY = MONDAY - timedelta(days=1)
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def account(sqlite_url):
    account = open_account(sqlite_url)
    yield account
    account.engine.dispose()


def with_intervals(account, last: date, weeks: int = 8):
    """An hour of intervals at 07:30, once a week up to a day."""
    for week in range(weeks):
        day = last - timedelta(weeks=week)
        run = LoggedRun(f"{day}T07:30", distance_m=10_000.0, moving_s=3600.0, elapsed_s=3600.0, title="Intervals 6x800")
        log_run(account, run, NOW)


def asked(account, today=SUNDAY, **wish):
    return asked_week(read_training(account, today), read_plan(account, MONDAY), Wish(MONDAY, **wish))


def days(runs):
    return sorted(run.day for run in runs)


def test_what_is_planned_for_one_week_leaves_the_usual_runs_of_the_weeks_around_it(account):
    with_intervals(account, SUNDAY - timedelta(days=6))
    tuesday = HardRun(MONDAY + timedelta(days=1), time(18, 30), 50.0)
    assert days(asked(account).to_come) == [MONDAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]
    acts.expect(account, [tuesday])
    found = asked(account)
    assert found.runs_from is RunsFrom.PLANNED
    assert days(found.to_come) == [tuesday.day, MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]


def test_what_is_named_is_all_that_counts_and_what_it_leaves_out_is_told(account):
    with_intervals(account, SUNDAY - timedelta(days=6))
    named = HardRun(MONDAY + timedelta(days=1), time(18, 30), 50.0)
    found = asked(account, runs=[named])
    assert (found.runs_from, found.to_come) == (RunsFrom.SAID, (named,))
    assert days(found.not_counted) == [MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]


def test_usual_runs_stand_for_past_days_that_no_log_covers_and_the_person_is_told_so(account):
    with_intervals(account, SUNDAY - timedelta(days=8))  # Saturdays; the last of them unlogged
    found = asked(account)
    assert found.unlogged == (SUNDAY - timedelta(days=7), SUNDAY - timedelta(days=1))
    assert days(found.to_come)[0] == SUNDAY - timedelta(days=1)
    words = plan_words.unlogged_words(found.unlogged, found.to_come)
    assert "22–28 Nov" in words
    assert "usual hard runs stand for it" in words


def test_with_no_running_log_nothing_is_known_of_the_past_days(account):
    found = asked(account)
    assert found.unlogged == (MONDAY - timedelta(days=14), SUNDAY - timedelta(days=1))
    assert "no hard run of these days counts" in plan_words.unlogged_words(found.unlogged, found.to_come)


def test_a_log_up_to_yesterday_leaves_no_day_unknown(account):
    with_intervals(account, SUNDAY - timedelta(days=1))
    assert asked(account).unlogged is None


@pytest.mark.parametrize(
    ("first", "sundays"),
    [
        (Weekday.MONDAY, [SUNDAY, date(2026, 12, 13), date(2026, 12, 20)]),
        (Weekday.SUNDAY, [date(2026, 12, 6), date(2026, 12, 13)]),
    ],
)
def test_a_week_with_a_planned_run_begins_where_the_persons_weeks_begin(account, first, sundays):
    settings.save(account, replace(settings.athlete_of(account), first_weekday=first))
    with_intervals(account, SUNDAY - timedelta(days=7))
    tuesday = MONDAY + timedelta(days=1)
    acts.expect(account, [HardRun(tuesday, time(18), 60.0)])
    assert days(asked(account).to_come) == sorted([*sundays, tuesday])

"""What the person usually does, from an invented log."""

from datetime import date, time, timedelta

import pandas as pd
import pytest

from lib.analysis.planning.habits import lift_hours, usual_days, usual_hard_runs
from lib.analysis.planning.runs import hard_runs, logged_runs, to_come, usual_runs
from lib.analysis.planning.week import HardRun, LiftHours
from lib.model.frames.counting import STRENGTH_SESSIONS
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.frames.logs import ACTIVITIES
from lib.model.plan import PlannedRun
from lib.model.vocabulary import Effort
from tests.analysis.frames import NAN, TODAY, an_activity

MONDAY = date(2026, 11, 16)


def bouts(*starts, minutes=70.0, lower=True, precision="minute"):
    rows = [
        {
            "session_id": number, "source": "hevy", "title": "", "local_start": start,
            "local_date": pd.Timestamp(start).normalize(), "precision": precision,
            "elapsed_s": minutes * 60, "sets_done": 9.0, "lower_sets": 9.0 * lower, "contacts": 0.0,
            "counts": True, "lower": lower,
        }
        for number, start in enumerate(starts, 1)
    ]  # fmt: skip
    return STRENGTH_SESSIONS.make(rows)


def runs_of(*given):
    """given: (day, clock, verdict). ACTIVITIES and their RUN_VERDICTS."""
    rows = [
        an_activity(day, activity_id=number, local_start=f"{day} {clock}", elapsed_s=3000.0)
        for number, (day, clock, _) in enumerate(given, 1)
    ]
    verdicts = [
        {"activity_id": number, "verdict": verdict, "rule": "", "why": ""}
        for number, (*_, verdict) in enumerate(given, 1)
    ]
    return ACTIVITIES.make(rows), RUN_VERDICTS.make(verdicts)


def test_the_hours_of_a_person_are_the_medians_of_their_mornings_and_evenings():
    evenings = bouts("2026-11-02 17:40", "2026-11-05 17:50", "2026-11-09 19:10", "2026-11-10 06:20")
    assert lift_hours(evenings, TODAY) == LiftHours(time(7), time(17, 45), 70)


def test_a_morning_just_before_noon_is_not_rounded_into_the_afternoon():
    late = bouts("2026-11-02 11:55", "2026-11-05 11:58", "2026-11-09 11:59")
    assert lift_hours(late, TODAY).am == time(11, 45)


def test_without_sessions_the_hours_are_seven_and_six_and_a_session_takes_an_hour():
    assert lift_hours(bouts(), TODAY) == LiftHours(time(7), time(18), 60)
    long_ago = bouts("2025-01-02 20:00", "2025-01-03 20:00", "2025-01-04 20:00")
    assert lift_hours(long_ago, TODAY) == LiftHours()


def test_a_midnight_that_only_says_the_day_is_no_hour_of_the_person():
    dated = bouts("2026-11-02", "2026-11-05", "2026-11-09", precision="date")
    assert lift_hours(dated, TODAY).am == time(7)


def test_usual_days_are_weekdays_with_a_leg_session_in_four_of_eight_weeks():
    mondays = [f"{MONDAY - timedelta(weeks=n)} 18:00" for n in (1, 2, 4, 8)]
    fridays = [f"{MONDAY - timedelta(weeks=n) + timedelta(days=4)} 18:00" for n in (1, 2, 3)]
    assert usual_days(bouts(*mondays, *fridays), MONDAY) == {0}
    assert usual_days(bouts(*mondays), MONDAY + timedelta(weeks=1)) == set()  # one of them is too long ago
    assert usual_days(bouts(*mondays, lower=False), MONDAY) == set()


def test_the_usual_hard_run_of_a_weekday_is_at_its_median_hour_and_of_its_median_length():
    tuesdays = [(f"{MONDAY - timedelta(weeks=n) + timedelta(days=1)}", "18:10", "hard") for n in (1, 2, 3, 5)]
    sundays = [(f"{MONDAY - timedelta(weeks=n) + timedelta(days=6)}", "09:00", "long") for n in (1, 2, 3, 4)]
    easy = [(f"{MONDAY - timedelta(weeks=n) + timedelta(days=3)}", "07:00", "easy") for n in range(1, 9)]
    unknown = [(f"{MONDAY - timedelta(weeks=n) + timedelta(days=4)}", "07:00", "unknown") for n in range(1, 9)]
    runs = hard_runs(*runs_of(*tuesdays, *sundays, *easy, *unknown))
    found = usual_runs(usual_hard_runs(runs, MONDAY), MONDAY, MONDAY + timedelta(days=6))
    assert found == (
        HardRun(date(2026, 11, 17), time(18, 15), 50),
        HardRun(date(2026, 11, 22), time(9), 50, long=True),
    )


def test_two_hard_runs_of_one_day_are_one_week_of_it():
    twice = [(f"{MONDAY - timedelta(weeks=1) + timedelta(days=1)}", f"{hour}:00", "hard") for hour in (10, 12, 16, 18)]
    runs = hard_runs(*runs_of(*twice))
    assert usual_runs(usual_hard_runs(runs, MONDAY), MONDAY, MONDAY + timedelta(days=6)) == ()


def test_logged_runs_are_those_that_are_hard_or_long_and_those_that_may_be():
    given = [("2026-11-02", "18:00", "hard"), ("2026-11-03", "18:00", "easy"), ("2026-11-04", "18:00", "unknown"),
             ("2026-11-05", "18:00", "moderate"), ("2026-11-06", "18:00", "fast"), ("2026-11-07", "18:00", "long")]  # fmt: skip
    found = logged_runs(hard_runs(*runs_of(*given)), date(2026, 11, 2), date(2026, 11, 6))
    assert [(each.day.day, each.known, each.long) for each in found] == [(2, True, False), (4, False, False)]
    assert found[0].at == time(18)
    assert found[0].minutes == 50.0


def test_a_logged_run_without_a_clock_or_a_length_says_so():
    rows = [an_activity("2026-11-02", precision="date", local_start="2026-11-02", elapsed_s=NAN, moving_s=NAN)]
    verdicts = RUN_VERDICTS.make([{"activity_id": 1, "verdict": "hard", "rule": "", "why": ""}])
    (found,) = logged_runs(hard_runs(ACTIVITIES.make(rows), verdicts), date(2026, 11, 1), TODAY)
    assert (found.at, found.minutes) == (None, None)
    assert not found.ends_exactly


def test_a_run_to_come_without_a_length_takes_an_hour():
    (found,) = to_come([PlannedRun(TODAY, time(9), None, "", Effort.HARD)])
    assert (found.minutes, found.at) == (60.0, time(9))


def test_of_the_runs_to_come_the_hard_and_the_long_count():
    efforts = [Effort.HARD, Effort.EASY, Effort.MODERATE, Effort.LONG, Effort.RACE]
    found = to_come(PlannedRun(TODAY, None, 40.0, effort.value, effort) for effort in efforts)
    assert [(each.title, each.long, each.minutes) for each in found] == [
        ("hard", False, 40.0), ("long", True, 40.0), ("race", False, 40.0)
    ]  # fmt: skip


def test_two_sessions_make_no_hour_and_three_do():
    three = ("2026-11-02 06:00", "2026-11-03 06:00", "2026-11-04 06:00")
    assert lift_hours(bouts(*three[:2]), TODAY) == LiftHours()
    assert lift_hours(bouts(*three), TODAY) == LiftHours(time(6), time(18), 70)
    assert lift_hours(bouts(*three, lower=False), TODAY) == LiftHours(time(6), time(18), 60)
    assert lift_hours(bouts(*three, minutes=0.0), TODAY).minutes == 60


def test_noon_is_of_the_evening_and_the_end_of_a_half_is_not_beyond_it():
    assert lift_hours(bouts(*[f"2026-11-0{day} 12:00" for day in (2, 3, 4)]), TODAY) == LiftHours(time(7), time(12), 70)
    assert lift_hours(bouts(*[f"2026-11-0{day} 11:59" for day in (2, 3, 4)]), TODAY).pm == time(18)
    assert lift_hours(bouts(*[f"2026-11-0{day} 23:59" for day in (2, 3, 4)]), TODAY).pm == time(23, 45)


def test_hours_are_rounded_to_a_quarter_and_go_back_half_a_year():
    assert lift_hours(bouts(*[f"2026-11-0{day} 18:22" for day in (2, 3, 4)]), TODAY).pm == time(18, 15)
    assert lift_hours(bouts(*[f"2026-11-0{day} 18:23" for day in (2, 3, 4)]), TODAY).pm == time(18, 30)
    first = TODAY - timedelta(weeks=26)
    assert lift_hours(bouts(*[f"{first} {hour}:00" for hour in (19, 20, 21)]), TODAY).pm == time(20)
    assert lift_hours(bouts(*[f"{first - timedelta(days=1)} {hour}:00" for hour in (19, 20, 21)]), TODAY).pm == time(18)


def usual_of(*given):
    """The usual run of the Tuesday of a week. given: (weeks before, clock, verdict)."""
    runs = [(f"{MONDAY + timedelta(days=1, weeks=-weeks)}", clock, verdict) for weeks, clock, verdict in given]
    return usual_hard_runs(hard_runs(*runs_of(*runs)), MONDAY)(MONDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("weeks", "usual"),
    [((1, 2, 3, 4), True), ((1, 2, 3), False), ((5, 6, 7, 8), True), ((6, 7, 8, 9), False), ((1, 2, 3, 0), False)],
)
def test_a_hard_run_is_usual_in_four_of_the_eight_weeks_before(weeks, usual):
    assert (usual_of(*((week, "18:00", "hard") for week in weeks)) is not None) == usual


def test_a_usual_run_is_long_where_more_than_half_of_them_are():
    assert not usual_of((1, "9:00", "long"), (2, "9:00", "long"), (3, "9:00", "hard"), (4, "9:00", "hard")).long
    assert usual_of((1, "9:00", "long"), (2, "9:00", "long"), (3, "9:00", "long"), (4, "9:00", "hard")).long


def test_a_usual_run_without_a_length_takes_an_hour_and_has_a_clock_where_most_have_one():
    days = [str(MONDAY + timedelta(days=1, weeks=-weeks)) for weeks in (1, 2, 3, 4, 5, 6)]
    rows = [
        an_activity(
            day, activity_id=number, elapsed_s=NAN, moving_s=NAN, precision="minute" if number < 4 else "date",
            local_start=f"{day} 18:00" if number < 4 else day,
        )
        for number, day in enumerate(days)
    ]  # fmt: skip
    verdicts = [{"activity_id": number, "verdict": "hard", "rule": "", "why": ""} for number in range(6)]

    def usual(count):
        runs = hard_runs(ACTIVITIES.make(rows[:count]), RUN_VERDICTS.make(verdicts[:count]))
        return usual_hard_runs(runs, MONDAY)(MONDAY + timedelta(days=1))

    assert (usual(6).at, usual(6).minutes) == (time(18), 60.0)
    assert usual(6).day == MONDAY + timedelta(days=1)

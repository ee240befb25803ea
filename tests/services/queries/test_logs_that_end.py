"""Figures of invented athletes whose logs are old, young or in part: what is not known is not said."""

from datetime import date

import pandas as pd
import pytest
from athletes import TODAY

from lib.analysis.muscles.window import muscle_window
from lib.analysis.weeks.adherence import adherence, goal_weeks
from lib.analysis.weeks.days import calendar
from lib.analysis.weeks.dose import dose
from lib.analysis.weeks.streak import streak
from lib.charts.overview.periods import mean_of_weeks
from lib.model.frames.own import GOALS
from lib.model.vocabulary import GoalKind
from lib.services.queries.gaps import gaps_of
from lib.services.queries.numbers import balance_json, coverage_json, weeks_json
from lib.services.queries.training import read_training
from lib.services.queries.weekly import weekly

AFTER_STALE = date(2026, 4, 22)  # a week after the log that ended on a Wednesday


@pytest.fixture
def training_of(athlete_named):
    return lambda name, today=TODAY: read_training(athlete_named(name), today)


def one_a_week(training, kind):
    weeks, always = weekly(training), GOALS.make([{"kind": kind, "from_date": pd.Timestamp(1970, 1, 1), "target": 1.0}])
    return goal_weeks(weeks.running, weeks.strength, always, training.breaks, kind)


def test_who_quit_lifting_and_exported_later_did_nothing_and_that_is_known(training_of):
    training = training_of("quit")
    strength = weekly(training).strength.set_index("week_start")
    october = strength.loc["2026-10-05":"2026-11-09"]
    assert (october[["sessions", "lower_sessions", "sets_done"]] == 0).all(axis=None)
    assert october["complete"].all()
    assert not strength.loc["2026-11-16", "complete"]  # the export is of its Friday
    assert dose(weekly(training).strength, last=4).none == 4
    assert streak(one_a_week(training, GoalKind.SESSIONS)).current == 0


def test_who_quit_lifting_has_no_sets_in_any_muscle_rather_than_none_known(training_of):
    window = muscle_window(weekly(training_of("quit")).sets)
    assert (window["hard_sets"] == 0).all()


def test_who_quit_lifting_has_rest_days_that_are_zero_up_to_the_day_of_the_export(training_of):
    training = training_of("quit")
    days = calendar(training.activities, training.lifting, to_date=TODAY, runs_logged=training.runs_logged)
    sets = days.set_index("date")["sets_done"]
    assert (sets["2026-09-10":"2026-11-20"] == 0).all()
    assert sets["2026-11-21":].isna().all()


def test_the_silence_since_somebody_quit_is_named(training_of):
    (gap,) = gaps_of(training_of("quit")).strength.itertuples(index=False)
    assert (gap.from_date.date(), gap.to_date.date(), gap.days) == (date(2026, 9, 10), date(2026, 11, 20), 72)


def test_a_log_that_ends_on_a_wednesday_has_the_mean_of_its_whole_weeks(training_of):
    frame = weekly(training_of("stale", AFTER_STALE)).running
    running = frame.set_index("week_start")
    mean = mean_of_weeks(frame["distance_m"], frame["complete"]).set_axis(running.index)["2026-04-06"]
    assert round(mean / 1000, 1) == 32.0
    with_the_part = running.loc["2026-03-23":"2026-04-13", "distance_m"].mean()
    assert round(with_the_part / 1000, 1) == 26.7  # what it was


def test_weeks_of_a_goal_that_a_log_covers_in_part_are_left_out(training_of):
    weeks = one_a_week(training_of("stale", AFTER_STALE), GoalKind.DISTANCE).assign(target=30_000.0)
    weeks["met"] = weeks["done"] >= 30_000
    found = adherence(weeks, last=4)
    assert (found.met, found.counted) == (4, 4)


@pytest.mark.parametrize(
    ("kind", "weeks"), [(GoalKind.RUNS, 28), (GoalKind.SESSIONS, 210)], ids=["runs", "four years of lifting"]
)
def test_no_streak_goes_on_31_weeks_after_the_last_entry(training_of, kind, weeks):
    found = streak(one_a_week(training_of("stale"), kind))
    assert found.current is None
    assert found.longest == found.last == weeks
    assert found.last_week == date(2026, 4, 13)


def test_a_gap_between_the_parts_of_one_log_ends_a_streak_and_is_named(training_of):
    training = training_of("two-year gap")
    found = streak(one_a_week(training, GoalKind.RUNS))
    assert (found.current, found.longest) == (38, 52)
    (gap,) = gaps_of(training).running.itertuples(index=False)
    assert (gap.from_date.date(), gap.to_date.date()) == (date(2024, 3, 3), date(2026, 3, 2))


def test_a_log_of_three_weeks_has_two_whole_ones(training_of):
    running = weekly(training_of("new", date(2026, 11, 23))).running
    assert running["complete"].tolist() == [False, True, True, False]
    assert streak(one_a_week(training_of("new"), GoalKind.RUNS)).current == 3


def test_who_only_runs_has_no_streak_of_lifting(training_of):
    assert streak(one_a_week(training_of("only runs"), GoalKind.SESSIONS)).current is None


def test_weeks_of_the_command_line_say_what_covers_them_and_whether_they_are_whole(training_of):
    rows = {row["week_start"]: row for row in weeks_json(training_of("quit"))}
    assert list(rows)[-1] == "2026-11-16"
    assert rows["2026-10-05"]["covered"] == {"running": True, "strength": True}
    assert (rows["2026-10-05"]["hard_sets"], rows["2026-10-05"]["complete"]) == (0.0, True)
    assert rows["2026-11-16"]["complete"] is False
    assert rows["2026-03-02"]["complete"] is False  # the first run is of its Tuesday


def test_weeks_after_the_last_entry_are_not_covered(training_of):
    rows = weeks_json(training_of("stale"), end=date(2026, 4, 26))
    assert rows[-1]["covered"] == {"running": False, "strength": False}
    assert rows[-2]["covered"] == {"running": True, "strength": True}
    assert (rows[-2]["complete"], rows[-3]["complete"]) == (False, True)


def test_a_balance_of_the_command_line_says_whether_a_log_covers_its_window(training_of):
    found = [balance_json(training_of(name)) for name in ("quit", "stale", "only lifting")]
    assert [(each["covered"], each["complete"]) for each in found] == [(True, False), (False, False), (True, True)]


def test_logs_and_their_gaps_are_in_the_coverage_of_the_command_line(training_of):
    found = coverage_json(training_of("quit"))
    assert found["logs"][1] == {
        "kind": "strength",
        "source": "hevy",
        "first_day": "2026-03-02",
        "last_day": "2026-11-20",
        "last_logged": "2026-09-09",
    }
    assert found["gaps"] == [
        {"kind": "strength", "sources": ["hevy"], "from": "2026-09-10", "to": "2026-11-20", "days": 72}
    ]

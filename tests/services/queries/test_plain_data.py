"""Weeks, loads, balance and progress as plain data: rounded, and null where nobody knows."""

from datetime import date, datetime
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from lib.analysis.balance.ratio import Balance
from lib.analysis.leg_days.answer import AfterLegs, LegDays
from lib.analysis.strength.heavy_share import HeavyShare
from lib.analysis.weeks.streak import Streak
from lib.analysis.your_week.week import Amount, Consistency, GoalOfWeek, SourceReach, YourWeek
from lib.model.errors import TrainingDataError
from lib.model.frames.weeks import OPEN_MUSCLES
from lib.model.vocabulary import GoalKind, Muscle, Weekday
from lib.services.queries import numbers, session_load, spacing, your_week_json
from lib.services.queries.hard_runs import hard_json
from lib.services.queries.progress_json import _best_set, _exercise, _never_logged, heavy_json, leg_days_json
from lib.services.queries.your_week_json import as_json, told_week

NAN = float("nan")
MONDAY = date(2026, 3, 2)
BAND = (0.8, 1.25)
WEEK = pd.Timestamp(MONDAY)


def balanced(**more):
    usual = {"ratio": 2.0, "log2": 1.0, "low": 1.0, "high": 1.0, "reason": "", "mapped_share": 1.0, "lower_sessions": 2}
    days = {"from_date": date(2026, 2, 3), "to_date": MONDAY, "days": 28, "covered_days": 28, "shown": True}
    sets = {"first": 7.0, "second": 3.0, "glutes": 1.0}
    return Balance(
        **{"first_muscle": Muscle.QUADRICEPS, "second_muscle": Muscle.HAMSTRINGS, **days, **sets, **usual, **more}
    )


def week(**more):
    usual = {
        "start": MONDAY,
        "as_of": date(2026, 3, 4),
        "is_over": False,
        "ended_weeks": 0,
        "distance": Amount(8000.006, 20_000.0, NAN, date(2026, 3, 3)),
        "lower_sets": Amount(NAN, 12.0, 5.0, None),
        "contacts": 40.0,
        "balance": balanced(),
        "consistency": Consistency(True, Streak(3, 5, False), pd.Series(dtype=float)),
        "goals": (GoalOfWeek(GoalKind.RUNS, 3.0, 1.0), GoalOfWeek(GoalKind.DISTANCE, 5.0, NAN)),
        "reaches": (SourceReach("strava", MONDAY, True),),
        "days": pd.DataFrame(),
        "muscles": pd.DataFrame(),
        "open": OPEN_MUSCLES.empty(),
    }
    return YourWeek(**(usual | more))


def test_a_week_is_told_with_null_for_what_is_not_known():
    told = as_json(week(), BAND)
    assert (told["week_start"], told["as_of"]) == ("2026-03-02", "2026-03-04")
    assert (told["distance_m"], told["usual_distance_m"], told["usual_distance_by_now_m"]) == (8000.01, 20_000.0, None)
    assert (told["lower_sets"], told["usual_lower_sets"], told["usual_lower_sets_by_now"]) == (None, 12.0, 5.0)
    assert (told["distance_until"], told["lower_sets_until"]) == ("2026-03-03", None)
    assert (told["quadriceps"], told["hamstrings"], told["ratio"], told["low"], told["high"]) == (
        7.0,
        3.0,
        2.0,
        2.0,
        2.0,
    )
    assert [(goal["done"], goal["left"]) for goal in told["goals"]] == [(1.0, 2.0), (None, None)]
    assert told["sources"] == [{"source": "strava", "reaches": "2026-03-02"}]


@pytest.mark.parametrize(("covered", "quadriceps"), [(0, None), (1, 7.0)])
def test_sets_of_days_that_no_log_covers_are_not_known(covered, quadriceps):
    told = as_json(week(balance=balanced(covered_days=covered, low=None, high=None, ratio=None)), BAND)
    assert (told["quadriceps"], told["low"], told["high"], told["word"]) == (quadriceps, None, None, None)
    assert (told["hamstrings"] is None) is (quadriceps is None)


@pytest.mark.parametrize(
    ("legs", "ended", "weeks"), [(True, 0, 3), (True, 2, None), (False, 0, None), (False, 2, None)]
)
def test_a_streak_of_leg_weeks_is_told_of_who_logs_legs_up_to_now(legs, ended, weeks):
    found = week(ended_weeks=ended, consistency=Consistency(legs, Streak(3, 5, False), pd.Series(dtype=float)))
    assert as_json(found, BAND)["leg_streak_weeks"] == weeks


@pytest.mark.parametrize(
    ("of", "over", "open_rows"), [(None, False, 1), (None, True, 0), (MONDAY, True, 1), (MONDAY, False, 1)]
)
def test_of_a_week_that_is_over_nothing_is_open_unless_a_day_of_it_is_asked_for(monkeypatch, of, over, open_rows):
    rows = OPEN_MUSCLES.make([dict.fromkeys(OPEN_MUSCLES.dtypes, 1.0)])
    monkeypatch.setattr(your_week_json, "weekly", lambda _training: None)
    monkeypatch.setattr(your_week_json, "newest_day", lambda _training: MONDAY)
    monkeypatch.setattr(your_week_json, "your_week", lambda *_: week(is_over=over, ended_weeks=3, open=rows))
    found = told_week(SimpleNamespace(today=MONDAY), of)
    assert (len(found.open), found.ended_weeks) == (open_rows, 0 if of else 3)


def test_a_day_to_come_is_no_day_of_a_week():
    with pytest.raises(TrainingDataError, match="2026-03-03 is still to come: a week is told up to today, 2026-03-02"):
        told_week(SimpleNamespace(today=MONDAY), date(2026, 3, 3))


HEAVY = HeavyShare(date(2026, 2, 3), MONDAY, True, 30, 29, 28, 12, 24, 8, 40)


def test_the_heavy_share_is_told_to_three_places():
    told = heavy_json(HEAVY)
    assert (told["from"], told["to"], told["sets"], told["valid"], told["heavy"]) == (
        "2026-02-03",
        "2026-03-02",
        30,
        24,
        8,
    )
    assert (told["few_reps"], told["contacts"], told["rpe_share"], told["share"]) == (12, 40, 0.967, 0.333)
    unknown = heavy_json(HeavyShare(date(2026, 2, 3), MONDAY, False, 0, 0, 0, 0, 0, 0, 0))
    assert [unknown[name] for name in ("sets", "valid", "heavy", "contacts", "rpe_share", "share")] == [None] * 6


def test_what_leg_days_cost_is_told_in_percent():
    after = (AfterLegs(1, 9, 0.01234, 0.001, 0.02), AfterLegs(2, 3, None, None, None))
    told = leg_days_json(LegDays(after, 12, 330.126, NAN, MONDAY, None))
    assert (told["from"], told["to"], told["later_runs"]) == ("2026-03-02", None, 12)
    assert (told["pace_s_per_km"], told["heart_rate_bpm"]) == (330.13, None)
    assert [(each["days"], each["runs"], each["slower_percent"]) for each in told["after"]] == [
        (1, 9, 1.23),
        (2, 3, None),
    ]
    assert [(each["low"], each["high"]) for each in told["after"]] == [(0.1, 2.0), (None, None)]
    assert leg_days_json(LegDays((), 0, None, None, None, MONDAY))["to"] == "2026-03-02"


def test_an_exercise_that_was_never_logged_has_no_session_and_says_why():
    told = _never_logged("squat", {"squat": "Back squat"})
    assert (told["title"], told["sessions"], told["best_sets"], told["change"]) == ("Back squat", 0, [], "too few")
    assert (told["at_least"], told["last_at_least"], told["why_not"]) == (False, False, "not in the log")
    assert _never_logged("mine", {})["title"] == "mine"
    assert told["best_e1rm_kg"] is told["change_kg"] is None


def test_an_exercise_is_told_with_its_own_best_sets():
    sets = pd.DataFrame(
        {"exercise": ["squat", "row"], "reps": [5.0, 8.0], "load_kg": [100.006, 60.0], "local_date": [WEEK, WEEK]}
    )
    row = {"exercise": "squat", "sessions": 4.0, "best_kg": 116.666, "best_at_least": np.True_, "best_day": WEEK}
    row |= {"last_kg": NAN, "last_at_least": np.False_, "last_day": pd.NaT, "change": "too few", "change_kg": NAN}
    told = _exercise(row | {"scatter_kg": 1.0, "why_not": ""}, SimpleNamespace(best_sets=sets), {})
    assert (told["title"], told["sessions"], told["best_e1rm_kg"], told["at_least"]) == ("squat", 4, 116.67, True)
    assert (told["best_day"], told["last_day"], told["last_e1rm_kg"], told["why_not"]) == (
        "2026-03-02",
        None,
        None,
        None,
    )
    assert told["best_sets"] == [{"reps": 5, "load_kg": 100.01, "day": "2026-03-02"}]
    assert _best_set({"reps": 1.0, "load_kg": None, "local_date": pd.NaT}) == {"reps": 1, "load_kg": None, "day": None}


def of_logs(running=(), strength=()):
    def periods(days):
        rows = [{"first_day": first, "last_day": last, "last_logged": logged} for first, last, logged in days]
        return pd.DataFrame(rows, columns=["first_day", "last_day", "last_logged"]).astype("datetime64[us]")

    lifting = SimpleNamespace(periods=periods(strength))
    return SimpleNamespace(runs_logged=periods(running), lifting=lifting, today=date(2026, 3, 10))


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (None, None, (date(2026, 3, 1), date(2026, 3, 8))),
        (date(2026, 3, 8), None, (date(2026, 3, 8), date(2026, 3, 8))),
        (date(2026, 3, 9), None, None),
        (None, date(2026, 3, 1), (date(2026, 3, 1), date(2026, 3, 1))),
        (date(2026, 1, 1), date(2026, 4, 1), (date(2026, 1, 1), date(2026, 4, 1))),
    ],
)
def test_weeks_are_told_from_the_first_to_the_last_day_that_is_covered_or_asked_for(start, end, span):
    training = of_logs([("2026-03-04", "2026-03-08", "2026-03-05")], [("2026-03-01", "2026-03-02", "2026-03-02")])
    assert numbers._span(training, start, end) == span
    assert numbers._span(of_logs(), start, None) is None


def test_a_log_that_reaches_beyond_today_is_told_up_to_today_or_its_last_row():
    beyond = of_logs([("2026-03-04", "2026-03-20", "2026-03-05")])
    assert numbers._span(beyond, None, None) == (date(2026, 3, 4), date(2026, 3, 10))
    later = of_logs([("2026-03-04", "2026-03-20", "2026-03-12")])
    assert numbers._span(later, None, None) == (date(2026, 3, 4), date(2026, 3, 12))


RUNNING = {"runs": 3.0, "distance_m": 8000.06, "moving_s": 2400.04, "complete": True}
STRENGTH = {"sessions": 2.0, "lower_sessions": 1.0, "sets_done": 9.5, "contacts": 40.0, "complete": True}


def test_a_week_of_no_log_has_nothing_and_says_so():
    unknown = dict.fromkeys(RUNNING, NAN), dict.fromkeys(STRENGTH, NAN)
    told = numbers._week(WEEK, *unknown, {"glutes": NAN})
    assert (told["runs"], told["distance_m"], told["hard_sets"], told["muscles"]) == (0, 0.0, 0.0, {"glutes": 0.0})
    assert (told["covered"], told["complete"]) == ({"running": False, "strength": False}, False)
    told = numbers._week(WEEK, RUNNING, STRENGTH, {"glutes": 4.0})
    assert (told["runs"], told["distance_m"], told["moving_s"], told["hard_sets"]) == (3, 8000.1, 2400.0, 9.5)
    assert (told["covered"], told["complete"]) == ({"running": True, "strength": True}, True)
    for partly in ((RUNNING | {"complete": False}, STRENGTH), (RUNNING, STRENGTH | {"complete": False})):
        assert numbers._week(WEEK, *partly, {})["complete"] is False


@pytest.mark.parametrize(
    ("covered", "knows", "whole"), [(0, False, False), (1, True, False), (27, True, False), (28, True, True)]
)
def test_a_balance_says_whether_a_log_covers_all_of_its_days(monkeypatch, covered, knows, whole):
    asked = []
    monkeypatch.setattr(numbers, "balance", lambda *args: asked.append(args) or balanced(covered_days=covered))
    training = SimpleNamespace(lifting="log", today=MONDAY)
    told = numbers.balance_json(training)
    assert (told["from"], told["to"], told["covered"], told["complete"]) == ("2026-02-03", "2026-03-02", knows, whole)
    numbers.balance_json(training, date(2026, 3, 1), 7)
    assert asked == [("log", MONDAY, 28), ("log", date(2026, 3, 1), 7)]


def test_gaps_and_logs_are_told_by_their_kind():
    day = pd.Timestamp(2026, 3, 9)
    gap = {"sources": "fit, strava", "from_date": WEEK, "to_date": day, "days": 8.0}
    assert numbers._gap("running", gap) == {
        "kind": "running", "sources": ["fit", "strava"], "from": "2026-03-02", "to": "2026-03-09", "days": 8
    }  # fmt: skip
    log = {"source": "hevy", "first_day": WEEK, "last_day": day, "last_logged": day, "other": 1}
    assert list(numbers._log("strength", log).values()) == [
        "strength",
        "hevy",
        "2026-03-02",
        "2026-03-09",
        "2026-03-09",
    ]


def test_a_load_is_told_to_one_place_and_its_share_to_three():
    row = {
        "running": 100.06,
        "lifting": NAN,
        "sum": 100.0,
        "usual": 90.0,
        "logged": 2.0,
        "estimated": NAN,
        "missing": 1.0,
    }
    told = session_load._week(WEEK, row | {"logged_share": 0.66666, "complete": True})
    assert (told["running"], told["lifting"], told["logged"], told["estimated"]) == (100.1, None, 2, 0)
    assert (told["logged_share"], told["complete"]) == (0.667, True)
    assert session_load._week(WEEK, row | {"logged_share": NAN, "complete": NAN})["complete"] is False


@pytest.mark.parametrize(
    ("weeks", "start", "end", "told"),
    [
        (["2026-03-02", "2026-03-16"], None, None, ["2026-03-02", "2026-03-09", "2026-03-16"]),
        (["2026-03-02"], date(2026, 3, 2), date(2026, 3, 2), ["2026-03-02"]),
        (["2026-03-02"], date(2026, 3, 3), None, []),
        ([], date(2026, 3, 2), date(2026, 3, 9), ["2026-03-02", "2026-03-09"]),
        ([], date(2026, 3, 2), None, []),
        ([], None, date(2026, 3, 2), []),
        ([], None, None, []),
    ],
)
def test_loads_are_told_of_every_week_that_is_known_or_asked_for(monkeypatch, weeks, start, end, told):
    names = ("running", "lifting", "sum", "usual", "logged", "estimated", "missing", "logged_share")
    frame = pd.DataFrame({"week_start": pd.to_datetime(weeks), **dict.fromkeys(names, 1.0), "complete": True})
    monkeypatch.setattr(session_load, "session_loads_of", lambda _training: None)
    monkeypatch.setattr(session_load, "weekly_loads_of", lambda *_: frame)
    found = session_load.load_json(SimpleNamespace(athlete=SimpleNamespace(first_weekday=Weekday.MONDAY)), start, end)
    assert [each["week_start"] for each in found["weeks"]] == told


@pytest.mark.parametrize(("precision", "start"), [("date", "2026-03-02"), ("second", "2026-03-02T07:30:00")])
def test_a_run_of_which_the_day_alone_is_known_starts_on_that_day(precision, start):
    row = {"activity_id": 7, "local_start": pd.Timestamp("2026-03-02 07:30"), "precision": precision}
    (told,) = hard_json(pd.DataFrame([row | {"title": "Easy", "verdict": "easy", "rule": "said"}]))
    assert (told["id"], told["start"], told["verdict"]) == ("run-7", start, "easy")


@pytest.mark.parametrize(("timed", "start"), [(False, "2026-03-02"), (True, "2026-03-02T07:30:00")])
def test_hours_between_sessions_and_runs_are_told_to_the_hundredth(timed, start):
    row = {"session_id": 7, "local_start": pd.Timestamp(datetime(2026, 3, 2, 7, 30)), "timed": timed}
    told = spacing._session(row | {"before_h": 10.126, "after_h": NAN, "before": "a", "after": "b"}, "said")
    assert (told["id"], told["start"], told["before_h"], told["after_h"]) == ("session-7", start, 10.13, None)

"""How hard each run was: the order of the rules, and each rule on invented runs."""

from datetime import timedelta

import pandas as pd
import pytest
from frames import NAN
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.hard_runs.verdicts import run_verdicts, verdicts_of_days
from lib.model.frames.hard_days import HEART_RATES, RUN_VERDICTS
from lib.model.frames.logs import ACTIVITIES
from lib.model.vocabulary import Effort, Sport

FIRST = pd.Timestamp("2026-01-05 18:00")


def a_run(day, **given_):
    start = FIRST + pd.Timedelta(days=day)
    row = {
        "activity_id": 0,
        "source": "strava",
        "sport": Sport.RUN,
        "sub_sport": "",
        "workout_type": "",
        "title": "Evening Run",
        "local_start": start,
        "local_date": start.normalize(),
        "precision": "second",
        "distance_m": 10_000.0,
        "moving_s": 3600.0,
        "effort": "",
    }
    return row | given_


def log(*rows):
    """ACTIVITIES, numbered in their order."""
    return ACTIVITIES.make([{**row, "activity_id": number} for number, row in enumerate(rows, 1)])


def told(activities, words=None, highest=None, rates=None):
    """(verdict, rule) of each run. rates: seconds per heart rate by activity."""
    pairs = [
        {"activity_id": key, "recorded_by": key, "heart_rate_seconds": text} for key, text in (rates or {}).items()
    ]
    found = RUN_VERDICTS.check(run_verdicts(activities, HEART_RATES.make(pairs), words or {}, highest))
    return list(zip(found["verdict"], found["rule"], strict=True))


def test_no_runs_have_no_verdicts():
    assert told(log()) == []
    assert told(log(a_run(0, sport=Sport.RIDE, title="Intervals"))) == []


def test_a_run_of_which_nothing_is_known_is_unknown_and_never_easy():
    assert told(log(a_run(0))) == [("unknown", "none")]


@pytest.mark.parametrize(
    ("given_", "verdict", "rule"),
    [
        ({"effort": "easy", "workout_type": "race", "title": "Race", "session_rpe": 9.0}, "easy", "tag"),
        ({"effort": "race"}, "hard", "tag"),
        ({"effort": "long", "session_rpe": 9.0}, "long", "tag"),
        ({"effort": "moderate"}, "moderate", "tag"),
        ({"workout_type": "workout", "title": "Easy run"}, "hard", "workout_type"),
        ({"workout_type": "long"}, "long", "workout_type"),
        ({"title": "Easy run", "session_rpe": 9.0}, "easy", "title"),
        ({"title": "Tempo 20 min", "session_rpe": 2.0}, "hard", "title"),
        ({"session_rpe": 7.0}, "hard", "rpe"),
        ({"session_rpe": 6.5}, "moderate", "rpe"),
        ({"session_rpe": 5.0}, "moderate", "rpe"),
        ({"session_rpe": 4.5}, "easy", "rpe"),
        ({"session_rpe": 3.0, "moving_s": 7200.0}, "long", "long"),
        ({"session_rpe": 8.0, "moving_s": 7200.0}, "hard", "rpe"),
        ({"title": "Easy run", "moving_s": 7200.0}, "easy", "title"),
        ({"effort": "easy", "moving_s": 7200.0}, "easy", "tag"),
        ({"moving_s": NAN, "elapsed_s": 5400.0}, "long", "long"),
        ({"moving_s": 5399.0}, "unknown", "none"),
    ],
)
def test_the_first_rule_that_can_tell_tells(given_, verdict, rule):
    assert told(log(a_run(0, **given_))) == [(verdict, rule)]


def test_words_of_the_person_go_before_those_of_the_app():
    runs = log(a_run(0, title="Mühlsee Hausrunde"), a_run(1, title="Tempo 20 min"), a_run(2, title="Easy Hausrunde"))
    words = {"Hausrunde": Effort.HARD, "tempo": None}
    assert told(runs, words) == [("hard", "title"), ("unknown", "none"), ("hard", "title")]


@pytest.mark.parametrize(
    ("rates", "verdict"),
    [
        ("140:3000 163:600", "hard"),  # 88 % of 185 is 162.8
        ("140:3000 162:600", "easy"),
        ("140:960 163:240", "hard"),  # a fifth of 20 minutes
        ("140:3100 163:300", "moderate"),  # half of ten minutes
        ("150:3600", "moderate"),  # above 80 %
        ("147:3600", "easy"),
    ],
)
def test_time_near_threshold_goes_before_the_mean(rates, verdict):
    runs = log(a_run(0, heart_rate_bpm=170.0, heart_rate_max_bpm=180.0))
    assert told(runs, highest=185.0, rates={1: rates}) == [(verdict, "time_near_threshold")]


@pytest.mark.parametrize(
    ("mean", "maximum", "found"),
    [
        (163.0, 180.0, ("hard", "mean_heart_rate")),
        (162.0, 180.0, ("unknown", "none")),  # may hide intervals
        (150.0, 160.0, ("moderate", "mean_heart_rate")),
        (145.0, 160.0, ("easy", "mean_heart_rate")),
        (145.0, 180.0, ("unknown", "none")),
        (138.0, 180.0, ("easy", "mean_heart_rate")),
        (138.0, NAN, ("easy", "mean_heart_rate")),
        (150.0, NAN, ("unknown", "none")),
    ],
)
def test_a_mean_below_tells_only_where_it_cannot_hide_intervals(mean, maximum, found):
    assert told(log(a_run(0, heart_rate_bpm=mean, heart_rate_max_bpm=maximum)), highest=185.0) == [found]


def test_the_highest_rate_of_the_runs_ignores_spikes_and_needs_fifteen_runs():
    runs = [a_run(day, title="Tempo", heart_rate_max_bpm=184.0 + day % 2) for day in range(14)]
    asked = a_run(20, heart_rate_bpm=163.0, heart_rate_max_bpm=240.0)
    assert told(log(*runs[1:], asked))[-1] == ("unknown", "none")
    assert told(log(*runs, asked))[-1] == ("hard", "mean_heart_rate")


def test_the_highest_rate_is_that_of_the_year_around_a_run():
    young = [a_run(day, title="Tempo", heart_rate_max_bpm=200.0) for day in range(20)]
    older = [a_run(5000 + day, title="Tempo", heart_rate_max_bpm=175.0) for day in range(20)]
    assert told(log(*young, *older, a_run(5030, heart_rate_bpm=156.0)))[-1] == ("hard", "mean_heart_rate")


def test_fast_for_its_length_is_faster_than_nine_in_ten_of_fifteen_runs_of_ninety_days():
    usual = [a_run(day, moving_s=3600.0 + day) for day in range(15)]
    fast = a_run(20, moving_s=3500.0)
    assert told(log(*usual, fast))[-1] == ("fast", "fast_for_its_length")
    assert told(log(*usual[1:], fast))[-1] == ("unknown", "none")
    assert told(log(*usual, a_run(20, moving_s=3500.0, distance_m=14_300.0)))[-1] == ("unknown", "none")
    assert told(log(*usual, a_run(104.5, moving_s=3500.0)))[-1] == ("unknown", "none")
    assert told(log(*usual, a_run(20, moving_s=3601.5)))[-1] == ("unknown", "none")  # faster than 13 of 15


FAST, NOT_FAST = ("fast", "fast_for_its_length"), ("unknown", "none")


@pytest.mark.parametrize(("slower", "verdict"), [(18, FAST), (17, NOT_FAST)])
def test_fast_is_faster_than_exactly_nine_in_ten_and_a_run_as_fast_is_not_slower(slower, verdict):
    usual = [a_run(day, moving_s=3600.0 if day < slower else 3500.0) for day in range(20)]
    assert told(log(*usual, a_run(30, moving_s=3500.0)))[-1] == verdict


@pytest.mark.parametrize(
    ("given_", "verdict"),
    [
        ({"distance_m": 13_000.0}, FAST),
        ({"distance_m": 13_001.0}, NOT_FAST),
        ({"distance_m": 7_000.0}, FAST),
        ({"distance_m": 6_999.0}, NOT_FAST),
        ({"day": -70.0}, FAST),
        ({"day": -70.1}, NOT_FAST),
        ({"moving_s": NAN}, NOT_FAST),
    ],
)
def test_runs_of_thirty_percent_more_or_less_in_ninety_days_are_compared(given_, verdict):
    compared = {"day": -60.0, "distance_m": 10_000.0, "moving_s": 9000.0} | given_
    usual = [a_run(-50.0 + day, moving_s=9000.0) for day in range(14)]
    runs = sorted([a_run(compared.pop("day"), **compared), *usual], key=lambda run: run["local_start"])
    assert told(log(*runs, a_run(20, moving_s=3500.0)))[-1] == verdict


def test_long_is_above_the_longest_runs_that_are_usual():
    usual = [a_run(7 * week, moving_s=6000.0 + 60 * week, title="Easy") for week in range(8)]
    assert told(log(*usual, a_run(55, moving_s=6200.0)))[-1] == ("unknown", "none")  # the median is 6,210 s
    assert told(log(*usual, a_run(55, moving_s=6220.0)))[-1] == ("long", "long")
    assert told(log(*usual[:3], a_run(20, moving_s=5500.0)))[-1] == ("long", "long")  # no long run is usual yet


@pytest.mark.parametrize(
    ("seconds", "weeks", "verdict"),
    [
        (5400.0, (), "long"),
        (5399.0, (), "unknown"),
        (5400.0, (1, 2, 3, 4), "unknown"),
        (6000.0, (1, 2, 3), "long"),  # three weeks with a run: no long run is usual yet
        (6000.0, (1, 2, 3, 4), "unknown"),  # as long as usual is not longer
        (6001.0, (1, 2, 3, 4), "long"),
        (6000.0, (1, 2, 3, 8), "unknown"),  # fifty-six days before is the eighth week
        (6000.0, (1, 2, 3, 8.01), "long"),
        (6000.0, (1, 1.5, 2, 3), "long"),  # two runs of one week are one week
    ],
)
def test_long_is_ninety_minutes_and_more_than_the_median_of_the_longest_runs_of_four_of_eight_weeks(
    seconds, weeks, verdict
):
    usual = [a_run(-7 * week + 0.001, moving_s=6000.0, title="Easy") for week in sorted(weeks, reverse=True)]
    assert told(log(*usual, a_run(0, moving_s=seconds)))[-1][0] == verdict


def test_the_longest_run_of_each_week_makes_the_usual_one():
    usual = [a_run(-day, moving_s=6000.0 + 100 * day, title="Easy") for day in range(27, 0, -1)]
    weeks = [6600.0, 7300.0, 8000.0, 8700.0]  # the median of the longest of each week is 7,650 s
    assert max(row["moving_s"] for row in usual) == weeks[-1]
    assert told(log(*usual, a_run(0.5, moving_s=7650.0)))[-1] == ("unknown", "none")
    assert told(log(*usual, a_run(0.5, moving_s=7651.0)))[-1] == ("long", "long")


def whys(activities, highest=None, rates=None):
    pairs = [
        {"activity_id": key, "recorded_by": key, "heart_rate_seconds": text} for key, text in (rates or {}).items()
    ]
    return run_verdicts(activities, HEART_RATES.make(pairs), {}, highest)["why"].tolist()


def test_what_a_verdict_went_by_is_told():
    usual = [a_run(day, moving_s=9000.0, effort="easy") for day in range(15)]
    assert whys(log(*usual, a_run(20, moving_s=3500.0)))[-1] == "faster than 15 of 15 runs"
    assert whys(log(*usual, a_run(20, moving_s=9090.0, distance_m=20_000.0)))[-1] == "152 min"
    weeks = [a_run(7 * week, moving_s=6030.0, effort="easy") for week in range(4)]
    assert whys(log(*weeks, a_run(28, moving_s=6100.0)))[-1] == "102 min, usual long run 100 min"
    assert whys(log(a_run(0, heart_rate_bpm=163.4)), highest=185.0) == ["163 of 185"]
    assert whys(log(a_run(0)), highest=185.0, rates={1: "140:3000 163:630"}) == ["10 of 60 min at 163 or more"]
    assert whys(log(a_run(0, session_rpe=6.5), a_run(1, effort="race"), a_run(2, workout_type="long"))) == [
        "RPE 6.5", "race", "long"
    ]  # fmt: skip
    assert whys(log(a_run(0, heart_rate_bpm=150.0)), highest=185.0) == [""]


@pytest.mark.parametrize(("rpe", "verdict"), [(7.0, "hard"), (6.9, "moderate"), (5.0, "moderate"), (4.9, "easy")])
def test_an_rpe_of_seven_is_hard_and_one_of_five_moderate(rpe, verdict):
    assert told(log(a_run(0, session_rpe=rpe))) == [(verdict, "rpe")]


bouts = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Evening Run", "Tempo", "Easy 5k", "Long run"]),
        "session_rpe": st.sampled_from([NAN, 3.0, 6.0, 8.0]),
        "heart_rate_bpm": st.sampled_from([NAN, 130.0, 150.0, 165.0]),
        "heart_rate_max_bpm": st.sampled_from([NAN, 160.0, 185.0]),
        "distance_m": st.sampled_from([NAN, 5_000.0, 10_000.0, 20_000.0]),
        "moving_s": st.sampled_from([NAN, 1800.0, 3600.0, 7200.0]),
        "effort": st.sampled_from(["", "", "hard", "easy"]),
    }
)
logs = st.lists(st.tuples(st.integers(0, 60), bouts), min_size=1, max_size=50).map(
    lambda each: [a_run(day, **bout) for day, bout in sorted(each, key=lambda one: one[0])]
)


@settings(max_examples=examples(60))
@given(logs, st.integers(0, 60), st.integers(0, 10))
def test_the_verdicts_of_some_days_are_those_of_the_whole_log(rows, first, days):
    whole = log(*(a_run(day * 400.0, title="Tempo", heart_rate_max_bpm=200.0) for day in (-2, -1)), *rows)
    start = (FIRST + pd.Timedelta(days=first)).date()
    end = start + timedelta(days=days)
    every = run_verdicts(whole, HEART_RATES.empty(), {}, None)
    some = verdicts_of_days(whole, HEART_RATES.empty(), {}, None, (start, end))
    asked = whole.loc[whole["local_date"].dt.date.between(start, end), "activity_id"]
    pd.testing.assert_frame_equal(some, every[every["activity_id"].isin(asked)].reset_index(drop=True))


@settings(max_examples=examples(60))
@given(logs, st.integers(-5000, 5000))
def test_shifting_all_times_leaves_the_verdicts(rows, minutes):
    shift = pd.Timedelta(minutes=minutes)
    moved = [
        row | {"local_start": row["local_start"] + shift, "local_date": (row["local_start"] + shift).normalize()}
        for row in rows
    ]
    assert told(log(*moved)) == told(log(*rows))


@settings(max_examples=examples(60))
@given(logs, st.integers(0, 60), bouts)
def test_an_added_easy_run_changes_no_verdict_of_what_was_said(rows, day, bout):
    easy = a_run(day + 0.1, **bout | {"effort": "easy"})
    both = sorted([*rows, easy], key=lambda row: row["local_start"])
    before, after = told(log(*rows)), told(log(*both))
    after.pop(both.index(easy))
    said = {"tag", "title", "rpe", "workout_type"}
    assert [each for each in before if each[1] in said] == [
        now for was, now in zip(before, after, strict=True) if was[1] in said
    ]

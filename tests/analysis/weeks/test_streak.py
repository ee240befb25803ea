"""Streaks with a week of grace."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.weeks.streak import streak
from lib.model.frames.weeks import GOAL_WEEKS
from tests.analysis.frames import goal_weeks_of


@pytest.mark.parametrize(
    ("pattern", "current", "longest"),
    [
        ("mmm", 3, 3),
        ("mmxm", 3, 3),  # one miss pauses: not counted, not broken
        ("mmxmx", 0, 3),  # the second miss within four weeks ends it
        ("mxmmx", 0, 3),  # misses three weeks apart: four consecutive weeks hold both
        ("mxmmmx", 4, 4),  # four weeks apart: no four consecutive weeks hold both
        ("mmxx", 0, 2),
        ("mmxxm", 1, 2),
        ("mxxmxm", 1, 1),  # the window does not forget a miss because a streak ended with it
        ("mm---m", 3, 3),  # breaks and gaps change nothing
        ("mx----xm", 2, 2),  # four weeks are calendar weeks
        ("mmX", 2, 2),  # an unfinished week never breaks
        ("mmM", 3, 3),  # but counts once it is met
        ("mxX", 1, 1),
        ("xxxx", 0, 0),
        ("mmm?", None, 3),  # no log covers the last week: nobody knows
        ("mmm?X", None, 3),
        ("mm?m", 1, 2),  # no streak crosses a week that no log covers
        ("mm?x", 0, 2),
        ("mmXmm", 4, 4),  # a week that is covered in part is no miss
        ("mmU", 2, 2),  # the present week of a log that ended with the week before
        ("", None, 0),
    ],
)
def test_a_streak(pattern, current, longest):
    found = streak(goal_weeks_of(pattern))
    assert (found.current, found.longest) == (current, longest)


@pytest.mark.parametrize(
    ("pattern", "paused"), [("mmx", True), ("mmxm", False), ("mxmx", False), ("mx-X", True), ("x", False)]
)
def test_a_streak_is_paused_while_its_last_week_is_the_miss_that_is_allowed(pattern, paused):
    assert streak(goal_weeks_of(pattern)).paused is paused


def test_an_empty_frame_has_no_streak():
    assert streak(GOAL_WEEKS.empty()).current is None


def test_an_ended_log_says_how_long_the_last_streak_was_and_when_it_ended():
    found = streak(goal_weeks_of("xmm" + 31 * "?"))
    assert (found.current, found.last, found.last_week) == (None, 2, date(2026, 6, 15))


@given(st.text("mx-", min_size=1, max_size=30), st.data())
@settings(max_examples=examples(80), deadline=None)
def test_a_week_more_never_makes_a_streak_shorter(pattern, data):
    missed = [place for place, mark in enumerate(pattern) if mark == "x"]
    if not missed:
        assert streak(goal_weeks_of(pattern)).current == pattern.count("m")
        return
    place = data.draw(st.sampled_from(missed))
    before, after = streak(goal_weeks_of(pattern)), streak(goal_weeks_of(pattern[:place] + "m" + pattern[place + 1 :]))
    assert after.current >= before.current
    assert after.longest >= before.longest


@given(st.text("mx-", min_size=1, max_size=30))
@settings(max_examples=examples(40), deadline=None)
def test_a_streak_counts_met_weeks_only(pattern):
    found = streak(goal_weeks_of(pattern))
    assert 0 <= found.current <= found.longest <= pattern.count("m")

"""A note that shows every few weeks means nothing: on simulated training without any trend each is seen in few weeks."""

import numpy as np
import pandas as pd
import pytest

from lib.analysis.notes import Weeks, distance_change, longest_run, muscle_change, muscles_left_out
from lib.model.frames.logs import ACTIVITIES
from lib.model.frames.weeks import WEEKLY_RUNNING, WEEKLY_SETS, WEEKLY_STRENGTH
from lib.model.vocabulary import RUNNERS_NINE
from tests.analysis.frames import TODAY, running_weeks, weeks_from

WEEKS, ATHLETES, EVERY = 74, 4, 3  # neighbouring weeks see nearly the same
MUSCLES = len(RUNNERS_NINE)
RAREST = 0.05


def wave(random, columns):
    """Weeks that go up and down together with those before them (an autocorrelation of 0.6), of variance 1."""
    found = [random.normal(size=columns)]
    for _ in range(WEEKS - 1):
        found.append(0.6 * found[-1] + 0.8 * random.normal(size=columns))
    return np.array(found)


def a_plan_with_skipped_days(random):
    plan = random.choice([0, 2, 3, 4, 6], size=(2, MUSCLES), p=[0.35, 0.2, 0.2, 0.15, 0.1])
    return (random.random((WEEKS, 2)) < random.uniform(0.7, 0.95)) @ plan


def exercises_at_random(random):
    likely, sets = random.dirichlet(2 * np.ones(MUSCLES)), np.zeros((WEEKS, MUSCLES))
    for week in sets:
        done = 4 * random.poisson(2)
        np.add.at(week, random.choice(MUSCLES, done, p=likely), 3)
        np.add.at(week, random.integers(MUSCLES, size=done), 1.5)
    return sets


def waves_of_each_muscle(random):
    return random.uniform(2, 10, MUSCLES) * (1 + 0.4 * wave(random, MUSCLES)).clip(0)


def waves_of_all_muscles(random):
    noise = 1 + 0.25 * random.normal(size=(WEEKS, MUSCLES))
    return random.uniform(2, 10, MUSCLES) * ((1 + 0.4 * wave(random, 1)) * noise).clip(0)


def shown(rule, weeks):
    """In how many of the weeks from the seventeenth on a rule has a note."""
    return [rule.find(weeks(number)) is not None for number in range(16, WEEKS, EVERY)]


def of_sets(sets, before=16):
    frame = WEEKLY_SETS.make(
        {
            "week_start": np.repeat(weeks_from("2025-01-06", WEEKS), MUSCLES),
            "muscle": [str(muscle) for muscle in RUNNERS_NINE] * WEEKS,
            **dict.fromkeys(("hard_sets", "strict", "permissive"), np.round(2 * sets.ravel()) / 2),
            "complete": True,
        }
    )
    nothing = (WEEKLY_STRENGTH.empty(), ACTIVITIES.empty(), TODAY)
    return lambda number: Weeks(
        WEEKLY_RUNNING.empty(), frame.iloc[max(number - before, 0) * MUSCLES : number * MUSCLES], *nothing
    )


def of_distances(km):
    frame = running_weeks(list(km))
    nothing = (WEEKLY_SETS.empty(), WEEKLY_STRENGTH.empty(), ACTIVITIES.empty(), TODAY)
    return lambda number: Weeks(frame.iloc[number - 16 : number], *nothing)


@pytest.mark.parametrize(
    "kind", [a_plan_with_skipped_days, exercises_at_random, waves_of_each_muscle, waves_of_all_muscles]
)
def test_a_change_of_a_muscle_is_seen_in_less_than_one_week_in_twenty(kind):
    random = np.random.default_rng(20261128)
    found = [shown(muscle_change, of_sets(kind(random))) for _ in range(ATHLETES)]
    assert np.mean(found) < RAREST


@pytest.mark.parametrize("kind", [a_plan_with_skipped_days, exercises_at_random, waves_of_each_muscle])
def test_a_muscle_left_out_is_seen_in_less_than_one_week_in_twenty(kind):
    random = np.random.default_rng(20261128)
    found = [shown(muscles_left_out, of_sets(kind(random), before=40)) for _ in range(2 * ATHLETES)]
    assert np.mean(found) < RAREST


def a_long_run_on_sundays(random):
    """Of 18 km, a quarter more or less by chance, beside two short ones."""
    each = [8, 10, 18] * (1 + [0.15, 0.15, 0.25] * random.normal(size=(WEEKS, 3)))
    return [(7 * week + day, km) for week in range(WEEKS) for day, km in zip((1, 3, 6), each[week], strict=True)]


def a_long_run_that_goes_up_and_down(random):
    return [(7 * week + 6, km) for week, km in enumerate(18 * (1 + 0.15 * wave(random, 1)[:, 0]))]


def any_run_on_any_day(random):
    return [(day, random.lognormal(2.2, 0.3)) for day in range(7 * WEEKS) if random.random() < 0.5]


@pytest.mark.parametrize("kind", [a_long_run_on_sundays, a_long_run_that_goes_up_and_down, any_run_on_any_day])
def test_a_step_of_the_longest_run_is_seen_in_less_than_one_week_in_twenty(kind):
    random, begin, found = np.random.default_rng(20261128), pd.Timestamp("2025-01-06"), []
    nothing = WEEKLY_RUNNING.empty(), WEEKLY_SETS.empty(), WEEKLY_STRENGTH.empty()
    for _ in range(4 * ATHLETES):
        days, km = zip(*kind(random), strict=True)
        runs = pd.DataFrame({"local_date": begin + pd.to_timedelta(days, unit="D"), "distance_m": np.array(km) * 1000})
        for week in range(30, WEEKS, EVERY):
            today = begin + pd.Timedelta(weeks=week, days=2)
            weeks = Weeks(*nothing, runs[runs["local_date"] <= today], today.date())
            found.append(longest_run.find(weeks) is not None)
    assert np.mean(found) < RAREST


@pytest.mark.parametrize("wavy", [False, True], ids=["chance", "waves"])
def test_a_change_of_distance_is_seen_in_less_than_one_week_in_twenty(wavy):
    random = np.random.default_rng(20261128)
    found = []
    for _ in range(2 * ATHLETES):
        moves = wave(random, 1)[:, 0] if wavy else random.normal(size=WEEKS)
        found.append(shown(distance_change, of_distances((40 * (1 + 0.25 * moves)).clip(0))))
    assert np.mean(found) < RAREST


def test_the_simulation_would_notice_a_rule_that_is_too_easy(monkeypatch):
    monkeypatch.setattr(muscle_change, "LEAST_CHANGE", np.log2(1.5))
    monkeypatch.setattr(muscle_change, "LEAST_ERRORS", 0.0)
    random = np.random.default_rng(20261128)
    found = [shown(muscle_change, of_sets(waves_of_all_muscles(random))) for _ in range(2)]
    assert np.mean(found) > 2 * RAREST

"""A note that shows every few weeks means nothing: on simulated training without any trend each is seen in few weeks."""

import numpy as np
import pytest

from lib.analysis.notes import Weeks, distance_change, muscle_change
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


def of_sets(sets):
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
        WEEKLY_RUNNING.empty(), frame.iloc[(number - 16) * MUSCLES : number * MUSCLES], *nothing
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

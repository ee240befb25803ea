"""Figures of invented athletes who do or log something unusual."""

import pytest
from athletes import TODAY

from lib.analysis.weeks.dose import dose
from lib.services.queries.numbers import weeks_json
from lib.services.queries.training import read_training
from lib.services.queries.weekly import weekly


@pytest.fixture
def training_of(athlete_named):
    return lambda name: read_training(athlete_named(name), TODAY)


def test_who_jumps_twice_a_week_has_two_sessions_for_the_legs_and_no_sets(training_of):
    training = training_of("jumps")
    whole = [row for row in weeks_json(training) if row["complete"]]
    assert len(whole) == 10  # the first run is of a Tuesday, and this week is not over
    for row in whole:
        assert (row["sessions"], row["lower_sessions"], row["contacts"], row["hard_sets"]) == (2, 2, 110, 0.0)
    found = dose(weekly(training).strength)
    assert (found.weeks, found.two_or_more) == (11, 11)

"""Figures of invented athletes who do or log something unusual."""

import athletes
import pandas as pd
import pytest
from athletes import TODAY

from lib.analysis.weeks.dose import dose
from lib.analysis.weeks.longest_run import run_steps
from lib.analysis.weeks.running import only_runs
from lib.model.record_id import RecordId
from lib.model.vocabulary import RecordKind
from lib.services.editing.decide import count_again, leave_out
from lib.services.queries.numbers import weeks_json
from lib.services.queries.records import list_activities
from lib.services.queries.snapshot import read_snapshot
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


def last_step(training):
    """The step of the longest run of the last fourteen days."""
    steps = run_steps(only_runs(training.activities))
    recent = steps[steps["local_date"] > pd.Timestamp(training.today) - pd.Timedelta(days=14)]
    return recent.nlargest(1, "distance_m").iloc[0]


def record(activity):
    return RecordId(RecordKind.ACTIVITY, int(activity))


def test_a_run_that_nobody_ran_makes_no_week_and_hides_no_step(training_of):
    training = training_of("doubtful")
    assert training.set_aside["why"].tolist() == ["very fast", "very fast"]
    this_week = weeks_json(training)[-1]
    assert (this_week["runs"], this_week["distance_m"]) == (3, 37_000.0)
    step = last_step(training)
    assert (step["distance_m"], step["longest_before_m"]) == (21_000.0, 18_000.0)
    assert round(step["step"], 3) == 0.167


def test_a_run_that_nobody_ran_is_listed_with_its_reason(athlete_named):
    listed = list_activities(athlete_named("doubtful"))
    aside = listed[listed["why_not"] != ""]
    assert aside["why_not"].tolist() == ["set aside: very fast"] * 2
    assert not aside["counted"].any()


def test_the_person_decides_whether_a_run_that_nobody_ran_counts(tmp_path):
    account = athletes.build("doubtful", tmp_path)
    before = read_snapshot(account, TODAY)
    far, near = map(record, before.training.set_aside["activity_id"])
    count_again(account, [far])
    counted = before.after(account, TODAY)
    assert counted.training.set_aside["activity_id"].tolist() == [near.number]
    assert far.number in counted.training.activities["activity_id"].to_list()
    assert last_step(counted.training)["step"] < 0  # the person says that they did run 42 km
    leave_out(account, [far, near])
    left = counted.after(account, TODAY)
    assert left.training.set_aside.empty
    assert set(list_activities(account)["why_not"]) == {"", "left out"}
    count_again(account, [far, near])
    assert left.after(account, TODAY).training.set_aside.empty
    account.engine.dispose()

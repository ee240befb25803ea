"""From files to the answer: whether leg days slow runs, what a lift has come to, and what an exercise is called."""

from datetime import date, timedelta

import numpy as np
import pytest

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import LegDayWord
from lib.services.importing.import_files import import_files
from lib.services.queries.exercise_asked import exercise_asked
from lib.services.queries.progress import easy_runs_of, leg_days_of, strength_progress
from lib.services.queries.training import read_training
from lib.store.account import open_account

STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time,Elevation Gain,Average Heart Rate"
HEVY = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,"
    "distance_km,duration_seconds,rpe"
)
FIRST, WEEKS, TODAY = date(2025, 9, 1), 60, date(2026, 11, 22)
LEGS, RUNS = 0, (1, 2, 4, 6)  # weekdays


@pytest.fixture(scope="module")
def training(tmp_path_factory):
    """Legs on Mondays; easy runs on the first, second, fourth and sixth day after, on the first 4 % slower."""
    account = open_account(f"sqlite:///{tmp_path_factory.mktemp('legs') / 'legs.db'}")
    uploads = [Upload("activities.csv", _runs().encode()), Upload("workouts.csv", _sessions().encode())]
    assert import_files(account, uploads, Answers(time_zone="Europe/Berlin")).ok
    yield read_training(account, TODAY)
    account.engine.dispose()


def _runs():
    dice = np.random.default_rng(8)
    days = [(week, day) for week in range(WEEKS) for day in RUNS]
    return "\n".join([STRAVA, *(_run(number, *days[number], dice) for number in range(len(days)))])


def _run(number, week, day, dice):
    rate = round(140 + dice.normal(0, 4))
    pace = 340 * (1.04 if day == 1 else 1.0) * np.exp(-0.011 * (rate - 140) + dice.normal(0, 0.012))
    name = "Tempo run" if (week, day) == (5, 4) else "Morning Run"
    at = FIRST + timedelta(weeks=week, days=day)
    return f'{number},"{at:%d %b %Y}, 06:00:00",{name},Run,{8 * pace:.0f},8.00,{8 * pace:.0f},40,{rate}'


def _sessions():
    days = [FIRST + timedelta(weeks=week, days=LEGS) for week in range(WEEKS)]
    rows = [
        f'Legs,"{day.day} {day:%b %Y}, 18:00","{day.day} {day:%b %Y}, 19:00",,Squat (Barbell),,,{number},normal,{60 + week / 2},5,,,8'
        for week, day in enumerate(days)
        for number in range(4)
    ]
    return "\n".join([HEVY, *rows])


def test_an_effect_in_the_files_is_found_in_the_answer(training):
    first, second = leg_days_of(training).after
    assert first.word is LegDayWord.SLOWER
    assert first.low < 0.04 < first.high
    assert second.word is LegDayWord.NOT_TOLD


def test_what_the_title_calls_hard_is_no_easy_run_and_the_day_after_it_is_known(training):
    runs = easy_runs_of(training)
    tempo = FIRST + timedelta(weeks=5, days=4)
    assert str(tempo) not in runs["local_date"].dt.strftime("%Y-%m-%d").to_list()
    assert set(runs["days_since"]) == set(RUNS)
    assert not runs["after_hard"].any()  # nobody ran on the day after


def test_a_lift_that_grew_half_a_kilogram_a_week_went_up(training):
    [squat] = strength_progress(training).exercises.to_dict("records")
    assert (squat["change"], squat["sessions"], squat["last_at_least"]) == ("up", WEEKS, False)


@pytest.mark.parametrize("name", ["squat_barbell", " SQUAT (barbell) ", "Back Squat", "Barbell Squats"])
def test_an_exercise_has_many_names(training, name):
    assert exercise_asked(training, name) == "squat_barbell"


@pytest.mark.parametrize(
    ("name", "says"), [("", "Say which"), ("squat wibble", "Did you mean"), ("xyzzy", "Yours are")]
)
def test_an_unknown_one_is_a_sentence_that_helps(training, name, says):
    with pytest.raises(TrainingDataError, match=says):
        exercise_asked(training, name)

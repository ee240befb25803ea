"""The person's word on counting changes all of the past at once and can be taken back."""

from datetime import date

import pytest
from look_alikes import STRONG_HEADER

from lib.importers.base import Upload
from lib.model.athlete import Answers
from lib.model.conventions import CONVENTIONS, DEFAULTS
from lib.model.vocabulary import CountAs, WeightUnit
from lib.services.importing.import_files import import_files
from lib.services.preferences import counting, dated
from lib.services.preferences.settings import athlete_of
from lib.services.queries.training import read_training
from lib.services.queries.weekly import moved, weekly_loads
from lib.store.account import open_account
from lib.store.own.dated import WeighIn

TODAY = date(2026, 5, 31)
SQUAT = "Squat (Barbell)"


def row(day, number, name, load=0.0, reps=0, note=""):
    return f'2026-05-{day:02d} 18:00:00,"Legs",1h 5m,"{name}",{number},{load},{reps},0,0,"{note}","",'


LOG = [
    row(4, 1, SQUAT, 40, 8),
    row(4, 2, SQUAT, 100, 5),
    row(4, 1, "Inchworm", reps=8),
    row(4, 1, "Plank", reps=5, note="5 deep breaths"),
    row(11, 1, SQUAT, 45, 8),
    row(11, 2, SQUAT, 100, 5),
]


@pytest.fixture
def account(sqlite_url):
    opened = open_account(sqlite_url)
    upload = Upload("strong.csv", ("\n".join([STRONG_HEADER, *LOG]) + "\n").encode())
    answers = Answers(time_zone="Europe/Berlin", weight_unit=WeightUnit.KG)
    assert import_files(opened, [upload], answers).ok
    yield opened
    opened.engine.dispose()


def rules(account):
    return read_training(account, TODAY).lifting.counted["rule"].tolist()


COUNTED = ["inferred_warm_up", "working", "warm_up_drill", "hold", "inferred_warm_up", "working"]


def test_the_notes_and_the_conventions_of_the_database_are_obeyed(account):
    assert rules(account) == COUNTED
    counting.set_convention(account, "breath_s", 2)
    counting.set_convention(account, "infer_warm_ups", 0)
    assert rules(account) == ["working", "working", "warm_up_drill", "short_hold", "working", "working"]
    counting.reset_convention(account, "breath_s")
    counting.reset_convention(account, "infer_warm_ups")
    assert rules(account) == COUNTED


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.name)
def test_every_convention_is_kept_raises_the_revision_and_is_reset(account, convention):
    before = athlete_of(account).revision
    other = convention.low if convention.default != convention.low else convention.high
    counting.set_convention(account, convention.name, other)
    assert float(getattr(read_training(account, TODAY).preferences.conventions, convention.name)) == other
    assert athlete_of(account).revision > before
    counting.reset_convention(account, convention.name)
    assert read_training(account, TODAY).preferences.conventions == DEFAULTS


def test_a_value_out_of_bounds_is_refused(account):
    with pytest.raises(ValueError, match="0 to 1"):
        counting.set_convention(account, "drop_set_worth", 2)


def test_a_drill_counts_as_training_once_the_person_says_so(account):
    counting.count_exercise_as(account, "inchworm", CountAs.HARD_SET)
    assert rules(account)[2] == "working"
    counting.count_exercise_as(account, "inchworm", None)
    assert rules(account) == COUNTED


def test_warm_ups_of_one_session_become_working_sets_and_are_taken_back(account):
    session = int(read_training(account, TODAY).sessions["session_id"].iloc[0])
    counting.keep_as_working(account, session, SQUAT)
    assert rules(account) == ["working", *COUNTED[1:]]
    counting.take_for_warm_ups(account, session, SQUAT)
    assert rules(account) == COUNTED


def test_a_body_mass_gives_the_weeks_their_tonnage(account):
    before = read_training(account, TODAY)
    assert weekly_loads(before).tonnage["tonnage_kg"].isna().all()
    dated.keep(account, WeighIn(date(2026, 5, 1), 70.0))
    after = read_training(account, TODAY)
    squat = 5 * (100 + 0.88 * 70)
    assert weekly_loads(after).tonnage["tonnage_kg"].iloc[:2].tolist() == pytest.approx([squat, squat])
    assert moved(after)["excluded"].tolist() == ["", "hold", ""]
    dated.take_back(account, WeighIn(date(2026, 5, 1), 70.0))
    assert dated.entries(account, WeighIn) == []

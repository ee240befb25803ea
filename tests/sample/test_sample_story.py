from datetime import date

import pytest

from lib.model.vocabulary import RUNNERS_NINE
from lib.services.queries.numbers import balance_json, coverage_json, weeks_json
from lib.services.queries.training import Training
from sample_data.summary import read_sample


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Training:
    return read_sample(tmp_path_factory.mktemp("sample"), date(2026, 11, 22))


def week_of(training: Training, start: str) -> dict:
    return next(week for week in weeks_json(training) if week["week_start"] == start)


def test_spring_has_three_to_four_quad_sets_for_a_hamstring_set(training: Training):
    spring = balance_json(training, on=date(2026, 6, 14))
    assert spring["shown"]
    assert 3.0 < spring["ratio"] < 4.5


def test_autumn_has_about_four_quad_sets_for_three_hamstring_sets(training: Training):
    autumn = balance_json(training, on=date(2026, 9, 27))
    assert autumn["shown"]
    assert 1.1 < autumn["ratio"] < 1.6


def test_a_week_of_illness_is_covered_and_empty(training: Training):
    week = week_of(training, "2026-02-16")
    assert week["covered"] == {"running": True, "strength": True}
    assert (week["runs"], week["sessions"], week["hard_sets"]) == (0, 0, 0)


def test_every_week_is_covered_by_a_running_and_by_a_lifting_log(training: Training):
    assert all(all(week["covered"].values()) for week in weeks_json(training))


def test_all_nine_groups_of_a_runner_have_sets_in_spring_and_in_autumn(training: Training):
    for start in ("2026-03-23", "2026-11-02"):
        muscles = week_of(training, start)["muscles"]
        assert all(muscles[muscle] > 0 for muscle in RUNNERS_NINE)


def test_96_percent_of_the_sets_are_mapped(training: Training):
    assert coverage_json(training)["share"] == pytest.approx(0.96, abs=0.015)

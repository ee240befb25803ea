"""How hard a run was, in words: every rule has a sentence and a reason, numbers as the region writes them."""

import pytest

from lib.analysis.hard_runs.telling import VerdictRule
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.region import STYLES, used
from lib.wording.run_verdicts import RULE_SENTENCES, how_hard, reason, verdict_sentence


def test_every_rule_is_explained():
    assert set(RULE_SENTENCES) == set(VerdictRule)
    assert all(reason(rule, "RPE 8" if rule is VerdictRule.RPE else "race") for rule in VerdictRule)


@pytest.mark.parametrize(
    ("rule", "why", "told"),
    [
        ("tag", "easy", "your tag"),
        ("tag", "race", "your tag: race"),
        ("workout_type", "workout", "its source calls it a workout"),
        ("title", "tempo", "title: “tempo”"),
        ("mean_heart_rate", "163 of 185", "mean heart rate 163 of 185, your highest; a mean hides intervals"),
    ],
)
def test_a_verdict_says_by_what_it_is_known(rule, why, told):
    assert reason(rule, why) == told


def test_an_effort_is_written_as_the_region_does():
    with used(next(each for each in STYLES.values() if each.decimal == ",")):
        assert reason("rpe", "RPE 7.5") == "RPE 7,5"


def test_a_cell_of_a_list_is_short():
    rows = {
        "activity_id": [1, 2],
        "verdict": ["unknown", "easy"],
        "rule": ["none", "mean_heart_rate"],
        "why": ["", "137 of 184"],
    }
    assert how_hard(RUN_VERDICTS.make(rows)).to_dict() == {1: "unknown", 2: "easy · mean heart rate 137 of 184"}


def test_a_foreign_title_is_no_markdown():
    assert "[x]" not in verdict_sentence("hard", "title", "[x](y) race")

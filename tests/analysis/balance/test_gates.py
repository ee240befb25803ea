"""When a ratio is shown: every condition at its border, and the sentence of the first one that fails."""

import pandas as pd
import pytest

from lib.analysis.balance.gates import is_shown, reason_to_withhold
from lib.model.vocabulary import Muscle

ENOUGH = {
    "first_default": 5.0,
    "second_default": 3.0,
    "mapped": 9.0,
    "sets": 10.0,
    "lower_sessions": 3.0,
    "covered_days": 21.0,
}


@pytest.mark.parametrize(
    ("less", "says"),
    [
        ({}, ""),
        ({"second_default": 2.5}, "Not enough quad and hamstring sets yet (7.5 of 8)"),
        ({"mapped": 8.9}, "89 % of the sets have a known exercise, 90 % are needed"),
        ({"lower_sessions": 2.0}, "Not enough lower-body sessions yet (2 of 3)"),
    ],
)
def test_one_condition_that_fails_withholds_the_ratio_and_says_why(less, says):
    totals = pd.DataFrame([{**ENOUGH, **less}])
    assert is_shown(totals).tolist() == [not less]
    assert reason_to_withhold(totals.iloc[0], 28, Muscle.QUADRICEPS, Muscle.HAMSTRINGS) == says


@pytest.mark.parametrize("less", [{"first_default": 0.0, "second_default": 9.0}, {"covered_days": 20.0}])
def test_a_side_without_sets_and_days_without_a_log_withhold_it_too(less):
    totals = pd.DataFrame([{**ENOUGH, **less}])
    assert is_shown(totals).tolist() == [False]
    assert reason_to_withhold(totals.iloc[0], 28, Muscle.QUADRICEPS, Muscle.HAMSTRINGS)

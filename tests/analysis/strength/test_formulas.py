"""Golden values of the handbook (SCIENCE 11)."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.strength.formulas import brzycki, epley, one_rep_max

GOLDEN = {5: (116.7, 112.5), 8: (126.7, 124.1), 10: (133.3, 133.3)}


@pytest.mark.parametrize("reps", GOLDEN)
def test_100_kg_as_often_as_in_the_handbook(reps):
    assert (round(epley(100.0, reps), 1), round(brzycki(100.0, reps), 1)) == GOLDEN[reps]


def test_one_rep_is_its_own_maximum_in_both():
    assert epley(100.0, 1.0) == brzycki(100.0, 1.0) == one_rep_max(100.0, 1.0) == 100.0


def test_both_agree_at_10_reps_and_the_estimate_is_their_mean():
    assert epley(90.0, 10.0) == pytest.approx(brzycki(90.0, 10.0))
    assert one_rep_max(100.0, 5.0) == pytest.approx((116.6667 + 112.5) / 2, abs=1e-3)


@given(load=st.floats(1, 400), reps=st.floats(1, 12), more=st.floats(0.5, 5))
@settings(max_examples=examples(60))
def test_more_load_and_more_reps_are_never_less(load, reps, more):
    assert one_rep_max(load + more, reps) > one_rep_max(load, reps) >= load - 1e-9
    assert one_rep_max(load, reps + more) >= one_rep_max(load, reps)


def test_a_column_is_worked_out_as_its_values_are():
    reps = pd.Series([1.0, 5.0, 8.5])
    assert one_rep_max(pd.Series([60.0] * 3), reps).tolist() == pytest.approx([one_rep_max(60.0, r) for r in reps])

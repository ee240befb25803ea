"""Every worth can be traced to the rule that gave it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.counting.rule_trace import effort_share, one_side_counts, rows_of_rule, rule_counts
from lib.analysis.counting.rules import ONE_SIDE, RULES
from lib.model.frames.counting import COUNTED_SETS, RULE_COUNTS
from tests.analysis.frames import NAN, a_set, counted_of, sets_of

SINCE = date(2026, 10, 1)

LOGGED = st.builds(
    a_set,
    st.sampled_from(["Squat (Barbell)", "Plank", "Dead Bug", "Box Jump", "Split Squat (L)", "Odd"]),
    kind=st.sampled_from(["working", "warm_up", "drop", "failure"]),
    reps=st.one_of(st.just(NAN), st.integers(0, 40).map(float)),
    duration_s=st.one_of(st.just(NAN), st.integers(0, 60).map(float)),
    day=st.sampled_from(["2026-09-30", "2026-10-01", "2026-11-01"]),
)


@given(st.lists(LOGGED, max_size=12))
@settings(max_examples=examples(40), deadline=None)
def test_the_rules_together_have_every_set_once(rows):
    counted = counted_of(sets_of(*rows))
    found = RULE_COUNTS.check(rule_counts(counted, SINCE))
    assert found["rule"].tolist() == [rule.name for rule in RULES]
    assert found["rows"].sum() == len(counted)
    assert found["sets"].sum() == counted["hard"].sum()
    assert found["recent"].sum() == (counted["local_date"] >= "2026-10-01").sum()
    for rule in found.itertuples():
        assert len(rows_of_rule(counted, rule.rule)) == rule.rows


def test_rows_of_one_side_are_found_beside_the_rule_that_decided_them():
    counted = counted_of(sets_of(a_set(side="left"), a_set(side="left", kind="warm_up"), a_set()))
    assert one_side_counts(counted, SINCE)[["rows", "sets"]].iloc[0].tolist() == [1, 0.5]
    assert rows_of_rule(counted, ONE_SIDE)["rule"].tolist() == ["working"]


@pytest.mark.parametrize(
    ("efforts", "share"), [((8.0, NAN, NAN, NAN), 0.25), ((4.0, NAN), 0.5), ((NAN,), 0.0), ((), None)]
)
def test_effort_is_logged_in_a_share_of_the_sets_that_were_not_warm_ups(efforts, share):
    rows = [a_set(set_rpe=effort) for effort in efforts]
    counted = counted_of(sets_of(*rows, a_set(kind="warm_up", set_rpe=3.0)))
    assert effort_share(counted) == share


def test_no_sets_have_no_counts():
    assert rule_counts(COUNTED_SETS.empty(), SINCE)["rows"].sum() == 0
    assert effort_share(COUNTED_SETS.empty()) is None

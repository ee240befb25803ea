"""Best of a session, the highest of 28 days, best sets by reps, and whether a lift moved."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.strength.best_sets import best_sets
from lib.analysis.strength.change import change_of, compared, scatter_of
from lib.analysis.strength.estimates import estimates
from lib.analysis.strength.formulas import one_rep_max
from lib.analysis.strength.progress import exercise_progress
from lib.analysis.strength.sessions import session_bests
from lib.model.frames.progress import BEST_SETS, E1RM_SETS, EXERCISE_PROGRESS, SESSION_BESTS
from lib.model.vocabulary import LiftChange
from tests.analysis.frames import NAN, a_set, body_mass_of, counted_of, names_of, sets_of

DAYS = [f"2026-{month:02d}-{day:02d}" for month in range(1, 11) for day in (1, 8, 15, 22)]


def estimated(*rows):
    sets = sets_of(*rows)
    return estimates(counted_of(sets), names_of(sets), body_mass_of())


def bests_of(values, at_least=False):
    """SESSION_BESTS of one exercise with these estimates, a week apart."""
    days = pd.date_range("2026-01-05", periods=len(values), freq="7D", unit="us")
    flags = at_least if isinstance(at_least, list) else [at_least] * len(values)
    rows = {"exercise": "squat_barbell", "session_id": range(1, len(values) + 1), "local_date": days}
    return SESSION_BESTS.make(
        pd.DataFrame(
            {**rows, "reps": 5.0, "load_kg": values, "set_rpe": 9.0, "e1rm_kg": values, "at_least": flags}
        ).assign(best_28_kg=values)
    )


def test_the_best_of_a_session_is_its_highest_estimate_not_its_heaviest_load():
    found = session_bests(
        estimated(
            a_set(reps=3, load_kg=100), a_set(reps=8, load_kg=95), a_set(session_id=2, day="2026-10-12", load_kg=70)
        )
    )
    assert SESSION_BESTS.check(found)["load_kg"].tolist() == [95, 70]
    assert found["best_28_kg"].tolist() == [pytest.approx(one_rep_max(95.0, 8.0))] * 2


def test_the_highest_of_28_days_lets_go_of_what_is_older():
    days = ["2026-01-01", "2026-01-28", "2026-01-29"]
    loads = [100, 80, 70]
    rows = [
        a_set(reps=5, load_kg=load, day=day, session_id=at)
        for at, (day, load) in enumerate(zip(days, loads, strict=True))
    ]
    highest = session_bests(estimated(*rows))["best_28_kg"] / one_rep_max(1.0, 5.0)
    assert highest.tolist() == pytest.approx([100, 100, 80])


def test_the_best_set_of_each_number_of_reps_is_the_heaviest_and_the_first_of_equals():
    rows = [
        a_set(reps=5, load_kg=80, day="2026-10-01", session_id=1),
        a_set(reps=5, load_kg=85, day="2026-10-08", session_id=2),
        a_set(reps=5, load_kg=85, day="2026-10-15", session_id=3),
        a_set(reps=12, load_kg=60, day="2026-10-15", session_id=3),
        a_set(reps=12, load_kg=90, kind="warm_up", day="2026-10-15", session_id=3),
    ]
    found = BEST_SETS.check(best_sets(estimated(*rows)))
    assert found[["reps", "load_kg", "session_id"]].to_numpy().tolist() == [[5, 85, 2], [12, 60, 3]]


def test_fewer_than_eight_sessions_in_a_year_are_too_few():
    assert change_of(bests_of([100.0] * 7)).change is LiftChange.TOO_FEW
    assert compared(bests_of([100.0] * 7)) is None


def test_a_change_is_told_beyond_one_and_a_half_usual_steps_only():
    steady = [100.0, 102.0] * 4
    assert scatter_of(np.array(steady)) == 3.0
    assert change_of(bests_of(steady)).change is LiftChange.NOT_CLEAR
    assert change_of(bests_of([*steady[:4], *(value + 5 for value in steady[4:])])).change is LiftChange.UP
    assert change_of(bests_of([*steady[:4], *(value - 5 for value in steady[4:])])).change is LiftChange.DOWN


def test_the_earlier_sessions_lie_twelve_weeks_back_or_are_the_first_of_a_shorter_log():
    long, short = compared(bests_of(range(30))), compared(bests_of(range(10)))
    assert (long.last["e1rm_kg"].tolist(), long.earlier["e1rm_kg"].tolist()) == ([26, 27, 28, 29], [14, 15, 16, 17])
    assert short.earlier["e1rm_kg"].tolist() == [0, 1, 2, 3]
    slow = [100.0 + week / 2 + 2 * (week % 2) for week in range(40)]  # 6 kg in twelve weeks, 2 kg up and down
    assert change_of(bests_of(slow)).change is LiftChange.UP


def test_one_odd_session_of_somebody_who_lifts_the_same_is_no_change():
    odd = change_of(bests_of([100.0] * 6 + [102.5, 100.0]))
    assert (odd.change, odd.scatter_kg) == (LiftChange.NOT_CLEAR, 1.25)
    assert change_of(bests_of([100.0] * 4 + [102.5] * 4)).change is LiftChange.UP
    assert change_of(bests_of([100.0] * 8)) == (LiftChange.NOT_CLEAR, 0.0, 0.0)


def test_a_lift_whose_effort_is_logged_only_lately_did_not_move_by_that():
    values = [100.0] * 4 + [115.0] * 4
    assert change_of(bests_of(values, [True] * 4 + [False] * 4)).change is LiftChange.NOT_CLEAR
    assert change_of(bests_of(values, [True] * 8)).change is LiftChange.UP


@pytest.mark.parametrize(
    ("values", "scatter"),
    [
        ([100.0, 102.0, 104.0, 106.0], 3.0),
        ([100.0, 100.0, 100.0, 104.0, 103.0], 0.75),
        ([100.0, 100.0, 100.0, 100.0, 104.0], 2.0),
        ([100.0, 100.0, 100.0], 0.0),
    ],
)
def test_scatter_is_one_and_a_half_median_steps_and_no_less_than_half_of_the_least(values, scatter):
    assert scatter_of(np.array(values)) == scatter


def test_a_change_of_exactly_the_scatter_is_not_clear():
    steps = [100.0, 102.0, 100.0, 102.0]
    at, beyond = change_of(bests_of([*steps, 105.0, 103.0, 105.0, 103.0])), change_of(bests_of([*steps, *[104.1] * 4]))
    assert (at.kg, at.scatter_kg, at.change) == (3.0, 3.0, LiftChange.NOT_CLEAR)
    assert beyond.change is LiftChange.UP


@pytest.mark.parametrize(("often", "change"), [(2, LiftChange.UP), (3, LiftChange.NOT_CLEAR)])
def test_effort_may_be_logged_for_half_of_one_side_more_than_for_the_other(often, change):
    values = [100.0] * 4 + [115.0] * 4
    assert change_of(bests_of(values, [True] * often + [False] * (8 - often))).change is change
    assert change_of(bests_of(values, [False] * (8 - often) + [True] * often)).change is change


def test_the_year_begins_after_the_day_a_year_before_the_last_session():
    eight = bests_of([100.0] * 8)
    last = eight["local_date"].max()
    first = [last - pd.Timedelta(days=364), *eight["local_date"][1:]]
    assert compared(eight.assign(local_date=pd.Series(first, dtype="datetime64[us]"))) is not None
    first = [last - pd.Timedelta(days=365), *eight["local_date"][1:]]
    assert compared(eight.assign(local_date=pd.Series(first, dtype="datetime64[us]"))) is None


def test_twelve_weeks_before_the_last_session_belong_to_the_earlier_side():
    assert compared(bests_of(range(16))).earlier["e1rm_kg"].tolist() == [0, 1, 2, 3]
    assert compared(bests_of(range(17))).earlier["e1rm_kg"].tolist() == [1, 2, 3, 4]


def facts(reps, load=60.0, **given):
    row = {"exercise": "squat_barbell", "reps": reps, "load_kg": load, "hard": 1.0, "excluded": "", "session_id": 1}
    return row | given


def a_frame(*rows):
    frame = E1RM_SETS.empty().reindex(range(len(rows)))
    texts = [name for name, dtype in E1RM_SETS.dtypes.items() if dtype == "str"]
    frame = frame.assign(**dict.fromkeys(texts, ""), at_least=False, local_date=pd.Timestamp("2026-10-05"), position=0)
    return E1RM_SETS.make(frame.assign(**{name: [row[name] for row in rows] for name in rows[0]}))


@pytest.mark.parametrize(
    ("row", "there"),
    [
        (facts(1), True),
        (facts(20), True),
        (facts(21), False),
        (facts(0), False),
        (facts(5.5), False),
        (facts(5, NAN), False),
        (facts(5, hard=0.0), False),
        (facts(5, hard=0.5), True),
        (facts(15, excluded="many_reps"), True),
        (facts(5, excluded="drop"), True),
        (facts(5, excluded="sides"), True),
        (facts(5, excluded="no_body_mass"), True),
        (facts(5, excluded="easy"), False),
        (facts(5, excluded="looks_mistyped"), False),
    ],
)
def test_best_sets_are_whole_repetitions_up_to_twenty_of_what_was_lifted(row, there):
    assert len(best_sets(a_frame(row))) == there


def test_the_reason_of_most_sets_is_told_and_a_warm_up_is_one_only_where_there_is_nothing_else():
    words = ["warm_up"] * 3 + ["many_reps"] + ["easy"] * 2
    rows = a_frame(*(facts(5, excluded=word) for word in words), facts(5, exercise="row", excluded="warm_up"))
    found = exercise_progress(rows, SESSION_BESTS.empty()).set_index("exercise")
    assert found["why_not"].to_dict() == {"squat_barbell": "easy", "row": "warm_up"}
    assert found["sessions"].tolist() == [0, 0]
    assert not found["best_at_least"].any()


def test_noise_alone_is_seldom_a_change():
    dice = np.random.default_rng(5)
    words = [change_of(bests_of(list(100 + dice.normal(0, 3, 40)))).change for _ in range(150)]
    assert np.mean([word is not LiftChange.NOT_CLEAR for word in words]) < 0.08


@given(values=st.lists(st.floats(20, 200), min_size=8, max_size=20), more=st.floats(0.1, 3))
@settings(max_examples=examples(60))
def test_another_unit_says_the_same_of_a_lift(values, more):
    one, other = change_of(bests_of(values)), change_of(bests_of([value * 2 for value in values]))
    assert one.change is other.change
    assert other.kg == pytest.approx(2 * one.kg)


def test_every_mapped_exercise_has_its_row_and_those_without_an_estimate_say_why():
    squats = [a_set(reps=5, load_kg=80 + at, day=day, session_id=at) for at, day in enumerate(DAYS[:10])]
    rows = estimated(
        *squats, a_set("Plank", reps=NAN, duration_s=60, session_id=99), a_set("Coach's foot circuit", session_id=99)
    )
    found = EXERCISE_PROGRESS.check(exercise_progress(rows, session_bests(rows)))
    assert found["exercise"].tolist() == ["squat_barbell", "plank"]
    assert found["why_not"].tolist() == ["", "hold"]
    squat = found.iloc[0]
    assert (squat["sessions"], squat["change"], squat["last_at_least"]) == (10, "up", True)
    assert squat["best_kg"] == squat["last_kg"] == pytest.approx(one_rep_max(89.0, 5.0))


def test_no_sets_give_no_progress():
    none = E1RM_SETS.empty()
    assert exercise_progress(none, session_bests(none)).empty
    assert best_sets(none).empty

"""Sets per muscle: the article's session, sums that must agree, dense weeks."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.analysis.muscles.weekly_sets import muscle_sets, weekly_sets
from lib.analysis.weeks.lifting_log import lifting_log
from lib.catalog.credits import credit_table
from lib.catalog.resolve import resolve_names
from lib.model.frames.counting import COUNTED_SETS, MUSCLE_SETS
from lib.model.frames.logs import CREDITS, PERIODS, SESSIONS, SETS
from lib.model.frames.own import OWN_CREDITS
from lib.model.frames.weeks import WEEKLY_SETS
from lib.model.vocabulary import Muscle, Weekday
from tests.analysis.frames import TODAY, a_set, log_of, plan_of, sets_of

ARTICLE_SESSION = {
    "Dead Bug": 2,
    "Passive Leg Lowering": 2,
    "Hip Extension with Pause (3 s)": 2,
    "Spiderman with Rotation": 2,
    "Inchworm": 2,
    "Goblet Squat": 3,
    "Single-Leg Hip Thrust": 3,
    "Half-Kneeling Pallof Press": 2,
    "Sprinter Step-Up": 3,
    "Stability Ball Hamstring Curl": 3,
    "Swiss Ball Plank": 2,
}


def totals(log, scheme="default"):
    sums = log.muscle_sets.groupby("muscle")[scheme].sum()
    return sums[sums > 0].to_dict()


def test_the_articles_session_gives_exactly_its_published_totals():
    log = log_of(plan_of(ARTICLE_SESSION))
    assert totals(log) == {
        "quadriceps": 6.0,
        "glutes": 10.5,
        "hamstrings": 4.5,
        "core": 4.0,
        "calves": 3.0,
        "adductors": 3.0,
        "hip_flexors": 1.5,
    }
    assert log.counted["hard"].sum() == 16.0


@pytest.mark.parametrize(
    ("plan", "default", "strict", "permissive"),
    [
        (ARTICLE_SESSION, 1.33, 2.00, 0.80),
        ({"Squat (Barbell)": 4, "Leg Press": 3, "Leg Curl": 3, "Calf Raise": 3}, 2.33, 2.33, 1.08),
        ({"Squat (Barbell)": 3, "Romanian Deadlift": 3, "Lunge": 3, "Hip Thrust": 3}, 1.33, 2.00, 0.80),
        (
            {"Squat (Barbell)": 4, "Leg Press": 3, "Lunge": 3, "Leg Extension": 3},
            float("inf"),
            float("inf"),
            2.60,
        ),
    ],
)
def test_quads_to_hamstrings_of_known_sessions_in_the_three_schemes(plan, default, strict, permissive):
    log = log_of(plan_of(plan))
    for scheme, expected in (("default", default), ("strict", strict), ("permissive", permissive)):
        sums = totals(log, scheme)
        hamstrings = sums.get("hamstrings", 0.0)
        ratio = sums["quadriceps"] / hamstrings if hamstrings else float("inf")
        assert ratio == pytest.approx(expected, abs=0.005)


def test_an_own_credit_changes_every_past_set_of_its_exercise():
    sets = plan_of({"Goblet Squat": 3})
    own = credit_table(OWN_CREDITS.make([("goblet_squat", "calves", 1.0)]))
    log = lifting_log(sets, SESSIONS.empty(), resolve_names(sets["exercise_name"]), own)
    assert totals(log) == {"calves": 3.0}


def test_a_set_worth_half_gives_half_the_credit():
    log = log_of(sets_of(a_set(kind="drop")))
    assert totals(log) == {"quadriceps": 0.5, "glutes": 0.5, "adductors": 0.5}


def test_sets_that_do_not_count_and_unmapped_ones_credit_no_muscle():
    assert log_of(sets_of(a_set(kind="warm_up"), a_set("Tuesday Thing"))).muscle_sets.empty


def test_weeks_are_dense_over_all_seventeen_groups_with_zeros_between_and_nan_outside():
    log = log_of(plan_of({"Leg Extension": 4}, days=("2026-10-05", "2026-10-21")))
    weeks = WEEKLY_SETS.check(weekly_sets(log.muscle_sets, log.periods, TODAY))
    quads = weeks[weeks["muscle"] == "quadriceps"].set_index("week_start")["hard_sets"]
    assert weeks.groupby("week_start").size().eq(len(Muscle)).all()
    assert quads.index[0] == pd.Timestamp("2026-10-05")
    assert quads.index[-1] == pd.Timestamp("2026-11-16")
    assert quads.tolist()[:3] == [4.0, 0.0, 4.0]
    assert quads.iloc[3:].isna().all()


def test_only_weeks_that_ended_before_today_are_complete():
    log = log_of(plan_of({"Leg Extension": 1}, days=("2026-11-09", "2026-11-15")))
    on_sunday = weekly_sets(log.muscle_sets, log.periods, date(2026, 11, 22))
    on_monday = weekly_sets(log.muscle_sets, log.periods, date(2026, 11, 23))
    assert on_sunday.groupby("week_start")["complete"].all().tolist() == [True, False]
    assert on_monday.groupby("week_start")["complete"].all().tolist() == [True, True, False]


def test_a_sunday_set_belongs_to_the_week_that_the_person_chose():
    log = log_of(plan_of({"Leg Extension": 1}, days=("2026-11-15",)))
    for first, start in ((Weekday.MONDAY, "2026-11-09"), (Weekday.SUNDAY, "2026-11-15")):
        weeks = weekly_sets(log.muscle_sets, log.periods, TODAY, first)
        assert weeks.loc[weeks["hard_sets"] > 0, "week_start"].tolist() == [pd.Timestamp(start)]


def test_weeks_can_start_before_the_log_does():
    log = log_of(plan_of({"Leg Extension": 1}, days=("2026-11-09",)))
    weeks = weekly_sets(log.muscle_sets, log.periods, TODAY, since=date(2026, 10, 28))
    assert weeks["week_start"].min() == pd.Timestamp("2026-10-26")
    assert weeks.loc[weeks["week_start"] < "2026-11-09", "hard_sets"].isna().all()


def test_nothing_in_nothing_out():
    assert MUSCLE_SETS.check(muscle_sets(COUNTED_SETS.empty(), credit_table())).empty
    assert MUSCLE_SETS.check(muscle_sets(COUNTED_SETS.empty(), CREDITS.empty())).empty
    assert WEEKLY_SETS.check(weekly_sets(MUSCLE_SETS.empty(), PERIODS.empty(), TODAY)).empty
    assert lifting_log(SETS.empty(), SESSIONS.empty(), resolve_names([]), credit_table()).strength_sessions.empty


DONE = st.builds(
    a_set,
    st.sampled_from(["Squat (Barbell)", "RDL", "Split Squat (L)", "Plank", "Odd", "Box Jump"]),
    session_id=st.integers(1, 4),
    kind=st.sampled_from(["working", "warm_up", "drop"]),
    day=st.dates(date(2026, 9, 1), TODAY).map(str),
)


@given(st.lists(DONE, min_size=1, max_size=15))
@settings(max_examples=examples(40), deadline=None)
def test_every_week_of_a_muscle_is_the_sum_of_the_credits_of_its_sets(rows):
    sets = sets_of(*rows)
    days = sets["local_date"].agg(["min", "max"])
    periods = PERIODS.make([("hevy", days["min"], days["max"], days["max"])])
    log = log_of(sets)
    by_hand = log.counted.merge(credit_table(), on="exercise")
    by_hand["week_start"] = by_hand["local_date"] - pd.to_timedelta(by_hand["local_date"].dt.day_of_week, unit="D")
    weeks = weekly_sets(log.muscle_sets, periods, TODAY).set_index(["week_start", "muscle"])
    for scheme, column in (("default", "hard_sets"), ("strict", "strict"), ("permissive", "permissive")):
        expected = (by_hand["hard"] * by_hand[scheme]).groupby([by_hand["week_start"], by_hand["muscle"]]).sum()
        found = weeks[column]
        pd.testing.assert_series_equal(
            found[found > 0].sort_index(),
            expected[expected > 0].sort_index(),
            check_names=False,
            check_index_type=False,
        )

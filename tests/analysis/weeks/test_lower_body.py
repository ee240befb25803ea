"""Lower-body sets by week."""

import math

from lib.analysis.weeks.lower_body import weekly_lower_sets
from lib.analysis.weeks.strength import weekly_strength
from tests.analysis.frames import TODAY, log_of, plan_of


def test_a_set_counts_once_however_many_lower_body_muscles_it_trains_and_unknown_weeks_are_no_zeros():
    log = log_of(plan_of({"Squat (Barbell)": 3, "Bench Press (Barbell)": 4}, days=("2026-10-05", "2026-10-20")))
    weeks = weekly_strength(log.strength_sessions, log.counted, log.periods, TODAY)
    lower = weekly_lower_sets(log.strength_sessions, weeks).set_index("week_start")["lower_sets"]
    assert list(lower.loc["2026-10-05":"2026-10-19"]) == [3, 0, 3]
    assert math.isnan(lower.loc["2026-11-02"])

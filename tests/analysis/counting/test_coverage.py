"""What logs cover: a zero is not a gap."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from lib.analysis.counting.coverage import (
    covered_days,
    covered_weeks,
    is_complete,
    is_covered,
    last_covered,
    logged_periods,
    mapping_coverage,
    stretches,
    weeks_to_show,
)
from lib.model.frames.counting import COUNTED_SETS
from lib.model.frames.logs import EXPORTS, PERIODS, SESSIONS
from lib.model.vocabulary import Weekday
from tests.analysis.frames import TODAY, a_set, activities_of, an_activity, log_of, sets_of

TWO_LOGS = PERIODS.make(
    [
        ("garmin", "2026-01-05", "2026-01-07", "2026-01-07"),
        ("strava", "2026-01-20", "2026-01-20", "2026-01-20"),
    ]
)


def test_each_source_covers_from_its_first_to_its_last_day():
    activities = activities_of(
        an_activity("2026-03-02"), an_activity("2026-01-02"), an_activity("2025-12-24", source="garmin", sport="swim")
    )
    periods = PERIODS.check(logged_periods(activities))
    assert periods["source"].tolist() == ["garmin", "strava"]
    assert periods["first_day"].tolist() == [pd.Timestamp("2025-12-24"), pd.Timestamp("2026-01-02")]
    assert periods["last_day"].tolist() == [pd.Timestamp("2025-12-24"), pd.Timestamp("2026-03-02")]


def test_a_day_is_covered_if_any_log_covers_it():
    days = pd.date_range("2026-01-04", "2026-01-08")
    assert is_covered(days, TWO_LOGS).tolist() == [False, True, True, True, False]


def test_a_week_is_covered_if_any_of_its_days_is():
    weeks = pd.DatetimeIndex(["2025-12-29", "2026-01-05", "2026-01-12", "2026-01-19"])
    assert covered_weeks(weeks, TWO_LOGS).tolist() == [False, True, False, True]


def test_weeks_reach_from_the_first_logged_day_to_today():
    weeks = weeks_to_show(TWO_LOGS, date(2026, 2, 1))
    assert (weeks[0], weeks[-1], len(weeks)) == (pd.Timestamp("2026-01-05"), pd.Timestamp("2026-01-26"), 4)


def test_a_row_dated_after_today_is_not_cut_off():
    assert weeks_to_show(TWO_LOGS, date(2026, 1, 10))[-1] == pd.Timestamp("2026-01-19")


def test_without_logs_there_are_no_weeks_unless_asked_for():
    assert weeks_to_show(PERIODS.empty(), TODAY).empty
    assert len(weeks_to_show(PERIODS.empty(), TODAY, since=date(2026, 11, 9))) == 2


def test_the_week_of_today_is_not_complete_even_on_its_last_day():
    weeks = pd.DatetimeIndex(["2026-11-09", "2026-11-16"])
    whole = PERIODS.make([("hevy", "2026-11-01", "2026-11-22", "2026-11-22")])
    assert is_complete(weeks, whole, date(2026, 11, 22)).tolist() == [True, False]


def test_a_week_that_is_covered_in_part_is_not_complete_and_one_that_no_log_covers_is_missing():
    weeks = pd.DatetimeIndex(["2025-12-29", "2026-01-05", "2026-01-12", "2026-01-19"])
    assert is_complete(weeks, TWO_LOGS, TODAY).tolist() == [True, False, True, False]


def test_the_logs_of_two_sources_may_cover_a_week_together():
    logs = PERIODS.make(
        [("garmin", "2026-01-01", "2026-01-07", "2026-01-07"), ("strava", "2026-01-08", "2026-01-20", "2026-01-20")]
    )
    assert stretches(logs) == [(np.datetime64("2026-01-01"), np.datetime64("2026-01-20"))]
    assert is_complete(pd.DatetimeIndex(["2026-01-05"]), logs, TODAY).tolist() == [True]


def test_a_log_covers_up_to_the_day_of_its_export_where_that_is_later():
    activities = activities_of(an_activity("2026-09-09"), an_activity("2026-01-02"), an_activity(source="garmin"))
    exports = EXPORTS.make([("strava", "2026-11-20"), ("garmin", "2026-03-01"), ("hevy", "2026-11-21")])
    periods = logged_periods(activities, exports).set_index("source")
    assert periods.loc["strava", "last_day"] == pd.Timestamp("2026-11-20")
    assert periods.loc["strava", "last_logged"] == pd.Timestamp("2026-09-09")
    assert periods.loc["garmin", "last_day"] == pd.Timestamp("2026-10-05")
    assert "hevy" not in periods.index


def test_mapping_coverage_counts_sets_that_count_and_lists_unmapped_names_by_number():
    rows = [a_set()] * 3 + [a_set("B thing")] + [a_set("A thing")] + [a_set("C thing")] * 2
    rows += [a_set("C thing", kind="warm_up"), a_set("Bike somewhere", distance_m=5000.0, reps=np.nan)]
    found = mapping_coverage(log_of(sets_of(*rows)).counted)
    assert (found.sets, found.mapped) == (7, 3)
    assert found.share == pytest.approx(3 / 7)
    assert found.unmapped.to_dict("list") == {"name": ["C thing", "A thing", "B thing"], "sets": [2, 1, 1]}


def test_without_sets_there_is_no_share():
    found = mapping_coverage(COUNTED_SETS.empty())
    assert (found.sets, found.mapped, found.share) == (0, 0, None)
    assert found.unmapped.empty


def test_nothing_in_nothing_out():
    assert PERIODS.check(logged_periods(SESSIONS.empty())).empty
    assert not is_covered(pd.date_range("2026-01-01", periods=2), PERIODS.empty()).any()


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ((2026, 1, 1), (2026, 1, 4), None),
        ((2026, 1, 1), (2026, 1, 5), (2026, 1, 5)),
        ((2026, 1, 6), (2026, 1, 6), (2026, 1, 6)),
        ((2026, 1, 7), (2026, 1, 10), (2026, 1, 7)),
        ((2026, 1, 8), (2026, 1, 19), None),
        ((2026, 1, 1), (2026, 2, 1), (2026, 1, 20)),
        ((2026, 1, 20), (2026, 2, 1), (2026, 1, 20)),
        ((2026, 1, 21), (2026, 2, 1), None),
    ],
)
def test_the_last_covered_day_of_a_span(first, last, found):
    assert last_covered(date(*first), date(*last), TWO_LOGS) == (date(*found) if found else None)


def test_logs_that_touch_are_one_stretch_and_a_day_between_parts_them():
    def two(second):
        return PERIODS.make(
            [("a", "2026-01-01", "2026-01-07", "2026-01-07"), ("b", second, "2026-01-20", "2026-01-20")]
        )

    assert len(stretches(two("2026-01-08"))) == 1
    assert len(stretches(two("2026-01-09"))) == 2
    inside = PERIODS.make(
        [("a", "2026-01-01", "2026-01-20", "2026-01-20"), ("b", "2026-01-05", "2026-01-09", "2026-01-09")]
    )
    assert stretches(inside) == [(np.datetime64("2026-01-01"), np.datetime64("2026-01-20"))]


def test_days_of_several_stretches_are_added_up():
    starts, ends = pd.DatetimeIndex(["2026-01-01", "2026-01-08", "2026-01-07"]), pd.DatetimeIndex(["2026-02-01"] * 3)
    assert covered_days(starts, ends, TWO_LOGS).tolist() == [4, 1, 2]


def test_weeks_reach_back_to_an_earlier_day_that_is_asked_for_and_begin_on_the_day_that_is_chosen():
    assert weeks_to_show(TWO_LOGS, date(2026, 2, 1), since=date(2025, 12, 31))[0] == pd.Timestamp("2025-12-29")
    assert weeks_to_show(TWO_LOGS, date(2026, 2, 1), since=date(2026, 1, 20))[0] == pd.Timestamp("2026-01-05")
    assert weeks_to_show(TWO_LOGS, date(2026, 2, 1), Weekday.SUNDAY)[0] == pd.Timestamp("2026-01-04")

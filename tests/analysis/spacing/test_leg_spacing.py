"""The hours between a leg session and the hard runs around it, in both directions; what cannot be told is never a pass."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.spacing.leg_spacing import leg_spacing
from lib.analysis.spacing.summary import summary
from lib.model.clock import HomeZones, ZoneChange
from lib.model.frames.counting import STRENGTH_SESSIONS
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.frames.logs import ACTIVITIES, PERIODS
from lib.model.vocabulary import Gap, GapWhy, RunVerdict
from tests.long_runs import examples

NOON = datetime(2026, 5, 6, 12)
NAN = float("nan")
BERLIN = HomeZones(ZoneInfo("Europe/Berlin"))
SIDES = ("before", "before_h", "before_id", "after", "after_h", "after_id")


def at(hours):
    """A moment so many hours after noon of the day of the session."""
    return NOON + timedelta(hours=hours)


def a_run(start, verdict="hard", length_h=1.0, precision="second", source="app", utc=None):
    said = {"verdict": verdict, "length_h": length_h, "precision": precision, "source": source}
    return {"start": start, "utc": utc} | said


def a_leg_session(start=NOON, length_h=1.0, precision="second", lower=True, utc=None):
    return {"start": start, "utc": utc, "length_h": length_h, "precision": precision, "lower": lower}


def day_of(start):
    return datetime(start.year, start.month, start.day)


def runs_of(runs):
    rows = [
        {
            "activity_id": number,
            "source": run["source"],
            "sport": "run",
            "sub_sport": "",
            "workout_type": "",
            "title": "",
            "local_start": day_of(run["start"]) if run["precision"] == "date" else run["start"],
            "local_date": day_of(run["start"]),
            "start_utc": run["utc"],
            "precision": run["precision"],
            "elapsed_s": run["length_h"] * 3600,
            "effort": "",
        }
        for number, run in enumerate(runs, start=1)
    ]
    verdicts = [
        {"activity_id": number, "verdict": run["verdict"], "rule": "tag", "why": ""}
        for number, run in enumerate(runs, start=1)
    ]
    return ACTIVITIES.make(rows), RUN_VERDICTS.make(verdicts)


def sessions_of(sessions):
    rows = [
        {
            "session_id": number,
            "source": "gym",
            "title": "Legs",
            "local_start": day_of(each["start"]) if each["precision"] == "date" else each["start"],
            "local_date": day_of(each["start"]),
            "start_utc": each["utc"],
            "precision": each["precision"],
            "elapsed_s": each["length_h"] * 3600,
            "sets_done": 12.0,
            "lower_sets": 8.0,
            "contacts": 0.0,
            "counts": True,
            "lower": each["lower"],
        }
        for number, each in enumerate(sessions, start=1)
    ]
    return STRENGTH_SESSIONS.make(rows)


def logs(first=date(2026, 4, 1), last=date(2026, 6, 1)):
    return PERIODS.make([{"source": "app", "first_day": first, "last_day": last, "last_logged": last}])


def spacing_of(runs, sessions=None, logged=None, zones=None):
    frame, verdicts = runs_of(runs)
    found = leg_spacing(
        sessions_of(sessions or [a_leg_session()]), frame, verdicts, logs() if logged is None else logged, zones
    )
    return found.to_dict("records")


def test_hours_go_from_the_end_of_the_run_to_the_start_of_the_session_and_from_its_end_to_the_next_run():
    (found,) = spacing_of([a_run(at(-30), length_h=1.5), a_run(at(20))], [a_leg_session(length_h=0.75)])
    assert (found["before_h"], found["before"], found["before_id"]) == (28.5, Gap.AT_LEAST_24, 1)
    assert (found["after_h"], found["after"], found["after_id"]) == (19.25, Gap.CLOSER, 2)


@pytest.mark.parametrize(
    ("gap", "word"), [(23.999, Gap.CLOSER), (24.0, Gap.AT_LEAST_24), (47.99, Gap.AT_LEAST_24), (48.0, Gap.AT_LEAST_48)]
)
def test_the_marks_of_the_run_that_follows_are_24_and_48_hours(gap, word):
    (found,) = spacing_of([a_run(at(1 + gap))])
    assert (found["after"], found["after_h"]) == (word, pytest.approx(gap, abs=1e-4))


def test_before_a_session_the_article_s_day_is_the_only_mark():
    (found,) = spacing_of([a_run(at(-100))])
    assert found["before"] == Gap.AT_LEAST_24


def test_a_run_that_overlaps_the_session_leaves_no_gap():
    (found,) = spacing_of([a_run(at(-0.5), length_h=1.0), a_run(at(0.5))])
    assert (found["before_h"], found["after_h"]) == (0.0, 0.0)


@pytest.mark.parametrize("verdict", [RunVerdict.EASY, RunVerdict.MODERATE, RunVerdict.FAST])
def test_easy_moderate_and_merely_fast_runs_do_not_count(verdict):
    (found,) = spacing_of([a_run(at(-5), str(verdict)), a_run(at(-60)), a_run(at(5), str(verdict)), a_run(at(60))])
    assert (found["before_id"], found["after_id"]) == (2, 4)


def test_long_runs_count():
    (found,) = spacing_of([a_run(at(-10), "long", length_h=2.0)])
    assert found["before_h"] == 8.0


@pytest.mark.parametrize("hard", [-12, -40, -100])
def test_a_nearer_run_of_which_nothing_is_known_makes_the_gap_unknown_and_never_a_pass(hard):
    (found,) = spacing_of([a_run(at(hard)), a_run(at(-5), "unknown")])
    assert (found["before"], found["before_why"], found["before_id"]) == (Gap.UNKNOWN, GapWhy.UNKNOWN_RUN, 2)
    assert pd.isna(found["before_h"])


def test_an_unknown_run_beyond_the_hard_one_changes_nothing():
    (found,) = spacing_of([a_run(at(-30)), a_run(at(-50), "unknown"), a_run(at(30)), a_run(at(50), "unknown")])
    assert (found["before"], found["after"]) == (Gap.AT_LEAST_24, Gap.AT_LEAST_24)


@pytest.mark.parametrize(
    ("days", "before", "why"),
    [
        (0, Gap.UNKNOWN, GapWhy.SAME_DAY),
        (1, Gap.UNKNOWN, GapWhy.NEXT_DAY),
        (2, Gap.AT_LEAST_24, GapWhy.DAYS_APART),
        (5, Gap.AT_LEAST_24, GapWhy.DAYS_APART),
    ],
)
@pytest.mark.parametrize("which", ["run", "session", "both"])
def test_dates_without_times_never_claim_a_pass_within_a_day(days, before, why, which):
    run = a_run(at(-24 * days), precision="second" if which == "session" else "date")
    session = a_leg_session(precision="second" if which == "run" else "date")
    (found,) = spacing_of([run], [session])
    assert (found["before"], found["before_why"]) == (before, why)
    assert pd.isna(found["before_h"])


def test_three_dates_on_are_at_least_48_hours():
    (found,) = spacing_of([a_run(at(72), precision="date")])
    assert (found["after"], found["after_why"]) == (Gap.AT_LEAST_48, GapWhy.DAYS_APART)


def test_a_run_without_a_clock_that_may_be_nearer_than_one_with_a_clock_decides():
    (found,) = spacing_of([a_run(at(-30)), a_run(at(-24), precision="date", source="diary")])
    assert (found["before"], found["before_why"]) == (Gap.UNKNOWN, GapWhy.NEXT_DAY)


def test_a_source_that_writes_midnight_beside_most_of_its_runs_knows_days_alone():
    midnight = datetime(2026, 5, 5)
    (found,) = spacing_of([a_run(midnight), a_run(midnight - timedelta(days=7)), a_run(at(-200))])
    assert found["before_why"] == GapWhy.NEXT_DAY


def test_bare_days_of_a_source_say_nothing_of_its_clocks():
    days = [a_run(at(-24 * 30), precision="date"), a_run(at(-24 * 31), precision="date")]
    (found,) = spacing_of([*days, a_run(at(-30))])
    assert (found["before"], found["before_h"]) == (Gap.AT_LEAST_24, 29.0)


def test_one_run_at_midnight_among_others_has_a_clock():
    (found,) = spacing_of([a_run(datetime(2026, 5, 5)), a_run(at(-100)), a_run(at(-200))])
    assert (found["before_h"], found["before"]) == (35.0, Gap.AT_LEAST_24)


@pytest.mark.parametrize(
    ("start", "gap", "why"),
    [
        (-20, Gap.CLOSER, GapWhy.NO_LENGTH),
        (-27, Gap.UNKNOWN, GapWhy.NO_LENGTH),
        (-31, Gap.AT_LEAST_24, GapWhy.NO_LENGTH),
    ],
)
def test_a_run_of_unknown_length_is_told_where_its_length_makes_no_difference(start, gap, why):
    (found,) = spacing_of([a_run(at(start), length_h=NAN)])
    assert (found["before"], found["before_why"]) == (gap, why)
    assert pd.isna(found["before_h"])


@pytest.mark.parametrize(
    ("start", "gap"),
    [(-23.9, Gap.CLOSER), (-24, Gap.UNKNOWN), (-29.9, Gap.UNKNOWN), (-30, Gap.AT_LEAST_24)],
)
def test_a_run_of_unknown_length_took_six_hours_at_most(start, gap):
    (found,) = spacing_of([a_run(at(start), length_h=NAN)])
    assert (found["before"], found["before_why"]) == (gap, GapWhy.NO_LENGTH)


@pytest.mark.parametrize(
    ("start", "gap"),
    [
        (23.9, Gap.CLOSER),
        (24, Gap.UNKNOWN),
        (26.9, Gap.UNKNOWN),
        (27, Gap.AT_LEAST_24),
        (50.9, Gap.AT_LEAST_24),
        (51, Gap.AT_LEAST_48),
    ],
)
def test_a_session_of_unknown_length_took_three_hours_at_most(start, gap):
    (found,) = spacing_of([a_run(at(start))], [a_leg_session(length_h=NAN)])
    assert (found["after"], found["after_why"]) == (gap, GapWhy.NO_LENGTH)
    assert pd.isna(found["after_h"])


@pytest.mark.parametrize(("days", "gap"), [(2, Gap.AT_LEAST_24), (14, Gap.AT_LEAST_48), (15, Gap.NONE)])
def test_a_run_that_follows_is_told_by_its_date_from_two_to_fourteen_days_on(days, gap):
    (found,) = spacing_of([a_run(at(24 * days), precision="date")])
    assert found["after"] == gap


def test_a_gap_of_exactly_14_days_is_told_and_a_longer_one_is_none():
    (found,) = spacing_of([a_run(at(-1 - 14 * 24)), a_run(at(1 + 14 * 24))])
    assert (found["before_h"], found["after_h"]) == (14 * 24, 14 * 24)
    (found,) = spacing_of([a_run(at(-1.1 - 14 * 24)), a_run(at(1.1 + 14 * 24))])
    assert (found["before"], found["after"]) == (Gap.NONE, Gap.NONE)


def test_some_hundredths_of_a_second_less_than_a_day_are_a_day():
    (found,) = spacing_of([a_run(at(25) - timedelta(seconds=0.03))])
    assert (found["after"], found["after_h"]) == (Gap.AT_LEAST_24, 24.0)


def test_the_days_to_a_run_of_which_nothing_is_known_are_told():
    (found,) = spacing_of([a_run(at(-50), "unknown"), a_run(at(-200)), a_run(at(74), "unknown")])
    assert (found["before_days"], found["after_days"]) == (2, 3)


def test_without_a_hard_run_within_14_days_there_is_none():
    (found,) = spacing_of([a_run(at(-15 * 24)), a_run(at(15 * 24))])
    assert (found["before"], found["after"], found["before_id"], found["after_id"]) == (Gap.NONE, Gap.NONE, -1, -1)


def test_days_that_no_log_of_runs_is_near_are_unknown_not_none():
    (found,) = spacing_of([], logged=logs(date(2025, 1, 1), date(2025, 2, 1)))
    assert (found["before"], found["before_why"]) == (Gap.UNKNOWN, GapWhy.NO_LOG)


@pytest.mark.parametrize(
    ("first", "last", "gap"),
    [
        (date(2026, 5, 20), date(2026, 5, 30), Gap.NONE),
        (date(2026, 5, 21), date(2026, 5, 30), Gap.UNKNOWN),
        (date(2026, 4, 1), date(2026, 4, 22), Gap.NONE),
        (date(2026, 4, 1), date(2026, 4, 21), Gap.UNKNOWN),
    ],
)
def test_a_log_of_runs_is_near_up_to_14_days_from_its_first_and_last_day(first, last, gap):
    (found,) = spacing_of([], logged=logs(first, last))
    assert (found["before"], found["after"]) == (gap, gap)


def test_a_session_of_the_upper_body_is_not_asked():
    assert spacing_of([a_run(at(-5))], [a_leg_session(lower=False)]) == []


def test_without_runs_and_without_sessions_there_is_nothing():
    frame, verdicts = runs_of([])
    assert leg_spacing(sessions_of([]), frame, verdicts, PERIODS.empty()).empty


def in_berlin(instant):
    return instant.replace(tzinfo=UTC).astimezone(BERLIN.first).replace(tzinfo=None)


SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(("clocks_change", "hours"), [(SPRING, 23 + 1 / 3), (AUTUMN, 25 + 1 / 3)])
@pytest.mark.parametrize("known", ["both", "run", "session", "neither"])
def test_hours_are_those_that_passed_while_the_clocks_were_put_forward_or_back(clocks_change, hours, known):
    after = datetime.combine(clocks_change, time(21, 10))
    before = after - timedelta(days=1, minutes=70)
    utc = [(each.replace(tzinfo=BERLIN.first)).astimezone(UTC).replace(tzinfo=None) for each in (before, after)]
    run = a_run(before, length_h=5 / 6, utc=utc[0] if known in ("both", "run") else None)
    legs = a_leg_session(after, utc=utc[1] if known in ("both", "session") else None)
    (found,) = spacing_of([run], [legs], logs(date(2026, 1, 1), date(2026, 12, 31)), BERLIN)
    assert found["before_h"] == pytest.approx(hours, abs=1e-3)
    assert found["before"] == (Gap.CLOSER if hours < 24 else Gap.AT_LEAST_24)


def test_without_a_known_home_hours_are_by_the_wall_clock():
    run, legs = a_run(datetime(2026, 3, 28, 20), length_h=5 / 6), a_leg_session(datetime(2026, 3, 29, 21, 10))
    (found,) = spacing_of([run], [legs])
    assert found["before_h"] == pytest.approx(24 + 1 / 3, abs=1e-3)


def test_after_a_move_clocks_are_those_of_the_new_home():
    moved = HomeZones(ZoneInfo("Asia/Tokyo"), (ZoneChange(date(2026, 3, 1), ZoneInfo("Europe/Berlin")),))
    run, legs = a_run(datetime(2026, 3, 28, 20), length_h=5 / 6), a_leg_session(datetime(2026, 3, 29, 21, 10))
    (found,) = spacing_of([run], [legs], zones=moved)
    assert found["before_h"] == pytest.approx(23 + 1 / 3, abs=1e-3)


def test_a_flight_between_two_instants_is_part_of_the_gap_and_two_wall_clocks_know_of_none():
    """A run at 18:00 in Berlin, legs in New York at 18:00 of the next day: 30 hours from start to start."""
    run = a_run(datetime(2026, 5, 5, 18), utc=datetime(2026, 5, 5, 16))
    legs = {"start": datetime(2026, 5, 6, 18), "utc": datetime(2026, 5, 6, 22)}
    (found,) = spacing_of([run], [a_leg_session(**legs)], zones=BERLIN)
    assert found["before_h"] == pytest.approx(29.0)
    (by_clock,) = spacing_of([run], [a_leg_session(legs["start"])], zones=BERLIN)
    assert by_clock["before_h"] == pytest.approx(23.0)


def test_by_the_instants_a_run_may_be_on_the_other_side_than_by_the_clocks():
    run = a_run(datetime(2026, 5, 6, 13), utc=datetime(2026, 5, 6, 2))
    (found,) = spacing_of([run, a_run(at(60))], [a_leg_session(utc=datetime(2026, 5, 6, 10))])
    assert (found["before_id"], found["before_h"], found["after_id"]) == (1, 7.0, 2)


def test_of_a_run_with_an_instant_and_one_without_the_nearer_one_counts():
    exact, plain = a_run(at(-30), utc=at(-28)), a_run(at(-29))
    (found,) = spacing_of([exact, plain], [a_leg_session(utc=NOON)])
    assert (found["before_id"], found["before_h"]) == (1, 27.0)
    (found,) = spacing_of([a_run(at(-30), utc=at(-29.5)), plain], [a_leg_session(utc=NOON)])
    assert (found["before_id"], found["before_h"]) == (2, 28.0)


RUNS = st.lists(
    st.tuples(
        st.integers(-20 * 24 * 4, 20 * 24 * 4),
        st.sampled_from(["hard", "long", "easy", "fast", "unknown"]),
        st.sampled_from([0.5, 1.0, 2.5]),
    ),
    max_size=12,
    unique_by=lambda run: run[0],
)


def as_runs(drawn, shift=timedelta()):
    """Never at midnight, which would say of a source that it knows days alone."""
    odd = timedelta(seconds=427)
    return [
        a_run(NOON + timedelta(minutes=15 * quarter) + odd + shift, verdict, hours) for quarter, verdict, hours in drawn
    ]


def plainly(runs, *, before):
    """One side by a walk over the runs, nearest first."""
    side = [run for run in runs if (run["start"] <= NOON) == before and run["verdict"] in ("hard", "long", "unknown")]
    if not side:
        return Gap.NONE, None
    near = max(side, key=lambda run: run["start"]) if before else min(side, key=lambda run: run["start"])
    ends = near["start"] + timedelta(hours=near["length_h"])
    hours = max(0.0, ((NOON - ends) if before else (near["start"] - NOON - timedelta(hours=1))) / timedelta(hours=1))
    if hours > 14 * 24:
        return Gap.NONE, None
    if near["verdict"] == "unknown":
        return Gap.UNKNOWN, None
    if hours < 24:
        return Gap.CLOSER, hours
    return (Gap.AT_LEAST_48 if hours >= 48 and not before else Gap.AT_LEAST_24), hours


@settings(max_examples=examples(200))
@given(RUNS)
def test_the_nearest_run_that_counts_or_may_count_decides_each_side(drawn):
    runs = as_runs(drawn)
    (found,) = spacing_of(runs)
    for side, before in (("before", True), ("after", False)):
        gap, hours = plainly(runs, before=before)
        assert found[side] == gap
        assert pd.isna(found[f"{side}_h"]) if hours is None else found[f"{side}_h"] == pytest.approx(hours, abs=1e-3)


@settings(max_examples=examples(60))
@given(RUNS, st.integers(-10_000, 10_000))
def test_shifting_all_times_leaves_every_gap(drawn, minutes):
    shift = timedelta(minutes=minutes)
    wide = logs(date(2025, 1, 1), date(2027, 12, 31))
    (plain,) = spacing_of(as_runs(drawn), logged=wide)
    (shifted,) = spacing_of(as_runs(drawn, shift), [a_leg_session(NOON + shift)], logged=wide)
    for name in ("before", "before_h", "before_id", "after", "after_h", "after_id"):
        assert (
            shifted[name] == pytest.approx(plain[name], nan_ok=True)
            if name.endswith("_h")
            else (shifted[name] == plain[name])
        )


@settings(max_examples=examples(60))
@given(RUNS, st.integers(-400_000, 400_000))
def test_shifting_all_instants_leaves_every_gap_whatever_the_clocks_at_home_do(drawn, minutes):
    wide = logs(date(2024, 1, 1), date(2028, 12, 31))
    found = []
    for shift in (timedelta(), timedelta(minutes=minutes)):
        runs = [{**run, "utc": run["start"], "start": in_berlin(run["start"])} for run in as_runs(drawn, shift)]
        legs = a_leg_session(in_berlin(NOON + shift), utc=NOON + shift)
        found += [{name: each[name] for name in SIDES} for each in spacing_of(runs, [legs], wide, BERLIN)]
    plain, shifted = found
    assert shifted == pytest.approx(plain, nan_ok=True)


@settings(max_examples=examples(60))
@given(RUNS, st.integers(-20 * 96, 20 * 96))
def test_an_added_easy_run_changes_no_gap(drawn, quarter):
    runs = as_runs(drawn)
    (plain,) = spacing_of(runs)
    # Of a source of its own: whether a source knows the time at all is judged by all of its runs.
    (more,) = spacing_of([*runs, a_run(NOON + timedelta(minutes=15 * quarter), "easy", source="another")])
    assert {name: str(value) for name, value in plain.items()} == {name: str(value) for name, value in more.items()}


@settings(max_examples=examples(60))
@given(RUNS)
def test_with_dates_alone_nothing_within_a_day_is_a_pass(drawn):
    runs = [{**run, "precision": "date"} for run in as_runs(drawn)]
    (found,) = spacing_of(runs)
    for side in ("before", "after"):
        assert not (found[f"{side}_days"] <= 1 and found[side] in (Gap.AT_LEAST_24, Gap.AT_LEAST_48))


def test_the_counts_add_up_and_24_hours_hold_those_of_48():
    runs = [a_run(at(-30)), a_run(at(100))]
    frame, verdicts = runs_of(runs)
    sessions = sessions_of([a_leg_session(), a_leg_session(at(60)), a_leg_session(at(24 * 30))])
    found = summary(leg_spacing(sessions, frame, verdicts, logs()))
    assert found.before == (2, 0, 0, 0, 1)
    assert found.after == (2, 1, 0, 0, 1)
    assert found.before.pairs == 2

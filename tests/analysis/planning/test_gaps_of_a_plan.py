"""What is planned keeps the gaps that the log tells afterwards: both are worked out apart from each other and agree."""

from datetime import date, datetime, time, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.planning.gaps import gap_after, gap_before
from lib.analysis.planning.runs import hard_runs, logged_runs
from lib.analysis.spacing.leg_spacing import leg_spacing
from lib.model.frames.counting import STRENGTH_SESSIONS
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.frames.logs import ACTIVITIES, PERIODS
from lib.model.vocabulary import Gap, GapWhy, RunVerdict
from tests.analysis.frames import NAN, an_activity
from tests.long_runs import examples

DAY = date(2026, 5, 20)
NOON = datetime.combine(DAY, time(12))
MINUTES = 60.0
LOGGED = PERIODS.make(
    [{"source": "watch", "first_day": pd.Timestamp(2026, 1, 1), "last_day": pd.Timestamp(2026, 12, 31)}]
)
# At most one run a day, none of which goes on over midnight, and none at the moment of the session itself: there the log has it
# before the session alone, a plan on both sides, since such a half-day is to be avoided.
MINUTE_OF_DAY = st.integers(0, 17 * 60).filter(lambda minute: minute != 12 * 60)
LENGTH = st.one_of(st.none(), st.integers(1, 360))
RUNS = st.dictionaries(
    st.integers(-16, 16), st.tuples(MINUTE_OF_DAY, LENGTH, st.booleans(), st.sampled_from(RunVerdict)), max_size=12
)


def logged(given_runs):
    """given_runs: by days from that of the session: (minute, length, whether it has a clock, verdict)."""
    rows, verdicts = [], []
    for number, (away, (minute, minutes, clock, verdict)) in enumerate(sorted(given_runs.items()), 1):
        start = datetime.combine(DAY, time()) + timedelta(days=away, minutes=minute)
        seconds = NAN if minutes is None else 60.0 * minutes
        at = start if clock else datetime.combine(start.date(), time())
        more = {"local_start": at, "precision": "minute" if clock else "date", "elapsed_s": seconds, "moving_s": NAN}
        rows.append(an_activity(start.date().isoformat(), activity_id=number, **more))
        verdicts.append({"activity_id": number, "verdict": str(verdict), "rule": "", "why": ""})
    return ACTIVITIES.make(rows), RUN_VERDICTS.make(verdicts)


def session():
    row = {
        "session_id": 1, "source": "hevy", "title": "", "local_start": NOON, "local_date": pd.Timestamp(DAY),
        "precision": "minute", "elapsed_s": 60 * MINUTES, "sets_done": 9.0, "lower_sets": 9.0, "contacts": 0.0,
        "counts": True, "lower": True,
    }  # fmt: skip
    return STRENGTH_SESSIONS.make([row])


def both(given_runs):
    """The row of the log, and the gaps before and after that a plan has with the same runs."""
    runs, verdicts = logged(given_runs)
    (row,) = leg_spacing(session(), runs, verdicts, LOGGED).to_dict("records")
    known = logged_runs(hard_runs(runs, verdicts), DAY - timedelta(days=30), DAY + timedelta(days=30))
    return row, gap_before(known, NOON), gap_after(known, NOON, MINUTES, 48.0)


def hours(value):
    return None if pd.isna(value) else pytest.approx(value, abs=1e-3)


@settings(max_examples=examples(60))
@given(RUNS)
def test_a_plan_and_the_log_tell_the_same_hours_and_keep_the_same_gaps(given_runs):
    row, before, after = both(given_runs)
    assert before.hours == hours(row["before_h"])
    assert after.hours == hours(row["after_h"])
    for planned, side, kept in ((before, "before", Gap.AT_LEAST_24), (after, "after", Gap.AT_LEAST_48)):
        if (
            row[f"{side}_why"] == GapWhy.UNKNOWN_RUN
        ):  # the log says no more; a plan may still have its mark if it was hard
            assert planned.run is not None
            assert not planned.run.known
        else:
            assert planned.kept == (row[side] in (kept, Gap.NONE))


def test_a_run_exactly_fourteen_days_away_is_near_for_both():
    row, before, after = both({-14: (12 * 60 - 60, 60, True, RunVerdict.HARD)})
    assert (before.hours, row["before_h"]) == (336.0, 336.0)
    assert (after.run, row["after"]) == (None, Gap.NONE)
    row, before, _ = both({-14: (12 * 60 - 61, 60, True, RunVerdict.HARD)})
    assert (before.run, row["before"]) == (None, Gap.NONE)

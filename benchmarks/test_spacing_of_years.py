"""4,000 leg sessions against 8,000 runs of twenty years, at a home that moved once. Goal: 50 ms of processor."""

from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from lib.analysis.spacing.leg_spacing import leg_spacing
from lib.model.clock import HomeZones, ZoneChange
from lib.model.frames.counting import STRENGTH_SESSIONS
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.frames.logs import ACTIVITIES, PERIODS

BEGIN, END = pd.Timestamp("2006-01-01"), pd.Timestamp("2026-01-01")
HOME = HomeZones(ZoneInfo("Europe/Berlin"), (ZoneChange(END.date().replace(year=2015), ZoneInfo("America/Denver")),))
TEXTS = {"precision": "second", "source": "app", "sport": "run", "sub_sport": "", "workout_type": "", "effort": ""}


def starts(dice: np.random.Generator, number: int, *, instants: bool) -> dict[str, object]:
    seconds = np.sort(dice.integers(0, int((END - BEGIN).total_seconds()), number))
    local = pd.Series(BEGIN + pd.to_timedelta(seconds, unit="s"))
    utc = local - pd.Timedelta(hours=1) if instants else pd.NaT
    return {
        "local_start": local,
        "local_date": local.dt.normalize(),
        "start_utc": utc,
        "elapsed_s": 3000.0,
        "title": "",
    }


@pytest.mark.parametrize("instants", [True, False], ids=["instants", "wall clocks"])
@pytest.mark.benchmark(disable_gc=True)
def test_spacing_of_4_000_leg_sessions_against_8_000_runs(benchmark: BenchmarkFixture, instants: bool) -> None:
    dice = np.random.default_rng(1)
    runs = ACTIVITIES.make(
        pd.DataFrame(starts(dice, 8_000, instants=instants)).assign(activity_id=range(8_000), **TEXTS)
    )
    legs = pd.DataFrame(starts(dice, 4_000, instants=instants)).assign(session_id=range(4_000), **TEXTS)
    sets = {"sets_done": 8.0, "lower_sets": 8.0, "contacts": 0.0, "counts": True, "lower": True}
    said = dice.choice(["hard", "long", "easy", "unknown"], 8_000)
    verdicts = RUN_VERDICTS.make({"activity_id": range(8_000), "verdict": said, "rule": "title", "why": ""})
    logged = PERIODS.make([{"source": "app", "first_day": BEGIN, "last_day": END, "last_logged": END}])
    sessions = STRENGTH_SESSIONS.make(legs.assign(**sets))
    assert len(benchmark(leg_spacing, sessions, runs, verdicts, logged, HOME)) == 4_000

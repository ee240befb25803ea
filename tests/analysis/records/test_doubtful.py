"""Records that look wrong."""

import pandas as pd
import pytest

from lib.analysis.records.doubtful import doubtful_activities, doubtful_sessions, mistyped_loads
from lib.model.frames.logs import SETS
from lib.model.frames.records import LISTED_SESSIONS

NAN = float("nan")


@pytest.mark.parametrize(
    ("sport", "metres", "seconds", "why"),
    [
        ("run", 8000, 2400, ""),
        ("run", 8000, 1020, "very fast"),
        ("run", 8000, 700, "very fast"),
        ("run", 130_000, 60_000, "very long"),
        ("run", 1000, 3600, "very slow"),
        ("run", 8000, NAN, "a distance without a time"),
        ("run", NAN, 2400, ""),
        ("ride", 90_000, 3600, ""),
        ("run", 1000, 900, ""),
        ("run", 1000, 901, "very slow"),
    ],
)
def test_a_run_looks_wrong_where_no_runner_could_have_done_it(sport, metres, seconds, why):
    row = pd.DataFrame(
        {"sport": [sport], "distance_m": [metres], "moving_s": [seconds], "elapsed_s": [NAN], "ascent_m": [NAN]}
    )
    assert list(doubtful_activities(row)) == [why]


def sets(*loads, name="Squat"):
    rows = {"session_id": 1, "position": range(len(loads)), "exercise_name": name, "load_kg": loads}
    blank = {"str": "", "float64": NAN, "int64": 0, "bool": False, "datetime64[us]": pd.NaT}
    return SETS.make({column: rows.get(column, [blank[dtype]] * len(loads)) for column, dtype in SETS.dtypes.items()})


@pytest.mark.parametrize(
    ("loads", "found"),
    [
        ((60, 60, 600), [600]),
        ((60, 80, 100), []),
        ((60, 600), []),
        ((600, 600, 60, 60), []),
        ((NAN, 60, 60), []),
        ((60, 50, 480), [480]),  # eight times the heaviest of the others
        ((60, 50, 479), []),
        ((0, 60, 600), []),  # a set without a load is no other one
    ],
)
def test_a_load_with_a_nought_too_many_is_found_where_two_others_tell(loads, found):
    assert list(mistyped_loads(sets(*loads))["load_kg"]) == found


def test_no_sets_and_very_long_sessions_look_wrong():
    frame = (
        LISTED_SESSIONS.empty()
        .reindex(range(3))
        .assign(id=["session-1", "session-2", "session-3"], elapsed_s=[3600.0, 30_000.0, 3600.0], sets=[10, 10, 0])
    )
    assert list(doubtful_sessions(frame, {"session-1": "600 kg of Squat"})) == [
        "600 kg of Squat",
        "very long",
        "no sets",
    ]
    assert mistyped_loads(SETS.empty()).empty


def test_a_load_is_compared_within_its_exercise_and_its_session():
    squats, presses = sets(60, 60, 600), sets(60, 60, name="Press")
    assert list(mistyped_loads(pd.concat([squats, presses], ignore_index=True))["load_kg"]) == [600]
    parted = sets(60, 60, 600).assign(session_id=[1, 1, 2])
    assert mistyped_loads(parted).empty


def test_ascent_is_taken_for_ten_times_its_way():
    row = {"sport": ["run"], "distance_m": [1000.0], "moving_s": [1799.0], "elapsed_s": [NAN], "ascent_m": [100.0]}
    assert list(doubtful_activities(pd.DataFrame(row))) == [""]
    assert list(doubtful_activities(pd.DataFrame(row | {"moving_s": [1801.0]}))) == ["very slow"]


def test_a_session_of_six_hours_is_no_very_long_one():
    frame = (
        LISTED_SESSIONS.empty()
        .reindex(range(2))
        .assign(id=["session-1", "session-2"], elapsed_s=[21_600.0, 21_601.0], sets=[1, 1])
    )
    assert list(doubtful_sessions(frame, {})) == ["", "very long"]

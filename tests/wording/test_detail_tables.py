"""Tables of the rows behind a number add up to it."""

from datetime import date, time

import pandas as pd
import pytest

from lib.model.frames.balance import DRIVERS
from lib.model.frames.counting import COUNTED_SETS, MOVED_LOADS, MUSCLE_SETS
from lib.model.frames.hard_days import RUN_VERDICTS
from lib.model.frames.logs import ACTIVITIES
from lib.model.vocabulary import DistanceUnit, Muscle, MuscleMeasure, Scheme, WeightUnit
from lib.wording import detail_tables

MONDAY, SUNDAY = date(2026, 11, 9), date(2026, 11, 15)
DAYS = pd.to_datetime(["2026-11-08", "2026-11-09", "2026-11-15", "2026-11-16"])


def filled(spec, **columns):
    """Four rows of a frame, two of them inside the week; what is not given is empty."""
    blank = {"str": "", "float64": float("nan"), "int64": 0, "bool": False, "datetime64[us]": pd.NaT}
    rows = {name: columns.get(name, [blank[dtype]] * 4) for name, dtype in spec.dtypes.items()}
    return spec.make(rows | {"local_date": DAYS})


def test_runs_of_a_week_include_its_first_and_last_day_and_add_up():
    runs = filled(ACTIVITIES, distance_m=[1000, 2000, 4000, 8000], title=["a", "b", "c", "d"])
    table = detail_tables.runs_table(runs, MONDAY, SUNDAY, DistanceUnit.KM, RUN_VERDICTS.empty())
    assert list(table["Run"]) == ["b", "c"]
    assert table["Distance (km)"].sum() == 6


def test_time_of_a_run_falls_back_to_elapsed_time():
    runs = filled(ACTIVITIES, moving_s=[0, float("nan"), 600, 0], elapsed_s=[0, 1200, 900, 0])
    table = detail_tables.runs_table(runs, MONDAY, SUNDAY, DistanceUnit.KM, RUN_VERDICTS.empty())
    assert list(table["Moving time"]) == [time(0, 20), time(0, 10)]


def test_runs_have_pace_heart_rate_and_ascent_in_the_persons_units():
    runs = filled(
        ACTIVITIES, distance_m=[0, 1609.344, 3218.688, 0], moving_s=[0, 480, 1_170, 0], elapsed_s=[0, 0, 0, 0],
        heart_rate_bpm=[0, 151.4, float("nan"), 0], ascent_m=[0, 100, float("nan"), 0],
    )  # fmt: skip
    table = detail_tables.runs_table(runs, MONDAY, SUNDAY, DistanceUnit.MILE, RUN_VERDICTS.empty())
    assert list(table["Pace (/mi)"]) == [time(0, 8), time(0, 9, 45)]
    assert table["Heart rate"].iloc[0] == 151
    assert table["Ascent (ft)"].iloc[0] == 328
    assert pd.isna(table["Ascent (ft)"].iloc[1])


def test_columns_that_hold_nothing_are_left_out_and_a_run_of_days_keeps_its_hours():
    blank = [float("nan")] * 4
    runs = filled(ACTIVITIES, distance_m=[1e5] * 4, moving_s=[90_000] * 4, heart_rate_bpm=blank, ascent_m=blank)
    table = detail_tables.runs_table(runs, MONDAY, SUNDAY, DistanceUnit.KM, RUN_VERDICTS.empty())
    assert not {"Heart rate", "Ascent (m)"} & set(table)
    assert list(table["Moving time"]) == ["025:00:00", "025:00:00"]


def test_sets_show_what_each_counts_in_the_persons_unit():
    counted = filled(
        COUNTED_SETS,
        hard=[1, 0, 0.5, 1],
        kind=["working", "warm_up", "drop", "working"],
        load_kg=[60, 60, 60, 60],
        exercise=["", "squat_barbell", "", ""],
    )
    table = detail_tables.sets_table(counted, MONDAY, SUNDAY, WeightUnit.POUND)
    assert list(table["Counts"]) == [0, 0.5]
    assert list(table["Kind"]) == ["warm-up", "drop"]
    assert list(table["Load (lb)"]) == pytest.approx([132.3, 132.3])
    assert list(table["Mapped to"]) == ["Squat (Barbell)", "not mapped yet"]


def test_credits_of_a_cell_are_of_its_muscle_and_week_alone():
    muscle_sets = filled(
        MUSCLE_SETS,
        muscle=["glutes", "glutes", "hamstrings", "glutes"],
        default=[1, 0.5, 1, 1],
        primary=[True, False, True, True],
    )
    of_glutes = detail_tables.of_muscle(muscle_sets, Muscle.GLUTES, MONDAY, SUNDAY)
    table, amount = detail_tables.muscle_table(of_glutes, None, MuscleMeasure.SETS, Scheme.DEFAULT, WeightUnit.KG)
    assert list(table["Credit"]) == [0.5]
    assert amount == 0.5
    assert list(table["Role"]) == ["helper"]


def test_own_exercises_keep_the_name_that_the_person_gave():
    assert detail_tables.exercise_name("own:sled push") == "sled push"
    assert detail_tables.exercise_name("") == "not mapped yet"


def test_empty_frames_give_empty_tables():
    assert detail_tables.runs_table(ACTIVITIES.empty(), MONDAY, SUNDAY, DistanceUnit.KM, RUN_VERDICTS.empty()).empty
    assert detail_tables.sets_table(COUNTED_SETS.empty(), MONDAY, SUNDAY, WeightUnit.KG).empty
    for measure in MuscleMeasure:
        table, amount = detail_tables.muscle_table(
            MUSCLE_SETS.empty(), MOVED_LOADS.empty(), measure, Scheme.DEFAULT, WeightUnit.KG
        )
        assert table.empty
        assert amount == 0
    assert detail_tables.drivers_table(DRIVERS.empty()).empty

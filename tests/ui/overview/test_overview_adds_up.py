"""Every cell and bar of the overview equals what the command prints, and the rows behind it add up to it."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from long_runs import amount

from lib.charts.look.theme import Look
from lib.charts.overview import stack
from lib.charts.overview.measures import scale_of
from lib.model.frames.own import BODY_MASS
from lib.model.units import KG_PER, METRES_PER
from lib.model.vocabulary import MUSCLE_NAMES, DistanceUnit, Muscle, MuscleMeasure, Scheme, Weekday, WeightUnit
from lib.services.queries.measures import weeks_of_measure
from lib.services.queries.numbers import weeks_json
from lib.services.queries.weekly import moved, weekly
from lib.wording import detail_tables
from sample_data.summary import read_sample

EVERY = amount(whole=29, small=123)  # cells are looked at; neither divides 17, so that each muscle has its turn
BY_NAME = {name: muscle for muscle, name in MUSCLE_NAMES.items()}
SETTINGS = {
    "Monday, km, kg": (Weekday.MONDAY, DistanceUnit.KM, WeightUnit.KG),
    "Sunday, mi, lb": (Weekday.SUNDAY, DistanceUnit.MILE, WeightUnit.POUND),
}


@pytest.fixture(scope="module", name="sample")
def _sample(tmp_path_factory):
    sample = read_sample(tmp_path_factory.mktemp("sample"), date(2026, 11, 19))
    return replace(sample, body_mass=BODY_MASS.make([("2026-03-01", 70.0), ("2026-09-01", 68.5)]))


@pytest.fixture(name="training", scope="module", params=SETTINGS, ids=str)
def _training(sample, request):
    first, distance, weight = SETTINGS[request.param]
    athlete = replace(sample.athlete, first_weekday=first, distance_unit=distance, weight_unit=weight)
    return replace(sample, athlete=athlete)


@pytest.fixture(name="frames", scope="module")
def _frames(training):
    return weekly(training)


@pytest.fixture(name="loads", scope="module")
def _loads(training):
    return moved(training)


def drawn(training, frames, measure=MuscleMeasure.SETS, scheme=Scheme.DEFAULT, *, narrow=False):
    """The customdata of all cells, and of all bars. A narrow figure of fourteen months is drawn in months."""
    athlete = training.athlete
    scale = scale_of(measure, athlete.weight_unit)
    fig = stack.heat_map(
        weeks_of_measure(training, frames, measure, scheme),
        frames.running,
        muscles=tuple(Muscle),
        unit=athlete.distance_unit,
        look=Look(narrow=narrow),
        scale=scale,
    )
    return [list(trace.customdata) for name in (scale.many, "distance") for trace in fig.data if trace.name == name]


def test_cells_and_bars_equal_what_the_command_prints(training, frames):
    cells, bars = drawn(training, frames)
    printed = {week["week_start"]: week for week in weeks_json(training)}
    assert len(cells) == 17 * len(printed)
    for first, _, name, value, *_ in cells:
        assert value == printed[first]["muscles"][BY_NAME[name]]
    metres = METRES_PER[training.athlete.distance_unit]
    for first, _, _, value, *_ in bars:
        assert value * metres == pytest.approx(printed[first]["distance_m"], abs=0.1)


def test_months_are_the_mean_of_what_the_command_prints_for_their_complete_weeks(training, frames):
    cells, bars = drawn(training, frames, narrow=True)
    weeks = weeks_json(training)[:-1]  # the last one is unfinished
    assert len(bars) < 20
    for first, last, name, value, *_ in [*cells, *bars]:
        inside = [week for week in weeks if first <= week["week_start"] <= last]
        if name:
            mean = sum(week["muscles"][BY_NAME[name]] for week in inside) / len(inside)
        else:
            mean = sum(week["distance_m"] for week in inside) / len(inside) / METRES_PER[training.athlete.distance_unit]
        assert value == pytest.approx(mean, abs=1e-3)


@pytest.mark.long
@pytest.mark.parametrize("narrow", [False, True], ids=["weeks", "months"])
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("measure", MuscleMeasure)
def test_the_rows_behind_a_cell_add_up_to_it(training, frames, loads, measure, scheme, narrow):
    cells, _ = drawn(training, frames, measure, scheme, narrow=narrow)
    assert sum(row[3] for row in cells) > 0
    values = weeks_of_measure(training, frames, measure, scheme)
    unit = training.athlete.weight_unit
    per = KG_PER[unit] if measure == MuscleMeasure.TONNAGE else 1.0
    for first, last, name, value, *_ in cells[::EVERY]:
        days = date.fromisoformat(first), date.fromisoformat(last)
        sets = detail_tables.of_muscle(training.lifting.muscle_sets, BY_NAME[name], *days)
        table, amount = detail_tables.muscle_table(sets, loads, measure, scheme, unit)
        of_muscle = values[(values["muscle"] == BY_NAME[name]) & (values["complete"] | (not narrow))]
        weeks = of_muscle[of_muscle["week_start"].between(*map(pd.Timestamp, days))]["value"].count()
        assert amount / per / weeks == pytest.approx(value)
        assert table.iloc[:, -1].sum() == pytest.approx(amount / per, abs=0.005 * len(table) + 1e-9)

"""Checks of the records of any file: clashing ids and starts at night."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lib.importers.record_checks import checked
from lib.model.records import Activity, Problem, Session, Start
from lib.model.vocabulary import Precision, Sport, TimeBasis

NIGHT = datetime(2026, 3, 3, 2, 15)
EVENING = datetime(2026, 3, 3, 18, 15)


def run(number: int, local: datetime, basis: TimeBasis = TimeBasis.WALL_CLOCK, **more) -> Activity:
    utc = None if basis is TimeBasis.WALL_CLOCK else local
    start = Start(f"{local}", basis, local=None if basis is TimeBasis.UTC else local, utc=utc, **more)
    return Activity(f"{number}", Sport.RUN, start, number + 1)


def starting(nights: int, evenings: int, **more) -> list[Activity]:
    starts = [NIGHT] * nights + [EVENING] * evenings
    return [run(number, start + timedelta(days=number), **more) for number, start in enumerate(starts, 1)]


def test_records_of_different_ids_pass_as_they_are():
    records = [*starting(2, 2), Session("1", run(1, EVENING).start, (), 9), Problem(3, "Date", "x", "no date")]
    assert list(checked(iter(records))) == records


def test_the_same_row_twice_passes_also_where_its_start_is_written_otherwise():
    again = replace(run(1, EVENING), line=3, start=replace(run(1, EVENING).start, raw="3.3.2026 18:15"))
    assert list(checked(iter([run(1, EVENING), again]))) == [run(1, EVENING), again]


def test_a_second_start_of_one_id_is_rejected_and_names_both_lines():
    other = replace(run(1, NIGHT), line=7)
    kept, problem = checked(iter([run(1, EVENING), other]))
    assert kept == run(1, EVENING)
    assert (problem.line, problem.value, problem.rows) == (7, "1", 1)
    assert "line 2 has the same id" in problem.why


def test_starts_that_are_mostly_at_night_are_spoken_of_once():
    *records, warning = checked(iter(starting(7, 5)))
    assert len(records) == 12
    assert (warning.rows, warning.line) == (0, None)
    assert warning.why.startswith("7 of 12 starts")


@pytest.mark.parametrize(
    "records",
    [
        starting(6, 6),
        starting(9, 0),
        starting(12, 0, basis=TimeBasis.UTC),
        starting(12, 0, basis=TimeBasis.OFFSET),
        starting(12, 0, precision=Precision.DATE),
        [run(number, datetime(2026, 3, number)) for number in range(1, 13)],
    ],
    ids=["half", "few", "utc", "offset", "dates", "midnights"],
)
def test_other_starts_are_not(records):
    assert list(checked(iter(records))) == records

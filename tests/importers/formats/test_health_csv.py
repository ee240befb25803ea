"""The two iPhone apps that write Apple's workouts as CSV: Health Auto Export and Health Export (TParizek)."""

from datetime import datetime

import pytest
from activity_files import activities
from run_files import only_activity, places, read_file

from lib.importers.formats.health_auto_export import importer as auto_export
from lib.importers.formats.health_export import importer as health_export
from lib.model.records import Record
from lib.model.vocabulary import Precision, Sport, SubSport, TimeBasis

AUTO_HEADER = (
    "Workout Type,Start,End,Duration,Active Energy (kcal),Intensity (kcal/hr·kg),Max. Heart Rate (count/min),"
    "Avg. Heart Rate (count/min),Distance (mi),Elevation Ascended (ft),Step Cadence (spm),Location,\n"
)
AUTO_ROW = "Outdoor Run,2026-03-25 09:04,2026-03-25 09:37,00:32:15,400,9.1,171,149.5,3.5,100,162.5,Outdoor,\n"
HEADER = (
    "Date,Active energy burned(kcal),Activity,Distance(km),Duration(Seconds),Elevation: Ascended(m),"
    "Heart rate zone: A Easy (<115bpm)(%),Heart rate: Average(count/min),Heart rate: Maximum(count/min)\n"
)
ROW = "2021-02-03 15:10:05 - 2021-02-03 16:02:25,500.250,Running,8.120,3135.045,40.1,0.000,142.5,168.0\n"


def auto(*rows: str, header: str = AUTO_HEADER) -> list[Record]:
    return read_file(auto_export, header + "".join(rows))


def plain(*rows: str) -> list[Record]:
    return read_file(health_export, HEADER + "".join(rows))


def test_health_auto_export_is_read_whole_in_the_units_of_its_header():
    run = only_activity(auto(AUTO_ROW))
    assert (run.sport, run.sport_raw, run.start.basis) == (Sport.RUN, "Outdoor Run", TimeBasis.WALL_CLOCK)
    assert (run.start.local, run.start.precision) == (datetime(2026, 3, 25, 9, 4), Precision.MINUTE)
    assert run.distance_m == pytest.approx(3.5 * 1609.344)
    assert run.ascent_m == pytest.approx(30.48)
    assert (run.moving_s, run.heart_rate_bpm, run.heart_rate_max_bpm) == (1935.0, 149.5, 171.0)
    assert run.cadence_spm == 162.5


def test_a_run_indoors_is_on_a_treadmill():
    assert only_activity(auto(AUTO_ROW.replace(",Outdoor,", ",Indoor,"))).sub_sport is SubSport.TREADMILL


def test_two_bouts_of_one_minute_are_told_apart_by_their_ends():
    keys = {each.source_key for each in activities(auto(AUTO_ROW, AUTO_ROW.replace("09:37", "09:35"), AUTO_ROW))}
    assert len(keys) == 2


def test_strength_has_no_distance_and_zeros_are_not_measured():
    row = "Traditional Strength Training,2026-03-26 18:00,2026-03-26 18:45,00:45:00,0,0,0.0,0.0,0.0,0.0,0.0,Indoor,\n"
    lifted = only_activity(auto(row))
    assert (lifted.sport, lifted.sub_sport, lifted.distance_m) == (Sport.STRENGTH, SubSport.NONE, None)
    assert (lifted.heart_rate_bpm, lifted.heart_rate_max_bpm, lifted.cadence_spm) == (None, None, None)


def test_a_spanish_header_keeps_its_distance_and_an_unknown_one_says_what_is_lost():
    assert only_activity(auto(AUTO_ROW, header=AUTO_HEADER.replace("Distance", "Distancia"))).distance_m is not None
    first, run = auto(AUTO_ROW, header=AUTO_HEADER.replace("Distance", "Etäisyys"))
    assert (first.rows, run.rows) == (0, 1)


def test_health_export_has_a_range_for_a_date():
    run = only_activity(plain(ROW))
    assert (run.start.local, run.elapsed_s, run.moving_s) == (datetime(2021, 2, 3, 15, 10, 5), 3140.0, 3135.045)
    assert (run.sport, run.distance_m, run.ascent_m) == (Sport.RUN, pytest.approx(8120), 40.1)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (142.5, 168.0)
    assert run.source_key == "2021-02-03T15:10:05 Running"


@pytest.mark.parametrize(
    "date",
    [
        "2021-02-03 15:10:05 - 2021-02-03 15:00:00",
        "2021-02-03 15:10:05 - then",
        "2021-02-03 15:10:05 - 2021-08-03 16:02:25",
    ],
)
def test_a_range_that_makes_no_sense_leaves_the_length_that_is_written(date):
    (run, *_) = records = plain(ROW.replace("2021-02-03 15:10:05 - 2021-02-03 16:02:25", date))
    assert (run.start.local, run.elapsed_s) == (datetime(2021, 2, 3, 15, 10, 5), 3135.045)
    assert places(records, rows=0) == [(2, "Date")]


@pytest.mark.parametrize("date", ["then", ""])
def test_a_range_without_a_start_rejects_its_row(date):
    records = plain(ROW.replace("2021-02-03 15:10:05 - 2021-02-03 16:02:25", date), ROW)
    assert (len(activities(records)), places(records, rows=1)) == (1, [(2, "Date")])

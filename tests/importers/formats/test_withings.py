"""Withings' activities.csv: names of the first columns in any language, measured values as JSON in a cell."""

import json
from datetime import datetime

from activity_files import activities, table
from run_files import cells, only_activity, places, read_file

from lib.importers.formats.withings import importer
from lib.model.records import Ignored, Record
from lib.model.vocabulary import Sport, SubSport, TimeBasis

HEADER = cells("from,to,from (manual),to (manual),Timezone,Activity type,Data,GPS,Modified")
GERMAN = ["von", "bis", *HEADER[2:]]
MEASURED = {
    "calories": 300, "hr_average": 151, "hr_max": 176, "pause_duration": 60, "steps": 5100, "distance": 5120.5,
    "elevation": 180, "metcumul": 180, "manual_distance": 0,
}  # fmt: skip


def row(kind: str = "Running", *, start: str = "07:30:00", typed: tuple[str, str] = ("", ""), **measured) -> list[str]:
    data = json.dumps({**MEASURED, **measured})
    day = "2024-05-04"
    return [f"{day}T{start}+02:00", f"{day}T08:00:00+02:00", *typed, "Europe/Berlin", kind, data, "", ""]


def read(*rows: list[str], header: list[str] = HEADER) -> list[Record]:
    return read_file(importer, table(header, *rows))


def test_a_run_has_its_instant_with_the_wall_clock_and_what_was_measured():
    run = only_activity(read(row()))
    assert (run.sport, run.start.basis) == (Sport.RUN, TimeBasis.OFFSET)
    assert (run.start.local, run.start.utc) == (datetime(2024, 5, 4, 7, 30), datetime(2024, 5, 4, 5, 30))
    assert (run.distance_m, run.elapsed_s, run.moving_s) == (5120.5, 1800.0, 1740.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (151.0, 176.0)
    assert run.ascent_m is None


def test_start_and_end_are_found_in_every_language():
    assert read(row(), header=GERMAN) == read(row())


def test_a_start_that_was_typed_anew_counts_and_the_record_stays_the_same_one():
    measured, typed = (
        only_activity(read(row(typed=each)))
        for each in (("", ""), ("2024-05-04T07:20:00+02:00", "2024-05-04T07:55:00+02:00"))
    )
    assert typed.start.local == datetime(2024, 5, 4, 7, 20)
    assert typed.elapsed_s == 2100.0
    assert typed.source_key == measured.source_key


def test_a_row_around_other_rows_is_ignored():
    (whole,) = read(row("Multi Sport"))
    assert isinstance(whole, Ignored)
    assert "rows of their own" in whole.why


def test_nothing_measured_is_unknown_and_zero_beats_are_none():
    bare = row()
    bare[6] = "{}"
    run = only_activity(read(bare))
    assert (run.distance_m, run.heart_rate_bpm, run.moving_s) == (None, None, 1800.0)
    assert only_activity(read(row(hr_average=0, hr_max=0))).heart_rate_bpm is None


def test_its_own_words_for_sports_are_known():
    kinds = [only_activity(read(row(word))).sport for word in ("Lift weights", "Bicycling", "Ping Pong", "Gym class")]
    assert kinds == [Sport.STRENGTH, Sport.RIDE, Sport.TEAM, Sport.OTHER]
    assert only_activity(read(row("Indoor Running"))).sub_sport is SubSport.TREADMILL


def test_damaged_cells_and_pauses_that_cannot_be_are_said():
    broken = row()
    broken[6] = '{"distance": '
    assert places(read(broken), rows=0) == [(2, "Data")]
    assert [each.distance_m for each in activities(read(broken))] == [None]
    backwards = row(start="08:10:00")
    assert places(read(backwards), rows=0) == [(2, "to")]
    assert places(read(row(pause_duration=4000)), rows=0) == [(2, "pause_duration")]

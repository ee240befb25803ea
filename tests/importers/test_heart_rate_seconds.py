"""Seconds per heart rate, from every format whose recordings have heart rates by the second."""

import json
import struct
from datetime import timedelta

import pytest
from recorded_files import BYTE, LONG, START, field, file_id, fit, fit_time, message, session
from run_files import read_file

from lib.importers.formats.fit.importer import fit_records
from lib.importers.formats.gpx.importer import importer as gpx
from lib.importers.formats.polar_json import importer as polar
from lib.importers.formats.suunto_json import importer as suunto
from lib.importers.formats.tcx.importer import importer as tcx
from lib.model.records import Activity

RATES = [120, 121, 121, 255, 122]


def seconds(records):
    [run] = [each for each in records if isinstance(each, Activity)]
    return run.heart_rate_seconds


def fit_record(second, rate):
    return message(20, field(253, LONG, fit_time(START) + second), field(3, BYTE, rate))


def test_fit_records_are_counted_without_those_that_say_nothing():
    records = [fit_record(second, rate) for second, rate in enumerate(RATES)]
    assert seconds(fit_records(fit(file_id(), *records, session(START, 1, 0, 3000.0, 600)))) == "120:1 121:2"


def test_fit_records_of_another_session_are_not_counted():
    second = START + timedelta(seconds=700)
    records = [fit_record(at, rate) for at, rate in ((0, 120), (10, 120), (700, 150), (705, 150))]
    sessions = [session(START, 1, 0, 1000.0, 600), session(second, 1, 0, 1000.0, 600)]
    found = fit_records(fit(file_id(), *records, *sessions))
    assert [each.heart_rate_seconds for each in found if isinstance(each, Activity)] == ["120:10", "150:5"]


def test_fit_times_in_the_header_and_big_endian_records_are_read():
    start = fit_time(START)
    define = bytes([0x41, 0, 1]) + struct.pack(">HB", 20, 2) + bytes([3, 1, BYTE, 253, 4, LONG])
    whole = define + b"".join(bytes([1, 130]) + struct.pack(">I", start + at) for at in (0, 2))
    short = bytes([0x42, 0, 0]) + struct.pack("<HB", 20, 1) + bytes([3, 1, BYTE])
    compressed = short + b"".join(bytes([0x80 | 2 << 5 | (start + at) % 32, 140]) for at in (3, 36, 40))
    content = fit(file_id(), whole, compressed, session(START, 1, 0, 3000.0, 600))
    assert seconds(fit_records(content)) == "130:3 140:5"  # 36 s is 1 s after 3 s, five bits know no better


def points(before, between, behind):
    return "".join(
        f"{before}{START + timedelta(seconds=at):%Y-%m-%dT%H:%M:%SZ}{between}{rate}{behind}"
        for at, rate in ((0, 120), (5, 150), (9, 150))
    )


def test_gpx_points_are_counted():
    body = points('<trkpt lat="1" lon="1"><time>', "</time><extensions><hr>", "</hr></extensions></trkpt>")
    content = (
        f'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>{body}</trkseg></trk></gpx>'
    )
    assert seconds(read_file(gpx, content)) == "120:5 150:4"


def test_tcx_points_are_counted():
    body = points("<Trackpoint><Time>", "</Time><HeartRateBpm><Value>", "</Value></HeartRateBpm></Trackpoint>")
    lap = f'<Lap StartTime="2025-04-06T07:30:00Z"><TotalTimeSeconds>9</TotalTimeSeconds><Track>{body}</Track></Lap>'
    activity = f'<Activity Sport="Running"><Id>2025-04-06T07:30:00Z</Id>{lap}</Activity>'
    content = f"<TrainingCenterDatabase><Activities>{activity}</Activities></TrainingCenterDatabase>"
    assert seconds(read_file(tcx, content)) == "120:5 150:4"


@pytest.mark.parametrize(
    ("samples", "text"),
    [
        ({"samples": [{"type": "SPEED"}, {"type": "HEART_RATE", "intervalMillis": 2000, "values": [110, None, 111, 112]}]}, "110:4 111:2"),
        ({"heartRate": [{"dateTime": "2026-04-05T18:40:59.000", "value": 110}, {"dateTime": "2026-04-05T18:41:02.000", "value": 111}, {"value": 1}, 3]}, "110:3"),
        ({"samples": 3, "heartRate": {"a": 1}}, ""),
        ([], ""),
    ],
)  # fmt: skip
def test_polar_samples_are_counted(samples, text):
    exercise = {"timezoneOffsetMinutes": 120, "durationMillis": 60_000, "sport": {"id": "1"}, "samples": samples}
    content = {
        "exportVersion": "1",
        "startTime": "2026-04-05T18:40:59",
        "exercises": [exercise | {"startTime": "2026-04-05T18:40:59"}],
    }
    assert seconds(read_file(polar, json.dumps(content))) == text


def test_suunto_samples_are_beats_a_second():
    header = {"ActivityType": 3, "DateTime": "2026-03-07T09:15:42.310+02:00", "Duration": 3300, "Distance": 9000}
    samples = [{"TimeISO8601": f"2026-03-07T09:15:{at}+02:00", "HR": 2.5} for at in (42, 44, 49)]
    content = {"DeviceLog": {"Header": header, "Samples": [{"TimeISO8601": "bad", "HR": 2}, {"HR": "x"}, *samples]}}
    assert seconds(read_file(suunto, json.dumps(content))) == "150:7"

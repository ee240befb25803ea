"""FIT files of sports watches."""

import struct
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_files import (
    BYTE,
    ENUM,
    LONG,
    START,
    Field,
    activities_in,
    activity,
    field,
    file_id,
    fit,
    fit_time,
    ignored_in,
    message,
    outcome,
    read_all,
    records,
    rejections_in,
    session,
    text,
    warnings_in,
)

from lib.importers.base import Upload, find_importer
from lib.importers.formats.fit.checksum import checksum
from lib.importers.formats.fit.frames import fit_files
from lib.importers.formats.fit.importer import importer
from lib.model.errors import UnreadableFile
from lib.model.records import Activity
from lib.model.vocabulary import Sport, SubSport, TimeBasis


def one(*messages: bytes) -> Activity:
    (found,) = activities_in(read_all(importer, fit(file_id(), *messages)))
    return found


def why_refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_all(importer, content)
    return caught.value.why


def test_a_file_is_recognised_by_its_mark_whatever_its_name():
    assert find_importer(Upload("holiday.jpg", fit(file_id(), session()))) is importer
    assert not importer.identify(Upload("run.fit", b"Date,Distance\n"))


def test_a_run_is_read_whole():
    more = (field(16, BYTE, 148), field(17, BYTE, 171), field(18, BYTE, 81), field(92, BYTE, 64), field(193, BYTE, 60))
    run = one(session(START, 1, 0, 8040.5, 2400.0, *more, text(110, "Evening loop")), activity(START, 2.0))
    assert (run.sport, run.sub_sport, run.title) == (Sport.RUN, SubSport.NONE, "Evening loop")
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (8040.5, 2400.0, 2400.0)
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.session_rpe) == (148, 171, 6.0)
    assert run.cadence_spm == 163.0
    assert run.source_key == "2025-04-06T07:30:00Z running"


def test_the_wall_clock_comes_from_the_watch():
    start = one(session(), activity(START, -7.0)).start
    assert start.basis is TimeBasis.OFFSET
    assert (start.utc, start.local) == (datetime(2025, 4, 6, 7, 30), datetime(2025, 4, 6, 0, 30))


@pytest.mark.parametrize("messages", [(), (activity(START, 15.0),), (message(34, field(253, LONG, fit_time(START))),)])
def test_without_a_usable_wall_clock_the_start_is_utc(messages: tuple[bytes, ...]):
    start = one(session(), *messages).start
    assert (start.basis, start.local) == (TimeBasis.UTC, None)


@pytest.mark.parametrize(
    ("sport", "sub_sport", "expected"),
    [
        (1, 1, (Sport.RUN, SubSport.TREADMILL)),
        (1, 45, (Sport.RUN, SubSport.TREADMILL)),
        (1, 3, (Sport.RUN, SubSport.TRAIL)),
        (1, 4, (Sport.RUN, SubSport.TRACK)),
        (1, 58, (Sport.RUN, SubSport.VIRTUAL)),
        (4, 1, (Sport.RUN, SubSport.TREADMILL)),
        (4, 15, (Sport.ELLIPTICAL, SubSport.NONE)),
        (2, 0, (Sport.RIDE, SubSport.NONE)),
        (5, 17, (Sport.SWIM, SubSport.NONE)),
        (10, 20, (Sport.STRENGTH, SubSport.NONE)),
        (10, 43, (Sport.MOBILITY, SubSport.NONE)),
        (17, 0, (Sport.HIKE, SubSport.NONE)),
        (25, 0, (Sport.OTHER, SubSport.NONE)),
        (200, 0, (Sport.OTHER, SubSport.NONE)),
    ],
)
def test_sports_are_told_apart(sport: int, sub_sport: int, expected: tuple[Sport, SubSport]):
    found = one(session(START, sport, sub_sport))
    assert (found.sport, found.sub_sport) == expected


def test_a_multisport_recording_is_several_bouts_without_the_transition():
    later, last = START + timedelta(hours=1), START + timedelta(hours=1, minutes=5)
    found = read_all(importer, fit(session(), session(later, 3), session(last, 2, 0, 20_000.0)))
    assert [each.sport for each in activities_in(found)] == [Sport.RUN, Sport.RIDE]
    assert ignored_in(found) == ["the transition between two parts of a multisport recording"]


def test_two_files_after_each_other_are_two_runs():
    found = read_all(importer, fit(session()) + fit(session(START + timedelta(days=1))))
    assert [each.line for each in activities_in(found)] == [1, 2]


def test_an_interrupted_recording_is_worked_out_from_its_records():
    found = read_all(importer, fit(file_id(), records(601, metres_per_s=3.0)))
    (run,) = activities_in(found)
    assert (run.sport, run.distance_m, run.moving_s, run.elapsed_s) == (Sport.RUN, 1800.0, 600.0, 600.0)
    assert run.heart_rate_bpm == pytest.approx(144.5, abs=0.1)
    assert len(warnings_in(found)) == 2


def test_a_session_without_a_distance_takes_it_from_the_records():
    assert one(records(101, metres_per_s=2.5), session(START, 1, 0, None, 100.0)).distance_m == 250.0


def test_a_treadmill_run_may_have_no_distance_at_all():
    assert one(session(START, 1, 1, None)).distance_m is None


def test_a_field_that_says_invalid_is_no_value():
    run = one(session(START, 1, 0, 5000.0, 1500.0, field(16, BYTE, 0xFF), field(22, 0x84, 0xFFFF)))
    assert (run.heart_rate_bpm, run.ascent_m) == (None, None)


def test_a_distance_beside_the_invalid_mark_is_no_distance():
    assert "More than 1,000 km" in why_refused(fit(session(START, 1, 0, (0xFFFFFFFF - 1) / 100)))


def test_odd_heart_rates_become_unknown_with_a_warning():
    found = read_all(importer, fit(session(START, 1, 0, 5000.0, 1500.0, field(17, BYTE, 254))))
    assert activities_in(found)[0].heart_rate_max_bpm is None
    assert warnings_in(found) == ["outside 25 to 250; kept as unknown"]


@pytest.mark.parametrize(
    ("messages", "why"),
    [
        ((session(datetime(1989, 12, 31, 1, tzinfo=UTC)),), "clock of the watch was not set"),
        ((session(datetime(2099, 5, 1, tzinfo=UTC)),), "In the future"),
        ((session(START, 1, 0, 0.0, 0.0),), "No duration"),
        ((session(START, 1, 0, 5000.0, 250 * 3600.0),), "More than 240 h"),
        ((file_id(),), "neither a session nor two records"),
    ],
)
def test_a_recording_that_cannot_be_one_is_refused(messages: tuple[bytes, ...], why: str):
    assert why in why_refused(fit(*messages))


def test_one_bad_session_does_not_fail_the_others():
    found = read_all(importer, fit(session(), session(START + timedelta(hours=2), 1, 0, 5000.0, 0.0)))
    assert len(activities_in(found)) == len(rejections_in(found)) == 1


def test_a_file_of_another_kind_is_ignored_with_its_name():
    assert ignored_in(read_all(importer, fit(file_id(32)))) == [
        "a FIT file of another kind (monitoring b), not an activity"
    ]


def test_a_flipped_byte_is_noticed():
    whole = bytearray(fit(records(40), session()))
    whole[60] ^= 0x10
    assert "checksum" in why_refused(bytes(whole))


@pytest.mark.parametrize("kept", [3, 11, 12, 100, -1])
def test_a_file_cut_off_is_refused(kept: int):
    assert "FIT file is" in why_refused(fit(records(40), session())[:kept])


def test_a_size_of_four_gigabytes_is_not_believed():
    whole = bytearray(fit(session()))
    struct.pack_into("<I", whole, 4, 0xFFFFFFFF)
    assert "incomplete" in why_refused(bytes(whole))


def test_a_message_without_a_definition_is_refused():
    assert "no message" in why_refused(fit(file_id(), bytes([0x05, 1, 2, 3])))


def test_a_header_alone_is_refused():
    assert "no data" in why_refused(fit())


def test_only_what_is_needed_reaches_the_decoder():
    (file,) = fit_files(fit(file_id(), records(500), session()))
    assert len(file.body) > 4000
    assert len(file.only({18})) < 200


def test_what_stands_after_the_file_must_be_another_one():
    assert "after its first part" in why_refused(fit(session()) + b"0123456789ABCDEF")


# Each half of a byte further, as the specification of FIT writes it.
CRC_OF_FOUR_BITS = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip


def checksum_of_the_specification(content: bytes) -> int:
    crc = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) ^ CRC_OF_FOUR_BITS[crc & 0xF] ^ CRC_OF_FOUR_BITS[half]
    return crc


@given(st.binary(max_size=2000))
@settings(deadline=None)
def test_the_checksum_is_that_of_the_specification_and_zero_with_itself_behind(content: bytes):
    assert checksum(content) == checksum_of_the_specification(content)
    assert checksum(content + struct.pack("<H", checksum(content))) == 0


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_in_a_file_with_a_right_checksum_end_in_records_or_a_reason(noise: bytes):
    content = fit(file_id(), noise) if noise else fit(file_id())
    assert outcome(importer, content)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 255), st.integers(0, 255), st.integers(0, 0xFFFFFFFF), st.integers(0, 0xFFFFFFFF))
def test_any_numbers_in_a_session_end_in_records_or_a_reason(sport: int, sub_sport: int, metres: int, start: int):
    summed = message(
        18,
        field(2, LONG, start),
        field(5, ENUM, sport),
        field(6, ENUM, sub_sport),
        field(7, LONG, 600_000),
        field(9, LONG, metres),
    )
    found = outcome(importer, fit(summed))
    assert found
    if not isinstance(found, str):
        assert all((each.distance_m or 0) <= 1_000_000 for each in activities_in(found))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1.7e308, -1.7e308])
def test_times_that_are_no_times_end_in_records_or_a_reason(number: float):
    def as_float(place: int) -> Field:
        return Field(place, 0x89, struct.pack("<d", number))

    strange = message(34, as_float(253), Field(5, 0x89, struct.pack("<d", -number)))
    (run,) = activities_in(read_all(importer, fit(session(), strange)))
    assert run.start.basis is TimeBasis.UTC
    assert outcome(importer, fit(message(18, as_float(253), as_float(2), field(5, ENUM, 1), as_float(7))))

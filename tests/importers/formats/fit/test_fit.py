"""FIT files of sports watches."""

import struct
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from recorded_files import (
    BYTE,
    ENUM,
    LONG,
    START,
    WORD,
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


@pytest.mark.parametrize(
    ("maker", "offset_h", "basis"),
    [
        (294, 0.0, TimeBasis.UTC),  # COROS
        (71, 0.0, TimeBasis.UTC),  # TomTom
        (294, 2.0, TimeBasis.OFFSET),
        (1, 0.0, TimeBasis.OFFSET),
    ],
)
def test_a_watch_that_writes_utc_as_local_time_does_not_say_where_it_was(maker: int, offset_h: float, basis: TimeBasis):
    (run,) = activities_in(read_all(importer, fit(file_id(4, maker), session(), activity(START, offset_h))))
    assert (run.start.basis, run.start.utc) == (basis, datetime(2025, 4, 6, 7, 30))


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
    found = read_all(importer, fit(session(START, 1, 0, (0xFFFFFFFF - 1) / 100)))
    assert [(each.distance_m, each.moving_s) for each in activities_in(found)] == [(None, 2400.0)]
    assert warnings_in(found) == ["more than 1,000 km; kept as unknown"]


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
        ((file_id(),), "neither a session nor two records"),
    ],
)
def test_a_recording_that_cannot_be_one_is_refused(messages: tuple[bytes, ...], why: str):
    assert why in why_refused(fit(*messages))


def test_one_bad_session_does_not_fail_the_others():
    found = read_all(importer, fit(session(), session(START + timedelta(hours=2), 1, 0, 0.0, 0.0)))
    assert len(activities_in(found)) == len(rejections_in(found)) == 1


@pytest.mark.parametrize("elapsed_s", [0.0, 250 * 3600.0])
def test_a_run_of_a_distance_stays_where_its_time_cannot_be(elapsed_s: float):
    (run,) = activities_in(read_all(importer, fit(session(START, 1, 0, 5000.0, elapsed_s))))
    assert (run.distance_m, run.elapsed_s, run.moving_s) == (5000.0, None, None)


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


@pytest.mark.parametrize("more", [b"0123456789ABCDEF", bytes(41), b"\n"])
def test_bytes_after_a_whole_file_cost_nothing_and_are_said(more: bytes):
    found = read_all(importer, fit(session()) + more)
    assert len(activities_in(found)) == 1
    assert warnings_in(found) == [f"The {len(more)} bytes after the end of this FIT file are no FIT file."]


def test_a_damaged_second_file_costs_only_itself():
    found = read_all(importer, fit(session()) + fit(session(START + timedelta(days=1)))[:-9])
    assert len(activities_in(found)) == 1
    assert ["incomplete" in each.why for each in rejections_in(found)] == [True]


def test_empty_parts_between_whole_ones_are_nothing():
    found = read_all(importer, fit() + fit(session()) + fit() + fit(session(START + timedelta(days=1))) + fit())
    assert [type(each) for each in found] == [Activity, Activity]


@pytest.mark.parametrize("torn", [0, 2, 7])
def test_a_file_whose_size_was_never_written_is_read_as_far_as_it_goes(torn: int):
    whole = bytearray(fit(file_id(), records(601)))
    struct.pack_into("<I", whole, 4, 0)
    found = read_all(importer, bytes(whole[: len(whole) - torn]))
    assert [each.distance_m for each in activities_in(found)] == [pytest.approx(1800, abs=3)]
    assert any("never finished" in why for why in warnings_in(found))


def test_heart_rates_that_a_belt_sent_on_belong_to_the_bout_before():
    beats = message(132, field(253, LONG, fit_time(START)), field(6, BYTE, 130, 140))
    found = read_all(importer, fit(file_id(), session()) + fit(beats) + fit(beats))
    assert [(each.heart_rate_bpm, each.heart_rate_max_bpm) for each in activities_in(found)] == [(135.0, 140.0)]
    assert (len(ignored_in(found)), rejections_in(found)) == (2, [])


def test_a_course_is_no_run_even_with_points_and_times():
    found = read_all(importer, fit(file_id(6), records(100)))
    assert ignored_in(found) == ["a course, which is a route to follow, not a run that was run"]
    assert activities_in(found) == []


def test_a_field_of_a_developer_that_stands_for_one_of_the_profile_overrides_it():
    told = field(0, BYTE, 0), field(1, BYTE, 0), field(2, BYTE, 0x88), text(3, "metres run")
    described = message(206, *told, text(8, "km"), field(14, WORD, 18), field(15, BYTE, 9))
    developer = message(207, field(3, BYTE, 0))
    plain = session(START, 1, 1, 0.0)
    fields = plain[5]
    head = bytes([plain[0] | 0x20]) + plain[1 : 6 + 3 * fields] + bytes([1, 0, 4, 0])
    overridden = head + plain[6 + 3 * fields :] + struct.pack("<f", 6.4)
    run = one(developer, described, overridden)
    assert run.distance_m == pytest.approx(6400)
    assert run.moving_s == 2400.0


def lap(start_s: int, seconds: float, metres: float, *more: Field) -> bytes:
    at = fit_time(START) + start_s
    sums = (
        field(7, LONG, round(seconds * 1000)),
        field(8, LONG, round(seconds * 1000)),
        field(9, LONG, round(metres * 100)),
    )
    return message(19, field(253, LONG, at + round(seconds)), field(2, LONG, at), *sums, *more)


def timer_event(second: int, kind: int) -> bytes:
    return message(21, field(253, LONG, fit_time(START) + second), field(0, ENUM, 0), field(1, ENUM, kind))


def open_session(*fields: Field) -> bytes:
    return message(18, field(253, LONG, fit_time(START) + 1800), field(2, LONG, fit_time(START)), *fields)


RUNNING = field(5, ENUM, 1)


def test_time_and_distance_are_of_one_span_where_the_last_lap_was_never_written():
    ended = message(34, field(253, LONG, fit_time(START) + 3600), field(0, LONG, 3_600_000))
    for metres in (None, 8100.0):
        found = read_all(importer, fit(file_id(), records(361, step_s=10), session(START, 1, 0, metres, 2700.0), ended))
        (run,) = activities_in(found)
        assert (run.distance_m, run.moving_s, run.elapsed_s) == (10_800.0, 3600.0, 3600.0)
        assert "a part of the recording" in warnings_in(found)[0]


def test_a_session_that_stops_before_its_records_do_is_completed_by_them():
    sums = field(7, LONG, 1_000_000), field(8, LONG, 1_000_000), field(9, LONG, 300_000)
    run = one(records(1801), open_session(RUNNING, *sums))
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (5400.0, 1800.0, 1800.0)
    waited = one(records(1001), open_session(RUNNING, *sums))
    assert (waited.distance_m, waited.moving_s, waited.elapsed_s) == (3000.0, 1000.0, 1000.0)


def test_times_that_cannot_be_are_those_of_the_records():
    sums = field(7, LONG, 0xFFFFFFFE), field(8, LONG, 0xFFFFFFFE), field(9, LONG, 540_000)
    run = one(records(1801), open_session(RUNNING, *sums))
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (5400.0, 1800.0, 1800.0)


def test_a_session_without_times_takes_them_from_the_records():
    bare = message(18, RUNNING, field(9, LONG, 540_000))
    run = one(records(1801), bare)
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (5400.0, 1800.0, 1800.0)
    assert run.start.utc == START.replace(tzinfo=None)


def test_a_clock_that_was_set_late_leaves_the_times_of_the_records():
    early = session(datetime(1989, 12, 31, 1, tzinfo=UTC), 1, 0, 1800.0, 600.0)
    run = one(records(601), early)
    assert (run.start.utc, run.elapsed_s) == (START.replace(tzinfo=None), 600.0)


def test_the_timer_is_that_of_the_laps_else_of_starts_and_stops():
    elapsed, metres = field(7, LONG, 1_800_000), field(9, LONG, 500_000)
    laps = lap(0, 900.0, 2500), lap(900, 900.0, 2500)
    assert one(*laps, open_session(RUNNING, elapsed, metres)).moving_s == 1800.0
    stops = timer_event(0, 0), timer_event(600, 4), timer_event(900, 0), timer_event(1800, 4)
    assert one(*stops, open_session(RUNNING, elapsed, metres)).moving_s == 1500.0


def test_time_in_motion_is_taken_where_it_is_given():
    run = one(session(START, 1, 0, 5000.0, 1800.0, field(59, LONG, 1_650_000)))
    assert (run.moving_s, run.elapsed_s) == (1650.0, 1800.0)


def test_nobody_moves_longer_than_it_lasted():
    timer = field(8, LONG, 1_900_000)
    assert one(open_session(RUNNING, field(7, LONG, 1_700_000), timer)).moving_s == 1700.0
    longer = one(open_session(RUNNING, field(7, LONG, 600_000), field(8, LONG, 1_790_000)))
    assert (longer.moving_s, longer.elapsed_s) == (1790.0, 1800.0)


def test_a_mean_heart_rate_that_is_missing_is_that_of_the_records():
    run = one(records(601), session(START, 1, 0, 1800.0, 600.0))
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm) == (pytest.approx(144.5, abs=0.1), 149.0)


def test_a_session_that_lacks_nothing_but_heart_rates_has_its_records_not_decoded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("lib.importers.formats.fit.recording.summed_up", None)
    seconds = [
        message(20, field(253, LONG, fit_time(START) + at), field(3, BYTE, rate))
        for at, rate in enumerate([0, 120, 255, 131])
    ]
    run = one(file_id(), *seconds, session(metres=30.0, seconds=4.0))
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.heart_rate_seconds) == (125.5, 131.0, "120:1")


def test_records_without_distances_are_measured_by_their_positions():
    def at(second: int) -> bytes:
        place = round((52 + second * 3 / 111_195.08) * 2**31 / 180)
        return message(
            20, field(253, LONG, fit_time(START) + second), field(0, 0x85, place), field(1, 0x85, 138_000_000)
        )

    assert one(*map(at, range(0, 601, 5))).distance_m == pytest.approx(1800, rel=0.001)


UNSAID = [
    ((session(START, 0xFF, 7),), "its words"),
    ((session(START, 0xFF, 0, 18_000.0, 2400.0),), "its speeds"),
    ((message(21, field(253, LONG, fit_time(START)), field(0, ENUM, 43)), session(START, 0xFF)), "its gears"),
    ((records(901, metres_per_s=9.0),), "its speeds"),
]


@pytest.mark.parametrize(("messages", "why"), UNSAID)
def test_what_is_plainly_ridden_is_no_run(messages: tuple[bytes, ...], why: str):
    found = read_all(importer, fit(file_id(), *messages))
    assert [each.sport for each in activities_in(found)] == [Sport.RIDE]
    assert any(why in each for each in warnings_in(found))


def test_a_sport_that_only_the_profile_or_a_lap_says_is_taken():
    profile = message(12, field(0, ENUM, 2))
    assert one(profile, session(START, 0xFF)).sport is Sport.RIDE
    assert one(lap(0, 2400.0, 8040.5, field(25, ENUM, 17)), session(START, 0xFF)).sport is Sport.HIKE
    found = read_all(importer, fit(session(START, 0xFF)))
    assert (activities_in(found)[0].sport, len(warnings_in(found))) == (Sport.RUN, 1)


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


@settings(max_examples=examples(60), deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_in_a_file_with_a_right_checksum_end_in_records_or_a_reason(noise: bytes):
    content = fit(file_id(), noise) if noise else fit(file_id())
    assert outcome(importer, content)


@settings(max_examples=examples(40), deadline=None)
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

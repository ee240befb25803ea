"""GPX: tracks of points."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples
from recorded_files import (
    START,
    activities_in,
    gpx,
    gpx_points,
    outcome,
    read_all,
    rejections_in,
    warnings_in,
)

from lib.importers.base import Upload, find_importer
from lib.importers.formats.gpx.importer import importer
from lib.importers.reading.table import open_table
from lib.model.errors import UnreadableFile
from lib.model.records import Activity
from lib.model.vocabulary import Sport, SubSport, TimeBasis


def one(content: bytes) -> Activity:
    (found,) = activities_in(read_all(importer, content))
    return found


def why_refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_all(importer, content)
    return caught.value.why


def replaced(points: list[str], place: int, old: str, new: str) -> list[str]:
    assert old in points[place]
    return [each.replace(old, new) if n == place else each for n, each in enumerate(points)]


def test_a_run_has_its_distance_and_times():
    run = one(gpx(gpx_points()))
    assert (run.sport, run.title, run.sport_raw) == (Sport.RUN, "Along the river", "running")
    assert run.distance_m == pytest.approx(59 * 30.0, rel=0.01)
    assert (run.elapsed_s, run.moving_s) == (590.0, 590.0)
    assert (run.start.basis, run.start.utc) == (TimeBasis.UTC, datetime(2025, 4, 6, 7, 30))
    assert run.line == 3


def test_heart_rate_is_found_under_a_prefix_that_the_file_forgot_to_declare():
    extra = "<extensions><gpxtpx:hr>150</gpxtpx:hr></extensions></trkpt>"
    assert one(gpx([each.replace("</trkpt>", extra) for each in gpx_points()])).heart_rate_bpm == 150.0


def test_heart_rate_and_cadence_are_found_under_any_prefix():
    extra = (
        '<extensions><x:TrackPointExtension xmlns:x="any"><x:hr>150</x:hr><x:cad>80</x:cad></x:TrackPointExtension>'
        "</extensions></trkpt>"
    )
    run = one(gpx([each.replace("</trkpt>", extra) for each in gpx_points()]))
    assert (run.heart_rate_bpm, run.heart_rate_max_bpm, run.cadence_spm) == (150.0, 150.0, 160.0)


@pytest.mark.parametrize(
    ("type_", "name", "expected"),
    [
        ("9", "", (Sport.RUN, SubSport.NONE)),
        ("1", "Morning Run", (Sport.RIDE, SubSport.NONE)),
        ("trail_running", "", (Sport.RUN, SubSport.TRAIL)),
        ("cycling", "", (Sport.RIDE, SubSport.NONE)),
        ("", "Running 2/10/20 11:05 am", (Sport.RUN, SubSport.NONE)),
        ("", "Cycling 2/10/20 11:05 am", (Sport.RIDE, SubSport.NONE)),
        ("", "Lunch Ride", (Sport.RIDE, SubSport.NONE)),
        ("", "Savile Row and back", (Sport.RUN, SubSport.NONE)),
        ("", "", (Sport.RUN, SubSport.NONE)),
        ("underwater hockey", "", (Sport.OTHER, SubSport.NONE)),
    ],
)
def test_the_sport_is_the_type_else_the_name_else_a_run(type_: str, name: str, expected: tuple[Sport, SubSport]):
    found = read_all(importer, gpx(gpx_points(), type_=type_, name=name))
    (bout,) = activities_in(found)
    assert (bout.sport, bout.sub_sport) == expected
    assert bool(warnings_in(found)) == (not type_ or expected[0] is Sport.OTHER)


def test_two_tracks_are_two_runs():
    later = gpx_points(start=START + timedelta(days=1))
    assert len(activities_in(read_all(importer, gpx(gpx_points(), later)))) == 2


def test_one_bad_track_does_not_fail_the_other():
    found = read_all(importer, gpx(gpx_points(1), gpx_points()))
    assert len(activities_in(found)) == 1
    assert [(each.line, each.column) for each in rejections_in(found)] == [(3, "trk")]


def test_a_planned_route_is_refused():
    route = b'<gpx><rte><name>Race</name><rtept lat="1" lon="2"/></rte></gpx>'
    assert "planned route" in why_refused(route)
    timeless = [each.partition("<time>")[0] + "</trkpt>" for each in gpx_points()]
    assert "planned route" in why_refused(gpx(timeless))


def test_a_track_without_points_is_refused():
    assert "no track points" in why_refused(gpx([])).lower()
    assert "no track points" in why_refused(b"<gpx></gpx>").lower()


def test_a_place_that_is_not_on_earth_costs_its_point_alone():
    found = read_all(importer, gpx(replaced(gpx_points(), 4, 'lat="52.101080"', 'lat="100"')))
    assert activities_in(found)[0].distance_m == pytest.approx(57 * 30.0, rel=0.01)
    assert warnings_in(found) == ["1 point lies off the Earth; taken for a pause and left out"]


def test_places_that_are_all_off_the_earth_are_named():
    assert "52100000, 11.6 is no place" in why_refused(
        gpx([each.replace('lat="52.', 'lat="52') for each in gpx_points()])
    )


def test_a_ride_whose_sport_is_not_said_is_no_run():
    quick = gpx_points(count=100, north=0.0009)
    (ride,) = activities_in(found := read_all(importer, gpx(quick, type_="", name="Track 7")))
    assert (ride.sport, round(ride.distance_m or 0)) == (Sport.RIDE, 9907)
    assert "kept as a ride" in warnings_in(found)[0]
    assert activities_in(read_all(importer, gpx(quick)))[0].sport is Sport.RUN


@pytest.mark.parametrize("odd", ["NaN", "inf", "", "north"])
def test_a_latitude_that_is_no_number_leaves_its_point_out(odd: str):
    run = one(gpx(replaced(gpx_points(), 0, 'lat="52.100000"', f'lat="{odd}"')))
    assert run.distance_m == pytest.approx(58 * 30.0, rel=0.01)


def test_times_with_an_offset_keep_the_wall_clock():
    start = one(gpx([each.replace("Z</time>", "+05:30</time>") for each in gpx_points()])).start
    assert start.basis is TimeBasis.OFFSET
    assert (start.utc, start.local) == (datetime(2025, 4, 6, 2, 0), datetime(2025, 4, 6, 7, 30))


def test_times_without_a_zone_are_utc_with_a_warning():
    found = read_all(importer, gpx([each.replace("Z</time>", "</time>") for each in gpx_points()]))
    assert activities_in(found)[0].start.utc == datetime(2025, 4, 6, 7, 30)
    assert any("read as UTC" in why for why in warnings_in(found))


def test_a_future_recording_is_refused():
    assert "future" in why_refused(gpx(gpx_points(start=datetime(2099, 1, 1))))


@pytest.mark.parametrize("before", [b"\n\n  ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_blanks_before_the_declaration_do_no_harm(before: bytes):
    assert one(before + gpx(gpx_points())).sport is Sport.RUN


def test_utf_16_is_read():
    content = gpx(gpx_points()).decode().replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")
    assert find_importer(Upload("run.gpx", content)) is importer
    assert one(content).sport is Sport.RUN


def test_a_file_cut_off_is_refused_with_its_line():
    content = gpx(gpx_points())[:900]
    assert "line 3" in why_refused(content)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE gpx [<!ENTITY a "aaaa">]>',
        '<!DOCTYPE gpx [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_document_type_is_recognised_and_refused(declared: str):
    content = gpx(gpx_points()).decode().replace("?>", f"?>{declared}", 1).encode()
    assert find_importer(Upload("run.gpx", content)) is importer
    assert "DTD" in why_refused(content)


def test_a_name_is_only_text():
    assert one(gpx(gpx_points(), name="&lt;b&gt;Loop&lt;/b&gt;")).title == "<b>Loop</b>"


@settings(max_examples=examples(60), deadline=None)
@given(st.binary(max_size=200), st.integers(0, 700))
def test_any_damage_ends_in_records_or_a_reason(noise: bytes, place: int):
    whole = gpx(gpx_points(8))
    assert outcome(importer, whole[:place] + noise + whole[place:])


def test_a_track_without_any_position_says_that_its_distance_is_not_known():
    records = read_all(importer, gpx([each.replace('lat="', 'latitude="') for each in gpx_points()]))
    assert activities_in(records)[0].distance_m is None
    assert "no point has a position" in warnings_in(records)[0]


def test_times_that_cannot_be_read_are_no_planned_route():
    points = [each.replace("2025-04-06T", "06/04/2025 ") for each in gpx_points()]
    assert why_refused(gpx(points)).startswith("Not a time as GPX writes it")


def test_a_recording_of_1970_is_kept_with_a_warning():
    records = read_all(importer, gpx([each.replace("2025-04-06T", "1970-01-01T") for each in gpx_points()]))
    assert activities_in(records)[0].start.utc == datetime(1970, 1, 1, 7, 30)
    assert "clock was not set" in warnings_in(records)[0]


@pytest.mark.parametrize("declared", ['encoding="UTF-16"', 'encoding="none-8"'])
def test_an_encoding_that_is_not_the_files_own_is_called_damage(declared: str):
    content = gpx(gpx_points()).replace(b'version="1.0"', f'version="1.0" {declared}'.encode(), 1)
    assert find_importer(Upload("x.gpx", content)) is None
    with pytest.raises(UnreadableFile, match="GPX file that is damaged, or written in a way"):
        open_table(Upload("x.gpx", content))

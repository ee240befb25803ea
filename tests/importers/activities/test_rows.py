"""The rows of a list: columns by their names, units, lengths, times, and the ways of apps."""

from datetime import datetime

import pytest

from lib.importers.activities.cells import Column
from lib.importers.activities.habits import (
    beats_or_blank,
    in_unit,
    instant,
    kind_by,
    kind_by_number,
    steps_as_counted,
    steps_of_both_legs,
)
from lib.importers.activities.lengths import InUnitOfRow, InUnits
from lib.importers.activities.rows import (
    METRES_PER_UNIT,
    ActivityRow,
    columns_named,
    has_columns,
    indoors,
    kept_distance,
    name_and_unit,
)
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell, Contradiction
from lib.importers.reading.table_header import read_header
from lib.model.vocabulary import Sport, SubSport, TimeBasis

AT = datetime(2026, 5, 1, 6)
NAME = Column(0, "Name")


@pytest.mark.parametrize(
    ("unit", "metres"),
    [("", 1), ("m", 1), ("km", 1000), ("cm", 0.01), ("mi", 1609.344), ("yd", 0.9144), ("ft", 0.3048), ("meters", 1), ("meter", 1),
     ("kilometers", 1000), ("kilometer", 1000), ("miles", 1609.344), ("mile", 1609.344), ("yards", 0.9144), ("yard", 0.9144), ("feet", 0.3048)],
)  # fmt: skip
def test_units_of_distance_in_metres(unit, metres):
    assert METRES_PER_UNIT[unit] == pytest.approx(metres)


def test_a_unit_stands_in_brackets_behind_the_name():
    assert name_and_unit("Distance (km)") == ("distance", "km")
    assert name_and_unit("Distance") == ("distance", "")
    assert name_and_unit("Pace (min) (km)") == ("pace (min)", "km")


def header(*names):
    found = read_header(Upload("log.csv", f"{','.join(names)}\n{','.join('1' for _ in names)}\n".encode()))
    assert found is not None
    return found


def test_columns_are_found_by_any_of_their_names_in_the_order_of_the_names():
    found = columns_named(
        header("Time", "Distance (km)", "Laps", "Length"),
        {"distance": ("Length", "Distance"), "laps": ("Laps",), "none": ("No",)},
    )
    assert {name: [each.position for each in several] for name, several in found.items()} == {
        "distance": [3, 1],
        "laps": [2],
        "none": [],
    }
    assert has_columns(header("Time", "Distance (km)"), "Time", "Distance")
    assert not has_columns(header("Time", "Distance (km)"), "Time", "Laps")
    assert not has_columns(None, "Time")


@pytest.mark.parametrize(
    ("sport", "metres", "seconds", "told"),
    [(Sport.RUN, 1000, 100, 1), (Sport.RUN, 999, 100, 0), (Sport.RUN, 1000, 130, 0), (Sport.RIDE, 1000, 60, 0), (Sport.RUN, 1000, None, 0), (Sport.RUN, None, 9, 0)],
)  # fmt: skip
def test_faster_than_anyone_runs_is_told(sport, metres, seconds, told):
    row = ActivityRow(3, [""], {"moving": [NAME]})
    row.check_pace("moving", sport, metres, seconds)
    assert len(row.warnings) == told
    if told:
        assert row.warnings[0].why.startswith("36 km/h")


def row_of(cells_, columns, **more):
    return ActivityRow(
        3, cells_, {name: [Column(*each) for each in several] for name, several in columns.items()}, **more
    )


@pytest.mark.parametrize(
    ("header_", "cell", "metres_per", "metres"),
    [
        ("Distance (km)", "5", None, 5000.0),
        ("Distance (mi)", "1", None, 1609.344),
        ("Distance", "5", None, 5.0),
        ("Distance", "5", 1000.0, 5000.0),
        ("Distance (km)", "1000", None, 1_000_000.0),
        ("Distance (km)", "", None, None),
        ("Distance (km)", "0", None, 0.0),
    ],
)
def test_the_distance_of_a_row(header_, cell, metres_per, metres):
    assert row_of([cell], {"distance": [(0, header_)]}).distance_m(metres_per) == metres
    assert row_of([cell], {"distance": []}).distance_m(metres_per) is None


def test_a_distance_beyond_a_thousand_kilometres_names_its_column():
    with pytest.raises(BadCell, match="1,000 km") as caught:
        row_of(["1000.1"], {"distance": [(0, "Distance (km)")]}).distance_m()
    assert (caught.value.column, caught.value.value) == ("Distance (km)", "1000.1")
    with pytest.raises(BadCell, match="negative"):
        row_of(["-1"], {"distance": [(0, "Distance (km)")]}).distance_m()


@pytest.mark.parametrize(
    ("header_", "cell", "metres"),
    [
        ("Ascent (m)", "100", 100.0),
        ("Ascent (ft)", "100", pytest.approx(30.48)),
        ("Ascent", "0", 0.0),
        ("Ascent", "", None),
        ("Ascent", "60000", 60_000.0),
        ("Ascent", "60001", None),
        ("Ascent", "-0.5", None),
        ("Ascent (km)", "60", 60_000.0),
        ("Ascent (km)", "60.5", None),
    ],
)
def test_the_ascent_of_a_row(header_, cell, metres):
    row = row_of([cell], {"ascent": [(0, header_)]})
    assert row.ascent_m() == metres
    assert len(row.warnings) == (metres is None and cell != "")
    assert row_of([cell], {"ascent": []}).ascent_m() is None


def test_flat_ground_may_mean_that_nothing_was_measured():
    row = row_of(["0", "5"], {"ascent": [(0, "Ascent")], "distance": [(1, "Distance")]})
    assert (InUnits().ascent_m(row), InUnits(flat=False).ascent_m(row)) == (0.0, None)
    assert InUnits(distance=1000.0).distance_m(row, Sport.RUN, SubSport.NONE) == 5000.0


@pytest.mark.parametrize(
    ("distance", "unit", "metres", "why"),
    [
        ("5", "KM", 5000.0, None),
        ("5", "m", 5.0, None),
        ("5", "", None, "missing"),
        ("5", "parsec", None, "not a unit of length that is known here"),
        ("0", "parsec", 0.0, None),
        ("", "", None, None),
    ],
)
def test_a_unit_in_a_column_of_its_own(distance, unit, metres, why):
    row = row_of([distance, unit], {"distance": [(0, "Distance")], "unit": [(1, "Unit")]})
    if why is None:
        assert InUnitOfRow().distance_m(row, Sport.RUN, SubSport.NONE) == metres
    else:
        with pytest.raises(BadCell, match=why) as caught:
            InUnitOfRow().distance_m(row, Sport.RUN, SubSport.NONE)
        assert caught.value.column == "Unit"


@pytest.mark.parametrize(
    ("cell", "unit_s", "distance_m", "seconds"),
    [
        ("90", None, 100.0, 90.0),
        ("1:30", None, 100.0, 90.0),
        ("90", 60.0, 100.0, 5400.0),
        ("4000", 216.0, None, 864_000.0),
        ("0", None, None, None),
        ("0", 60.0, None, None),
        ("", 60.0, 100.0, None),
    ],
)
def test_a_length_of_time_of_a_row(cell, unit_s, distance_m, seconds):
    assert row_of([cell], {"moving": [(0, "Time")]}).seconds("moving", distance_m, unit_s) == seconds


@pytest.mark.parametrize(("cell", "unit_s"), [("4001", 216.0), ("864001", None), ("-1", 60.0), ("0", 60.0)])
def test_a_length_of_time_that_cannot_be_is_refused(cell, unit_s):
    with pytest.raises(BadCell) as caught:
        row_of([cell], {"moving": [(0, "Time")]}).seconds("moving", 100.0, unit_s)
    assert caught.value.column == "Time"


@pytest.mark.parametrize(
    ("end", "seconds", "why"),
    [
        ("2026-05-01 07:00:00", 3600.0, None),
        ("2026-05-01 06:00:00", None, None),
        ("", None, None),
        ("2026-05-01 05:59:59", None, "ends before it starts"),
        ("2026-05-11 06:00:00", 864_000.0, None),
        ("2026-05-11 06:00:01", None, "240 h"),
    ],
)
def test_from_the_start_of_a_row_to_its_end(end, seconds, why):
    row = row_of(["2026-05-01 06:00:00", end], {"start": [(0, "Start")], "end": [(1, "End")]})
    if why is None:
        assert row.seconds_between("start", "end") == seconds
    else:
        with pytest.raises(BadCell, match=why) as caught:
            row.seconds_between("start", "end")
        assert caught.value.column == "End"


@pytest.mark.parametrize(
    ("cell", "beats", "told"),
    [
        ("25", 25.0, 0),
        ("250", 250.0, 0),
        ("0", None, 0),
        ("0.0", None, 0),
        ("", None, 0),
        ("24", None, 1),
        ("251", None, 1),
    ],
)
def test_the_heart_rate_of_a_row(cell, beats, told):
    row = row_of([cell], {"heart_rate": [(0, "HR")]})
    assert (row.heart_rate("heart_rate"), len(row.warnings)) == (beats, told)


def test_an_id_has_a_hundred_characters_at_most():
    assert row_of(["x" * 100], {"key": [(0, "Id")]}).own_id() == "x" * 100
    assert row_of(["--"], {"key": [(0, "Id")]}).own_id() == ""
    with pytest.raises(BadCell, match="longer than 100 characters"):
        row_of(["x" * 101], {"key": [(0, "Id")]}).own_id()


def test_a_column_that_is_missing_is_named_by_our_word():
    with pytest.raises(BadCell, match="missing") as caught:
        row_of([], {"start": []}).moment("start")
    assert caught.value.column == "start"


def test_a_side_value_that_cannot_be_read_is_told_once():
    row = row_of(["x", "y"], {"moving": [(0, "Time")], "elapsed": [(1, "All")]})
    for _ in range(2):
        assert row.or_unknown(lambda: row.seconds("moving")) is None
        assert row.or_unknown(lambda: row.seconds("elapsed")) is None
    assert [(each.column, each.why.endswith("; kept as unknown")) for each in row.warnings] == [
        ("Time", True),
        ("All", True),
    ]
    assert row.says(lambda: row.seconds("moving"))
    assert not row_of(["0"], {"moving": [(0, "Time")]}).says(lambda: 0.0)

    def contradicted():
        raise Contradiction("Time", "x", "two times")

    with pytest.raises(Contradiction):
        row.or_unknown(contradicted)


def test_an_unset_clock_of_a_row_is_told():
    row = row_of(["1990-01-01 06:00:00"], {"start": [(0, "Start")]})
    assert row.moment("start").local == datetime(1990, 1, 1, 6)
    assert [each.why for each in row.warnings] == ["looks like a watch whose clock was not set"]


def test_words_and_gear_of_a_row_are_cut():
    row = row_of(["x" * 201, "y" * 199 + " z"], {"kind": [(0, "Type")], "gear": [(1, "Gear")]})
    assert row.word() == "x" * 200
    assert row.gear() == "y" * 199
    assert row_of([], {}).gear() == ""


def test_a_number_of_a_sport_is_told_once_where_it_is_not_known():
    read = kind_by_number({"1": (Sport.RUN, SubSport.TRAIL)}, "sport {}")
    told: set[str] = set()
    rows = [row_of([each], {"kind": [(0, "Type")]}, told=told) for each in ("1", "7", "7", "8")]
    assert [tuple(read(row)) for row in rows] == [
        ("sport 1", Sport.RUN, SubSport.TRAIL),
        ("sport 7", Sport.OTHER, SubSport.NONE),
        ("sport 7", Sport.OTHER, SubSport.NONE),
        ("sport 8", Sport.OTHER, SubSport.NONE),
    ]
    assert [len(row.warnings) for row in rows] == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("unit_s", "cell", "seconds"),
    [(60.0, "1.2345", 74.1), (1.0, "74.07", 74.07), (0.001, "1234", 1.234), (60.0, "", None), (60.0, "0", None)],
)
def test_minutes_are_rounded_to_tenths_of_a_second(unit_s, cell, seconds):
    assert in_unit(unit_s)(row_of([cell], {"moving": [(0, "Time")]}), "moving", None) == seconds


@pytest.mark.parametrize(
    ("sport", "counted", "both"), [(Sport.RUN, 85.0, 170.0), (Sport.HIKE, 85.0, 170.0), (Sport.RIDE, None, None)]
)
def test_steps_are_those_of_sports_on_foot(sport, counted, both):
    row = row_of(["85"], {"cadence": [(0, "Cadence")]})
    assert (steps_as_counted(row, sport), steps_of_both_legs(row, sport)) == (counted, both)
    assert steps_as_counted(row_of(["0"], {"cadence": [(0, "Cadence")]}), Sport.RUN) is None


@pytest.mark.parametrize(
    ("text", "basis", "local", "utc"),
    [
        ("2026-05-01 06:00:00", TimeBasis.UTC, None, AT),
        ("2026-05-01 06:00:00Z", TimeBasis.UTC, None, AT),
        ("2026-05-01 08:00:00+02:00", TimeBasis.OFFSET, datetime(2026, 5, 1, 8), AT),
    ],
)
def test_an_instant_is_utc_unless_an_offset_is_written(text, basis, local, utc):
    found = instant(row_of([text], {"start": [(0, "Start")]}))
    assert (found.basis, found.local, found.utc) == (basis, local, utc)


@pytest.mark.parametrize(("cell", "beats", "told"), [("150", 150.0, 0), ("", None, 0), ("0", None, 1), ("24", None, 1)])
def test_a_heart_rate_of_zero_is_wrong_where_a_blank_means_not_measured(cell, beats, told):
    row = row_of([cell], {"heart_rate": [(0, "HR")]})
    assert (beats_or_blank(row, "heart_rate"), len(row.warnings)) == (beats, told)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Jog", ("Jog", Sport.RUN, SubSport.TRAIL)), ("running", ("running", Sport.RUN, SubSport.NONE))],
)
def test_a_word_that_an_app_uses_in_its_own_way_goes_first(word, kind):
    read = kind_by({"jog": (Sport.RUN, SubSport.TRAIL)})
    assert tuple(read(row_of([word], {"kind": [(0, "Type")]}))) == kind


def test_a_run_indoors_is_on_a_treadmill():
    assert indoors(Sport.RUN, SubSport.NONE) is SubSport.TREADMILL
    assert indoors(Sport.RUN, SubSport.TRAIL) is SubSport.TRAIL
    assert indoors(Sport.RIDE, SubSport.NONE) is SubSport.NONE


def test_only_a_sport_of_distances_keeps_a_distance_of_zero():
    assert [kept_distance(sport, 0.0) for sport in (Sport.RUN, Sport.STRENGTH)] == [0.0, None]
    assert kept_distance(Sport.STRENGTH, 5.0) == 5.0

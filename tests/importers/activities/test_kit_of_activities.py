"""What every list of activities and every recording has: cells with their limits, times, paces, kinds."""

from datetime import datetime, timedelta

import pytest

from lib.importers.activities import cells
from lib.importers.activities.cells import Column
from lib.importers.activities.habits import in_unit, instant, kind_by_number, steps_as_counted, steps_of_both_legs
from lib.importers.activities.lengths import InUnitOfRow, InUnits
from lib.importers.activities.recorded import Recorded, both_legs, first_writers, kept_or_refused, start_of
from lib.importers.activities.rows import METRES_PER_UNIT, ActivityRow, columns_named, has_columns, name_and_unit
from lib.importers.activities.tracks.ridden import plainly_ridden
from lib.importers.base import Upload
from lib.importers.reading.cells import COMMA, BadCell, CellError, Contradiction
from lib.importers.reading.dates import looks_like_unset_clock
from lib.importers.reading.epochs import moment_of_milliseconds, seconds_of
from lib.importers.reading.table_header import read_header
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Ignored, LiftingSet, Problem, Session
from lib.model.vocabulary import LoadMode, SetKind, Side, Sport, SubSport, TimeBasis

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


@pytest.mark.parametrize("text", ["", " ", "-", "--", "---"])
def test_placeholders_are_blank(text):
    assert NAME.text([text]) == ""
    assert cells.number(NAME, [text]) is None
    assert cells.duration(NAME, [text]) is None
    assert cells.describing(NAME, [text], [], 0, 10) is None


def test_the_first_of_several_columns_that_says_something():
    one, two = Column(0, "A"), Column(1, "B")
    assert cells.filled([one, two], ["--", "5"]) is two
    assert cells.filled([one, two], ["4", "5"]) is one
    assert cells.filled([one, two], ["", ""]) is one
    assert cells.filled([], ["5"]) is None


def test_a_column_that_is_missing_says_nothing():
    assert cells.number(None, []) is None
    assert cells.duration(None, []) is None
    assert cells.describing(None, [], [], 0, 1) is None
    assert cells.title(None, [], []) == ""


@pytest.mark.parametrize(
    ("text", "hours", "seconds"),
    [("90", False, 90.0), ("1:02", False, 62.0), ("1:02", True, 3720.0), ("1:02:03", True, 3723.0), ("240:00:00", False, 864_000.0), ("1h 2m", False, 3720.0)],
)  # fmt: skip
def test_lengths_of_time(text, hours, seconds):
    assert cells.duration(Column(0, "Time", hours=hours), [text]) == seconds


def test_numbers_and_lengths_at_their_bounds_name_their_column():
    assert cells.number(Column(0, "Km", COMMA), ["1.000,5"]) == 1000.5
    assert cells.check_distance(1_000_000) == 1_000_000
    for act, why in (
        (lambda: cells.check_distance(1_000_001), "1,000 km"),
        (lambda: cells.check_duration(864_001), "240 h"),
    ):
        with pytest.raises(CellError, match=why):
            act()
    with pytest.raises(BadCell) as caught:
        cells.number(NAME, ["far"])
    assert (caught.value.column, caught.value.value) == ("Name", "far")


@pytest.mark.parametrize(
    ("text", "value", "told"), [("0", 0.0, 0), ("10", 10.0, 0), ("10.5", None, 1), ("-1", None, 1), ("x", None, 1)]
)
def test_what_only_describes_becomes_unknown_with_a_warning(text, value, told):
    warnings: list[BadCell] = []
    assert cells.describing(NAME, [text], warnings, 0, 10) == value
    assert len(warnings) == told


def test_titles_and_notes_are_cut_with_a_warning():
    warnings: list[BadCell] = []
    assert cells.title(NAME, ["x" * 200], warnings) == "x" * 200
    assert warnings == []
    assert cells.title(NAME, ["x" * 201], warnings) == "x" * 200
    assert cells.title(NAME, ["a\x07b"], warnings) == "a b"
    assert cells.notes([NAME, None, Column(1, "More")], ["a", "b"], warnings) == "a\nb"
    assert len(warnings) == 2
    assert cells.notes([NAME], ["n" * 10_000], warnings) == "n" * 10_000
    assert len(warnings) == 2
    assert cells.notes([NAME], ["n" * 10_001], warnings) == "n" * 10_000
    assert [each.why.split(";")[0] for each in warnings] == [
        "longer than 200 characters", "control characters were replaced by blanks", "longer than 10,000 characters",
    ]  # fmt: skip


def test_a_word_for_a_sport_is_warned_of_once_and_a_date_is_none():
    warnings: list[BadCell] = []
    told: set[str] = set()
    assert cells.kind_of([NAME], ["Trail Run"], warnings, told)[:2] == ("Trail Run", Sport.RUN)
    for _ in range(2):
        assert cells.kind_of([NAME], ["Quidditch"], warnings, told) == ("Quidditch", Sport.OTHER, SubSport.NONE)
    assert len(warnings) == 1
    assert cells.kind_of([], [], warnings, told)[0] == ""
    with pytest.raises(BadCell, match="a date, not a sport"):
        cells.kind_of([NAME], ["2026-05-01"], warnings, told)


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


def test_no_time_for_some_way_has_no_speed():
    assert cells.positive_if_moved(NAME, 0.0, None) is None
    assert cells.positive_if_moved(NAME, 5.0, 100.0) == 5.0
    assert cells.positive_if_moved(None, 0.0, 100.0) is None
    with pytest.raises(BadCell, match="must be above 0"):
        cells.positive_if_moved(NAME, 0.0, 100.0)


@pytest.mark.parametrize(
    ("speeds", "moving_s", "ridden"),
    [
        ([5.9] * 10, 300.0, True),
        ([5.7] * 10, 300.0, False),
        ([5.9] * 10, 299.0, False),
        ([5.9] * 9, 300.0, False),
        ([3.0] * 17 + [8.0] * 3, 600.0, True),  # more than a tenth of it
        ([3.0] * 19 + [8.0], 600.0, False),
        ([3.0] * 17 + [7.6] * 3, 600.0, False),
        ([3.0] * 17 + [7.75] * 3, 600.0, True),
        ([3.0] * 18 + [8.3] * 2, 600.0, True),  # nearly a tenth of it, by far
        ([3.0] * 18 + [8.0] * 2, 600.0, False),
        ([5.8] * 10, 600.0, False),
        ([7.7] * 3 + [3.0] * 17, 600.0, False),
    ],
)
def test_a_ride_is_told_by_its_half_minutes(speeds, moving_s, ridden):
    assert plainly_ridden(speeds, moving_s) is ridden


@pytest.mark.parametrize(("steps", "both"), [(85, 170), (130, 260), (131, 131), (170, 170), (0, None), (None, None)])
def test_watches_count_the_steps_of_one_leg(steps, both):
    assert both_legs(steps) == both


@pytest.mark.parametrize(
    ("day", "unset"),
    [((1989, 12, 31), True), ((1990, 1, 1), True), ((1970, 1, 1), True), ((1980, 1, 6), True), ((1990, 1, 2), False), ((1980, 1, 5), False), ((1970, 2, 1), False), ((1989, 12, 30), False)],
)  # fmt: skip
def test_the_first_day_of_a_clock(day, unset):
    assert looks_like_unset_clock(datetime(*day, 12)) is unset


def recorded(**said):
    return list(
        Recorded(AT, Sport.RUN, 3, **{"distance_m": 8000.0, "moving_s": 2400.0, "elapsed_s": 2500.0, **said}).records()
    )


def activity(**said) -> tuple[Activity, list[str]]:
    first, *others = recorded(**said)
    assert isinstance(first, Activity)
    assert all(isinstance(each, Problem) and each.rows == 0 and each.line == 3 for each in others)
    return first, [each.why for each in others]


def test_a_recording_is_kept_as_it_is():
    found, told = activity(sport_raw="running", offset=timedelta(hours=2), heart_rate_bpm=150.0, ascent_m=0.0)
    assert told == []
    assert (found.distance_m, found.moving_s, found.elapsed_s, found.heart_rate_bpm, found.ascent_m) == (
        8000,
        2400,
        2500,
        150,
        0,
    )
    assert (found.start.local, found.start.utc, found.start.basis) == (datetime(2026, 5, 1, 8), AT, TimeBasis.OFFSET)
    assert (found.source_key, found.line) == ("2026-05-01T06:00:00Z running", 3)
    assert activity()[0].source_key == "2026-05-01T06:00:00Z run"


@pytest.mark.parametrize(
    ("said", "moving", "elapsed"),
    [
        ({"moving_s": 2600.0}, 2500.0, 2500.0),
        ({"elapsed_s": None}, 2400.0, None),
        ({"moving_s": None}, None, 2500.0),
        ({"moving_s": 0.0}, None, 2500.0),
    ],
)
def test_there_is_never_more_time_in_motion_than_elapsed(said, moving, elapsed):
    found, told = activity(**said)
    assert (found.moving_s, found.elapsed_s, told) == (moving, elapsed, [])


def test_a_way_without_a_time_is_kept_and_told():
    found, told = activity(moving_s=None, elapsed_s=None)
    assert (found.distance_m, found.moving_s, found.elapsed_s) == (8000, None, None)
    assert told == ["no duration: the recording ends when it starts; kept as unknown"]


def test_a_recording_that_was_begun_and_no_more_is_rejected():
    (problem,) = recorded(distance_m=None, moving_s=None, elapsed_s=None)
    assert isinstance(problem, Problem)
    assert (problem.rows, problem.line) == (1, 3)
    assert "no duration" in problem.why


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("heart_rate_bpm", 25, 250),
        ("heart_rate_max_bpm", 25, 250),
        ("cadence_spm", 0, 300),
        ("session_rpe", 0, 10),
        ("ascent_m", 0, 20_000),
    ],
)
def test_a_side_value_beyond_its_bounds_is_unknown(field, low, high):
    assert getattr(activity(**{field: float(high)})[0], field) == high
    found, told = activity(**{field: high + 0.5})
    assert getattr(found, field) is None
    assert len(told) == 1
    assert getattr(activity(**{field: 0.0})[0], field) == (None if low else 0.0)
    if low:
        assert getattr(activity(**{field: float(low)})[0], field) == low
        assert getattr(activity(**{field: low - 0.5})[0], field) is None


def test_what_cannot_be_is_unknown():
    found, told = activity(distance_m=1_000_001.0)
    assert found.distance_m is None
    assert len(told) == 1
    found, told = activity(elapsed_s=864_001.0)
    assert (found.elapsed_s, found.moving_s) == (None, 2400.0)
    assert len(told) == 1


def test_a_sport_without_distances_has_none_rather_than_zero():
    (first,) = list(Recorded(AT, Sport.STRENGTH, 1, distance_m=0.0, elapsed_s=60.0).records())
    assert first.distance_m is None
    assert activity(distance_m=0.0)[0].distance_m == 0.0


@pytest.mark.parametrize(("metres", "seconds", "told"), [(1000.0, 129.0, 1), (1000.0, 130.0, 0), (999.0, 100.0, 0)])
def test_a_recording_faster_than_anyone_runs_is_told(metres, seconds, told):
    assert len(activity(distance_m=metres, moving_s=None, elapsed_s=seconds)[1]) == told


def test_a_clock_that_was_not_set_is_told():
    *_, problem = Recorded(datetime(1990, 1, 1, 6), Sport.RUN, 1, distance_m=5000.0, elapsed_s=1800.0).records()
    assert "clock was not set" in problem.why


def test_sets_of_a_recording_make_a_session():
    one = LiftingSet(
        "Squat", SetKind.WORKING, 5, None, None, None, LoadMode.EXTERNAL, None, None, None, Side.BOTH, "", ""
    )
    (session,) = Recorded(AT, Sport.STRENGTH, 2, title="x" * 201, elapsed_s=3600.0).lifted((one, one))
    assert isinstance(session, Session)
    assert (session.elapsed_s, len(session.sets), session.title) == (3600.0, 2, "x" * 200)
    (problem,) = Recorded(datetime(1969, 12, 31), Sport.STRENGTH, 2).lifted((one, one))
    assert (problem.rows, problem.line) == (2, 2)


def test_a_start_without_an_offset_is_an_instant():
    found = start_of(AT.replace(microsecond=5), None, "start")
    assert (found.utc, found.local, found.basis, found.raw) == (AT, None, TimeBasis.UTC, "2026-05-01T06:00:00Z")
    with pytest.raises(BadCell, match="before 1970"):
        start_of(datetime(1969, 12, 31), None, "start")


def test_a_bout_that_two_apps_wrote_is_the_first_ones():
    one, other = recorded(), recorded()
    found = list(first_writers([("A", one), ("B", other), ("A", recorded())]))
    assert [type(each) for each in found] == [Activity, Ignored, Activity]
    assert found[1].line == 3


def test_a_file_of_nothing_but_problems_is_refused_in_their_words():
    problem = Problem(4, "Date", "soon", "no date", 1)
    assert kept_or_refused([problem, *recorded()])
    assert kept_or_refused([]) == []
    assert kept_or_refused([Problem(4, None, None, "a note", 0)])
    with pytest.raises(UnreadableFile, match=r"No date \(Date: soon\)\.") as caught:
        kept_or_refused([problem])
    assert (caught.value.line, caught.value.column, caught.value.value) == (4, "Date", "soon")


def test_moments_that_are_counted():
    assert moment_of_milliseconds(1_777_777_777_999) == datetime(2026, 5, 3, 3, 9, 37)
    assert moment_of_milliseconds(100_000_000_000) == datetime(1973, 3, 3, 9, 46, 40)
    assert seconds_of(datetime(1970, 1, 2)) == 86_400
    for other in (99_999_999_999, 253_402_300_799_001):
        with pytest.raises(CellError, match="milliseconds since 1970"):
            moment_of_milliseconds(other)


@pytest.mark.parametrize(
    ("sport", "metres", "moving_s", "elapsed_s", "told"),
    [
        (Sport.RUN, 7700.0, None, 1000.0, []),
        (Sport.RUN, 7701.0, None, 1000.0, ["7701 m in 1000 s"]),
        (Sport.RUN, 8000.0, 1000.0, None, ["8000 m in 1000 s"]),
        (Sport.RUN, 8000.0, 1000.0, 2000.0, []),  # by what went by, where that is known
        (Sport.RIDE, 8000.0, 1000.0, 1000.0, []),
        (Sport.RUN, 1000.0, None, 100.0, ["1000 m in 100 s"]),
        (Sport.RUN, None, None, 100.0, []),
    ],
)
def test_only_a_run_can_be_too_fast(sport, metres, moving_s, elapsed_s, told):
    said = Recorded(AT, sport, 1, distance_m=metres, moving_s=moving_s, elapsed_s=elapsed_s)
    _, *problems = said.records()
    assert [each.value for each in problems] == told
    assert all(each.why.endswith("km/h is faster than anyone runs; check the sport") for each in problems)


def test_how_fast_a_recording_was_is_told_in_kilometres_an_hour():
    assert activity(distance_m=1000.0, moving_s=None, elapsed_s=100.0)[1] == [
        "36 km/h is faster than anyone runs; check the sport"
    ]


def test_a_way_that_cannot_be_is_kept_as_no_time_in_motion():
    found, told = activity(distance_m=None, moving_s=None, no_way=True)
    assert (found.distance_m, found.moving_s, found.elapsed_s, told) == (None, 0.0, 2500.0, [])


@pytest.mark.parametrize(("field", "why"), [("moving_s", "more than 240 h"), ("elapsed_s", "more than 240 h")])
def test_a_recording_may_take_240_hours(field, why):
    assert activity(**{"moving_s": None, "elapsed_s": None, field: 864_000.0})[1] == []
    found, told = activity(**{"moving_s": None, "elapsed_s": 2500.0, field: 864_001.0})
    assert getattr(found, field) is None
    assert told[0] == f"{why}; kept as unknown"


def test_what_a_recording_says_in_words_is_cut():
    found, told = activity(sport_raw="s" * 201, title="t" * 201, notes="n" * 10_001)
    assert (len(found.sport_raw), len(found.title), len(found.notes), told) == (200, 200, 10_000, [])
    assert found.source_key == f"2026-05-01T06:00:00Z {'s' * 200}"


def test_a_side_value_out_of_bounds_is_told_with_them():
    said = Recorded(AT, Sport.RUN, 7, elapsed_s=60.0, heart_rate_bpm=251.0, places={"heart_rate_bpm": "AvgHR"})
    _, problem = said.records()
    assert (problem.line, problem.column, problem.value) == (7, "AvgHR", "251")
    assert problem.why == "outside 25 to 250; kept as unknown"


def test_a_session_of_a_recording_without_its_length_or_effort_has_none():
    (session,) = Recorded(AT, Sport.STRENGTH, 2, session_rpe=10.0).lifted(())
    assert (session.elapsed_s, session.session_rpe) == (None, 10.0)
    session, problem = Recorded(AT, Sport.STRENGTH, 2, elapsed_s=864_001.0).lifted(())
    assert (session.elapsed_s, problem.rows) == (None, 0)


def test_only_a_file_of_problems_that_reject_something_is_refused():
    note, rejecting = Problem(4, None, None, "a note", 0), Problem(5, None, None, "no date", 1)
    assert kept_or_refused([note, note])
    with pytest.raises(UnreadableFile, match=r"^No date\.$") as caught:
        kept_or_refused([note, rejecting])
    assert caught.value.line == 5


def test_the_warnings_of_a_second_writing_go_with_it():
    warned = recorded(heart_rate_bpm=300.0)
    found = list(
        first_writers([("A", recorded()), ("B", warned), ("C", recorded(sport_raw="x", heart_rate_bpm=300.0))])
    )
    assert [type(each) for each in found] == [Activity, Ignored, Activity, Problem]


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


def test_a_check_beyond_the_number_itself_names_the_column():
    def refused(_value):
        raise CellError("too much")

    assert cells.number(NAME, ["5"], lambda value: value * 2) == 10.0
    with pytest.raises(BadCell, match="too much") as caught:
        cells.number(NAME, ["5"], refused)
    assert (caught.value.column, caught.value.value) == ("Name", "5")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("240:00:01", "240 h"),
        ("864001", "240 h"),
        ("-5", "negative"),
        ("5 km", "length of time"),
        ("1:60", "seconds above 59"),
    ],
)
def test_lengths_of_time_that_cannot_be(text, why):
    with pytest.raises(BadCell, match=why):
        cells.duration(NAME, [text])


def test_an_hour_column_takes_three_parts_as_they_are():
    column = Column(0, "Time", hours=True)
    assert cells.duration(column, ["0:30"]) == 1800.0
    assert cells.duration(column, ["90"]) == 90.0
    assert cells.duration(column, ["0:30:15"]) == 1815.0


def test_a_side_value_that_cannot_be_read_says_why():
    warnings: list[BadCell] = []
    assert cells.describing(NAME, ["11"], warnings, 0, 10) is None
    assert cells.describing(NAME, ["x"], warnings, 0, 10) is None
    assert [each.why for each in warnings] == ["outside 0 to 10; kept as unknown", "not a number"]


def test_a_title_of_accents_is_as_long_as_it_looks():
    warnings: list[BadCell] = []
    accented = "e\u0301" * 150
    assert cells.title(NAME, [accented], warnings) == accented
    assert cells.title(NAME, ["x" * 199 + " y"], warnings) == "x" * 199
    assert [each.why for each in warnings] == ["longer than 200 characters; the rest was cut off"]

"""The cells of set logs: loads, distances, lengths of time, efforts and marks, at their bounds and at nothing."""

import pytest

from lib.importers.base import Upload
from lib.importers.lifting import sets, survey
from lib.importers.lifting.measured_cells import load_of_cell, metres_of_cell, numbers_of, reps_or_seconds
from lib.importers.lifting.measures import (
    DISTANCE_TOLERANCE_M,
    LOAD_TOLERANCE_KG,
    Measures,
    kilograms_of,
    metres_of,
)
from lib.importers.lifting.mistyped import mistyped_loads
from lib.importers.lifting.runs import picker, runs_of
from lib.importers.lifting.said_rows import SaidRows
from lib.importers.lifting.session_columns import SessionColumns
from lib.importers.lifting.sessions import checked_length, elapsed_between, local_start, utc_start
from lib.importers.lifting.sets import NO_LOAD, Memo, lifting_set
from lib.importers.lifting.survey import LoggedBout
from lib.importers.lifting.units import distance_columns, distances, is_used, loads, weight_columns, weight_unit_of
from lib.importers.lifting.unquoted import rejoiner
from lib.importers.reading.cells import POINT, BadCell, CellError, Contradiction
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.table import open_table
from lib.model.athlete import Answers
from lib.model.errors import Needs
from lib.model.records import LiftingSet
from lib.model.vocabulary import DistanceUnit, SetKind, Side, TimeBasis, WeightUnit

KG, POUND = WeightUnit.KG, WeightUnit.POUND


@pytest.mark.parametrize("unit", ["kg", "kgs", "кг", "公斤"])
def test_a_load_with_its_unit(unit):
    assert load_of_cell(f"60.5 {unit}", POINT) == (60.5, 60.5, KG)


def test_a_load_in_pounds_keeps_what_was_typed():
    kilograms, typed, unit = load_of_cell("100 lb", POINT)
    assert (round(kilograms, 3), typed, unit) == (45.359, 100.0, POUND)


@pytest.mark.parametrize("text", ["", "0 kg", "0.0 kg", "0,0", "5 km", "3 m"])
def test_blank_zero_and_a_distance_are_no_load(text):
    assert load_of_cell(text, POINT) == NO_LOAD


@pytest.mark.parametrize(
    ("text", "why"), [("5", "no unit"), ("5 stone", "unknown unit"), ("heavy", "number with its unit")]
)
def test_a_load_of_no_known_unit_is_refused(text, why):
    with pytest.raises(CellError, match=why):
        load_of_cell(text, POINT)


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("0.55 km", 550.0),
        ("2 公里", 2000.0),
        ("1 mi", 1609.344),
        ("400 m", 400.0),
        ("3 mètres", 3.0),
        ("100 yd", 91.44),
        ("10 ft", 3.048),
        ("1000 km", 1_000_000.0),
        ("0 m", None),
        ("", None),
        ("60 kg", None),
    ],
)
def test_a_distance_with_its_unit(text, metres):
    assert metres_of_cell(text, POINT) == pytest.approx(metres)


def test_more_than_a_thousand_kilometres_is_refused():
    with pytest.raises(CellError, match="1,000 km"):
        metres_of_cell("1000.1 km", POINT)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12 reps", (12, None)),
        ("12", (12, None)),
        ("0", (0, None)),
        ("60 seconds", (None, 60.0)),
        ("90 s", (None, 90.0)),
        ("1.5 min", (None, 90.0)),
        ("2 h", (None, 7200.0)),
        ("1 hour", (None, 3600.0)),
        ("0 s", (None, None)),
        ("240 h", (None, 864_000.0)),
    ],
)
def test_repetitions_or_a_length_of_time(text, read):
    assert reps_or_seconds(text, POINT) == read


def test_more_than_240_hours_are_refused():
    with pytest.raises(CellError, match="240 h"):
        reps_or_seconds("241 h", POINT)


def test_the_decimal_sign_is_that_of_the_numbers_before_the_units():
    assert metres_of_cell("0,55 km", numbers_of(["0,55 km", "", "x"])) == 550.0


@pytest.mark.parametrize(
    ("column", "unit"),
    [
        ("Weight (kg)", KG),
        ("weight_lbs", POUND),
        ("Set 1 (LB)", POUND),
        ("weightKG", KG),
        ("Weight", None),
        ("kgm", None),
    ],
)
def test_the_unit_of_a_column_is_the_last_word_of_its_name(column, unit):
    assert weight_unit_of(column) is unit


def test_columns_are_known_with_and_without_their_unit():
    assert {"Weight", "Weight (kg)", "Weight(lbs)"} <= set(weight_columns("Weight"))
    assert {"Distance", "Distance (meters)", "Distance(mi)"} <= set(distance_columns("Distance"))


@pytest.mark.parametrize(
    ("text", "used"), [("0", False), ("0.0", False), ("", False), ("-", False), ("0,5", True), ("60", True)]
)
def test_zero_is_not_used(text, used):
    assert is_used(text) is used


def test_a_load_of_an_unknown_unit_asks_unless_no_set_has_one():
    with pytest.raises(Needs):
        loads("Weight", "", ["60"], Answers())
    assert loads("Weight", "", ["0", ""], Answers())("", "") == NO_LOAD
    assert loads("Weight", "", ["60"], Answers(weight_unit=KG))("60", "") == (60.0, 60.0, KG)
    assert loads("Weight (lb)", "", ["60"], Answers(weight_unit=KG))("60", "")[2] is POUND


def test_a_column_of_units_says_each_row():
    read = loads("Weight", "Unit", ["60"], Answers())
    assert read("60", "kg") == (60.0, 60.0, KG)
    assert read("60", "lbs")[2] is POUND
    with pytest.raises(BadCell, match="kg or lb"):
        read("60", "")
    with pytest.raises(BadCell, match="unknown unit"):
        read("60", "stone")


def test_distances_of_an_unknown_unit_are_left_out_with_one_warning():
    warnings: list[BadCell] = []
    read = distances("Distance", "", ["5"], Answers(), warnings)
    assert [read("5", ""), read("6", ""), read("0", "")] == [None, None, None]
    assert [each.value for each in warnings] == ["5"]


@pytest.mark.parametrize(
    ("column", "unit", "text", "metres"),
    [
        ("Distance (km)", None, "5", 5000.0),
        ("Distance", DistanceUnit.KM, "5", 5000.0),
        ("Distance", DistanceUnit.MILE, "1", 1609.344),
        ("Distance (m)", DistanceUnit.KM, "50", 50.0),
    ],
)
def test_a_distance_by_its_column_or_the_answer(column, unit, text, metres):
    assert distances(column, "", [text], Answers(distance_unit=unit), [])(text, "") == metres


@pytest.mark.parametrize(("text", "metres"), [("19", 19_000.0), ("20", 20.0), ("40", 40.0)])
def test_a_lone_number_from_a_bound_on_is_metres(text, metres):
    read = distances("Distance", "Unit", [text], Answers(distance_unit=DistanceUnit.KM), [], alone=20.0)
    assert read(text, "") == metres
    assert read(text, "km") == float(text) * 1000


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("W", SetKind.WARM_UP), ("WARM_UP", SetKind.WARM_UP), ("Warm-Up Set", SetKind.WARM_UP), ("dropset", SetKind.DROP),
        ("D", SetKind.DROP), ("failure", SetKind.FAILURE), ("f", SetKind.FAILURE), ("Standard Set", SetKind.WORKING),
        ("normal", SetKind.WORKING), ("working", SetKind.WORKING),
    ],
)  # fmt: skip
def test_marks_of_sets(mark, kind):
    assert sets.set_kind(mark) is kind


@pytest.mark.parametrize(("mark", "why"), [("", "missing"), (" - ", "missing"), ("giant", "unknown marker")])
def test_a_mark_that_is_not_known_is_refused(mark, why):
    with pytest.raises(CellError, match=why):
        sets.set_kind(mark)


@pytest.mark.parametrize(
    ("flag", "kind"),
    [("1", SetKind.WARM_UP), ("TRUE", SetKind.WARM_UP), (" yes ", SetKind.WARM_UP), ("0", SetKind.WORKING), ("false", SetKind.WORKING), ("no", SetKind.WORKING), ("", SetKind.WORKING)],
)  # fmt: skip
def test_flags_of_warm_ups(flag, kind):
    assert sets.kind_of_flag(flag) is kind


def test_a_word_that_is_no_flag_is_refused():
    with pytest.raises(CellError, match="neither yes nor no"):
        sets.kind_of_flag("perhaps")


@pytest.mark.parametrize(
    ("left", "rpe"), [("0", 10.0), ("2", 8.0), ("0,5", 9.5), ("9", 1.0), ("12", 1.0), ("", None), ("-", None)]
)
def test_effort_by_the_repetitions_that_were_left(left, rpe):
    assert sets.effort_of_reserve(left) == rpe


@pytest.mark.parametrize(("text", "rpe"), [("1", 1.0), ("10", 10.0), ("7.5", 7.5), ("0", None), ("", None)])
def test_an_effort_is_1_to_10(text, rpe):
    assert sets.rpe_reader([text])(text) == rpe


@pytest.mark.parametrize("text", ["0.9", "10.5", "-1"])
def test_an_effort_outside_of_it_is_refused(text):
    with pytest.raises(CellError, match="1 to 10"):
        sets.rpe_reader([text])(text)


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("1", 1), ("10000", 10_000), ("", None), ("none", None)])
def test_repetitions(text, count):
    assert sets.reps(text) == count


@pytest.mark.parametrize("text", ["10001", "-1", "8.5"])
def test_repetitions_that_cannot_be_are_refused(text):
    with pytest.raises(CellError):
        sets.reps(text)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90.0), ("1:30", 90.0), ("0", None), ("0:00", None), ("", None), ("864000", 864_000.0)]
)
def test_seconds(text, seconds):
    assert sets.seconds_reader([text])(text) == seconds


def test_loads_at_their_bounds():
    read = sets.load_reader(KG, ["60"])
    assert read("1000") == (1000.0, 1000.0, KG)
    assert [read(text) for text in ("0", "", "n/a")] == [NO_LOAD] * 3
    with pytest.raises(CellError, match="1,000 kg"):
        read("1000.5")
    with pytest.raises(CellError, match="Assisted"):
        read("-20")


def test_distances_at_their_bounds():
    read = sets.distance_reader(1000.0, ["5"])
    assert [read(text) for text in ("5", "0", "", "1000")] == [5000.0, None, None, 1_000_000.0]
    with pytest.raises(CellError, match="1,000 km"):
        read("1001")


def test_names_and_notes_are_cut_and_told():
    long = "x" * 201
    assert sets.name("x" * 200) == "x" * 200
    assert sets.name(long) == "x" * 200
    assert sets.name_change("Exercise", "x" * 200, "x" * 200) == []
    assert "longer than 200" in sets.name_change("Exercise", long, sets.name(long))[0].why
    assert "control characters" in sets.name_change("Exercise", "a\x07b", sets.name("a\x07b"))[0].why
    assert sets.note("n" * 10_001) == "n" * 10_000
    assert sets.note_change("Notes", "n" * 10_000) == []
    assert "10,000" in sets.note_change("Notes", "n" * 10_001)[0].why
    with pytest.raises(CellError, match="missing"):
        sets.name(" ")
    assert [sets.optional_name(text) for text in ("None", "-", "", "Band")] == ["", "", "", "Band"]


def test_a_memo_reads_a_text_once_and_forgets_when_it_is_full():
    seen: list[str] = []
    memo = Memo(lambda text: seen.append(text) or len(text), entries=2)
    assert [memo[text] for text in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert seen == ["a", "bb", "ccc", "a"]


def made(count=8, load=(60.0, 60.0, KG), seconds=None, metres=None, **more):
    return lifting_set(
        "Squat", kind=SetKind.WORKING, count=count, load=load, seconds=seconds, metres=metres, rpe=None, **more
    )


@pytest.mark.parametrize(
    ("cells", "reps"),
    [
        ({}, 8),
        ({"count": 0}, 0),  # a failed set
        ({"count": 0, "seconds": 30.0}, None),  # not used
        ({"count": 0, "metres": 20.0}, None),
        ({"count": 8, "seconds": 30.0}, 8),
        ({"count": None}, None),
        ({"count": 0, "load": None}, 0),
        ({"count": 8, "load": NO_LOAD}, 8),
    ],
)
def test_zero_repetitions_beside_a_length_mean_not_used(cells, reps):
    assert made(**cells).reps == reps


@pytest.mark.parametrize("count", [0, None])
def test_a_row_that_says_nothing_is_no_set(count):
    assert made(count=count, load=NO_LOAD) == sets.NOTHING_LOGGED
    assert made(count=None, load=None) == sets.NOTHING_LOGGED


def test_the_side_of_a_column_goes_before_that_of_the_name():
    assert made(side=Side.LEFT, remark="right").side is Side.LEFT
    assert made(remark="right side").side in (Side.RIGHT, Side.BOTH)


def test_two_columns_of_one_value_must_agree_within_rounding():
    read = Measures(
        [("kg", lambda text, _: (float(text), float(text), KG) if text else NO_LOAD),
         ("lb", lambda text, _: (float(text) / 2, float(text), POUND) if text else NO_LOAD)],
        NO_LOAD, kilograms_of, 0.3,
    )  # fmt: skip
    assert read(("60", "", "120.4", "")) == (60.0, 60.0, KG)
    assert read(("60", "", "120.6", "")) == (60.0, 60.0, KG)  # 0.3 kg
    assert read(("", "", "120", ""))[2] is POUND
    assert read(("", "", "", "")) == NO_LOAD
    assert read(("200", "", "402", ""))[0] == 200.0  # within half a percent
    with pytest.raises(Contradiction, match="121 in lb is not 60 in kg"):
        read(("60", "", "121", ""))
    assert metres_of(5.0) == 5.0


def test_a_value_of_one_column_is_read_as_it_is():
    assert Measures([("kg", lambda text, unit: (text, unit))], None, len, 0.3)(("60", "kg")) == ("60", "kg")


@pytest.mark.parametrize(
    ("seconds", "length", "why"),
    [
        (None, None, None),
        (0.0, None, None),
        (0.5, 0.5, None),
        (28_800.0, 28_800.0, None),
        (28_801.0, None, "longer than 8 h"),
        (-0.5, None, "ends before it starts"),
    ],
)
def test_a_session_takes_eight_hours_at_most(seconds, length, why):
    if why is None:
        assert checked_length(seconds) == length
    else:
        with pytest.raises(CellError, match=why):
            checked_length(seconds)


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [
        ("2026-03-03 17:00", "2026-03-03 18:00", 3600.0),
        ("2026-03-03 17:00", "2026-03-03 17:00", None),
        ("2026-03-03 23:00", "2026-03-03 01:00", 7200.0),  # past midnight, on the same date
        ("2026-03-03 17:00", "2026-03-03 01:00", 28_800.0),
        ("2026-03-03 17:00", "2026-03-03 01:01", "ends before"),
        ("2026-03-03 23:00", "2026-03-02 01:00", "ends before"),
        ("2026-03-03 17:00+01:00", "2026-03-03 18:00+02:00", None),
        ("2026-03-03 17:00+01:00", "2026-03-03 18:00+00:00", 7200.0),
        ("2026-03-03 17:00+01:00", "2026-03-03 18:00", 3600.0),
        ("2026-03-03 17:00", "2026-03-03 18:00+05:00", 3600.0),
    ],
)
def test_from_the_start_of_a_session_to_its_end(start, end, seconds):
    moments = parse_moment(start), parse_moment(end)
    if isinstance(seconds, str):
        with pytest.raises(CellError, match=seconds):
            elapsed_between(*moments)
    else:
        assert elapsed_between(*moments) == seconds


@pytest.mark.parametrize(
    ("text", "of_utc", "of_clock"),
    [
        ("2026-03-03 17:00Z", TimeBasis.UTC, TimeBasis.OFFSET),
        ("2026-03-03 17:00+02:00", TimeBasis.OFFSET, TimeBasis.OFFSET),
        ("2026-03-03 17:00", TimeBasis.WALL_CLOCK, TimeBasis.WALL_CLOCK),
    ],
)
def test_the_start_of_a_log_by_what_it_writes(text, of_utc, of_clock):
    bout = LoggedBout("key", parse_moment(text), text, "Legs", 2)
    assert (utc_start(bout).basis, local_start(bout).basis) == (of_utc, of_clock)
    assert utc_start(bout).raw == local_start(bout).raw == text


@pytest.mark.parametrize(
    ("loads_", "found"),
    [
        ([60, 60, 480], [480]),
        ([60, 60, 479], []),
        ([480, 60, 60], [480]),
        ([60, 480], []),  # which of two is wrong cannot be told
        ([60, 60, 600, 700], []),
        ([None, 60, 60, 600], [600]),
        ([0, 60, 60, 600], [600]),
        ([None, None, None], []),
        ([], []),
        ([10, 20, 79, 80], []),
        ([60, 40, 480], [480]),
        ([60, 61, 480], []),
        ([0.9, 0.1, 0.1], [0.9]),
    ],
)
def test_a_load_of_eight_times_the_next_is_mistyped(loads_, found):
    session = [LiftingSet("Squat", load_kg=load) for load in loads_]
    assert [each.load_kg for each in mistyped_loads(session)] == found


def test_a_load_is_compared_with_those_of_its_exercise():
    light = [LiftingSet("Curl", load_kg=10.0)] * 3
    heavy = [LiftingSet("Squat", load_kg=100.0)] * 3
    assert mistyped_loads([*light, *heavy]) == []
    assert mistyped_loads([*light, *heavy, LiftingSet("Curl", load_kg=80.0)]) == [LiftingSet("Curl", load_kg=80.0)]


@pytest.mark.parametrize(
    ("cells", "whole"),
    [
        (["d", "Row", " wide", "8", "60"], ["d", "Row, wide", "8", "60"]),
        (["d", "Row", "8", "60", ""], ["d", "Row", "8", "60"]),
        (["d", "Row", "8", "60", "", ""], ["d", "Row", "8", "60"]),
        (["d", "Row", " one", " two", "8", "60"], ["d", "Row, one, two", "8", "60"]),
        (["d", "Row", "x", "y", "60"], ["d", "Row,x", "y", "60"]),
        (["d", "Row", "8", "60", "kg"], None),
        (["d", "Row", "8", "x", ""], ["d", "Row,8", "x", ""]),
    ],
)
def test_a_name_that_fell_into_two_cells_is_joined(cells, whole):
    assert rejoiner(4, ",", [1, 2, 7], [3, 9])(cells) == whole


def test_a_name_is_joined_where_the_numbers_then_stand_in_their_columns():
    mend = rejoiner(4, ";", [0, 2], [1])
    assert mend(["8", "60", "felt", " good", "x"]) == ["8", "60", "felt; good", "x"]
    assert mend(["Row", " wide", "60", "felt", "x"]) == ["Row; wide", "60", "felt", "x"]


@pytest.mark.parametrize(
    ("metres", "other", "agree"),
    [(1000, 1020, True), (1000, 1020.5, False), (10_000, 10_050, True), (10_000, 10_051, False)],
)
def test_two_distances_agree_within_twenty_metres_or_half_a_percent(metres, other, agree):
    readers = [("A", lambda text, _: float(text)), ("B", lambda text, _: float(text))]
    read = Measures(readers, None, metres_of, DISTANCE_TOLERANCE_M)
    if agree:
        assert read((str(metres), "", str(other), "")) == metres
    else:
        with pytest.raises(Contradiction):
            read((str(metres), "", str(other), ""))


@pytest.mark.parametrize(("other", "agree"), [(20.29, True), (20.31, False), (19.71, True), (19.69, False)])
def test_two_loads_agree_within_three_tenths_of_a_kilogram(other, agree):
    readers = [(name, lambda text, _: (float(text), float(text), KG)) for name in ("A", "B")]
    read = Measures(readers, NO_LOAD, kilograms_of, LOAD_TOLERANCE_KG)
    if agree:
        assert read(("20", "", str(other), ""))[0] == 20.0
    else:
        with pytest.raises(Contradiction):
            read(("20", "", str(other), ""))


@pytest.mark.parametrize(
    ("unit", "metres"),
    [
        ("km", 1000.0),
        ("mi", 1609.344),
        ("mile", 1609.344),
        ("Miles", 1609.344),
        ("m", 1.0),
        ("meter", 1.0),
        ("meters", 1.0),
        ("yd", 0.9144),
        ("ft", 0.3048),
        ("none", None),
    ],
)
def test_units_of_distances_in_a_column_of_their_own(unit, metres):
    read = distances("Distance", "Unit", ["1"], Answers(), [])
    assert read("1", unit) == metres


def plain_table(*rows):
    text = "".join(f"{','.join(each)}\n" for each in (("Start", "Title", "Notes", "Exercise"), *rows))
    return open_table(Upload("log.csv", text.encode()))


PLACES = SessionColumns(0, 1, 2, "Start", "Title", "Notes")


@pytest.mark.parametrize(
    ("limit", "most", "is_kept"),
    [("_COMBINATIONS", 2, True), ("_COMBINATIONS", 1, False), ("_CHARACTERS", 8, True), ("_CHARACTERS", 7, False)],
)
def test_rows_are_kept_while_they_are_few_and_short(monkeypatch, limit, most, is_kept):
    monkeypatch.setattr(survey, limit, most)
    table = plain_table(
        ("2026-03-03", "A", "", "Rows"), ("2026-03-03", "A", "", "Curl"), ("2026-03-04", "A", "", "Rows")
    )
    found = survey.survey(table, PLACES, [3, 9], [3])
    assert (found.kept is not None) is is_kept
    assert found.different == (2 if is_kept else 0)
    assert found.samples == {3: {"Rows", "Curl"}}
    assert found.ends == {("2026-03-03", "A"): 3, ("2026-03-04", "A"): 4}
    lines = [(run.line, len(run.texts)) for run in found.runs(table, PLACES, picker([3]))]
    assert lines == [(2, 2), (4, 1)]


def test_rows_that_were_not_asked_for_are_not_kept():
    found = survey.survey(plain_table(("2026-03-03", "A", "", "Rows")), PLACES, [3])
    assert (found.kept, found.different, found.texts(3), found.texts(9)) == (None, 0, {"Rows"}, set())
    assert list(found.written()) == ["A", "Rows"]


def test_a_column_is_sampled_until_enough_is_known(monkeypatch):
    monkeypatch.setattr(survey, "_SAMPLES", 2)
    rows = [(f"2026-03-{day:02d}", "A", f"n{day}", "Rows") for day in range(1, 6)]
    found = survey.survey(plain_table(*rows), PLACES, [2], [3])
    assert found.samples[2] == {"n1", "n2"}


def test_kept_rows_are_those_of_the_file():
    table = plain_table(
        ("2026-03-03", "A", "one", "Rows"),
        ("2026-03-03", "A", "", "Curl"),
        ("2026-03-04", "B", "", "Rows"),
        ("2026-03-04", "B", "two", "Rows"),
    )
    found = survey.survey(table, PLACES, [3], [3])
    kept, read = list(found.runs(table, PLACES, picker([3]))), list(runs_of(table, PLACES, picker([3])))
    assert kept == read
    assert [(run.notes, run.last_line, run.cells[-1]) for run in kept] == [("one", 3, ""), ("two", 5, "")]


def test_two_spellings_of_one_session_end_where_the_later_one_does():
    moment = parse_moment("2026-03-03 17:00")
    first, second = (LoggedBout("same", moment, "x", "A", line) for line in (3, 9))
    other = LoggedBout("other", moment, "x", "B", 5)
    found = survey.joined({("a", ""): first, ("b", ""): second, ("c", ""): other})
    assert [each.end for each in found.values()] == [9, 9, 5]


@pytest.mark.parametrize(("positions", "cells"), [([], ()), ([1], ("b",)), ([2, 0], ("c", "a"))])
def test_cells_are_picked_at_any_number_of_places(positions, cells):
    assert picker(positions)(["a", "b", "c"]) == cells


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 min", (None, 60.0)),
        ("1 std", (None, 3600.0)),
        ("90 сек", (None, 90.0)),
        ("5 раз", (5, None)),
        ("864000 s", (None, 864_000.0)),
    ],
)
def test_units_of_time_in_other_languages(text, read):
    assert reps_or_seconds(text, POINT) == read


@pytest.mark.parametrize("text", ["-5 s", "864001 s", "14401 min"])
def test_lengths_of_time_that_cannot_be_are_refused(text):
    with pytest.raises(CellError):
        reps_or_seconds(text, POINT)


class Rows:
    """Reads rows of repetitions, several sets in one row, and tells of every x."""

    def __init__(self):
        self.warnings, self.flaws = [], []

    def read(self, texts):
        (text,) = texts
        if text == "none":
            return "nothing"
        if text == "bad":
            raise BadCell("Reps", text, "no number")
        if text == "cut":
            self.warnings.append(BadCell("Notes", text, "cut"))
        self.flaws += [BadCell("RPE", each, "no number") for each in text.split() if each == "x"]
        found = [LiftingSet("Squat", reps=int(each)) for each in text.split() if each.isdigit()] or [
            LiftingSet("Squat")
        ]
        return found if "+" in text else found[0]


def test_what_rows_say_is_read_once():
    reader = Rows()
    said = SaidRows(reader)
    assert said[("8",)] == LiftingSet("Squat", reps=8)[:-1]
    assert [each.reps for each in said[("8 + 7",)].sets] == [8, 7]
    assert said[("none",)].why_none == "nothing"
    assert said[("bad",)].rejected.why == "no number"
    assert [each.why for each in said[("8 x",)].flaws] == ["no number; the set is kept without it"]
    assert [each.why for each in said[("8 + x",)].flaws] == ["no number; all else in the row is kept"]
    assert said[("cut",)] == LiftingSet("Squat")[:-1]
    assert ([each.why for each in said.told[("cut",)]], reader.warnings) == (["cut"], [])
    assert list(said.told) == [("cut",)]


def test_as_many_rows_are_remembered_as_are_in_memory_anyway():
    assert SaidRows(Rows()).entries == SaidRows(Rows(), 5).entries == sets.MEMO_ENTRIES
    assert SaidRows(Rows(), 10_000).entries == 10_000

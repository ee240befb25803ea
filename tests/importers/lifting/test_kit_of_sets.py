"""The cells of set logs: loads, distances, lengths of time, efforts and marks, at their bounds and at nothing."""

import pytest

from lib.importers.lifting import sets
from lib.importers.lifting.measured_cells import load_of_cell, metres_of_cell, numbers_of, reps_or_seconds
from lib.importers.lifting.measures import Measures, kilograms_of, metres_of
from lib.importers.lifting.sets import NO_LOAD, Memo, lifting_set
from lib.importers.lifting.units import distance_columns, distances, is_used, loads, weight_columns, weight_unit_of
from lib.importers.reading.cells import POINT, BadCell, CellError, Contradiction
from lib.model.athlete import Answers
from lib.model.errors import Needs
from lib.model.vocabulary import DistanceUnit, SetKind, Side, WeightUnit

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

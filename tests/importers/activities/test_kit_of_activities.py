"""What every list of activities and every recording has: cells with their limits, times, paces, kinds."""

from datetime import datetime

import pytest

from lib.importers.activities import cells
from lib.importers.activities.cells import Column
from lib.importers.reading.cells import COMMA, BadCell, CellError
from lib.importers.reading.dates import looks_like_unset_clock
from lib.importers.reading.epochs import moment_of_milliseconds, seconds_of
from lib.model.vocabulary import Sport, SubSport

NAME = Column(0, "Name")


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


def test_no_time_for_some_way_has_no_speed():
    assert cells.positive_if_moved(NAME, 0.0, None) is None
    assert cells.positive_if_moved(NAME, 5.0, 100.0) == 5.0
    assert cells.positive_if_moved(None, 0.0, 100.0) is None
    with pytest.raises(BadCell, match="must be above 0"):
        cells.positive_if_moved(NAME, 0.0, 100.0)


@pytest.mark.parametrize(
    ("day", "unset"),
    [((1989, 12, 31), True), ((1990, 1, 1), True), ((1970, 1, 1), True), ((1980, 1, 6), True), ((1990, 1, 2), False), ((1980, 1, 5), False), ((1970, 2, 1), False), ((1989, 12, 30), False)],
)  # fmt: skip
def test_the_first_day_of_a_clock(day, unset):
    assert looks_like_unset_clock(datetime(*day, 12)) is unset


def test_moments_that_are_counted():
    assert moment_of_milliseconds(1_777_777_777_999) == datetime(2026, 5, 3, 3, 9, 37)
    assert moment_of_milliseconds(100_000_000_000) == datetime(1973, 3, 3, 9, 46, 40)
    assert seconds_of(datetime(1970, 1, 2)) == 86_400
    for other in (99_999_999_999, 253_402_300_799_001):
        with pytest.raises(CellError, match="milliseconds since 1970"):
            moment_of_milliseconds(other)


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
    assert [each.why for each in warnings] == ["outside 0 to 10; kept as unknown", "not a number; kept as unknown"]


def test_a_title_of_accents_is_as_long_as_it_looks():
    warnings: list[BadCell] = []
    accented = "e\u0301" * 150
    assert cells.title(NAME, [accented], warnings) == accented
    assert cells.title(NAME, ["x" * 199 + " y"], warnings) == "x" * 199
    assert [each.why for each in warnings] == ["longer than 200 characters; the rest was cut off"]

"""Numbers and texts of cells."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_runs import examples

from lib.importers.reading.cells import (
    COMMA,
    POINT,
    BadCell,
    CellError,
    NumberStyle,
    bounded,
    clean_note,
    clean_text,
    has_control_characters,
    not_negative,
    number_style,
    parse_count,
    parse_number,
    read_cell,
    visible_length,
)
from lib.importers.reading.durations import parse_duration


def why(parse, *arguments) -> str:
    with pytest.raises(CellError) as caught:
        parse(*arguments)
    return caught.value.why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", 12.5),
        ("8", 8.0),
        ("-3", -3.0),
        ("−3", -3.0),
        ("1,024", 1024.0),
        ("1,024.5", 1024.5),
        ("1,024,000", 1_024_000.0),
        ("1 024", 1024.0),
        ("1\u00a0024", 1024.0),
        ("1\u202f024", 1024.0),
        ("1'024", 1024.0),
        ("1’024", 1024.0),
        ("'-12", -12.0),
        (" 5.5 ", 5.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e5", 100_000.0),
    ],
)
def test_a_number_with_a_decimal_point_is_read(text, value):
    assert parse_number(text, POINT) == value


@pytest.mark.parametrize(
    ("text", "value"), [("7,00", 7.0), ("1.024", 1024.0), ("1.024,5", 1024.5), ("1\u202f024,5", 1024.5), ("8", 8.0)]
)
def test_a_number_with_a_decimal_comma_is_read(text, value):
    assert parse_number(text, COMMA) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "missing"),
        ("nan", "not a number"),
        ("inf", "not a finite number"),
        ("-Infinity", "not a finite number"),
        ("1e999", "not a finite number"),
        ("9" * 400, "not a finite number"),
        ("0x1F", "not a number"),
        ("1_0", "not a number"),
        ("٣", "digits 0 to 9"),
        ("８．０", "digits 0 to 9"),
        ("5 km", "unit inside the cell"),
        ("5.0mi", "unit inside the cell"),
        ("8-Oct", "date made by a spreadsheet"),
        ("05. Feb", "date made by a spreadsheet"),
        ("7,00", "decimals follow a point"),
        ("1,2,3", "not a number"),
        ("1,024 000", "not a number"),
        ("ten", "not a number"),
        ("--", "not a number"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(text, words):
    assert words in why(parse_number, text, POINT)


@pytest.mark.parametrize(
    ("samples", "style"),
    [
        (["7,00", "21,10"], COMMA),
        (["1,024", "5.02"], POINT),
        (["1,024"], POINT),
        (["1.024", "0,5"], COMMA),
        (["1.024.000"], COMMA),
        (["1234,567"], COMMA),
        (["123,4567"], COMMA),
        (["0.125"], POINT),
        (["0,125"], COMMA),
        (["1.024,5", "8.0", "9,5"], COMMA),
        (["8.0", "9.5", "9,5"], POINT),
        (["9,5", "8.0"], POINT),
        (["123,567"], POINT),
        (["+123,567"], POINT),
        (["-1234,567"], COMMA),
        (["000,125"], COMMA),
        (["1,02"], COMMA),
        (["1,0245"], COMMA),
        (["1.02,", "1.02,"], COMMA),
        (["1,024,000", "1,5"], POINT),
        (["--", "", "text", "5 km"], POINT),
        ([], POINT),
    ],
)
def test_a_column_shows_how_its_numbers_are_written(samples, style):
    assert number_style(samples) == style


@given(
    st.decimals(-9_999_999, 9_999_999, allow_nan=False, places=2),
    st.sampled_from([POINT, COMMA]),
    st.sampled_from(["", "other", "'", "’", " ", "\u00a0", "\u202f"]),
)
@settings(deadline=None, max_examples=examples(200))
def test_a_number_written_in_any_style_comes_back(value, style, group):
    separator = ("," if style == POINT else ".") if group == "other" else group
    written = f"{value:,.2f}".replace(",", "G").replace(".", style.decimal).replace("G", separator)
    assert parse_number(written, style) == float(value)


@given(st.text(max_size=12), st.sampled_from([POINT, COMMA]))
@settings(deadline=None, max_examples=examples(300))
def test_any_text_is_a_finite_number_or_refused_in_words(text, style: NumberStyle):
    try:
        value = parse_number(text, style)
    except CellError as error:
        value = float(bool(error.why)) - 1
    assert math.isfinite(value)


@pytest.mark.parametrize(("text", "count"), [("8", 8), ("8.0", 8), ("1,024", 1024), ("-2", -2)])
def test_a_whole_number_is_counted(text, count):
    result = parse_count(text)
    assert result == count
    assert isinstance(result, int)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("7.5", "not a whole number"),
        ("8-10", "not a whole number"),
        ("8-Oct", "spreadsheet"),
        ("", "missing"),
        ("1e999", "finite"),
    ],
)
def test_what_is_no_whole_number_is_refused_with_the_reason(text, words):
    assert words in why(parse_count, text)


def test_a_value_at_a_limit_is_allowed_and_one_beyond_is_not():
    assert bounded(10.0, 0.0, 10.0, "more than 10") == 10.0
    assert why(bounded, 10.1, 0.0, 10.0, "more than 10") == "more than 10"
    assert bounded(0.0, 0.0, 10.0, "less than 0") == 0.0
    assert why(bounded, -0.1, 0.0, 10.0, "less than 0") == "less than 0"


def test_zero_is_not_negative():
    assert not_negative(0.0, 10.0, "more than 10") == 0.0
    assert not_negative(10.0, 10.0, "more than 10") == 10.0
    assert why(not_negative, -0.5, 10.0, "more than 10") == "must not be negative"
    assert why(not_negative, 10.5, 10.0, "more than 10") == "more than 10"


@pytest.mark.parametrize(
    ("text", "found"), [("plain", False), ("", False), ("a\tb", True), ("a\x7fb", True), ("a\u200bb", False)]
)
def test_control_characters_are_those_below_the_blank_and_delete(text, found):
    assert has_control_characters(text) is found
    assert (clean_text(text) != text) is found


def test_a_whole_number_of_fifteen_digits_is_exact():
    assert parse_count("9" * 15) == 10**15 - 1
    assert parse_count("-7") == -7
    assert why(parse_count, "8 – 10") == "not a whole number but a range"
    assert why(parse_count, " 8-10 ") == "not a whole number but a range"


def test_a_bad_cell_becomes_a_problem_with_its_place():
    with pytest.raises(BadCell) as caught:
        read_cell("Reps", "x" * 60, parse_count)
    problem = caught.value.problem(7)
    assert (problem.line, problem.column, problem.why, problem.rows) == (7, "Reps", "not a number", 1)
    assert problem.value == "x" * 39 + "…"


def test_control_characters_become_one_blank():
    assert clean_text("\t=1+1\r\nand\x1b[31m\x07more ") == "=1+1 and [31m more"


def test_a_note_keeps_its_line_breaks():
    assert clean_note(" one\r\ntwo\rthree\tfour\x07 ") == "one\ntwo\nthree\tfour"


def test_accents_set_upon_a_letter_take_no_room_in_a_name():
    assert visible_length("Run") == 3
    assert visible_length("R\u0337\u0321\u031bu\u0338n") == 3
    assert visible_length("\u0337" * 500) == 500
    assert visible_length("R" + "\u0337" * 4) == 1
    assert visible_length("R" + "\u0337" * 5) == 2
    assert visible_length("Ru" + "\u0337" * 9) == 3


@pytest.mark.parametrize("text", ["-" * 5_000, "9" * 400 + "h", "9" * 5_000 + " min"])
def test_a_length_of_time_without_end_is_none(text):
    assert why(parse_duration, text) == "not a length of time such as 00:38:13"

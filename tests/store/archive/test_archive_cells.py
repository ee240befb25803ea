"""Values as cells that no spreadsheet runs, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.store.archive.cells import ColumnKind, from_cell, to_cell

TEXT, MAYBE_TEXT = ColumnKind(str, empty=False), ColumnKind(str, empty=True)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "'=1", "'")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_begins_as_a_formula(formula):
    cell = to_cell(formula, TEXT)
    assert cell.startswith("'")
    assert from_cell(cell, TEXT) == formula


@given(st.one_of(st.none(), st.text()))
def test_every_text_comes_back_and_not_known_is_not_empty(value):
    assert from_cell(to_cell(value, MAYBE_TEXT), MAYBE_TEXT) == value


@given(st.text())
def test_a_text_that_is_always_there_comes_back(value):
    assert from_cell(to_cell(value, TEXT), TEXT) == value


@given(st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)))
def test_a_number_comes_back_to_the_last_bit(value):
    kind = ColumnKind(float, empty=True)
    assert from_cell(to_cell(value, kind), kind) == value


@given(st.integers())
def test_a_count_comes_back(value):
    assert from_cell(to_cell(value, ColumnKind(int, empty=False)), ColumnKind(int, empty=False)) == value


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("x", ColumnKind(int, empty=True)), ("", ColumnKind(int, empty=False)), ("1,5", ColumnKind(float, empty=True))],
)
def test_what_is_no_number_is_refused(cell, kind):
    with pytest.raises(ValueError, match=r"."):
        from_cell(cell, kind)

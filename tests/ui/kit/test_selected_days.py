"""Days as they stand in an address, typed by anybody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ui.kit.selection import days_text, read_days


@given(st.dates(), st.dates())
def test_days_are_read_as_they_were_written(one, other):
    first, last = sorted((one, other))
    assert read_days(days_text(first, last)) == (first, last)


@pytest.mark.parametrize("text", [None, "", "2026-11-09", "_", "2026-11-15_2026-11-09", "x_y", "2026-02-30_2026-03-01"])
def test_anything_else_is_no_days(text):
    assert read_days(text) is None


@given(st.text())
def test_no_text_fails(text):
    found = read_days(text)
    assert found is None or isinstance(found[0], date)

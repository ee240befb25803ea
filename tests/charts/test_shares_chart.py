"""Bars that divide the sets of a window."""

import pandas as pd
import pytest

from lib.charts import shares
from lib.charts.look.theme import Look

NAMES = {"a": "Glutes first", "b": "Hamstrings first"}
COLOURS = {"a": "#111111", "b": "#222222"}
FRAME = pd.DataFrame({"label": ["28 days", "12 weeks"], "a": [15.0, 0.0], "b": [1.0, 0.0]})


@pytest.mark.parametrize("look", [Look(), Look(dark=True, narrow=True)])
def test_each_bar_is_divided_by_its_sets_and_an_empty_one_has_no_length(look):
    bars = shares.divided_bars(FRAME, ["a", "b"], NAMES, COLOURS, look=look).data
    assert [list(bar.x) for bar in bars] == [[15 / 16, 0.0], [1 / 16, 0.0]]
    assert [list(bar.customdata) for bar in bars] == [[15.0, 0.0], [1.0, 0.0]]


def test_a_part_that_is_too_narrow_for_its_number_has_it_on_hover_only():
    bars = shares.divided_bars(FRAME, ["a", "b"], NAMES, COLOURS, look=Look()).data
    assert [bar.text[0] for bar in bars] == ["15", ""]


def test_the_text_alternative_names_every_part_of_every_bar():
    text = shares.text_alternative(FRAME, ["a", "b"], NAMES)
    assert text.startswith("28 days: glutes first 15 sets, hamstrings first 1 sets. 12 weeks:")

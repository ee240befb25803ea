"""The balance figure: log axis, clipping, gaps, band, labels."""

from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts import balance
from lib.charts.look.theme import Look
from lib.model import region
from lib.model.frames.balance import BALANCE_TREND
from tests.charts.chart_frames import balance_trend

BAND = (0.67, 1.5)


def trace(fig, name):
    (found,) = [each for each in fig.data if each.name == name]
    return found


@pytest.mark.parametrize(
    ("ratio", "words"),
    [(0.396, "1.3 : 1"), (1.0, "2.0 : 1"), (-1.0, "1 : 2.0"), (0.0, "1.0 : 1"), (-0.01, "1.0 : 1")],
)
def test_a_ratio_reads_with_the_larger_side_beside_a_one(ratio, words):
    assert region.ratio(ratio) == words


@given(st.floats(-6, 6))
def test_swapping_the_sides_swaps_the_words(ratio):
    one, other = region.ratio(ratio), region.ratio(-ratio)
    assert one == other == "1.0 : 1" or one.split(" : ") == other.split(" : ")[::-1]


def test_the_line_is_the_log_ratio_and_the_ticks_are_plain_ratios():
    frame = balance_trend()
    fig = balance.trend(frame, look=Look(), band=BAND)
    assert list(trace(fig, "ratio").y) == pytest.approx(list(frame["log2"]), nan_ok=True)
    ticks = dict(zip(fig.layout.yaxis.ticktext, fig.layout.yaxis.tickvals, strict=True))
    assert (ticks["4 : 1"], ticks["2 : 1"], ticks["even"], ticks["1 : 2"], ticks["1 : 4"]) == (2, 1, 0, -1, -2)


def test_two_to_one_is_as_far_from_even_as_one_to_two():
    low, high = balance.trend(balance_trend(), look=Look(), band=BAND).layout.yaxis.range
    assert low == -high


def test_values_beyond_eight_to_one_are_clipped_for_drawing():
    frame = balance_trend().assign(log2=5.0, low=4.0, high=6.0, shown=True)
    fig = balance.trend(frame, look=Look(), band=BAND)
    assert set(trace(fig, "ratio").y) == {3.0}
    assert "8 : 1" in fig.layout.yaxis.ticktext


def test_days_with_too_little_data_leave_a_gap_in_line_and_shade():
    frame = balance_trend()
    fig = balance.trend(frame, look=Look(), band=BAND)
    line = np.array(trace(fig, "ratio").y, dtype=float)
    assert np.isnan(line[~frame["shown"].to_numpy()]).all()
    shade = trace(fig, "attribution range")
    assert list(shade.x).count(None) == 2  # one polygon for each of the two stretches
    assert shade.fill == "toself"


def test_the_band_is_drawn_where_it_belongs_on_the_log_axis():
    fig = balance.trend(balance_trend(), look=Look(), band=BAND)
    (band,) = [shape for shape in fig.layout.shapes if shape.type == "rect"]
    assert (band.y0, band.y1) == pytest.approx((log2(0.67), log2(1.5)))
    fig = balance.trend(balance_trend(), look=Look(), band=(0.5, 3.0))
    (band,) = [shape for shape in fig.layout.shapes if shape.type == "rect"]
    assert (band.y0, band.y1) == pytest.approx((log2(0.5), log2(3.0)))


def test_the_end_of_the_line_says_the_ratio_and_both_counts():
    frame = balance_trend()
    last = frame.iloc[-1]
    texts = [note.text for note in balance.trend(frame, look=Look(), band=BAND).layout.annotations]
    (end,) = [text for text in texts if text.startswith("<b>")]
    assert region.ratio(last["log2"]) in end
    assert "now" in end
    assert f"{last['first']:g} quadriceps" in end
    assert f"{last['second']:g} hamstrings" in end


def test_a_withheld_present_is_not_called_now():
    frame = balance_trend()
    frame.loc[frame.index[-5:], "shown"] = False
    texts = "".join(note.text for note in balance.trend(frame, look=Look(), band=BAND).layout.annotations)
    assert " now" not in texts


def test_both_counts_are_lines_of_clearly_different_hues():
    frame = balance_trend()
    fig = balance.trend(frame, look=Look(), band=BAND)
    assert list(trace(fig, "Quadriceps").y) == list(frame["first"])
    assert list(trace(fig, "Hamstrings").y) == list(frame["second"])
    assert trace(fig, "Quadriceps").line.color != trace(fig, "Hamstrings").line.color


@pytest.mark.parametrize("look", [Look(), Look(dark=True), Look(narrow=True)])
def test_nothing_to_show_gives_one_sentence(look):
    withheld = balance_trend().assign(shown=False)
    for frame in (BALANCE_TREND.empty(), withheld):
        fig = balance.trend(frame, look=look, band=BAND)
        assert len(fig.data) == 0
        assert fig.layout.annotations[0].text == balance.NOTHING
        assert balance.text_alternative(frame) == balance.NOTHING


def test_the_text_alternative_names_ratio_counts_and_range():
    text = balance.text_alternative(balance_trend())
    assert text.startswith("Quadriceps to hamstrings sets were 1 : 1.1 on 19 November 2026 (18 and 20 sets)")
    assert "4.2 : 1" in text


def test_on_a_phone_the_latest_ratio_stands_above_the_panel_where_no_line_is():
    fig = balance.trend(balance_trend(), look=Look(narrow=True), band=BAND)
    (label,) = [each for each in fig.layout.annotations if "<b>" in each.text]
    assert (label.yref, label.y, label.yanchor) == ("y domain", 1, "bottom")
    assert label.yshift < fig.layout.margin.t

"""Small bars of weeks: what is drawn, and what is read to the blind."""

import re
from xml.etree import ElementTree as ET

import pytest

from lib.charts.look.theme import DARK, LIGHT, Look
from lib.charts.spark import HEIGHT, spark

NAN = float("nan")


def bars(values, look=Look(), what="Sets", **given):  # noqa: B008 (frozen)
    return spark(values, look=look, colour="#c8611a", what=what, say="{:g} sets".format, **given)


def heights(drawn):
    return [int(height) for height in re.findall(r"height:(\d+)px;border-radius", drawn)]


def test_a_bar_is_as_high_as_its_share_zero_is_a_foot_and_unknown_an_outline():
    drawn = bars([4.0, 2.0, 0.0, NAN])
    assert heights(drawn) == [HEIGHT, HEIGHT / 2, 2, 6]
    assert drawn.count("#c8611a") == 2
    assert drawn.count("dashed") == 1


def test_every_number_is_read_in_words():
    label = ET.fromstring(bars([4.0, 0.0, NAN])).get("aria-label")  # noqa: S314 (ours)
    assert label == "Sets: 4 sets, 0 sets, no log"


def test_weeks_without_a_set_have_feet_only():
    assert "#c8611a" not in bars([0.0, 0.0])
    assert heights(bars([NAN, NAN])) == [6, 6]


def test_words_are_text_and_never_markup():
    drawn = bars([1.0], what='"><script>')
    assert "<script" not in drawn
    assert ET.fromstring(drawn).get("aria-label", "").startswith('"><script>')  # noqa: S314 (ours)


@pytest.mark.parametrize(("look", "colours"), [(Look(), LIGHT), (Look(dark=True), DARK)])
def test_unknown_weeks_wear_the_colour_of_the_page_they_stand_on(look, colours):
    assert colours.unknown in bars([NAN], look)

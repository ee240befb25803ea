"""Colours by meaning that can be read on both pages and by every common colour vision."""

import colorsys
import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.look.escape import plain
from lib.charts.look.theme import DARK, LIGHT, Look, empty_figure, figure, muscle_colour, palette, sets_scale
from lib.charts.overview.lines import spread
from lib.model.vocabulary import RUNNERS_NINE, Muscle

PROJECT = Path(__file__).parents[3]
LOOKS = [Look(), Look(dark=True)]


def channels(colour):
    return [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_text_reads_on_its_page(look):
    colours = palette(look)
    assert contrast(colours.ink, colours.page) >= 7
    assert contrast(colours.muted, colours.page) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
def test_the_button_of_a_figure_has_no_box_over_it(look):
    assert figure(look, 100).layout.template.layout.modebar.bgcolor == "rgba(0,0,0,0)"


@pytest.mark.parametrize("look", LOOKS)
def test_the_colours_of_figures_stand_on_the_page_that_streamlit_paints(look):
    theme = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    painted = theme["dark" if look.dark else "light"]
    assert painted["backgroundColor"] == palette(look).page
    assert painted["textColor"] == palette(look).ink
    grounds = (painted["backgroundColor"], painted["secondaryBackgroundColor"])
    assert min(contrast(painted["linkColor"], ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("muscle", Muscle)
def test_muscle_names_read_in_their_own_colour(muscle, look):
    assert contrast(muscle_colour(muscle, look), palette(look).page) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
def test_marks_stand_out_from_the_page(look):
    """WCAG 2 asks for 3 : 1. Ramps are left out: their steps are told by words on hover, in tables and alternatives."""
    colours = palette(look)
    marks = {name: contrast(getattr(colours, name), colours.page) for name in ("running", "lifting", "unknown")}
    assert min(marks.values()) >= 3, marks


@pytest.mark.parametrize("look", LOOKS)
def test_words_on_hover_and_on_coloured_bars_read(look):
    colours = palette(look)
    assert contrast(colours.ink, colours.surface) >= 7
    assert contrast(colours.muted, colours.surface) >= 4.5
    assert min(contrast(colours.surface, muscle_colour(muscle, look)) for muscle in RUNNERS_NINE) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
def test_running_is_cool_and_lifting_is_warm(look):
    colours = palette(look)
    red, _, blue = channels(colours.running)
    assert blue > red
    red, _, blue = channels(colours.lifting)
    assert red > blue


@pytest.mark.parametrize("look", LOOKS)
def test_quadriceps_and_hamstrings_differ_along_blue_and_yellow_which_common_colour_blindness_keeps(look):
    quads, hams = (channels(muscle_colour(muscle, look)) for muscle in (Muscle.QUADRICEPS, Muscle.HAMSTRINGS))
    assert hams[2] - quads[2] > 0.4


@pytest.mark.parametrize("look", LOOKS)
def test_more_sets_are_further_from_the_page(look):
    steps = [contrast(colour, palette(look).page) for colour in palette(look).ramp]
    assert steps == sorted(steps)


@pytest.mark.parametrize("look", LOOKS)
def test_half_a_set_is_already_another_colour_than_none(look):
    scale = sets_scale(look)
    positions = [position for position, _ in scale]
    assert positions == sorted(positions)
    assert scale[1][0] < 0.5 / 40
    assert scale[0][1] == scale[1][1] != scale[2][1]


@pytest.mark.parametrize("look", LOOKS)
def test_each_of_the_nine_has_a_colour_of_its_own(look):
    assert len({muscle_colour(muscle, look) for muscle in RUNNERS_NINE}) == 9


def hue(colour):
    """Degrees round the circle of colours."""
    return colorsys.rgb_to_hls(*channels(colour))[0] * 360


@pytest.mark.parametrize("muscle", RUNNERS_NINE)
def test_a_muscle_has_one_hue_in_light_and_dark(muscle):
    light, dark = (hue(muscle_colour(muscle, look)) for look in LOOKS)
    assert abs((light - dark + 180) % 360 - 180) <= 5


@pytest.mark.parametrize("name", ["running", "lifting"])
def test_running_and_lifting_have_one_hue_in_light_and_dark(name):
    light, dark = (hue(getattr(colours, name)) for colours in (LIGHT, DARK))
    assert abs((light - dark + 180) % 360 - 180) <= 10


def test_an_empty_figure_has_no_axes():
    fig = empty_figure("Nothing.", Look())
    assert fig.layout.xaxis.visible is False
    assert fig.layout.annotations[0].text == "Nothing."


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ('<a href="http://host">x</a>', '&lt;a href="http://host"&gt;x&lt;/a&gt;'),
        ("Squat & press", "Squat &amp; press"),
        ("%{x}", "%\u200b{x}"),
        ("two\nlines\x00", "two lines"),
        ("", ""),
    ],
)
def test_foreign_text_is_only_text_in_a_figure(foreign, shown):
    assert plain(foreign) == shown


@given(st.text())
def test_no_escaped_text_holds_a_tag_or_a_placeholder(text):
    escaped = plain(text)
    assert "<" not in escaped
    assert "%{" not in escaped


@given(st.lists(st.floats(0, 1), max_size=17).map(sorted))
def test_labels_keep_their_order_and_their_distance(values):
    placed = spread(values, 0.06)
    assert all(b - a >= 0.06 - 1e-9 for a, b in itertools.pairwise(placed))
    assert all(after >= before for before, after in zip(values, placed, strict=True))

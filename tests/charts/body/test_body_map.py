"""The body map: every muscle drawn, named once and pointed at; zero, unknown, relative, narrow."""

import itertools

import pytest

from lib.analysis.muscles.window import muscle_window
from lib.charts.body import drawing, shapes
from lib.charts.body.sides import sides
from lib.charts.body.targets import points_inside
from lib.charts.look.theme import DARK, LIGHT, Look
from lib.model.frames.weeks import MUSCLE_WINDOW, WEEKLY_SETS
from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from tests.charts.chart_frames import weekly_sets

LOOKS = [Look(), Look(dark=True), Look(narrow=True)]


@pytest.fixture(name="window")
def _window():
    found = muscle_window(weekly_sets())
    found.loc[found["muscle"] == "chest", ["hard_sets", "strict", "permissive", "share"]] = 0.0
    return found


def traces(fig, name):
    return [each for each in fig.data if each.name == name]


def label(fig, muscle):
    (found,) = [note.text for note in fig.layout.annotations if MUSCLE_NAMES[muscle] in note.text]
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_every_muscle_is_drawn_once_named_once_and_can_be_pointed_at(window, look):
    fig = drawing.body_map(window, look=look)
    for muscle in Muscle:
        assert len(traces(fig, str(muscle))) == 1
        assert label(fig, muscle)
    (targets,) = traces(fig, "muscles")
    assert {row[0] for row in targets.customdata} == set(Muscle)


def test_the_shapes_name_every_muscle_on_exactly_one_side_where_it_is_drawn():
    for labels, drawn in (
        (shapes.FRONT_LABELS, shapes.FRONT),
        (shapes.BACK_LABELS, shapes.BACK),
    ):
        assert set(labels) <= set(drawn)
    assert sorted([*shapes.FRONT_LABELS, *shapes.BACK_LABELS]) == sorted(Muscle)


def test_left_and_right_are_mirror_images():
    for side in sides(Look()):
        for muscle in side.muscles:
            halves = list(side.halves(muscle))
            for right, left in zip(halves[::2], halves[1::2], strict=True):
                assert [(2 * side.x - x, y) for x, y in left] == [(pytest.approx(x), y) for x, y in right]


@pytest.mark.parametrize("look", LOOKS)
def test_labels_of_a_column_stand_apart(look):
    for side in sides(look):
        heights = sorted(height for _, height in side.labels.values())
        assert min(above - below for below, above in itertools.pairwise(heights)) >= 4.5


def test_labels_carry_the_sets_so_that_the_figure_reads_without_colour(window):
    fig = drawing.body_map(window, look=Look())
    quads = window.set_index("muscle").loc["quadriceps", "hard_sets"]
    assert f"<b>{quads:.1f}</b>" in label(fig, Muscle.QUADRICEPS)
    assert "<b>0</b>" in label(fig, Muscle.CHEST)


@pytest.mark.parametrize(("look", "zero"), [(Look(), LIGHT.zero), (Look(dark=True), DARK.zero)])
def test_zero_is_the_pale_step_and_the_most_the_strongest(window, look, zero):
    fig = drawing.body_map(window, look=look)
    (chest,) = traces(fig, "chest")
    red, green, blue = (int(zero[index : index + 2], 16) for index in (1, 3, 5))
    assert chest.fillcolor == f"rgb({red}, {green}, {blue})"
    assert traces(fig, "quadriceps")[0].fillcolor != chest.fillcolor
    assert chest.fillpattern.shape is None


def test_what_no_log_covers_is_hatched_and_has_a_dash():
    sets = weekly_sets()
    window = muscle_window(sets, sets["week_start"].min().date())
    fig = drawing.body_map(window, look=Look())
    assert all(traces(fig, str(muscle))[0].fillpattern.shape == "/" for muscle in Muscle)
    assert "<b>–</b>" in label(fig, Muscle.GLUTES)
    assert "No strength log covers these weeks" in traces(fig, "muscles")[0].text[0]
    assert drawing.text_alternative(window) == "No strength log covers these weeks."


def test_hover_says_the_sets_their_range_the_weeks_before_and_the_share(window):
    (targets,) = traces(drawing.body_map(window, look=Look()), "muscles")
    text = dict(zip([row[0] for row in targets.customdata], targets.text, strict=True))["hamstrings"]
    row = window.set_index("muscle").loc["hamstrings"]
    assert text.startswith(f"<b>Hamstrings</b><br>{row['hard_sets']:.1f} sets a week ({row['strict']:.1f}–")
    assert f"four weeks before: {row['before']:.1f}" in text
    assert f"{row['share'] * 100:.0f} % of the own highest" in text


def test_relative_labels_are_shares_of_the_own_highest(window):
    fig = drawing.body_map(window, look=Look(), relative=True)
    assert label(fig, Muscle.GLUTES).count("%") == 1
    assert fig.layout.coloraxis.cmax == 1
    assert "Share of the own highest" in drawing.text_alternative(window, relative=True)


@pytest.mark.parametrize(("highest", "full", "last"), [(3.0, 10, "10"), (13.0, 15, "15"), (31.0, 20, "20+")])
def test_the_full_colour_is_the_own_highest_of_the_year_between_ten_and_twenty(window, highest, full, last):
    window = window.assign(hard_sets=highest, highest=highest)
    bar = drawing.body_map(window, look=Look()).layout.coloraxis
    assert (bar.cmax, bar.colorbar.ticktext[-1]) == (full, last)


def test_the_text_alternative_names_all_muscles_with_their_sets(window):
    text = drawing.text_alternative(window)
    assert text.startswith("Sets a week of each muscle")
    assert "chest 0" in text
    assert all(name.lower() in text for name in MUSCLE_NAMES.values())


def test_narrow_screens_have_the_back_below_the_front():
    front, back = sides(Look(narrow=True))
    assert back.x == front.x
    assert back.y < front.y - 100


def test_an_empty_frame_gives_one_sentence():
    fig = drawing.body_map(MUSCLE_WINDOW.empty(), look=Look())
    assert len(fig.data) == 0
    assert "No strength log" in fig.layout.annotations[0].text
    nothing = drawing.body_map(muscle_window(WEEKLY_SETS.empty()), look=Look())
    assert len(nothing.data) > len(Muscle)


def test_points_lie_inside_their_outline_and_a_sliver_has_its_middle():
    assert points_inside(((0, 0), (10, 0), (10, 10), (0, 10))) == [(2.5, 2.5), (2.5, 7.5), (7.5, 2.5), (7.5, 7.5)]
    assert points_inside(((0, 0), (4, 4), (4.2, 4), (0.2, 0))) == [(2.1, 2.0)]


def test_the_figure_stays_small(window):
    assert len(drawing.body_map(window, look=Look()).to_json()) < 70_000

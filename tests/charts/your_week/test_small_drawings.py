"""The small drawings of the first screen: what they say to the blind, and what they draw for zero and for unknown."""

import re
from dataclasses import replace

import pytest

from lib.charts.look.theme import Look, palette
from lib.charts.your_week import muscles
from lib.charts.your_week.bars import against, beside_usual
from lib.charts.your_week.card import Card, cards, line
from lib.charts.your_week.day import DayAmounts, DrawnDay, day_bars, strip
from lib.charts.your_week.dots import week_dots
from lib.model.frames.weeks import WEEK_USUAL

LOOK, NAN = Look(), float("nan")


def widths(html):
    return [float(width) for width in re.findall(r"width:([\d.]+)%", html)]


def bar_of(done, usual):
    return beside_usual(done, usual, colour="#123456", words="said", look=LOOK)


def test_the_bar_and_the_mark_stand_on_one_scale():
    html = bar_of(30.0, 60.0)
    (bar,), (mark,) = widths(html), [float(left) for left in re.findall(r"left:([\d.]+)%", html)]
    assert mark == pytest.approx(2 * bar, abs=0.1)
    assert mark < 100


def test_what_is_not_known_has_no_bar_and_what_is_not_usual_no_mark():
    assert "#123456" not in bar_of(NAN, 60.0)
    assert "left:" not in bar_of(30.0, NAN).replace("left:0", "")
    assert "#123456" not in bar_of(0.0, 60.0)


def test_two_amounts_grow_from_the_middle_on_one_scale():
    first, second = widths(against(52.0, 37.0, ("red", "blue"), words="52 : 37", look=LOOK))
    assert (first, second) == pytest.approx((100.0, 71.2), abs=0.1)


def test_text_of_a_drawing_cannot_end_its_attribute():
    assert '"><script' not in beside_usual(1, 2, colour="red", words='"><script>', look=LOOK)


def test_a_week_without_a_log_is_an_outline_and_one_without_a_leg_day_a_pale_dot():
    html = week_dots([2.0, 0.0, NAN, 1.0], colour="#c0ffee", words="2, 0, not known, 1", look=LOOK)
    dots = html.split("<span")[1:]
    assert ["#c0ffee" in dot for dot in dots] == [True, False, False, True]
    assert ["dashed" in dot for dot in dots] == [False, False, True, False]
    assert ["outline:" in dot for dot in dots] == [False, False, False, True]


@pytest.mark.parametrize(
    ("day", "dashed", "bars"),
    [
        (DayAmounts(8000, 10, 5), 0, 3),
        (DayAmounts(0, 0, 0), 0, 0),
        (DayAmounts(NAN, NAN, NAN, no_run_log=True, no_lifting_log=True), 1, 0),
        (DayAmounts(8000, NAN, NAN, no_lifting_log=True), 1, 1),
        (DayAmounts(NAN, 10, 5, no_run_log=True), 1, 2),
        (DayAmounts(NAN, NAN, NAN), 0, 0),
    ],
    ids=["run and lift", "rest", "no log", "no strength log", "no running log", "to come"],
)
def test_rest_is_empty_what_no_log_tells_is_dashed_and_a_day_to_come_is_quiet(day, dashed, bars):
    html = day_bars(day, 8000, 10, (), LOOK)
    assert html.count("dashed") == dashed
    assert html.count("background:") == bars


def test_a_hard_run_has_a_frame_and_the_words_of_a_day_are_escaped():
    assert "border:2px solid" in day_bars(DayAmounts(8000, 0, 0, hard=True), 8000, 1, ("8 km, hard",), LOOK)
    assert "&lt;b&gt;" in day_bars(DayAmounts(8000, 0, 0), 8000, 1, ("<b>",), LOOK)


def test_the_muscles_stand_beside_their_usual_and_each_can_be_pressed():
    frame = WEEK_USUAL.make([("quadriceps", 8.0, 10.0), ("glutes", 0.0, 12.0), ("calves", 6.5, NAN)])
    html = muscles.bars(frame, look=LOOK)
    quadriceps, glutes, calves = html.split("<button")[1:]
    assert [re.search(r'data-press="(\w+)"', each).group(1) for each in (quadriceps, glutes, calves)] == [
        "quadriceps",
        "glutes",
        "calves",
    ]
    bar, (mark,) = widths(quadriceps)[-1], [float(left) for left in re.findall(r"left:calc\(([\d.]+)%", quadriceps)]
    assert bar / mark == pytest.approx(8 / 10, abs=0.01)
    lifting = f"background:{palette(LOOK).lifting}"
    assert [lifting in each for each in (quadriceps, glutes, calves)] == [True, False, True]
    assert ["left:calc" in each for each in (quadriceps, glutes, calves)] == [True, True, False]
    assert 'aria-label="Quadriceps: 8 sets (usual 10.0)"' in quadriceps
    assert muscles.text_alternative(frame) == (
        "Sets of the week by muscle: quadriceps 8 (usual 10.0), glutes 0 (usual 12.0), calves 6.5."
    )


def test_a_week_that_no_strength_log_covers_says_so():
    frame = WEEK_USUAL.make([("quadriceps", NAN, 10.0)])
    assert muscles.NOTHING in muscles.bars(frame, look=LOOK)


def test_today_and_the_open_day_are_framed_and_each_tells_whether_it_is_open():
    names = ("Mon 9", "Tue 10", "Wed 11")
    days = [DrawnDay(name[4:], name, "", f"{name}: 8 km") for name in names]
    days[1:] = [replace(days[1], is_today=True), replace(days[2], is_open=True)]
    parts = strip(days).split("<button")[1:]
    assert ["currentColor" in part for part in parts] == [False, True, True]
    assert ["dashed" in part for part in parts] == [False, False, True]
    assert ['aria-expanded="true"' in part for part in parts] == [False, False, True]


def test_the_words_of_a_card_are_escaped_and_its_button_says_what_it_opens():
    html = cards([Card("mileage", "Strength", "<b>38 km</b>", [line("a < b")])], "mileage")
    assert "&lt;b&gt;38 km" in html
    assert "a &lt; b" in html
    assert 'aria-label="Close the rows of Strength"' in html
    assert 'aria-label="Rows: what adds up to Strength"' in cards([Card("mileage", "Strength", "", [])], "")

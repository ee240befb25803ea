"""The strip of fourteen half-days."""

from lib.charts.look.theme import Look
from lib.charts.week_strip import Chip, ChipKind, HalfDays, week_strip


def drawn(*chips, today=False):
    days = [HalfDays(f"Day {number}", chips if number == 2 else (), (), today=today) for number in range(7)]
    return week_strip(days, "Hard & long", Look())


def test_every_day_and_both_halves_are_named_and_the_whole_is_told_in_words():
    html = drawn()
    assert [f"Day {number}" in html for number in range(7)] == [True] * 7
    assert ">am<" in html
    assert ">pm<" in html
    assert 'aria-label="Hard &amp; long"' in html


def test_kinds_differ_by_more_than_colour_and_foreign_text_is_no_markup():
    edges = {kind: drawn(Chip(kind, ("Legs",))) for kind in ChipKind}
    assert "dashed" in edges[ChipKind.SUGGESTED]
    assert "dashed" not in edges[ChipKind.PLANNED]
    assert "background:" in edges[ChipKind.DONE]
    assert "<b>" not in drawn(Chip(ChipKind.RUN, ("<b>",)))

"""Names of other languages, put into English where nothing else finds an exercise."""

import pytest

from lib.catalog.resolve import resolve
from lib.catalog.translated import in_english
from lib.catalog.word_index import read_words


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Wadenheben an der Maschine, einbeinig stehend", "single_leg_standing_calf_raise"),
        ("Wadenheben einbeinig stehend", "single_leg_standing_calf_raise"),
        ("Beinstrecker Maschine einbeinig", "single_leg_extension"),
        ("Bankdrücken KH schräg", "incline_bench_press_dumbbell"),
        ("Ponte de glúteos unilateral", "single_leg_glute_bridge"),
    ],
)
def test_the_name_of_a_movement_and_the_words_beside_it_are_put_into_english(name, exercise):
    assert resolve(name).exercise == exercise


@pytest.mark.parametrize("name", ["Row", "Weighted Row", "Press", "Squat", "Lunge jump thing"])
def test_an_english_name_is_not_taken_for_a_foreign_one(name):
    assert in_english(read_words(name)[0]) == ()


def test_a_foreign_word_that_nobody_knows_leaves_the_name_open():
    assert resolve("Kniebeuge schnörkelig").exercise == ""

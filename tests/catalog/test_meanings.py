"""What a word may mean: plain English words that the catalog itself understands."""

from lib.catalog.meanings import MEANS_NOTHING, meanings
from lib.catalog.resolve import resolve
from lib.catalog.taught import as_taught
from lib.catalog.word_index import is_english
from lib.catalog.words import tokens


def test_equipment_comes_first_and_words_and_whole_movements_follow():
    found = meanings()
    assert found[:2] == ("dumbbell", "barbell")
    assert found.index("cable") < found.index("press") < found.index("lateral raise")
    assert len(found) == len(set(found))


def test_the_tables_know_every_word_of_a_meaning():
    assert {word for means in meanings() for word in tokens(means)[0] if not is_english(word)} == set()


def test_a_word_that_means_nothing_leaves_the_rest_of_the_name():
    taught = as_taught({"liigutus": MEANS_NOTHING})
    assert resolve("Squat liigutus").exercise == ""
    assert resolve("Squat liigutus", "", taught).exercise == resolve("Squat").exercise

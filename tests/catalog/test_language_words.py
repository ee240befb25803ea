"""The tables of words: faults are found and named, and the project's own have none."""

import pytest

from lib.catalog.exercises import CatalogError
from lib.catalog.language_words import LANGUAGES, OPEN, language_words, read_meanings
from lib.catalog.word_index import is_english
from lib.catalog.words import tokens

HEAD = "written,means\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_is_made_of_words_of_the_english_table(language):
    phrases = [phrase for entries in language_words(language).phrases.values() for phrase in entries]
    assert len(phrases) > 400
    unknown = {
        phrase.means: word
        for phrase in phrases
        if phrase.means != OPEN
        for word in tokens(phrase.means)[0]
        if not is_english(word) and not word.isdigit()
    }
    assert unknown == {}


@pytest.mark.parametrize("text", ["barra,bar\nBarra,barbell\n", "barra z,ez bar\nz barra,bar\n", "!,bar\n-,bar\n"])
def test_words_that_are_there_twice_are_named(text):
    with pytest.raises(CatalogError, match="twice, or empty"):
        read_meanings(HEAD + text, "es")


def test_other_columns_are_refused():
    with pytest.raises(CatalogError, match="the columns must be written, means"):
        read_meanings("word,means\n", "es")


def test_german_umlauts_may_be_written_out():
    assert read_meanings(HEAD + "drücken,press\n", "de") == (("drücken", "press"), ("druecken", "press"))
    assert read_meanings(HEAD + "drücken,press\n", "sv") == (("drücken", "press"),)


def test_a_language_without_a_table_is_no_language():
    with pytest.raises(KeyError):
        language_words("xx")


def test_a_whole_word_is_meant_before_the_longest_beginning_of_it():
    assert language_words("ru").meant_by("планка") == ("планка", "планк*")
    assert language_words("ru").meant_by("штангами") == ("штанг*",)
    assert language_words("ru").meant_by("ничего") == ()

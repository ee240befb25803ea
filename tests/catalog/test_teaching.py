"""A word is explained once: what it resolves, and which words are worth it."""

import pytest

from lib.catalog.resolve import resolve, resolve_names
from lib.catalog.suggestions import suggest
from lib.catalog.taught import as_taught, with_taught_words
from lib.catalog.teaching import Explained, explained_by, unknown_words

# A language without a table, as a log in it looks.
LOG = {
    "Rinnaltsurumine (Käsikaal)": 40,
    "Biitsepsikõverdus (Käsikaal)": 30,
    "Curl (Käsikaal)": 20,
    "Row (Käsikaal)": 10,
    "Biitsepsikõverdus": 5,
    "Squat (Barbell)": 100,
}


def test_a_word_is_explained_once_and_all_its_names_follow():
    taught = {"käsikaal": "dumbbell", "biitsepsikõverdus": "biceps curl"}
    names = resolve_names(LOG, taught=taught).set_index("exercise_name")["exercise"]
    assert names["Curl (Käsikaal)"] == names["Biitsepsikõverdus (Käsikaal)"] == "bicep_curl_dumbbell"
    assert names["Row (Käsikaal)"] == "dumbbell_row"
    assert names["Rinnaltsurumine (Käsikaal)"] == ""


def test_what_an_explanation_resolves_is_known_before_it_is_kept():
    assert explained_by("Käsikaal", "dumbbell", LOG) == (
        Explained("Curl (Käsikaal)", "bicep_curl_dumbbell", ""),
        Explained("Row (Käsikaal)", "dumbbell_row", ""),
    )


def test_a_second_explanation_builds_on_the_first():
    found = explained_by("biitsepsikõverdus", "biceps curl", LOG, taught={"käsikaal": "dumbbell"})
    assert [each.name for each in found] == ["Biitsepsikõverdus (Käsikaal)", "Biitsepsikõverdus"]


def test_an_explanation_that_means_nothing_resolves_nothing():
    assert explained_by("käsikaal", "flurbl", LOG) == ()


def test_names_that_were_understood_and_change_are_said_with_what_they_were():
    assert explained_by("squat", "bench press", ["Squat (Barbell)"]) == (
        Explained("Squat (Barbell)", "bench_press_barbell", "squat_barbell"),
    )


def test_the_words_that_stand_alone_in_the_way_of_most_sets_come_first():
    found = unknown_words(LOG)
    assert [(each.word, each.sets, each.other_sets) for each in found] == [
        ("Käsikaal", 30, 70),
        ("Biitsepsikõverdus", 5, 30),
        ("Rinnaltsurumine", 0, 40),
    ]
    assert found[0].names == ("Curl (Käsikaal)", "Row (Käsikaal)")


def test_what_was_explained_is_no_longer_unknown():
    found = unknown_words(LOG, taught={"käsikaal": "dumbbell"})
    assert [(each.word, each.sets) for each in found] == [("Rinnaltsurumine", 40), ("Biitsepsikõverdus", 35)]


def test_a_name_that_the_person_mapped_asks_for_no_word():
    found = unknown_words(LOG, said={"Curl (Käsikaal)", "Biitsepsikõverdus", "Biitsepsikõverdus (Käsikaal)"})
    assert [(each.word, each.sets) for each in found] == [("Käsikaal", 10), ("Rinnaltsurumine", 0)]


def test_a_log_that_is_understood_has_no_unknown_words():
    assert unknown_words({"Squat": 3, "Bankdrücken": 4}) == ()


@pytest.mark.parametrize(
    ("name", "taught", "read"),
    [
        ("Kaldırma (Bar)", {"kaldirma": "raise"}, "raise ( bar )"),
        ("Kaldırmalar", {"kaldirma": "raise"}, ""),  # part of a word is another word
        ("Iso Squat Long", {"iso squat": "squat hold", "squat": "x"}, "squat hold long"),  # the longest first
        ("바벨스쾃", {"스쾃": "squat"}, "바벨 squat"),
        ("Squat", {}, ""),
        ("Squat", {"": "x"}, ""),
    ],
)
def test_taught_words_are_found_whole(name, taught, read):
    assert with_taught_words(name, as_taught(taught)) == read


def test_a_taught_word_wins_over_the_tables_and_the_side_stays_out_of_it():
    taught = as_taught({"halter": "dumbbell"})
    assert resolve("Bench Press (Halter)", "tr").exercise == "bench_press_barbell"
    assert resolve("Bench Press (Halter)", "tr", taught).exercise == "bench_press_dumbbell"
    assert resolve("Curl Halter (R)", "tr", taught).exercise == "bicep_curl_dumbbell"


def test_a_taught_word_helps_to_suggest():
    taught = as_taught({"biitsepsikõverdus": "biceps curl"})
    assert "bicep_curl_dumbbell" in {each.exercise for each in suggest("Biitsepsikõverdus zzz", taught=taught)}


def test_a_word_is_asked_once_however_it_is_written():
    (found,) = unknown_words({"Squat (Zorp)": 20, "Bench Press (ZORP)": 10, "Row (Żorp)": 5})
    assert (found.word, found.sets, len(found.names)) == ("Zorp", 35, 3)


def test_words_of_an_answer_that_explains_nothing_are_not_asked():
    assert unknown_words({"Squat (Zorp)": 20}, taught={"zorp": "asdfgh"}) == ()

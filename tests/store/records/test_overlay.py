"""The person's word on top of what the sources say: field by field, and set by set."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from training_records import run, session

from lib.model.records import LiftingSet
from lib.model.vocabulary import SetKind, Side, Sport, SubSport
from lib.store.records import contents
from lib.store.records.overlay import GONE, field_of_set, next_added, place_sets, set_of_field, with_words

SQUAT = LiftingSet("Squat", reps=5, load_kg=80.0, load_value=80.0)
SETS = st.lists(
    st.tuples(
        st.sampled_from(["Squat", "Lunge"]),
        st.sampled_from(SetKind),
        st.sampled_from([None, 5, 8]),
        st.sampled_from([None, 60.0, 80.0]),
        st.sampled_from(Side),
    ).map(lambda said: LiftingSet(*said[:4], side=said[4])),
    max_size=8,
)


def said(sets, words):
    return [each.set for each in place_sets(sets, words).placed]


def fields(sets):
    return [each.field for each in place_sets(sets, {}).placed]


def test_a_word_comes_last_and_what_has_none_follows_the_sources():
    content = contents.of_record(replace(run("r1"), title="Easy", distance_m=8000.0, moving_s=2400.0))
    now = with_words(content, {"distance_m": 12_000.0, "title": None, "moving_s": None})
    assert (now["distance_m"], now["title"], now["moving_s"]) == (12_000.0, "", None)
    assert {name: now[name] for name in content if name not in ("distance_m", "title", "moving_s")} == {
        name: content[name] for name in content if name not in ("distance_m", "title", "moving_s")
    }


def test_a_start_of_the_person_is_a_wall_clock_and_a_day_alone_has_no_time():
    content = contents.of_record(run("r1"))
    at = with_words(content, {"start": "2026-11-28 18:00:00"})
    assert (at["start_local"], at["local_date"], at["start_utc"], at["precision"]) == (
        "2026-11-28 18:00:00",
        "2026-11-28",
        None,
        "second",
    )
    assert with_words(content, {"start": "2026-11-28"})["precision"] == "date"


def test_another_sport_forgets_the_kind_of_the_former_one():
    content = contents.of_record(replace(run("r1"), sub_sport=SubSport.TRAIL))
    assert with_words(content, {"sport": Sport.WALK})["sub_sport"] == SubSport.NONE
    assert with_words(content, {"sport": Sport.RUN})["sub_sport"] == SubSport.TRAIL


@given(SETS)
def test_without_a_word_the_sets_are_those_of_the_source_and_each_has_a_field_of_its_own(sets):
    placed = place_sets(sets, {})
    assert [each.set for each in placed.placed] == sets
    assert len(set(fields(sets))) == len(sets)
    assert not placed.unplaced


@given(SETS, st.data())
def test_one_mended_set_leaves_every_other_to_the_source(sets, data):
    if not sets:
        return
    place = data.draw(st.integers(0, len(sets) - 1))
    words = {fields(sets)[place]: {"reps": 3}}
    assert said(sets, words) == [each._replace(reps=3) if at == place else each for at, each in enumerate(sets)]
    others = [each._replace(set_rpe=9.0, note="felt fine") for each in sets]
    assert [each.set_rpe for each in said(others, words)] == [9.0] * len(sets)


@given(SETS, st.data())
def test_a_word_finds_its_set_wherever_the_source_puts_it(sets, data):
    if not sets:
        return
    place = data.draw(st.integers(0, len(sets) - 1))
    words = {fields(sets)[place]: GONE}
    order = data.draw(st.permutations(range(len(sets))))
    left = [each for at, each in enumerate(sets) if at != place]
    assert sorted(said([sets[each] for each in order], words), key=repr) == sorted(left, key=repr)


@given(SETS)
def test_the_field_of_a_set_names_it(sets):
    for each in sets:
        number, named = set_of_field(field_of_set(each, 2))
        assert number == 2
        assert named == each


def test_a_word_whose_set_left_the_source_is_kept_and_listed():
    words = {field_of_set(SQUAT, 1): {"load_kg": 84.0}}
    placed = place_sets([SQUAT._replace(load_kg=90.0)], words)
    assert [each.set.load_kg for each in placed.placed] == [90.0]
    assert placed.unplaced == (field_of_set(SQUAT, 1),)


def test_a_log_in_pounds_that_rounds_anew_has_the_same_set():
    words = {field_of_set(SQUAT, 1): {"reps": 6}}
    assert [each.reps for each in said([SQUAT._replace(load_kg=80.02)], words)] == [6]


def test_added_sets_stand_behind_the_set_that_they_followed_in_the_order_in_which_they_came():
    first, second = fields([SQUAT, SQUAT])
    words = {
        "added set 1": {"set": {"exercise_name": "Lunge", "reps": 1}, "after": first},
        "added set 2": {"set": {"exercise_name": "Lunge", "reps": 2}, "after": first},
        "added set 3": {"set": {"exercise_name": "Lunge", "reps": 3}, "after": "set that is gone"},
        "added set 4": GONE,
    }
    assert [(each.exercise_name, each.reps) for each in said([SQUAT, SQUAT], words)] == [
        ("Squat", 5),
        ("Lunge", 1),
        ("Lunge", 2),
        ("Squat", 5),
        ("Lunge", 3),
    ]
    assert next_added(words) == "added set 5"
    assert second != first


def test_the_lines_of_edited_sets_are_numbered_anew():
    content = contents.of_record(session("s1"))
    content["sets"] = (SQUAT, SQUAT._replace(line=9))
    words = {field_of_set(SQUAT, 1): GONE}
    assert [LiftingSet._make(each).line for each in with_words(content, words)["sets"]] == [1]

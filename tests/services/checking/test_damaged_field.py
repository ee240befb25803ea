"""One byte of a text that was damaged is found by trying every other one."""

from itertools import count

import pytest

from lib.model.records import LiftingSet
from lib.services.checking.damaged_field import MOST_TRIED, damaged_field
from lib.services.checking.record_hashes import _some_of

PLENTY = 10**6


def found(content, right, tries=PLENTY):
    return damaged_field(content, lambda each: each == right, iter(range(tries)))


@pytest.mark.parametrize("letter", ["\x01", "\x02", "a", "\x7e", "\x7f"])
def test_every_letter_of_one_byte_is_tried(letter):
    assert found({"title": "R#n"}, {"title": f"R{letter}n"}) == f"title (it was {f'R{letter}n'!r})"


def test_a_letter_of_two_bytes_of_which_the_second_was_changed_is_found():
    assert found({"title": "L\u00e3uf"}, {"title": "L\u00e4uf"}) == "title (it was 'L\u00e4uf')"


@pytest.mark.parametrize(("place", "right"), [(0, "xbc"), (1, "axc"), (2, "abx")])
def test_every_place_of_a_text_is_tried(place, right):
    assert found({"title": "abc"}, {"title": right}) == f"title (it was '{right}')"


def test_two_changed_letters_are_not_explained():
    assert found({"title": "abc"}, {"title": "xyc"}) is None
    assert found({"title": "abc"}, {"title": "ab"}) is None


def test_what_was_not_changed_is_not_tried():
    asked = []
    damaged_field({"title": "ab", "reps": 3, "notes": ""}, asked.append, count())
    assert {"title": "ab"} not in asked
    assert len(asked) == 2 * 126
    assert {len(each["title"]) for each in asked} == {2}
    assert not any("\x00" in each["title"] for each in asked)


@pytest.mark.parametrize(("length", "explained"), [(119, True), (120, True), (121, False)])
def test_a_text_of_more_than_120_bytes_is_not_tried(length, explained):
    text = "a" * length
    assert (found({"notes": text}, {"notes": f"b{text[1:]}"}) is not None) is explained


@pytest.mark.parametrize("number", [0, 1])
def test_the_field_of_a_set_is_named_with_the_number_of_its_set(number):
    right = [tuple(LiftingSet("Squat", reps=5, note="light")), tuple(LiftingSet("Row", reps=8, note="heavy"))]
    wrong = list(right)
    place = LiftingSet._fields.index("note")
    wrong[number] = (*wrong[number][:place], f"#{wrong[number][place][1:]}", *wrong[number][place + 1 :])
    was = right[number][place]
    said = found({"title": "Legs", "sets": tuple(wrong)}, {"title": "Legs", "sets": tuple(right)})
    assert said == f"note of set {number + 1} (it was '{was}')"


def test_what_cannot_be_read_does_not_fit():
    def fits(content):
        if content["title"] != "b":
            raise ValueError(content)
        return True

    assert damaged_field({"title": "a"}, fits, count()) == "title (it was 'b')"
    assert damaged_field({"title": "ab"}, fits, count()) is None


def test_when_no_try_is_left_nothing_is_explained():
    tries = count()
    assert damaged_field({"title": "a"}, lambda each: each["title"] == "\x03", tries) == "title (it was '\\x03')"
    assert next(tries) == 3
    assert [found({"title": "a"}, {"title": "\x03"}, tries) is None for tries in (0, 2, 3)] == [True, True, False]
    assert MOST_TRIED == 30_000


def test_some_of_the_whole_numbers_may_have_had_no_decimal_point():
    assert list(_some_of([])) == []
    assert list(_some_of(["a"])) == [("a",)]
    assert list(_some_of("abc")) == [("a",), ("b",), ("c",), ("a", "b"), ("a", "c"), ("b", "c"), ("a", "b", "c")]

"""Foreign text in markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.wording.text import plain

JOINER = "\u2060"


def read_back(escaped: str) -> str:
    """What a reader of markdown sees: escapes resolved, the invisible joiner gone."""
    shown, escaping = [], False
    for character in escaped:
        if character == "\\" and not escaping:
            escaping = True
        else:
            shown.append(character)
            escaping = False
    return "".join(shown).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://host/p.png)",
        "[squat](javascript:alert(1))",
        ":red[warm] :material/home: :smile:",
        "<img src=x onerror=alert(1)>",
        "# heading `code` **bold** $x$ ~~gone~~",
        "Squat (Barbell) 3 x 8 @ 60",
        "1. first | second",
    ],
)
def test_a_name_is_shown_as_it_was_typed(text):
    assert read_back(plain(text)) == text


@pytest.mark.parametrize("text", ["http://host/p", "see www.host.com", "me@host.com", ":smile:", ":red[a]"])
def test_what_markdown_would_recognise_on_its_own_is_broken_by_an_invisible_joiner(text):
    assert JOINER in plain(text)
    assert "://" not in plain(text)
    assert "www." not in plain(text)


def test_line_breaks_and_control_characters_become_blanks():
    assert plain("one\n\n# two\x00\tthree") == "one \\# two three"


def test_long_texts_are_cut():
    assert plain("a" * 300, longest=10) == "aaaaaaaaa…"


@given(st.text(max_size=60))
def test_every_special_character_is_escaped(text):
    escaped = plain(text)
    for index, character in enumerate(escaped):
        if character in "`*_[]<>$!#|~":
            assert escaped[index - 1] == "\\"


@given(st.text(max_size=100))
def test_no_character_that_can_be_seen_is_lost(text):
    kept = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    assert read_back(plain(text)) == kept.replace(JOINER, "")

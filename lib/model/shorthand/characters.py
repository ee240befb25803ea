"""Characters of a typed text: variants of one sign, quotes, and what may not stand in a name or a note."""

import re
from typing import Final

# What a phone's keyboard or a text processor writes in place of the plain sign. One character for one: places stay.
_VARIANTS: Final = {
    "×": "x",
    "✕": "x",
    "✖": "x",
    "*": "x",
    "−": "-",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "，": ",",
    "；": ";",
    "\r": "\n",
}
_BLANKS: Final = {chr(code): " " for code in range(0x3001) if chr(code).isspace() and chr(code) != "\n"}
_CONTROLS: Final = {chr(code): " " for code in (*range(0x20), 0x7F) if chr(code) != "\n"}
_PLAIN: Final = str.maketrans({**_BLANKS, **_CONTROLS, **_VARIANTS})
_QUOTES: Final = "".join(sign for sign, plain in _VARIANTS.items() if plain == '"') + '"'

# As in names and notes of files; a database takes no half of a character either.
_UNSTORABLE: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
_UNSTORABLE_IN_NOTES: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]+")
_ESCAPED: Final = re.compile(rf"\\([nt\\{_QUOTES}])")
_TO_ESCAPE: Final = re.compile(rf"[\n\t\\{_QUOTES}]")
_LETTERS: Final = {"n": "\n", "t": "\t"}
_SIGNS: Final = {sign: letter for letter, sign in _LETTERS.items()}


def plain(text: str) -> str:
    """The text with one sign for each meaning ("×" as "x", any blank as " "), every character at its place."""
    return text.translate(_PLAIN)


def clean_name(text: str) -> str:
    """A name without control characters and without blanks at its ends."""
    return _UNSTORABLE.sub(" ", text).strip()


def clean_note(text: str) -> str:
    """A note without control characters other than line breaks and tabs, and without blanks at its ends."""
    return _UNSTORABLE_IN_NOTES.sub(" ", text).strip()


def quoted(text: str) -> str:
    r"""A text in quotes, on one line: line breaks as \n, quotes behind a backslash."""
    return '"' + _TO_ESCAPE.sub(lambda found: "\\" + _SIGNS.get(found[0], found[0]), text) + '"'


def unquoted(text: str) -> str:
    """What stands between two quotes."""
    return _ESCAPED.sub(lambda found: _LETTERS.get(found[1], found[1]), text[1:-1])

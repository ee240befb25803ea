"""What a name says about sides: which one a row is of, and whether one limb works at a time."""

import re

from lib.catalog.words import tokens
from lib.model.vocabulary import Side

_LIMB = r"(?:\s+(?:arm|leg|side|hand|foot))?"
# A side that closes a name, as in "Split Squat Left", "Row - Right Arm", "Curl (R)" or "Curl - L". A bare letter is no
# side: the L of "Hanging Leg Raise L" is a shape, and so is that of "Y-T-W-L" (hence three letters before a dash).
_AT_END = re.compile(
    rf"^(.*\w[)\]]?)(?:[\s(\[,-]+(left|right){_LIMB}|\s*[(\[](l|r)[)\]]|(?<=\w{{3}}|\w{{2}}[)\]])\s*[-–]\s*(l|r))\W*$",
    re.IGNORECASE,
)
# A side that opens a name, as in "Left Leg Curl": the limb belongs to the exercise. A right angle is no side.
_AT_START = re.compile(r"^\W*(left|right)\b[\s:,-]+(?!angle)(.*\w.*)$", re.IGNORECASE)
_SIDES = {"l": Side.LEFT, "r": Side.RIGHT}


def side_in_name(name: str) -> Side:
    """The side that a name ends or begins with."""
    return _parted(name)[1]


def without_side(name: str) -> str:
    """The name without the side that it ends or begins with."""
    return _parted(name)[0]


def says_one_sided(name: str) -> bool:
    """Whether the name itself says that one arm or leg works at a time."""
    words = set(tokens(name)[0])
    return "single" in words and not words.isdisjoint({"arm", "leg"})


def _parted(name: str) -> tuple[str, Side]:
    """The rest of the name, and the side."""
    if ends := _AT_END.match(name):
        return ends[1], _SIDES[ends[ends.lastindex or 0][0].lower()]
    if begins := _AT_START.match(name):
        return begins[2], _SIDES[begins[1][0].lower()]
    return name, Side.BOTH

"""What helpers are and the three ways of counting them, in a plain sentence beside wherever the words stand."""

from typing import Final

from lib.model.vocabulary import Scheme

HELPERS: Final = "A helper is a muscle that assists in an exercise: a set gives it ½."
WAYS: Final[dict[Scheme, str]] = {
    Scheme.DEFAULT: f"{HELPERS} Apps differ in who helps; the range says how far that moves a number.",
    Scheme.STRICT: f"{HELPERS} Strictly: a credit that experts dispute is ½ lower.",
    Scheme.PERMISSIVE: f"{HELPERS} Permissively: muscles that many apps credit get ½ as well.",
}
ALL_WAYS: Final = f"{HELPERS} Strictly, a credit that experts dispute is ½ lower; permissively, muscles that many apps credit get ½ as well."
# How well a choice is supported for the use made of it here (docs/methods.md).
GRADES: Final = {
    "A": "arithmetic, or several trials in runners",
    "B": "one sound trial in runners, or many in other people",
    "C": "small or indirect studies",
    "D": "a convention that could as well be another",
}


def grade_words(grade: str) -> str:
    """How well a rule is supported: "evidence D: a convention that could as well be another"."""
    return f"evidence {grade}: {GRADES[grade]}"

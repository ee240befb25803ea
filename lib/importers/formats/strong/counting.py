"""Whether a column counts the sets of each exercise, as Strong does."""

from collections.abc import Mapping, Sequence
from typing import Final

from lib.importers.formats.strong.marks import number_of_mark

_MOST: Final = 99


def count_their_sets(texts: Mapping[str, Sequence[str]]) -> bool:
    """Whether the marks of the rows count from one row to the next, and those that do not are marks of a set or rests.

    texts: the cells of the columns start, exercise, kind, weight and reps.
    """
    numbers = [number_of_mark(mark) for mark in texts["kind"]]
    marked = [place for place, number in enumerate(numbers) if number is None]
    return (
        all(_is_mark(texts["kind"][at], texts["weight"][at], texts["reps"][at]) for at in marked)
        and _go_up(texts, numbers)
        and any(number and _is_used(count) for number, count in zip(numbers, texts["reps"], strict=True))
    )


def _is_mark(mark: str, weight: str, reps: str) -> bool:
    """W, D, F or another letter, WARM_UP and its like; a word for rest or note stands beside no load and no repetitions."""
    return len(mark) == 1 or (mark.isascii() and mark.isupper()) or not (_is_used(weight) or _is_used(reps))


def _go_up(texts: Mapping[str, Sequence[str]], numbers: Sequence[int | None]) -> bool:
    """Whether no number is left out in a session, and at least once one follows another of the same exercise.

    A set with a mark may have a number of its own that is not shown.
    """
    highest: dict[str, int] = {}
    last: dict[tuple[str, str], int] = {}
    steps = 0
    for start, exercise, number in zip(texts["start"], texts["exercise"], numbers, strict=True):
        if number is None:
            highest[start] = highest.get(start, 0) + 1
        elif not 1 <= number <= min(_MOST, highest.get(start, 0) + 1):
            return False
        else:
            steps += last.get((start, exercise)) == number - 1
            highest[start], last[start, exercise] = max(number, highest.get(start, 0)), number
    return steps > 0


def _is_used(text: str) -> bool:
    return bool(text.strip("0., "))

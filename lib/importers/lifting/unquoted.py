"""Rows of an app that writes names with commas and does not quote them."""

import re
from collections.abc import Callable, Sequence
from typing import Final

_NUMBER: Final = re.compile(r"[\d.,:\s-]*")


def rejoiner(
    width: int, delimiter: str, names: Sequence[int], numbers: Sequence[int]
) -> Callable[[list[str]], list[str] | None]:
    """Joins the cells of a row that a name fell into; None where its numbers then do not stand in their columns.

    width: cells of a whole row. names: columns that may hold a comma, likeliest first. numbers: columns of numbers.
    """
    checked = [position for position in numbers if position < width]

    def mend(cells: list[str]) -> list[str] | None:
        extra = len(cells) - width
        # Perhaps there is just a delimiter too many at the end.
        candidates = [] if any(cells[width:]) else [cells[:width]]
        candidates += [
            [*cells[:at], delimiter.join(cells[at : at + extra + 1]), *cells[at + extra + 1 :]]
            for at in names
            if at < width
        ]
        return next((each for each in candidates if all(_NUMBER.fullmatch(each[at]) for at in checked)), None)

    return mend

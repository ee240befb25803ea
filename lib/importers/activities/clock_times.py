"""Is `1:02` an hour and two minutes, or a minute and two seconds? The distance beside it and its pace tell.

A spreadsheet that shows `01:02:11` as hours and minutes writes `1:02` when it saves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lib.importers.activities.cells import ON_FOOT, duration, filled, number
from lib.importers.activities.sports import sport_of
from lib.importers.activities.survey import ActivitySurvey, Columns
from lib.importers.reading.cells import BadCell

_TWO_PARTS: Final = re.compile(r"\d{1,3}:\d\d", re.ASCII)
_TIMES: Final = ("moving", "elapsed")
_TOLD_BY: Final = ("moving", "distance")
_NEAR: Final = 1.5  # times as long as pace x distance, either way; hours and minutes are 60 times apart
_FASTEST: Final = 60.0  # seconds for a kilometre or a mile: nobody is as fast on foot


def with_clock_times(seen: ActivitySurvey) -> ActivitySurvey:
    """The survey whose times of two parts are hours and minutes, where most rows that can tell say so."""
    votes = Counter(_votes(seen))
    if votes[True] <= votes[False]:
        return seen
    return replace(seen, columns=_in_hours(seen.columns), telling=_in_hours(seen.telling))


def _in_hours(columns: Columns) -> Columns:
    return {
        name: [replace(each, hours=True) for each in several] if name in _TIMES else several
        for name, several in columns.items()
    }


def _votes(seen: ActivitySurvey) -> Iterator[bool]:
    """One for every row that can tell: whether it means hours and minutes."""
    if not all(seen.telling.get(name) for name in _TOLD_BY):
        return
    for cells in seen.told:
        time = filled(seen.telling["moving"], cells)
        if time is None or not _TWO_PARTS.fullmatch(time.text(cells)):
            continue
        try:
            vote = _vote(seen, cells)
        except BadCell:
            continue
        if vote is not None:
            yield vote


def _vote(seen: ActivitySurvey, cells: Sequence[str]) -> bool | None:
    """By the pace where it is given, else by a speed that nobody has on foot; None where neither tells."""
    distance = number(filled(seen.telling["distance"], cells), cells)
    seconds = duration(filled(seen.telling["moving"], cells), cells)
    if not distance or not seconds:
        return None
    shown = filled(seen.telling.get("pace", ()), cells)
    if shown and _TWO_PARTS.fullmatch(shown.text(cells)) and (pace := duration(shown, cells)):
        return _by_pace(seconds, pace * distance)
    kind = filled(seen.telling.get("kind", ()), cells)
    sport = sport_of(kind.text(cells)) if kind else None
    too_fast = sport is not None and sport[0] in ON_FOOT and seconds < _FASTEST * distance
    return True if too_fast else None


def _by_pace(seconds: float, expected_s: float) -> bool | None:
    for hours, read in ((False, seconds), (True, seconds * 60)):
        if 1 / _NEAR <= read / expected_s <= _NEAR:
            return hours
    return None

"""What several imports say of one record, taken together: unknown never takes the place of known."""

from collections.abc import Sequence
from typing import Any, Final

from lib.model.vocabulary import Precision, TimeBasis
from lib.store.database.moments import from_text, to_text
from lib.store.records.rows import START_CONTENT

Content = dict[str, Any]

_UNKNOWN: Final = (None, "", ())


def merged(newest_first: Sequence[Content]) -> Content:
    """Of each field what the most recent content says that knows it; the sets of a session are one field.

    It depends on the contents and their order alone, and adding what it says itself anywhere changes nothing.
    """
    first = newest_first[0]
    if len(newest_first) == 1:
        return first
    known = {name: _known(name, newest_first) for name in first}
    if "sport" in first:
        # What an older import knows of a run says nothing of what is now a ride.
        same_sport = [each for each in newest_first if each["sport"] == known["sport"]]
        known["sub_sport"] = _known("sub_sport", same_sport)
    return known | _start(newest_first)


def _known(name: str, newest_first: Sequence[Content]) -> Any:
    return next((each[name] for each in newest_first if each[name] not in _UNKNOWN), newest_first[0][name])


def _start(newest_first: Sequence[Content]) -> Content:
    """The most recent start of those that know most: with a clock before a bare day, an instant before a wall clock.

    Where it is an instant alone, the most recent import that knows how far the athlete's clock was from it says so.
    """
    surest = max(map(_certainty, newest_first))
    chosen = next(each for each in newest_first if _certainty(each) == surest)
    start = {name: chosen[name] for name in START_CONTENT}
    placed = next((each for each in newest_first if each["time_basis"] == TimeBasis.OFFSET), None)
    if placed is None or start["time_basis"] != TimeBasis.UTC:
        return start
    offset = from_text(placed["start_local"]) - from_text(placed["start_utc"])
    local = to_text(from_text(start["start_utc"]) + offset)
    return start | {"time_basis": TimeBasis.OFFSET, "start_local": local, "local_date": local[:10]}


def _certainty(content: Content) -> tuple[bool, bool]:
    return content["precision"] != Precision.DATE, content["time_basis"] != TimeBasis.WALL_CLOCK

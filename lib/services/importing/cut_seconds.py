"""A list that a spreadsheet has saved again has its starts cut to the minute: such a row is the bout that an earlier file has.

Nothing but the second may differ: what was measured, or the sets, must be the same, else it is another bout of that minute.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from lib.model.records import Activity, Session, Start
from lib.store.records import contents
from lib.store.records.merging import Content

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:)\d\d(.*)", re.DOTALL)
_MEASURED: Final = ("sport", "distance_m", "moving_s", "elapsed_s")


def minute_of(key: str) -> str:
    """The key with its seconds at 0; "" where it does not begin with a moment."""
    found = _MOMENT.fullmatch(key)
    return f"{found[1]}00{found[2]}" if found else ""


def same_but_for_the_second(
    record: Activity | Session, said: Mapping[str, Sequence[Content]]
) -> tuple[str, Start] | None:
    """The key and the start of the known record that it is; None where it is none. said: what is known of some, by key."""
    mine = _measured(contents.of_record(record))
    if not any(mine[1:]):
        return None
    for key, several in said.items():
        for content in several:
            if _measured(content) == mine:
                return key, contents.record_of(key, content).start
    return None


def _measured(content: Content) -> tuple[Any, ...]:
    if "sets" in content:
        return content["title"], *contents.sets_without_lines(content)
    return tuple(content[name] for name in _MEASURED)

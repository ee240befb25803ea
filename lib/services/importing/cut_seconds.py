"""A list that a spreadsheet has saved again has its starts cut to the minute: such a row is the bout that an earlier file has.

Nothing but the second may differ: what was measured, or the sets, must be the same, else it is another bout of that minute.
What a spreadsheet does beside that is allowed for: it sorts the rows of sets, leaves some of them out, and shows times in minutes.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from lib.model.records import Activity, Session
from lib.model.vocabulary import Precision, RecordKind
from lib.services.importing import clashes
from lib.services.importing.clashes import Says
from lib.store.records import contents
from lib.store.records.merging import Content
from lib.store.records.records import Known

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:)\d\d(.*)", re.DOTALL)
_WAY: Final = ("sport", "distance_m")
_TIMES: Final = ("moving_s", "elapsed_s")
_MINUTE_S: Final = 60.0


class Waiting(NamedTuple):
    """A record of a file, and the keys of known ones that it may be."""

    record: Activity | Session
    near: list[str]


@dataclass(slots=True)
class CutStarts:
    """Of one file: the records that may be known ones of their minute, of which one of the two has no seconds.

    index, taken: the known records of the source by key; the ids of those that the file has been found to have so far.
    """

    waiting: dict[RecordKind, list[Waiting]] = field(default_factory=lambda: {kind: [] for kind in RecordKind})
    _minutes: dict[RecordKind, dict[str, list[str]]] = field(default_factory=dict)

    def near(
        self, kind: RecordKind, record: Activity | Session, index: Mapping[str, Known], taken: Collection[int]
    ) -> list[str]:
        """The keys of known records that may be this one; mostly none."""
        minute = minute_of(record.source_key)
        if not minute or not clashes.by_start(record):
            return []
        if record.start.precision is not Precision.MINUTE:
            near = [minute] if minute in index else []
        else:
            near = self._by_minute(kind, index, taken).get(minute, [])
        return [key for key in near if key != record.source_key and index[key].id not in taken]

    def placed(
        self, kind: RecordKind, index: Mapping[str, Known], taken: Collection[int], says: Says
    ) -> Iterator[tuple[Activity | Session, str | None]]:
        """Each record that waited, as the known one that it is and with its key; no key where it is none of them."""
        waiting, self.waiting[kind] = self.waiting[kind], []
        ids = {index[key].id for each in waiting for key in each.near}
        said = says(sorted(ids)) if ids else {}
        for alike in (_is_same, _is_cut):  # whoever is the very same goes before all that were cut further
            left = []
            for each in waiting:
                free = {key: said[index[key].id] for key in each.near if index[key].id not in taken}
                found = same_but_for_the_second(each.record, free, alike)
                if found:
                    yield found, found.source_key
                else:
                    left.append(each)
            waiting = left
        yield from ((each.record, None) for each in waiting)

    def forget(self) -> None:
        """What is known of one file is of no use for the next."""
        self._minutes.clear()
        for waiting in self.waiting.values():
            waiting.clear()

    def _by_minute(self, kind: RecordKind, index: Mapping[str, Known], taken: Collection[int]) -> dict[str, list[str]]:
        """The keys that were known before this file, by their minute."""
        if kind not in self._minutes:
            found = self._minutes[kind] = {}
            for key, known in index.items():
                if known.id not in taken and (minute := minute_of(key)):
                    found.setdefault(minute, []).append(key)
        return self._minutes[kind]


def minute_of(key: str) -> str:
    """The key with its seconds at 0; "" where it does not begin with a moment."""
    found = _MOMENT.fullmatch(key)
    return f"{found[1]}00{found[2]}" if found else ""


def same_but_for_the_second(
    record: Activity | Session, said: Mapping[str, Sequence[Content]], alike: Callable[[Content, Content], bool]
) -> Activity | Session | None:
    """The record under the key and with the start of the known one that it is; None where it is none.

    said: what is known of some, by key. alike: whether what the record says and what is known are one bout.
    """
    mine = contents.of_record(record)
    for key, several in said.items():
        for content in several:
            if alike(mine, content):
                return _as_known(record, key, content)
    return None


def _as_known(record: Activity | Session, key: str, content: Content) -> Activity | Session:
    """With the known start, and the known times where its own are these without their seconds."""
    start = contents.record_of(key, content).start
    if isinstance(record, Session):
        return replace(record, source_key=key, start=start)
    moving_s, elapsed_s = _exact(record.moving_s, content["moving_s"]), _exact(record.elapsed_s, content["elapsed_s"])
    return replace(record, source_key=key, start=start, moving_s=moving_s, elapsed_s=elapsed_s)


def _exact(mine: float | None, known: float | None) -> float | None:
    return known if mine is not None and mine % _MINUTE_S == 0 and known is not None else mine


def _may_be_cut(one: float | None, other: float | None) -> bool:
    """Whether one time is the other without its seconds, rounded or cut, or one is not known."""
    if one is None or other is None or one == other:
        return True
    return abs(one - other) < _MINUTE_S and 0 in (one % _MINUTE_S, other % _MINUTE_S)


def _is_same(mine: Content, known: Content) -> bool:
    """Whether all that was measured is the same."""
    return bool(any(_measured(mine)[1:]) and _measured(mine) == _measured(known))


def _is_cut(mine: Content, known: Content) -> bool:
    """Whether less of one bout was kept in one place: the same way with its times in minutes, or some of the same sets."""
    if "sets" in mine:
        one, other = (Counter(contents.sets_without_lines(each)) for each in (mine, known))
        return bool(one and other and mine["title"] == known["title"] and (one <= other or other <= one))
    same_way = mine["distance_m"] and all(mine[name] == known[name] for name in _WAY)
    return bool(same_way and all(_may_be_cut(mine[name], known[name]) for name in _TIMES))


def _measured(content: Content) -> tuple[Any, ...]:
    if "sets" in content:
        return content["title"], *contents.sets_without_lines(content)
    return tuple(content[name] for name in (*_WAY, *_TIMES))

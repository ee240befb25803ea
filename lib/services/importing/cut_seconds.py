"""A list that a spreadsheet has saved again has its starts cut to the minute: such a row is the bout that an earlier file has.

Nothing but the second may differ: what was measured, or the sets, must be the same, else it is another bout of that minute.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from lib.model.records import Activity, Session, Start
from lib.model.vocabulary import Precision, RecordKind
from lib.services.importing import clashes
from lib.services.importing.clashes import Says
from lib.store.records import contents
from lib.store.records.merging import Content
from lib.store.records.records import Known

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:)\d\d(.*)", re.DOTALL)
_MEASURED: Final = ("sport", "distance_m", "moving_s", "elapsed_s")


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
        """Each record that waited, with the key and the start of the known one that it is; no key where it is none of them."""
        waiting, self.waiting[kind] = self.waiting[kind], []
        ids = {index[key].id for each in waiting for key in each.near}
        said = says(sorted(ids)) if ids else {}
        for record, near in waiting:
            free = {key: said[index[key].id] for key in near if index[key].id not in taken}
            found = same_but_for_the_second(record, free)
            yield (replace(record, source_key=found[0], start=found[1]), found[0]) if found else (record, None)

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

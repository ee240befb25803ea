"""Rows of one file that share a key and are two bouts, as where a spreadsheet has cut the seconds of their starts.

The first of them keeps the key, so keys that were stored before stay as they are; the others get theirs with a part more.
Which row is which record is found by what they say, never by the part or the place in the file: whole and part of an
export, in any order, find the same records.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from lib.model.records import Activity, Session
from lib.store.records import contents
from lib.store.records.fingerprint import APART, APART_DIGITS
from lib.store.records.merging import Content

_MEASURED: Final = ("distance_m", "moving_s", "elapsed_s")

Says = Callable[[Sequence[int]], Mapping[int, Sequence[Content]]]


class Held(NamedTuple):
    """A record of a file and the hash of its content."""

    content_hash: str
    record: Activity | Session


def by_start(record: Activity | Session) -> bool:
    """Whether the key was made of the start, so that two bouts may have it; an id of the source is of one bout alone."""
    start = record.start
    written = [start.raw, *(f"{each:%Y-%m-%d}" for each in (start.local, start.utc) if each)]
    return record.source_key.startswith(tuple(filter(None, written)))


def another_key(key: str, held: Held) -> str:
    """The key of a further bout that would have this one."""
    return f"{key} ~{held.content_hash[:APART_DIGITS]}"


def told_apart(keys: Iterable[str]) -> dict[str, list[str]]:
    """The keys with a part more, by what they are without it."""
    found: dict[str, list[str]] = {}
    for key in keys:
        base = APART.sub("", key)
        if base != key:
            found.setdefault(base, []).append(key)
    return found


def assign(group: Sequence[Held], free: Mapping[str, int], says: Says) -> dict[str, str]:
    """The key of the record that each content of a group is, by its hash; none for a new one.

    free: the ids of the records that they may be, by key. First those that say the same, then those that were measured
    the same, then what is left in its order: a row may have been edited. Equal records are one.
    """
    waiting = list({each.content_hash: each for each in sorted(group, key=_measured_order)}.values())
    found: dict[str, str] = {}
    if len(waiting) > 1 or len(free) > 1:
        said = says(list(free.values()))
        for alike in (_all_of, _measured):
            _match(waiting, free, said, alike, found)
    left = [key for key in free if key not in found.values()]
    rest = [each for each in waiting if each.content_hash not in found]
    return found | {each.content_hash: key for each, key in zip(rest, left, strict=False)}


def _match(
    waiting: Sequence[Held],
    free: Mapping[str, int],
    said: Mapping[int, Sequence[Content]],
    alike: Callable[[Content], object],
    found: dict[str, str],
) -> None:
    for held in waiting:
        mine = alike(contents.of_record(held.record))
        for key, record_id in free.items():
            if held.content_hash in found:
                break
            if key not in found.values() and mine in map(alike, said[record_id]):
                found[held.content_hash] = key


def _all_of(content: Content) -> object:
    return content


def _measured(content: Content) -> object:
    return tuple(content[name] for name in _MEASURED if name in content)


def _measured_order(held: Held) -> tuple[float, str]:
    """The longest first."""
    return -(getattr(held.record, "distance_m", None) or 0.0), held.content_hash

"""The person's word on top of what the sources say of a record. Pure: contents in, contents out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from lib.model.history import ADDED_SET, SET_OF_SOURCE, START, Words
from lib.model.records import LiftingSet
from lib.model.same_set import same_work
from lib.model.vocabulary import Precision, SubSport, TimeBasis
from lib.store.records.merging import Content
from lib.store.records.rows import set_from_row

GONE: Final = "gone"  # the word on a set that the person took out
FIRST: Final = ""  # what an added set follows that stands before all others

_TEXTS: Final = ("title", "notes", "gear")
# What a set is named by; and whether its empty value is "" or None.
_NAMED_BY: Final = (
    "exercise_name", "kind", "reps", "load_kg", "load_mode", "duration_s", "distance_m", "side",
)  # fmt: skip
_DAY: Final = 10  # characters of a start that is a bare day


class PlacedSet(NamedTuple):
    """A set of a session as it counts. field: where a further word on it goes. edited: whether it has one.

    source: the set as the sources have it, None of one that the person added.
    """

    set: LiftingSet
    field: str
    edited: bool
    source: LiftingSet | None = None


class Sets(NamedTuple):
    """The sets of a session as they count, and the person's words on sets that the sources do not have (any more)."""

    placed: tuple[PlacedSet, ...]
    unplaced: tuple[str, ...]


def with_words(content: Content, words: Words) -> Content:
    """What a record says when the person's word comes last."""
    plain = {name: value for name, value in words.items() if name in content and name != "sets"}
    said = content | {name: _or_empty(name, value) for name, value in plain.items()}
    if words.get(START):
        said |= _start(words[START])
    if plain.get("sport", content.get("sport")) != content.get("sport"):
        said["sub_sport"] = SubSport.NONE
    if "sets" in content and about_sets(words):
        placed = place_sets(content["sets"], words).placed
        said["sets"] = tuple(tuple(each.set._replace(line=number)) for number, each in enumerate(placed, start=1))
    return said


def about_sets(words: Iterable[str]) -> bool:
    """Whether the person said anything of single sets."""
    return any(name.startswith((SET_OF_SOURCE, ADDED_SET)) for name in words)


def place_sets(sets: Sequence[tuple[Any, ...]], words: Words) -> Sets:
    """Each set of the sources with the word on it, and the sets that the person added where they belong."""
    source = [set_from_row(tuple(each)) for each in sets]
    fields = _fields_of(source)
    said = {name: value for name, value in words.items() if name.startswith(SET_OF_SOURCE)}
    found = {name: place for name in said if (place := _find(name, source)) is not None}
    by_place = {place: name for name, place in found.items()}
    placed: list[PlacedSet] = []
    for place, each in enumerate(source):
        field = by_place.get(place, fields[place])
        word = said.get(field)
        if word != GONE:
            placed.append(PlacedSet(_changed(each, word), field, word is not None, each))
    _insert_added(placed, words)
    unplaced = [name for name in said if name not in found]
    return Sets(tuple(placed), tuple(unplaced))


def field_of_set(each: LiftingSet, number: int) -> str:
    """Where the word on a set of a source goes. number: from 1, which of the sets that are alike it is."""
    empty = LiftingSet("")
    said = {name: getattr(each, name) for name in _NAMED_BY if getattr(each, name) != getattr(empty, name)}
    return SET_OF_SOURCE + json.dumps([number, said], ensure_ascii=False, sort_keys=True)


def said_of_set(each: LiftingSet) -> dict[str, Any]:
    """A set as JSON keeps it: what it does not say is left out."""
    empty = LiftingSet("")
    return {name: value for name, value in each._asdict().items() if name != "line" and value != getattr(empty, name)}


def set_of_field(field: str) -> tuple[int, LiftingSet]:
    """Which set of a source a field is about; the other way round."""
    number, said = json.loads(field.removeprefix(SET_OF_SOURCE))
    return number, set_from_row(tuple(LiftingSet(**said)))


def _fields_of(sets: Sequence[LiftingSet]) -> list[str]:
    fields: list[str] = []
    for place, each in enumerate(sets):
        alike = sum(same_work(each, earlier) for earlier in sets[:place])
        fields.append(field_of_set(each, alike + 1))
    return fields


def _find(field: str, sets: Sequence[LiftingSet]) -> int | None:
    """The place of the set that a field is about, None where the source has none like it."""
    number, wanted = set_of_field(field)
    alike = [place for place, each in enumerate(sets) if same_work(wanted, each)]
    return alike[number - 1] if number <= len(alike) else None


def _changed(each: LiftingSet, word: Mapping[str, Any] | None) -> LiftingSet:
    if not word:
        return each
    return set_from_row(tuple(each._replace(**word)))


def _insert_added(placed: list[PlacedSet], words: Words) -> None:
    """Put what the person added behind the set that it follows, whichever was added first; at the end where that is gone."""
    said = ((name, word) for name, word in words.items() if name.startswith(ADDED_SET) and word != GONE)
    added = dict(sorted(said, key=lambda each: _number(each[0])))
    while added:
        name = next((each for each, word in added.items() if word.get("after") not in added), next(iter(added)))
        word = added.pop(name)
        new = PlacedSet(set_from_row(tuple(LiftingSet(**word["set"]))), name, edited=True)
        placed.insert(_place_behind(word.get("after"), placed, words), new)


def _place_behind(after: str | None, placed: Sequence[PlacedSet], words: Words) -> int:
    """Where a further set goes that follows this one: behind those that were added there before."""
    fields = [each.field for each in placed]
    behind = 0 if after == FIRST else fields.index(after) + 1 if after in fields else len(placed)
    while behind < len(placed) and _follows(placed[behind], after, words):
        behind += 1
    return behind


def _follows(other: PlacedSet, after: str | None, words: Words) -> bool:
    """Whether a set was added behind the same one, earlier."""
    return other.field.startswith(ADDED_SET) and words[other.field].get("after") == after


def _number(field: str) -> int:
    return int(field.removeprefix(ADDED_SET))


def next_added(words: Iterable[str]) -> str:
    """The field of a further set that the person adds."""
    taken = [_number(name) for name in words if name.startswith(ADDED_SET)]
    return f"{ADDED_SET}{max(taken, default=0) + 1}"


def _or_empty(name: str, value: Any) -> Any:
    return "" if value is None and name in _TEXTS else value


def _start(word: str) -> Content:
    """The wall clock that the person gave; which instant it was is not known by it."""
    local = f"{word} 00:00:00" if len(word) == _DAY else word
    precision = Precision.DATE if len(word) == _DAY else Precision.SECOND
    clock = {"start_raw": word, "precision": precision, "time_basis": TimeBasis.WALL_CLOCK}
    return {**clock, "start_utc": None, "start_local": local, "local_date": local[:10]}

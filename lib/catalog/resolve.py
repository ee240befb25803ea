"""From an app's exercise name to an exercise of the catalog, by fixed rules. What they do not find is asked."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import pandas as pd
from rapidfuzz import fuzz, process

from lib.catalog.exercises import Exercise, exercises
from lib.catalog.folding import fold
from lib.model.columns import NAMES
from lib.model.vocabulary import CountAs, Side

EXACT: Final = "exact"
ALIAS: Final = "alias"
WITHOUT_EQUIPMENT: Final = "without_equipment"
OWN: Final = "own"
UNMAPPED: Final = "unmapped"

_OWN_PREFIX = "own:"
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
# A side that closes a name, as in "Split Squat Left", "Curl (R)" or "Curl - L". A bare letter is no side: the L of
# "Hanging Leg Raise L" is a shape, and so is that of "Y-T-W-L" (hence three letters before a dash).
_SIDE = re.compile(
    r"^(.*\w[)\]]?)(?:[\s(\[,-]+(left|right)|\s*[(\[](l|r)[)\]]|(?<=\w{3}|\w{2}[)\]])\s*[-–]\s*(l|r))\W*$",
    re.IGNORECASE,
)
_ONE_SIDED = re.compile(r"\b(single|one|1) ?(arm|leg)(ed|ged)?\b")
_EQUIPMENT_WORDS = frozenset(
    {
        "assisted",
        "ball",
        "band",
        "bar",
        "barbell",
        "bb",
        "body",
        "bodyweight",
        "box",
        "bw",
        "cable",
        "db",
        "dumbbell",
        "ez",
        "hex",
        "kb",
        "kettlebell",
        "landmine",
        "lever",
        "loaded",
        "machine",
        "medicine",
        "olympic",
        "plate",
        "resistance",
        "ring",
        "safety",
        "smith",
        "suspension",
        "swiss",
        "trap",
        "trx",
        "weight",
        "weighted",
    }
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The key of the exercise, "" if no rule finds one, and the rule that found it."""

    exercise: str
    how: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An exercise that a name may mean. score: likeness of the spellings, 0 to 100. Never used unasked."""

    exercise: str
    name: str
    score: float


@lru_cache(maxsize=16_384)
def resolve(name: str) -> Resolved:
    """The exercise by name, by alias, then by either without a side, then without equipment in brackets."""
    sideless = _without_side(name)
    for rule, spelling in (("", name), ("", sideless), (WITHOUT_EQUIPMENT, _without_equipment(sideless))):
        folded = fold(spelling)
        for how, keys in ((EXACT, _names()), (ALIAS, _aliases())):
            if folded in keys:
                return Resolved(keys[folded], rule or how)
    return Resolved("", UNMAPPED)


def suggest(name: str, limit: int = 3) -> list[Suggestion]:
    """The likeliest exercises, best first, each once."""
    spellings = _spellings()
    found = process.extract(fold(name), list(spellings), scorer=fuzz.token_sort_ratio, limit=limit * 6)
    best: dict[str, float] = {}
    for spelling, score, _ in found:
        best.setdefault(spellings[spelling], float(score))
    return [Suggestion(key, exercises()[key].name, score) for key, score in list(best.items())[:limit]]


def resolve_names(
    names: Iterable[str], aliases: pd.DataFrame | None = None, own_exercises: Collection[str] = ()
) -> pd.DataFrame:
    """NAMES of the distinct names, in order of appearance.

    aliases:       ALIASES, the person's own mapping; wins over every rule.
    own_exercises: keys that the person defined by credits. An alias that leads to no known key is passed over.
    """
    own = _own_lookup(aliases, own_exercises)
    return NAMES.make([_described(name, own(name) or resolve(name)) for name in dict.fromkeys(names)])


def own_exercise_key(name: str) -> str:
    """The key under which a person's own exercise of this name is kept. No key of the catalog looks like it."""
    return _OWN_PREFIX + fold(name).replace(" ", "_")


def side_in_name(name: str) -> Side:
    """The side that a name ends with."""
    found = _SIDE.match(name)
    return {"l": Side.LEFT, "r": Side.RIGHT}[found[found.lastindex or 0][0].lower()] if found else Side.BOTH


def says_one_sided(name: str) -> bool:
    """Whether the name itself says that one arm or leg works at a time."""
    return _ONE_SIDED.search(fold(name)) is not None


def _without_side(name: str) -> str:
    found = _SIDE.match(name)
    return found[1] if found else name


def _without_equipment(name: str) -> str:
    """The name without brackets that hold nothing but equipment."""
    return _BRACKETS.sub(lambda found: " " if _is_equipment(found[1]) else found[0], name)


def _is_equipment(text: str) -> bool:
    words = fold(text).split()
    return bool(words) and _EQUIPMENT_WORDS.issuperset(words)


def _own_lookup(aliases: pd.DataFrame | None, own_exercises: Collection[str]) -> Callable[[str], Resolved | None]:
    """How a name is found among the person's aliases: as written, else as folded."""
    if aliases is None or aliases.empty:
        return lambda _: None
    pairs = [
        (name, Resolved(key, OWN))
        for name, key in zip(aliases["exercise_name"], aliases["exercise"], strict=True)
        if key in exercises() or key in own_exercises
    ]
    written, folded = dict(pairs), {fold(name): found for name, found in pairs}
    return lambda name: written.get(name) or folded.get(fold(name))


def _described(name: str, found: Resolved) -> dict[str, object]:
    """One row of NAMES. Of what is not in the catalog only the name speaks: a hard set, its body share unknown."""
    exercise: Exercise | None = exercises().get(found.exercise)
    return {
        "exercise_name": name,
        "exercise": found.exercise,
        "how": found.how,
        "pattern": exercise.pattern if exercise else "",
        "count_as": exercise.count_as if exercise else CountAs.HARD_SET,
        "unilateral": says_one_sided(name) or bool(exercise and exercise.unilateral),
        "isometric": bool(exercise and exercise.isometric),
        "bodyweight_fraction": exercise.bodyweight_fraction if exercise else float("nan"),
    }


@cache
def _names() -> Mapping[str, str]:
    return {fold(exercise.name): exercise.key for exercise in exercises().values()}


@cache
def _aliases() -> Mapping[str, str]:
    return {fold(alias): exercise.key for exercise in exercises().values() for alias in exercise.aliases}


@cache
def _spellings() -> Mapping[str, str]:
    """Folded names and aliases by likeness search, names before aliases."""
    return {**_names(), **_aliases()}

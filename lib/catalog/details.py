"""Words that say how an exercise was done and not which muscles did it: where they may be left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Final

from lib.catalog.exercises import Exercise
from lib.catalog.words import WordKind, Words, details
from lib.model.vocabulary import CountAs, Muscle

_ARMS: Final = frozenset({"elbow_extension", "elbow_flexion", "wrist", "shoulder_isolation", "shrug"})
_PULLS: Final = frozenset({"horizontal_pull", "vertical_pull"})
_PUSHES: Final = frozenset({"chest_fly", "horizontal_push", "vertical_push"})
_TRUNK: Final = frozenset({"trunk_flexion", "rotation", "core_anti_rotation"})
# Patterns in which sitting, standing or one arm at a time leave the muscles as they are.
UPPER_BODY: Final = _ARMS | _PULLS | _PUSHES | {"vertical_pull_shoulder"}
# Patterns whose muscles a detail leaves as they are. A close grip turns a bench press to the triceps, a turned palm a curl
# to the forearm and a pull-up to the biceps, a slope a press to the shoulder.
_LEAVES: Final[Mapping[WordKind, frozenset[str]]] = {
    WordKind.POSTURE: UPPER_BODY | _TRUNK,
    WordKind.LYING: frozenset({"chest_fly", "horizontal_pull", "horizontal_push", "shoulder_isolation", "wrist"}),
    WordKind.SLOPE: frozenset({"shoulder_isolation", "shrug", "elbow_extension"}),
    WordKind.HEIGHT: _ARMS | _PULLS | {"trunk_flexion"},
    WordKind.WIDTH: UPPER_BODY,
    WordKind.CLOSE: UPPER_BODY - {"horizontal_push", "vertical_push"},
    WordKind.PALM: UPPER_BODY - {"elbow_flexion", "wrist"},
    WordKind.TURN: UPPER_BODY - {"elbow_flexion", "wrist", "vertical_pull", "horizontal_push"},
    WordKind.PLACE: UPPER_BODY | _TRUNK | {"core_hold", "hip_flexion", "hip_thrust"},
    WordKind.STANCE: frozenset({"squat", "knee_extension", "plantar_flexion", "hinge"}),
}
_MUSCLES: Final[Mapping[str, Muscle]] = {
    "ab": Muscle.CORE,
    "abdominal": Muscle.CORE,
    "back": Muscle.UPPER_BACK,
    "bicep": Muscle.BICEPS,
    "booty": Muscle.GLUTES,
    "bum": Muscle.GLUTES,
    "calf": Muscle.CALVES,
    "chest": Muscle.CHEST,
    "core": Muscle.CORE,
    "delt": Muscle.SHOULDERS,
    "forearm": Muscle.FOREARMS,
    "glute": Muscle.GLUTES,
    "hamstring": Muscle.HAMSTRINGS,
    "lat": Muscle.UPPER_BACK,
    "oblique": Muscle.CORE,
    "pec": Muscle.CHEST,
    "quad": Muscle.QUADRICEPS,
    "shoulder": Muscle.SHOULDERS,
    "thigh": Muscle.QUADRICEPS,
    "trap": Muscle.TRAPS,
    "tricep": Muscle.TRICEPS,
}
# What leaves the movement nearest to what was written goes first: "Supinated Seated Row" is a seated row.
_COST: Final[Mapping[WordKind, int]] = {
    WordKind.DETAIL: 1,
    WordKind.MUSCLE: 3,
    WordKind.POSTURE: 4,
    WordKind.LYING: 4,
    WordKind.SLOPE: 5,
}
_USUAL_COST: Final = 2
# Beside a muscle that is left out: a bare "press" or "raise" says too little.
_LEAST_WORDS: Final = 2
# More details than this in one name are left as they are: there are twice as many ways with each.
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Reduced:
    """The words of a name without some details. left_out: these, by kind."""

    words: Words
    left_out: tuple[tuple[WordKind, frozenset[str]], ...]

    def leaves(self, exercise: Exercise) -> bool:
        """Whether an exercise is the same with and without what was left out."""
        bare = len(self.words.movement) < _LEAST_WORDS and any(kind is WordKind.MUSCLE for kind, _ in self.left_out)
        return not bare and all(_may_go(kind, detail, exercise) for kind, detail in self.left_out)


def _may_go(kind: WordKind, detail: frozenset[str], exercise: Exercise) -> bool:
    """A muscle may go where it is a main muscle, a hold where one holds, an effort in endurance work, the rest by pattern."""
    if kind is WordKind.MUSCLE:
        return any(_MUSCLES[word] in exercise.primary for word in detail)
    if kind is WordKind.HOLD:
        return exercise.isometric
    if kind is WordKind.EFFORT:
        return exercise.count_as is CountAs.CONDITIONING
    return kind is WordKind.DETAIL or exercise.pattern in _LEAVES[kind]


def reductions(words: Words, kept: frozenset[str] = frozenset()) -> Iterator[tuple[Reduced, ...]]:
    """The words with ever more details left out, those that cost alike together; the whole words first. kept: no details."""
    there = [(kind, detail) for kind, detail in details() if detail <= words.movement - kept][:_MOST]
    ways = [way for size in range(len(there) + 1) for way in combinations(there, size)]
    priced = sorted(((_price(way), way) for way in ways), key=lambda each: each[0])
    for _, alike in groupby(priced, key=lambda each: each[0]):
        yield tuple(_reduced(words, way) for _, way in alike)


def _price(way: tuple[tuple[WordKind, frozenset[str]], ...]) -> int:
    return sum(_COST.get(kind, _USUAL_COST) for kind, _ in way)


def _reduced(words: Words, way: tuple[tuple[WordKind, frozenset[str]], ...]) -> Reduced:
    gone = frozenset(word for _, detail in way for word in detail)
    return Reduced(Words(words.movement - gone, words.equipment), way)

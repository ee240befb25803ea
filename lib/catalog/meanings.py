"""What a word of a log may mean in plain English: equipment, words of exercise names and whole movements."""

import re
from collections import Counter
from functools import cache
from typing import Final

from lib.catalog.exercises import exercises

# A filler: the tables pass over it, so what means this means nothing.
MEANS_NOTHING: Final = "exercise"
_BRACKET: Final = re.compile(r"\(([^)]*)\)")
_WORD: Final = re.compile(r"[a-z][a-z-]+")
# Words that say nothing alone.
_JOINING: Final = frozenset({"and", "at", "for", "from", "in", "of", "on", "or", "over", "per", "the", "to", "with"})


@cache
def meanings() -> tuple[str, ...]:
    """All there are, each once: equipment first, then single words, both with those of most exercises first; movements last."""
    names = [exercise.name.lower() for exercise in exercises().values()]
    equipment = Counter(found.strip() for name in names for found in _BRACKET.findall(name) if _is_plain(found))
    movements = [" ".join(_BRACKET.sub(" ", name).split()) for name in names]
    words = Counter(word for movement in movements for word in set(_WORD.findall(movement)) - _JOINING)
    ranked = [means for counter in (equipment, words) for means, _ in counter.most_common()]
    whole = sorted(filter(_is_plain, {*movements, *_common_endings(movements)}))
    return tuple(dict.fromkeys([*ranked, *whole, MEANS_NOTHING]))


def _common_endings(movements: list[str]) -> list[str]:
    """The last two words that several movements share: there are calf raises of many kinds."""
    endings = Counter(" ".join(movement.split()[-2:]) for movement in movements)
    return [ending for ending, count in endings.items() if count > 1]


def _is_plain(text: str) -> bool:
    """Whether it is words and nothing else."""
    return all(_WORD.fullmatch(word) for word in text.split())

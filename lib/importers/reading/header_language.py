"""Which of the languages that share names of months a table is in, by the names of its columns."""

from collections.abc import Iterable
from typing import Final

# Letters that one of them has and the others have not. Slovak stands for Czech, whose names of months it nearly has.
_LETTERS: Final = {"pl": frozenset("łąęśźżń"), "cs": frozenset("řěůťďýáíéúľĺŕô"), "hr": frozenset("đ")}
_WORDS: Final = {
    "pl": frozenset(["czas", "dystans", "nazwa", "opis", "tytuł", "tytul", "trening", "ciężar", "ciezar", "powtórzenia", "powtorzenia", "ćwiczenie", "cwiczenie"]),
    "cs": frozenset(["čas", "cas", "cvik", "název", "nazev", "popis", "váha", "vaha", "opakování", "opakovani", "vzdálenost", "vzdalenost", "cvičení", "cviceni"]),
    "hr": frozenset(["vrijeme", "udaljenost", "naziv", "opis", "vježba", "vjezba", "ponavljanja", "težina", "tezina", "trajanje", "trening", "aktivnosti"]),
}  # fmt: skip


def language_of_header(names: Iterable[str]) -> str:
    """The code pl, cs or hr; blank where the names of the columns are of none of them, or speak for two alike."""
    text = " ".join(names).casefold()
    words = set(text.replace("_", " ").split())
    votes = {
        language: 3 * len(letters & set(text)) + len(_WORDS[language] & words) for language, letters in _LETTERS.items()
    }
    first, second, _ = sorted(votes, key=lambda each: -votes[each])
    return first if votes[first] > votes[second] else ""

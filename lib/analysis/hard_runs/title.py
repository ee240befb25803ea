"""What the title of a run says of its effort: whole words, in the languages of lib/catalog/run_words.csv and the person's own."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

import pandas as pd

from lib.analysis.hard_runs.repetitions import MARKER, there_and_back, without_repetitions
from lib.analysis.hard_runs.said import EFFORTS
from lib.analysis.hard_runs.telling import Telling
from lib.analysis.hard_runs.title_words import HARD_WORK, FoundPhrase, OwnWords, masked, said, title_words
from lib.catalog.run_words import Means, Phrase, joining
from lib.model.vocabulary import Effort

_OF_A_REST: Final = frozenset({"jog", "つなぎ"})  # "intervals, recovery jog"
_AFTER_AN_AMOUNT: Final = 2  # words: "2 km easy", "90 s recovery"


class TitleSays(NamedTuple):
    """The verdict of a title, "" without one, and the words that gave it."""

    verdict: str
    why: str


def by_title(runs: pd.DataFrame, own: Mapping[str, Effort | None]) -> Telling:
    """The words of each title. own: words of the person, which go before; None: the word says nothing."""
    words = tuple(sorted(own.items()))
    return Telling.of(title_says(each, words) for each in runs["title"].tolist())


@lru_cache(maxsize=65_536)
def title_says(title: str, own: OwnWords = ()) -> TitleSays:
    """The person's own words first, the longest of them; then repetitions ("5 x 1000 m") and the words that the app knows."""
    words = title_words(own)
    tokens = words.tokens(title)
    mine = words.own_among(tokens) if own else []
    told = [each for each in mine if each.means]
    if told:
        longest = max(told, key=lambda each: len(each.words))
        return TitleSays(EFFORTS[longest.means or ""], _told(longest, words.written(title, tokens)))
    plain, repetitions = without_repetitions(title)
    tokens = words.tokens(plain)
    heard = masked(tokens, words.own_among(tokens)) if own else tokens
    return _by_known_words(heard, words.written(plain, tokens), repetitions)


def _told(found: FoundPhrase[Any], written: Phrase) -> str:
    return " ".join(written[found.at : found.end])


def _by_known_words(tokens: Phrase, written: Phrase, repetitions: str) -> TitleSays:
    found = said(tokens)
    if there_and_back(repetitions) and any(each.means is Means.COMMUTE for each in found):
        repetitions = ""
    found = [each for each in found if not (repetitions and _on_a_rest(each, tokens))]
    found = [each for each in found if not _after_hard_work(each, found, tokens)]
    by_kind: dict[str, str] = {_verdict(each.means): _told(each, written) for each in reversed(found)}
    if repetitions:
        by_kind[Means.HARD] = repetitions
    means = _strongest(by_kind)
    return TitleSays(means, by_kind.get(means, ""))


def _verdict(means: Means) -> Means:
    return Means.HARD if means is Means.PLACE else means


def _on_a_rest(each: FoundPhrase[Means], tokens: Phrase) -> bool:
    """Whether an easy word is about the rests of intervals or the way there: "2 km easy, 5 x 1000 m with 90 s recovery"."""
    before = tokens[max(each.at - _AFTER_AN_AMOUNT, 0) : each.at]
    after_them = MARKER in tokens and tokens.index(MARKER) < each.at
    return each.means is Means.EASY and (after_them or any(map(str.isdecimal, before)))


def _after_hard_work(each: FoundPhrase[Means], found: list[FoundPhrase[Means]], tokens: Phrase) -> bool:
    """Whether an easy word is about what comes between or after hard work: "hill repeats, easy jog back", "tempo then easy home".

    A place alone needs a joining word: "track easy" is an easy run at the track, "track with recoveries" is not. An easy
    word that closes the title directly behind the hard one is about the whole run: "fartlek, easy".
    """
    if each.means is not Means.EASY:
        return False
    before = [hard for hard in found if hard.means in HARD_WORK and hard.at < each.at]
    if not before or (before[-1].end == each.at and _closes(each, tokens)):
        return False
    joined = not joining().isdisjoint(tokens[before[-1].end : each.at])
    return joined or any(hard.means is Means.HARD for hard in before)


def _closes(each: FoundPhrase[Means], tokens: Phrase) -> bool:
    """Whether no word follows, pictures are none, and the words are not those of a rest."""
    return each.words[-1] not in _OF_A_REST and not any(map(str.isalnum, tokens[each.end :]))


def _strongest(kinds: Mapping[str, str]) -> str:
    """Easy goes before hard ("easy run with hill strides"); a long run is long, easy or not, and hard with a hard part."""
    if Means.LONG in kinds and (Means.EASY in kinds or Means.HARD not in kinds):
        return Means.LONG
    return next((each for each in (Means.EASY, Means.HARD, Means.MODERATE) if each in kinds), "")

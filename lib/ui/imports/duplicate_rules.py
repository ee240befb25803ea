"""One choice for all bouts that two sources have: each for itself, or always the record of one of them."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from lib.model.duplicates import DuplicatePair
from lib.services.bouts.choices import decide_rule, forget_rule, list_rules
from lib.store.account import Account
from lib.ui.imports.sources import source_title
from lib.ui.kit import writing
from lib.ui.shell import boundary
from lib.wording.format import counted

Sources = tuple[str, str]


def sources_of(pair: DuplicatePair) -> Sources:
    """The two sources of a pair, the same whichever counts."""
    first, second = sorted((pair.primary.source, pair.other.source))
    return first, second


def in_both(pairs: Sequence[DuplicatePair]) -> list[tuple[Sources, int]]:
    """The pairs of different sources with the number of bouts that both have, most first."""
    bouts = Counter(sources_of(pair) for pair in pairs if pair.primary.source != pair.other.source)
    return sorted(bouts.items(), key=lambda each: (-each[1], each[0]))


def rule_box(words: str, sources: Sources, current: str, **options: Any) -> str:
    """The source that always counts, "" where each bout is decided for itself. options: of the widget."""
    choices = ("", *sources)
    chosen: str = st.selectbox(
        words,
        choices,
        index=choices.index(current),
        format_func=lambda each: f"Always {source_title(each)}" if each else "The record that says more",
        width=400,
        **options,
    )
    return chosen


def show_rules(account: Account, pairs: Sequence[DuplicatePair]) -> str:
    """The rule of each pair of sources, to be changed on the spot; a sentence where one was changed, else ""."""
    said = {tuple(sorted((rule.one[0], rule.other[0]))): rule.one[0] for rule in list_rules(account)}
    bouts = dict(in_both(pairs))
    for sources in [*bouts, *(each for each in said if each not in bouts)]:
        first, second = sources
        words = f"{source_title(first)} and {source_title(second)}"
        current = said.get((first, second), "")
        number = bouts.get((first, second), 0)
        words = f"{words}: {counted(number, 'bout', 'bouts')} in both"
        key = f"rule_{first}_{second}_{boundary.failed_writes()}"
        chosen = rule_box(words, (first, second), current, **writing.control(key=key))
        if chosen != current:
            boundary.writing()
            return _changed(account, (first, second), chosen)
    return ""


def _changed(account: Account, sources: Sources, chosen: str) -> str:
    if not chosen:
        forget_rule(account, *sources)
        return "Of each bout the record that says more counts again."
    decide_rule(account, chosen, sources[1] if chosen == sources[0] else sources[0])
    return f"The records of {source_title(chosen)} count now."

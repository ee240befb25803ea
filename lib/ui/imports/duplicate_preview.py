"""Bouts that came from two sources, before an import: each pair with a choice which record counts. Nothing is written."""

from collections.abc import Iterator, Sequence
from typing import Final

import streamlit as st

from lib.model.athlete import Athlete
from lib.model.duplicates import DuplicateDecision, DuplicatePair
from lib.model.region import clock_with_seconds
from lib.model.vocabulary import DuplicateVerdict
from lib.services.bouts.choices import always, said_in_preview
from lib.ui.imports.duplicate_rules import Sources, in_both, rule_box, sources_of
from lib.ui.imports.sources import record, source_title
from lib.wording.duplicate_words import bout, differences
from lib.wording.format import count, counted

AT_ONCE: Final = 10
SHOWN: Final = "found_duplicates_shown"
PRIMARY, OTHER, BOTH = 0, 1, 2


def choose_primaries(pairs: Sequence[DuplicatePair], athlete: Athlete) -> list[DuplicateDecision]:
    """Which records are one bout and which of them would count; what the person chose otherwise, for the import."""
    if not pairs:
        return []
    with st.expander(f"Bouts that came from two sources ({count(len(pairs))})", icon=":material/join_inner:"):
        st.caption("Each counts once. What you choose here is kept together with the import, and holds from then on.")
        rules = dict(_rules(pairs))
        shown = st.session_state.get(SHOWN, AT_ONCE)
        single = [said for pair in pairs[:shown] for said in _single(pair, pairs, rules, athlete)]
        if len(pairs) > shown and st.button(f"Show more ({count(len(pairs) - shown)})", key="more_found_duplicates"):
            st.session_state[SHOWN] = shown + 5 * AT_ONCE
            st.rerun()
    general = [always(first, ({*sources} - {first}).pop()) for sources, first in rules.items() if first]
    return [*general, *single]


def _rules(pairs: Sequence[DuplicatePair]) -> Iterator[tuple[Sources, str]]:
    """For each pair of sources the one that always counts, "" where each bout is decided for itself."""
    for sources, bouts in in_both(pairs):
        words = f"{' and '.join(map(source_title, sources))}: {counted(bouts, 'bout', 'bouts')} in both"
        yield sources, rule_box(words, sources, "", key="_".join(("preview_rule", *sources)))


def _single(
    pair: DuplicatePair, pairs: Sequence[DuplicatePair], rules: dict[Sources, str], athlete: Athlete
) -> list[DuplicateDecision]:
    """What the person chose for one pair; nothing where that is what would be anyway."""
    first = rules.get(sources_of(pair), "")
    usual = OTHER if first == pair.other.source and first != pair.primary.source else PRIMARY
    chosen = _box(pair, usual, first, athlete)
    if chosen == usual:
        return []
    if chosen == BOTH:
        return said_in_preview(pairs, pair.other.name, DuplicateVerdict.DIFFERENT)
    counts = pair.primary if chosen == PRIMARY else pair.other
    return said_in_preview(pairs, counts.name, DuplicateVerdict.COUNTS)


def _box(pair: DuplicatePair, usual: int, first: str, athlete: Athlete) -> int:
    """One pair with its data, and the choice beside it."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(
            f"**{bout(pair)}**  \n{record(pair.primary, athlete)}  \n{record(pair.other, athlete)} "
            f"({differences(pair, athlete.distance_unit)})",
            width="content",
        )
        words = {PRIMARY: _name(pair, PRIMARY), OTHER: _name(pair, OTHER), BOTH: "Both: two bouts"}
        return st.selectbox(
            "Counts",
            list(words),
            index=usual,
            format_func=words.__getitem__,
            key="_".join(("keep", first, *pair.primary.name, *pair.other.name)),
            help=f"Without your choice {source_title(pair.primary.source)} counts: {pair.why}." if not usual else None,
            width=260,
        )


def _name(pair: DuplicatePair, which: int) -> str:
    each, against = (pair.primary, pair.other) if which == PRIMARY else (pair.other, pair.primary)
    title = source_title(each.source)
    return f"{title}, {clock_with_seconds(each.local.time())}" if each.source == against.source else title

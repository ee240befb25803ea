"""Words for a sport that nobody knows, in files that are about to be imported: the person may say what one means."""

from typing import Final

import streamlit as st

from lib.model.athlete import ToldSport
from lib.model.vocabulary import Sport
from lib.services.importing.receipt import ImportReceipt
from lib.ui.imports.sources import source_title
from lib.wording.format import count, counted
from lib.wording.record_words import SPORT_WORDS
from lib.wording.text import plain

_KEY: Final = "import_sport_"


def forget() -> None:
    """Other files were chosen: what was said is not said of them."""
    for key in [key for key in st.session_state if str(key).startswith(_KEY)]:
        del st.session_state[key]


def ask(receipt: ImportReceipt) -> tuple[ToldSport, ...]:
    """A choice for each word; what is left open stays another sport, and can be told later on the page Runs."""
    found: dict[tuple[str, str], int] = {}
    for file in receipt.files:
        for word, activities in file.unknown_sports.items():
            name = str(file.source), word
            found[name] = found.get(name, 0) + activities
    if not found:
        return ()
    with st.expander(f"Sports that are not known ({count(len(found))})", icon=":material/help:", expanded=True):
        st.caption(
            "They count as another sport, with no mileage. Say once what a word means, and it holds for its source, in "
            "all of the past and at every import; or later, on the page Runs."
        )
        said = [(name, _one(*name, activities)) for name, activities in found.items()]
    return tuple(ToldSport(*name, sport) for name, sport in said if sport)


def _one(source: str, word: str, activities: int) -> Sport | None:
    return st.selectbox(
        f"{plain(word)} · {plain(source_title(source))}, {counted(activities, 'activity', 'activities')}",
        list(Sport),
        index=None,
        format_func=SPORT_WORDS.__getitem__,
        placeholder="Another sport",
        key=f"{_KEY}{source}_{word}",
    )

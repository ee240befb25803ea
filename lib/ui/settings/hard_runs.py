"""What tells hard runs from easy ones: the highest heart rate, and words of titles."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from lib.catalog.run_words import Means, word_lists
from lib.model.athlete import Athlete
from lib.model.errors import TrainingDataError
from lib.model.vocabulary import Effort
from lib.services.preferences import title_words
from lib.services.preferences.highest_heart_rate import BOUNDS_BPM, set_highest
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import parts, writing
from lib.ui.settings.forms import done
from lib.wording.format import count
from lib.wording.text import plain

_AT_ONCE: Final = 6
_SILENT: Final = "nothing"
_EFFORTS: Final[Mapping[str, Effort | None]] = {str(each): each for each in Effort} | {_SILENT: None}
_LANGUAGES: Final[Mapping[str, str]] = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "no": "Norwegian", "da": "Danish", "fi": "Finnish", "pl": "Polish", "cs": "Czech", "hu": "Hungarian",
    "tr": "Turkish", "ru": "Russian", "ja": "Japanese", "ko": "Korean", "zh": "Chinese",
}  # fmt: skip
_MEANS: Final[Mapping[Means, str]] = {
    Means.HARD: "hard",
    Means.EASY: "easy",
    Means.MODERATE: "moderate",
    Means.LONG: "long",
    Means.PLACE: "hard, or the place alone",
    Means.NOT: "what follows is not said",
    Means.CALLED_OFF: "what stands beside is not said",
    Means.BEHIND: "what stands before it is not said",
    Means.RECOVERY_FROM: "easy where hard work follows",
    Means.WAY: "no hard work is meant, the run led to it",
    Means.COMMUTE: "two equal parts are there and back",
    Means.JOINING: "an easy word behind it is of the way home",
    Means.NOTHING: "nothing",
}


def show(account: Account, athlete: Athlete, training: Training) -> None:
    """Both, and the words that the app knows."""
    parts.section(
        "Hard runs",
        "How hard a run was follows from your tag, its type, its title, RPE, heart rate, speed and length, in this order.",
    )
    rate, words = st.columns(2, gap="large")
    with rate:
        _highest(account, athlete)
    with words:
        _own_words(account, training)
    with st.expander("Words that the app knows", key="known_title_words"):
        st.caption("Whole words in any case; an asterisk stands for any letters. Your own words go before them.")
        st.dataframe(_known(), hide_index=True, height=360)


def _highest(account: Account, athlete: Athlete) -> None:
    low, high = BOUNDS_BPM
    with st.form("highest_heart_rate", border=True):
        bpm = st.number_input(
            "Highest heart rate (beats a minute)",
            low,
            high,
            value=None if athlete.max_heart_rate_bpm is None else round(athlete.max_heart_rate_bpm),
            placeholder="taken from your runs",
            help="Unless you say it, it is taken from the highest rates of your runs within a year, without spikes.",
        )
        if writing.submit("Save heart rate") and bpm is not None:
            set_highest(account, bpm)
            done(f"Saved: {count(bpm)} beats a minute.")
    if athlete.max_heart_rate_bpm is not None and writing.button("Take it from my runs", key="forget_heart_rate"):
        set_highest(account, None)
        done("It is taken from your runs.")


def _own_words(account: Account, training: Training) -> None:
    with st.form("title_word", border=True, clear_on_submit=True):
        with st.container(horizontal=True, gap="small"):
            word = st.text_input("Words in a title", placeholder="hill loop", width=190)
            means = st.selectbox("It means", list(_EFFORTS), width=130)
        if writing.submit("Add word"):
            _add(account, word, _EFFORTS[means])
    own = list(training.title_words.items())
    for each in own[:_AT_ONCE]:
        _word(account, *each)
    if len(own) > _AT_ONCE:
        with st.expander(f"{len(own) - _AT_ONCE} more", key="more_title_words"):
            for each in own[_AT_ONCE:]:
                _word(account, *each)


def _add(account: Account, word: str, effort: Effort | None) -> None:
    try:
        kept = title_words.set_word(account, word, effort)
    except TrainingDataError as error:
        st.error(plain(str(error)))
        return
    done(f"“{kept}” in a title means {effort or _SILENT}.")


def _word(account: Account, word: str, effort: Effort | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"“{plain(word)}” means {effort or _SILENT}", width="content")
        if writing.button("Take back", type="tertiary", key=f"forget_title_{word}"):
            title_words.forget(account, word)
            done(f"“{word}” means what the app knows of it.")


def _known() -> list[dict[str, str]]:
    return [
        {
            "Language": _LANGUAGES[each.language],
            "Means": _MEANS[each.means],
            "Words": "; ".join(each.words),
        }
        for each in word_lists()
    ]

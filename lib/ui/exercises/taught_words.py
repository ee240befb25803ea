"""Explain a word once and all its names follow: the unknown words of the log, what a meaning resolves, what was taught."""

from typing import Final

import streamlit as st

from lib.catalog.meanings import MEANS_NOTHING, meanings
from lib.catalog.teaching import UnknownWord
from lib.model.errors import TrainingDataError
from lib.services.preferences.taught_words import take_back_word, teach_word
from lib.services.queries.training import Training
from lib.services.queries.word_teaching import ReadAnew, read_anew, words_to_teach
from lib.store.account import Account
from lib.ui.exercises import words
from lib.ui.kit import parts, writing
from lib.ui.shell import queries
from lib.wording.format import counted
from lib.wording.text import plain

_AT_FIRST: Final = 5
_MORE: Final = 10
_SHOWN: Final = "unknown_words_shown"
_SAID: Final = "taught_word_said"
_IN_FULL: Final = 6  # names with their exercise; the others by name


def section(account: Account, training: Training) -> None:
    """The unknown words, those first that resolve most sets, and the words that were taught."""
    unknown = queries.once("unknown words", lambda: words_to_teach(training, words.rows(training)))
    if not unknown and not training.own.taught:
        return
    parts.section(
        "Teach a word", "Say once what a word of your log means. All names with it follow, in all of the past."
    )
    if said := st.session_state.pop(_SAID, ""):
        st.success(said)
    shown = st.session_state.get(_SHOWN, _AT_FIRST)
    for each in unknown[:shown]:
        with st.container(border=True, gap="small"):
            _meaning(account, training, each.word, f"{plain(each.word)} means", _where(each), each.word)
    with st.container(horizontal=True):
        if len(unknown) > shown:
            st.button(f"More words ({len(unknown) - shown})", key="more_words", type="tertiary", on_click=_show_more)
    _another(account, training)
    _taught(account, training)


def effect(found: tuple[ReadAnew, ...]) -> str:
    """What a meaning resolves and changes, as markdown."""
    if not found:
        return "No name is understood by that alone."
    new = [each for each in found if not each.before]
    changed = [each for each in found if each.before]
    return "\n\n".join(
        f"{verb} {counted(len(of), 'name', 'names')}, {counted(sum(each.sets for each in of), 'set', 'sets')}:\n{_lines(of)}"
        for verb, of in (("Resolves", new), ("Changes", changed))
        if of
    )


def _lines(found: list[ReadAnew]) -> str:
    lines = [
        f"- {plain(each.name)} → {plain(each.title)}" + (f", before {plain(each.before)}" if each.before else "")
        for each in found[:_IN_FULL]
    ]
    others = ", ".join(plain(each.name) for each in found[_IN_FULL:])
    return "\n".join([*lines, f"- and {others}"] if others else lines)


def _where(unknown: UnknownWord) -> str:
    """Where a word stands, before a meaning is chosen."""
    alone = f"{counted(unknown.sets, 'set', 'sets')}: {', '.join(plain(name) for name in unknown.names[:4])}"
    together = f"{counted(unknown.other_sets, 'set', 'sets')} with another unknown word"
    parts_of_it = [alone + (" …" if len(unknown.names) > 4 else "")] if unknown.names else []
    return " · ".join([*parts_of_it, together] if unknown.other_sets else parts_of_it)


def _meaning(account: Account, training: Training, word: str, label: str, hint: str, key: str) -> None:
    """One word: its meaning, what that would resolve, and the click that keeps it. key: of the widgets."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        means = st.selectbox(
            label,
            meanings(),
            index=None,
            format_func=_in_words,
            placeholder="Choose or type English words",
            accept_new_options=True,
            key=f"word_means_{key}",
        )
        taught = writing.button("Teach", type="primary", disabled=not (means and word), key=f"teach_{key}")
    found = _read_anew(training, word, means) if means and word else ()
    st.caption(effect(found) if means and word else hint)
    if taught:
        _teach(account, word, str(means), found)


def _teach(account: Account, word: str, means: str, found: tuple[ReadAnew, ...]) -> None:
    try:
        teach_word(account, word, means)
    except TrainingDataError as error:
        st.error(plain(str(error)))
        return
    st.session_state[_SAID] = f"{plain(word)} = {plain(_in_words(means))}: {follows(found)}."
    st.rerun()


def follows(found: tuple[ReadAnew, ...]) -> str:
    """How much follows from a word, as the end of a sentence."""
    if not found:
        return "kept; no name of this log is resolved by it yet"
    sets = counted(sum(each.sets for each in found), "set", "sets")
    return f"{counted(len(found), 'name follows', 'names follow')}, {sets}"


def _another(account: Account, training: Training) -> None:
    """Any word or phrase, also one that the tables read wrongly."""
    with st.expander("Another word or phrase"):
        key = f" other {training.athlete.revision}"  # no word begins with a blank; the next one begins anew
        word = st.text_input("Word in your log", key=f"word{key}").strip()
        _meaning(account, training, word, "It means", "A phrase of several words counts before its single words.", key)


def _taught(account: Account, training: Training) -> None:
    if not training.own.taught:
        return
    st.markdown("**Words you taught**")
    for word, means in training.own.taught.items():
        found = _read_anew(training, word, means)
        sets = counted(sum(each.sets for each in found), "set", "sets")
        reach = f"{counted(len(found), 'name', 'names')}, {sets}" if found else "no name of this log yet"
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(f"{plain(word)} = {plain(_in_words(means))} · :small[{reach}]", width="content")
            if writing.button("Take back", type="tertiary", key=f"take_back_{word}"):
                take_back_word(account, word)
                st.rerun()


def _read_anew(training: Training, word: str, means: str) -> tuple[ReadAnew, ...]:
    return queries.once("read anew", lambda: read_anew(training, words.rows(training), word, means), word, means)


def _in_words(means: str) -> str:
    return "nothing: leave it out" if means == MEANS_NOTHING else means


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _AT_FIRST) + _MORE

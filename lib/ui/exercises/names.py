"""Every name of the log: which exercise it is, and the person's own word on it."""

import pandas as pd
import streamlit as st

from lib.services.preferences import exercises as service
from lib.services.queries.exercise_list import FOUND_IN_WORDS, NameRow
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.exercises import words
from lib.ui.kit import choice, parts, tables, writing
from lib.ui.shell import queries
from lib.wording.format import count, counted
from lib.wording.text import plain


def one_name(account: Account, training: Training) -> None:
    """One name and what it means, among all exercises; the person's word on it can be taken back."""
    rows = {row.name: row for row in words.rows(training)}
    parts.section("One name", "Say what a name means. All sets of the past follow at once.")
    row = rows[st.selectbox("Name in your log", list(rows), key=words.CHOSEN_NAME)]
    titles = words.titles(training)
    st.caption(f"{counted(row.sets, 'set', 'sets')} · {plain(row.title) or 'no exercise'} · {FOUND_IN_WORDS[row.how]}")
    keys = list(titles)
    chosen = st.selectbox(
        "It means",
        keys,
        index=keys.index(row.exercise) if row.exercise in titles else None,
        format_func=titles.__getitem__,
        placeholder="Search all exercises",
        key=f"means_{training.athlete.revision}_{row.name}",
    )
    with st.container(horizontal=True):
        if writing.button("Save", type="primary", disabled=not chosen or chosen == row.exercise, key="save_meaning"):
            service.map_name(account, row.name, str(chosen))
            st.rerun()
        if row.how == "own" and writing.button("Leave it to the table again", key="release_name"):
            service.unmap_name(account, row.name)
            st.rerun()
        _ways_on(row)


def all_names(training: Training) -> None:
    """Every name with its exercise and muscles, to be searched."""
    parts.section("All names")
    asked = st.text_input("Search", placeholder="A name, an exercise or a muscle", key="names_search")
    table = queries.once("all names", lambda: names_table(words.rows(training)))
    found = matching(table, asked)
    st.caption(f"{counted(len(found), 'name', 'names')} of {count(len(table))}")
    tables.show(found, height="auto" if len(found) < 12 else 440, placeholder="–", alt="All names.")


def names_table(rows: list[NameRow]) -> pd.DataFrame:
    """The rows as they are shown."""
    return pd.DataFrame(
        {
            "Name in your log": [row.name for row in rows],
            "Sets": [row.sets for row in rows],
            "Exercise": [row.title for row in rows],
            "Found": [FOUND_IN_WORDS[row.how] for row in rows],
            "Main muscles": [words.muscles(row.credits, main=True) for row in rows],
            "Helpers": [words.muscles(row.credits, main=False) for row in rows],
            "Changed by you": [row.changed for row in rows],
        }
    )


def matching(table: pd.DataFrame, asked: str) -> pd.DataFrame:
    """The rows in which every word that is asked for stands somewhere, in any case."""
    texts = table.drop(columns=["Sets", "Changed by you"]).itertuples(index=False)
    wanted = asked.casefold().split()
    return table[[all(word in " ".join(cells).casefold() for word in wanted) for cells in texts]]


def _ways_on(row: NameRow) -> None:
    if row.exercise:
        st.button("Its muscles", type="tertiary", on_click=_open_exercise, args=(row.exercise,), key="open_exercise")
    st.button("Make it an exercise of its own", type="tertiary", on_click=_open_new, args=(row.name,), key="make_own")


def _open_exercise(exercise: str) -> None:
    choice.choose(words.VIEW, words.EXERCISES)
    st.session_state[words.SELECTED_EXERCISE] = exercise


def _open_new(name: str) -> None:
    choice.choose(words.VIEW, words.EXERCISES)
    st.session_state[words.NEW_FOR] = name

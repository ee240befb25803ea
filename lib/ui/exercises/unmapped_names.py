"""Names that give no muscle credit, most sets first: accept a suggestion in one click, or many at once."""

from typing import Final

import pandas as pd
import streamlit as st

from lib.catalog.log_language import language_of
from lib.catalog.suggestions import suggest
from lib.catalog.taught import NOTHING_TAUGHT, Taught, as_taught
from lib.services.preferences import exercises as service
from lib.services.queries.exercise_list import NameRow
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.exercises import words
from lib.ui.kit import choice, parts, writing
from lib.ui.shell import queries
from lib.wording.format import count, counted, share_reached
from lib.wording.text import plain

_ONE_BY_ONE: Final = 5


def section(account: Account, training: Training) -> None:
    """All names without an exercise."""
    rows = words.rows(training)
    missing = [row for row in rows if not row.exercise]
    parts.section("Names without muscles", "Say of one name what it is. Most sets first.")
    if not missing:
        st.markdown("Every name of your log is mapped.")
        return
    language, taught = language_of(row.name for row in rows), as_taught(training.own.taught)
    for row in missing[:_ONE_BY_ONE]:
        _one(account, row, language, taught)
    if len(missing) > 1:
        _many(account, training, missing, language, taught)


def coverage(training: Training) -> None:
    """How far the mapping has come."""
    rows = words.rows(training)
    total, mapped = sum(row.sets for row in rows), sum(row.sets for row in rows if row.exercise)
    missing = counted(sum(not row.exercise for row in rows), "name has", "names have")
    st.markdown(
        f"**{count(mapped)} of {count(total)} sets have muscles** ({share_reached(mapped / total if total else 1.0)}). {missing} none yet."
    )


def ticked(table: pd.DataFrame) -> dict[str, str]:
    """Name → exercise key of the rows that are ticked and have an exercise."""
    chosen = table[table["Accept"].astype(bool) & table["Means"].notna()]
    return dict(zip(chosen["Name in your log"], chosen["Means"], strict=True))


def proposals(missing: list[NameRow], language: str = "", taught: Taught = NOTHING_TAUGHT) -> pd.DataFrame:
    """The likeliest exercise of each name, to be ticked or changed; empty where nothing is alike enough."""
    found = [next(iter(suggest(row.name, language=language, taught=taught)), None) for row in missing]
    return pd.DataFrame(
        {
            "Accept": [False] * len(missing),
            "Name in your log": [row.name for row in missing],
            "Means": [best.exercise if best else None for best in found],
            "Likeness": [words.likeness(best.score) if best else "" for best in found],
            "Sets": [row.sets for row in missing],
        }
    )


def named_like(table: pd.DataFrame, asked: str) -> pd.DataFrame:
    """The rows whose name in the log holds every word that is asked for, in any case."""
    wanted = asked.casefold().split()
    return table[[all(word in name.casefold() for word in wanted) for name in table["Name in your log"]]]


def _one(account: Account, row: NameRow, language: str, taught: Taught) -> None:
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(row.name)}** · {counted(row.sets, 'set', 'sets')}")
        with st.container(horizontal=True, gap="small"):
            for found in suggest(row.name, language=language, taught=taught):
                label = f"{found.name} · :small[{words.likeness(found.score)}]"
                hint = f"The spellings are {found.score:.0f} % alike. One click maps all sets of this name."
                if writing.button(label, key=f"map_{row.name}_{found.exercise}", help=hint):
                    service.map_name(account, row.name, found.exercise)
                    st.rerun()
            st.button("Something else", key=f"else_{row.name}", type="tertiary", on_click=_choose, args=(row.name,))


def _many(account: Account, training: Training, missing: list[NameRow], language: str, taught: Taught) -> None:
    parts.section("Many at once", "Tick what is right, correct what is not, then accept. Nothing is ticked for you.")
    titles = words.titles(training)
    asked = st.text_input("Search", placeholder="Words of a name", key="unmapped_search")
    all_of_them = queries.once("proposed exercises", lambda: proposals(missing, language, taught))
    found = named_like(all_of_them, asked)
    st.caption(f"{counted(len(found), 'name', 'names')} of {count(len(all_of_them))}, most sets first")
    table = st.data_editor(
        found,
        key=f"many_{training.athlete.revision}_{asked}",
        hide_index=True,
        disabled=["Name in your log", "Likeness", "Sets"],
        height="auto" if len(found) < 12 else 440,
        column_config={
            "Accept": st.column_config.CheckboxColumn(width=60),
            "Name in your log": st.column_config.TextColumn(width=210),
            "Means": st.column_config.SelectboxColumn(
                options=list(titles), format_func=lambda key: titles[str(key)], width=230
            ),
        },
        alt="Names without muscles with the likeliest exercise of each.",
    )
    chosen = ticked(table)
    label = f"Accept {counted(len(chosen), 'name', 'names')}" if chosen else "Accept the ticked ones"
    if writing.button(label, type="primary", disabled=not chosen, key="accept_ticked"):
        service.map_names(account, chosen)
        st.rerun()


def _choose(name: str) -> None:
    choice.choose(words.VIEW, words.NAMES)
    st.session_state[words.CHOSEN_NAME] = name

"""The person's own mapping as a file: saved, and loaded again after a look at what it changes."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.importers.base import Upload
from lib.model.conventions import BY_NAME
from lib.model.exercise_mapping import OwnExercise
from lib.model.records import Problem
from lib.model.vocabulary import CountAs
from lib.services.preferences.exercise_mapping import MappingChange, export_mapping, import_mapping, preview_mapping
from lib.services.preferences.exercise_mapping_file import FILE_NAME, MappingFileError
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.exercises import words
from lib.ui.kit import parts, tables, writing
from lib.ui.shell import queries
from lib.wording.format import counted, number
from lib.wording.text import plain

PARTS = {
    "names": "Name",
    "exercises": "Your exercise",
    "credits": "Muscles",
    "count_as": "Counting",
    "conventions": "Convention",
    "taught": "Word",
}
_SAID = "exercise_file_said"
_UPLOADS = "exercise_file_uploads"


def save(account: Account) -> None:
    """One file with everything that the person said about exercises and counting."""
    parts.section(
        "Save as a file", "Names, your own exercises, credits and how you count: one file that loads again anywhere."
    )
    text = queries.once("mapping file", lambda: export_mapping(account))
    st.download_button(
        "Save the file", text, FILE_NAME, "application/json", icon=":material/download:", on_click="ignore"
    )


def bring_back(account: Account, training: Training) -> None:
    """A saved file: what it would change, then all of it or nothing."""
    parts.section("Load a saved file", "What the file says holds from then on; what it is silent about stays.")
    if said := st.session_state.pop(_SAID, ""):
        st.success(said)
    tries = st.session_state.get(_UPLOADS, 0)
    chosen = st.file_uploader("A file saved on this page", type="json", key=f"exercise_file_{tries}")
    if chosen is None:
        return
    upload = Upload(chosen.name, chosen.getvalue())
    try:
        changes = preview_mapping(account, upload)
    except MappingFileError as error:
        _refused(chosen.name, error.problems)
        return
    _confirm(account, training, upload, changes)


def _confirm(account: Account, training: Training, upload: Upload, changes: list[MappingChange]) -> None:
    if not changes:
        st.markdown("Nothing would change: you said all of this before.")
        return
    st.markdown(f"{counted(len(changes), 'change', 'changes')}. Nothing is written yet.")
    tables.show(changes_table(changes, words.titles(training)), placeholder="–", alt="Changes.")
    if writing.button("Load it", type="primary", key="load_mapping"):
        done = import_mapping(account, upload)
        st.session_state[_SAID] = f"{counted(len(done), 'change', 'changes')} loaded."
        st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1
        st.rerun()


def changes_table(changes: list[MappingChange], titles: dict[str, str]) -> pd.DataFrame:
    """The changes in words."""
    return pd.DataFrame(
        {
            "What": [PARTS[change.part] for change in changes],
            "Of": [_about(change, titles) for change in changes],
            "Now": [_in_words(change.before, titles) for change in changes],
            "Then": [_in_words(change.after, titles) for change in changes],
        }
    )


def _about(change: MappingChange, titles: dict[str, str]) -> str:
    if change.part == "conventions":
        return BY_NAME[change.about].title if change.about in BY_NAME else change.about
    return change.about if change.part in ("names", "taught") else titles.get(change.about, change.about)


def _in_words(value: Any, titles: dict[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, CountAs):
        return words.COUNTED_AS[value]
    if isinstance(value, OwnExercise):
        return f"{value.name}, {words.COUNTED_AS[value.count_as]}"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dict):
        told = [words.muscles(value, main=main) for main in (True, False)]
        return "; ".join(part for part in told if part) or "no muscle"
    return titles.get(str(value), str(value))


def _refused(name: str, problems: list[Problem]) -> None:
    st.error(
        f"{plain(name)} was not loaded: {counted(len(problems), 'fault', 'faults')}. Mend the file and choose it again."
    )
    rows = [(problem.line, problem.column, problem.value, problem.why) for problem in problems]
    faults = pd.DataFrame(rows, columns=["Line", "Place", "Value", "What to do"])
    tables.show(faults, placeholder="–", alt="Faults.")

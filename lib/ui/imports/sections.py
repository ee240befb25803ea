"""The parts of the import page: questions, what would change, what went wrong, the receipt."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, TypeVar

import pandas as pd
import streamlit as st

from lib.catalog.resolve import resolve_names
from lib.importers.base import importers
from lib.model.athlete import Answers, Athlete
from lib.model.duplicates import DuplicateDecision
from lib.model.errors import Needs
from lib.model.exercise_mapping import OwnMapping
from lib.model.frames.own import ALIASES
from lib.model.records import Activity, LiftingSet, Session
from lib.model.vocabulary import DateOrder, DistanceUnit, Question, WeightUnit
from lib.services.importing.receipt import FileReceipt, ImportReceipt
from lib.ui.imports import counts, problem_list
from lib.ui.imports.duplicate_preview import choose_primaries
from lib.ui.imports.overlaps import ask_overlaps
from lib.ui.kit import tables
from lib.wording.format import count, counted, distance, duration, load, moment
from lib.wording.text import plain

Word = TypeVar("Word", bound=StrEnum)

QUESTION_TITLES = {
    Question.TIMEZONE: "Home time zone",
    Question.WEIGHT_UNIT: "Unit of the weights",
    Question.DISTANCE_UNIT: "Unit of the distances",
    Question.DATE_ORDER: "Dates such as 03/04/2025",
    Question.MOST_ROWS_FAILED: "Most rows cannot be read",
}
GOING_ON: Final = "import_keep_going"
CHOICE_TITLES = {
    "kg": "kilograms",
    "lb": "pounds",
    "km": "kilometres",
    "mi": "miles",
    "dmy": "day first (3 April)",
    "mdy": "month first (4 March)",
}


def ask(needs: Sequence[Needs], athlete: Athlete) -> Answers:
    """One field for each question that the files leave open, and what the person has said so far."""
    said: dict[Question, str | None] = {}
    failed = [need for need in needs if need.question is Question.MOST_ROWS_FAILED]
    if failed:
        _ask_to_go_on(failed)
    for need in (need for need in needs if need not in failed):
        st.caption(plain(need.why, longest=1000))
        said[need.question] = _ask_zone(need) if need.question is Question.TIMEZONE else _ask_choice(need)
    return Answers(
        time_zone=said.get(Question.TIMEZONE) or athlete.time_zone,
        weight_unit=_as(WeightUnit, said.get(Question.WEIGHT_UNIT)),
        distance_unit=_as(DistanceUnit, said.get(Question.DISTANCE_UNIT)),
        date_order=_as(DateOrder, said.get(Question.DATE_ORDER)),
        keep_going=bool(st.session_state.get(GOING_ON)),
    )


def show_formats() -> None:
    """What can be imported and where to click in each app, from the importers themselves."""
    with st.expander("What can be imported, and where to click in each app", icon=":material/help:"):
        for importer in importers():
            st.markdown(f"**{importer.title}**  \n{importer.where}")


def show_receipt_of_files(receipt: ImportReceipt, athlete: Athlete, own: OwnMapping) -> list[DuplicateDecision]:
    """Everything a person wants to see before anything is written; what they decided about bouts from two sources."""
    for file in receipt.files:
        _show_file_state(file)
    counts.show(receipt)
    _show_unmapped(receipt, own)
    for kind, title in ((Activity, "First new activities"), (Session, "First new strength sessions")):
        _show_table(f"{title}, as they were understood", first_records(receipt.files, kind, athlete))
    said = [*choose_primaries(receipt.duplicates, athlete), *ask_overlaps(receipt.overlaps, athlete)]
    _show_table("What changes in records that are already there", changes(receipt))
    problem_list.show(receipt)
    return said


def _show_file_state(file: FileReceipt) -> None:
    """One line for a file that is refused, or that was read with a remembered answer."""
    if file.mappable and not file.member:
        st.info(f"**{plain(file.name)}** is not known yet. {plain(file.problems[0].why, longest=600)}")
    elif file.refused:
        st.error(f"**{plain(file.name)}** cannot be imported. {plain(file.problems[0].why, longest=600)}")
    elif file.failed:
        st.error(
            f"Nothing of **{plain(file.name)}** can be stored: none of its rows can be read. The reasons are below."
        )
    elif file.asked:
        said = ", ".join(f"{QUESTION_TITLES[q].lower()}: {CHOICE_TITLES.get(a, a)}" for q, a in file.asked.items())
        st.caption(f"{plain(file.name)} is read with {plain(said)}.")
    elif not file.needs and not file.records:
        st.info(f"**{plain(file.name)}** has a header and no rows: nothing to import.")


def _show_unmapped(receipt: ImportReceipt, own: OwnMapping) -> None:
    names = unmapped_names(receipt, own)
    if names.empty:
        return
    sets = int(names["Sets"].sum())
    st.info(
        f"{len(names)} exercise names ({counted(sets, 'set', 'sets')}) are not in the muscle table yet. "
        "They are imported and counted as done; map them on the page Exercises whenever you like."
    )
    _show_table("Exercise names without muscles", names)


def _show_table(title: str, table: pd.DataFrame) -> None:
    if not table.empty:
        with st.expander(f"{title} ({count(len(table))})"):
            tables.show(table)


def changes(receipt: ImportReceipt) -> pd.DataFrame:
    """What differs in records that were imported before: before and after."""
    rows = [(file.name, c.title, c.field, c.before, c.after) for file in receipt.files for c in file.changes]
    return pd.DataFrame(rows, columns=["File", "Record", "Field", "Before", "After"])


def first_records(files: Sequence[FileReceipt], kind: type, athlete: Athlete) -> pd.DataFrame:
    """The first new records of a kind as they were understood, so that a wrong unit or date shows."""
    records = [record for file in files for record in file.first_records if isinstance(record, kind)]
    return pd.DataFrame([_shown(record, athlete) for record in records])


def unmapped_names(receipt: ImportReceipt, own: OwnMapping) -> pd.DataFrame:
    """Exercise names of these files that give no muscle credit yet, most sets first."""
    total: dict[str, int] = {}
    for file in receipt.files:
        for name, sets in file.exercise_names.items():
            total[name] = total.get(name, 0) + sets
    said = ALIASES.make(list(own.names.items()))
    names = resolve_names(list(total), said, own.exercises, own.taught)
    missing = names.loc[names["exercise"] == "", "exercise_name"]
    table = pd.DataFrame({"Exercise name": list(missing), "Sets": [total[name] for name in missing]})
    return table.sort_values("Sets", ascending=False, ignore_index=True)


def _ask_to_go_on(needs: Sequence[Needs]) -> None:
    """A sentence for each kind of file and one button for all; once it was pressed, the sentences stay to be read."""
    rest = "with the other rows" if any(need.choices for need in needs) else "without this file"
    whys = [plain(need.why, longest=1000) for need in needs]
    if st.session_state.get(GOING_ON):
        st.caption(f"Going on {rest}. {' '.join(whys)}")
        return
    for why in whys:
        st.warning(why, icon=":material/warning:")
    st.button(f"Go on {rest}", on_click=st.session_state.__setitem__, args=(GOING_ON, True))


def _ask_zone(need: Needs) -> str | None:
    guess = st.context.timezone
    zones = list(need.choices)
    index = zones.index(guess) if guess in zones else None
    return st.selectbox(
        QUESTION_TITLES[need.question], zones, index=index, key="answer_timezone", placeholder="Choose a zone"
    )


def _ask_choice(need: Needs) -> str | None:
    return st.radio(
        QUESTION_TITLES[need.question],
        need.choices,
        index=None,
        horizontal=True,
        key=f"answer_{need.question}",
        format_func=lambda choice: CHOICE_TITLES.get(choice, choice),
    )


def _as(kind: type[Word], value: str | None) -> Word | None:
    return None if value is None else kind(value)


def _shown(record: object, athlete: Athlete) -> dict[str, object]:
    match record:
        case Activity():
            return {
                "Start": moment(record.start.local) if record.start.local else "",
                "What": str(record.sport),
                "Title": record.title,
                "Distance": distance(record.distance_m, athlete.distance_unit, 2),
                "Moving": duration(record.moving_s),
            }
        case Session():
            return {
                "Start": moment(record.start.local) if record.start.local else "",
                "What": "strength",
                "Title": record.title,
                "Sets": len(record.sets),
                "First set": _first_set(record.sets[0], athlete),
            }
    return {}


def _first_set(each: LiftingSet, athlete: Athlete) -> str:
    reps = "" if each.reps is None else f" {each.reps}"
    weight = "" if each.load_kg is None else f" × {load(each.load_kg, athlete.weight_unit)}"
    return f"{each.exercise_name}{reps}{weight}"

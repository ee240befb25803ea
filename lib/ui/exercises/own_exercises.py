"""Exercises of the person's own: made, changed, taken out."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from lib.model.errors import TrainingDataError
from lib.model.exercise_mapping import OwnExercise
from lib.model.vocabulary import MUSCLE_NAMES, CountAs, Muscle
from lib.services.preferences import exercises as service
from lib.services.queries.exercise_list import patterns
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.exercises import words
from lib.ui.kit import writing
from lib.wording.text import plain

MAIN, HELPER = 1.0, 0.5


def edit(account: Account, training: Training, exercise: str) -> None:
    """The details of an exercise of the person's own; nothing for one of the table."""
    own = training.own.exercises.get(exercise)
    if own is None:
        return
    with st.form(f"own_{exercise}", border=True):
        st.markdown("**Your exercise**")
        changed = _details(own, f"{training.athlete.revision}_{exercise}")
        with st.container(horizontal=True):
            save = writing.submit("Save exercise", type="primary")
            delete = writing.submit("Delete it", type="tertiary", help="Its names become unmapped again.")
    if save:
        _try(lambda: service.change_exercise(account, changed))
    if delete:
        service.delete_exercise(account, exercise)
        st.rerun()


def create(account: Account, training: Training) -> None:
    """A new one, for a name of the log if the person came from there."""
    for_name = st.session_state.get(words.NEW_FOR, "")
    with st.expander("New exercise of your own", expanded=bool(for_name)), st.form("new_exercise", border=False):
        if for_name:
            st.caption(f"{plain(for_name)} will mean it.")
        own = _details(OwnExercise("", for_name), f"new_{training.athlete.revision}_{for_name}")
        main = st.multiselect("Main muscles (1 a set)", list(Muscle), format_func=MUSCLE_NAMES.__getitem__)
        helpers = st.multiselect("Helpers (½ a set)", list(Muscle), format_func=MUSCLE_NAMES.__getitem__)
        if writing.submit("Make it", type="primary"):
            given = dict.fromkeys(helpers, HELPER) | dict.fromkeys(main, MAIN)
            _try(lambda: _create(account, own, given, for_name))


def _create(account: Account, own: OwnExercise, given: dict[Muscle, float], for_name: str) -> None:
    made = service.create_exercise(account, own, given, for_name)
    st.session_state.pop(words.NEW_FOR, None)
    st.session_state[words.OPEN_NEXT] = made.exercise


def _details(own: OwnExercise, key: str) -> OwnExercise:
    name = st.text_input("Name", own.name, max_chars=200, key=f"own_name_{key}")
    known = patterns()
    pattern = st.selectbox(
        "Movement",
        known,
        index=known.index(own.pattern) if own.pattern in known else None,
        format_func=lambda each: each.replace("_", " "),
        placeholder="Not said",
        key=f"own_pattern_{key}",
    )
    count_as = st.selectbox(
        "Count its sets",
        list(CountAs),
        index=list(CountAs).index(own.count_as),
        format_func=words.COUNTED_AS.__getitem__,
        key=f"own_count_{key}",
    )
    one_sided = st.checkbox("One side at a time", own.unilateral, key=f"own_side_{key}")
    share = st.number_input(
        "Body weight that is moved (%)", 0, 100, round(own.bodyweight_fraction * 100), 5, key=f"own_body_{key}"
    )
    return replace(
        own,
        name=name.strip(),
        pattern=pattern or "",
        count_as=count_as or own.count_as,
        unilateral=one_sided,
        bodyweight_fraction=share / 100,
    )


def _try(change: Callable[[], None]) -> None:
    try:
        change()
    except TrainingDataError as error:
        st.error(plain(str(error)))
    else:
        st.rerun()

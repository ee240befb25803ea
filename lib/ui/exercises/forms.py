"""One exercise: which muscles a set of it trains and how it is counted. Both can be changed and reset."""

import streamlit as st

from lib.catalog.exercises import exercises
from lib.model.vocabulary import MUSCLE_NAMES, RUNNERS_NINE, CountAs, Muscle
from lib.services.preferences import exercises as service
from lib.services.preferences.counting import count_exercise_as
from lib.services.queries.exercise_list import counted_as, credits_by_exercise
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.exercises import words
from lib.ui.kit import parts, writing
from lib.ui.shell import queries
from lib.wording.format import counted
from lib.wording.text import plain

_FIELD_WIDTH = 148  # two abreast on a phone


def one_exercise(account: Account, training: Training) -> str:
    """Any exercise of the table or of the person's own; gives its key."""
    parts.section("One exercise", "Main muscles get 1 a set, helpers ½; any other number from 0 to 1 can be typed.")
    titles = words.titles(training)
    in_log = [row.exercise for row in words.rows(training) if row.exercise]
    keys = list(dict.fromkeys([*in_log, *titles]))
    if (opened := st.session_state.pop(words.OPEN_NEXT, "")) in keys:
        st.session_state[words.SELECTED_EXERCISE] = opened
    if st.session_state.get(words.SELECTED_EXERCISE) not in (None, *keys):
        del st.session_state[words.SELECTED_EXERCISE]  # it was deleted
    exercise = str(st.selectbox("Exercise", keys, format_func=titles.__getitem__, key=words.SELECTED_EXERCISE))
    st.caption(_where_logged(training, exercise))
    _credits(account, training, exercise)
    _count(account, training, exercise)
    return exercise


def _where_logged(training: Training, exercise: str) -> str:
    logged = [row for row in words.rows(training) if row.exercise == exercise]
    if not logged:
        return "Not in your log."
    names = ", ".join(plain(row.name) for row in logged[:4]) + (" …" if len(logged) > 4 else "")
    return f"{counted(sum(row.sets for row in logged), 'set', 'sets')} in your log: {names}"


def _credits(account: Account, training: Training, exercise: str) -> None:
    now = queries.once("credits by exercise", lambda: credits_by_exercise(training)).get(exercise, {})
    changed = exercise in training.own.credits
    first = [muscle for muscle in Muscle if muscle in RUNNERS_NINE or muscle in now]
    with st.form(f"credits_{exercise}", border=True):
        st.markdown("**Muscles of one set**" + (" · changed by you" if changed and exercise in exercises() else ""))
        typed = _fields(training, exercise, first, now)
        with st.expander("More muscles"):
            typed |= _fields(training, exercise, [muscle for muscle in Muscle if muscle not in first], now)
        with st.container(horizontal=True):
            save = writing.submit("Save muscles", type="primary")
            can_reset = changed and exercise in exercises()
            reset = writing.submit("Reset to the table", type="tertiary", disabled=not can_reset)
    if save:
        _save_credits(account, exercise, typed)
    if reset:
        service.reset_credits(account, exercise)
        st.rerun()


def _fields(
    training: Training, exercise: str, muscles: list[Muscle], now: dict[Muscle, float]
) -> dict[Muscle, float | str]:
    """One field per muscle, row by row at any width."""
    typed: dict[Muscle, float | str] = {}
    with st.container(horizontal=True, gap="small"):
        for muscle in muscles:
            credit = now.get(muscle, 0.0)
            options = sorted({0.0, 0.5, 1.0, credit})
            typed[muscle] = st.selectbox(
                MUSCLE_NAMES[muscle],
                options,
                index=options.index(credit),
                format_func=words.role,
                accept_new_options=True,
                width=_FIELD_WIDTH,
                key=f"credit_{training.athlete.revision}_{exercise}_{muscle}",
            )
    return typed


def _save_credits(account: Account, exercise: str, typed: dict[Muscle, float | str]) -> None:
    given = {muscle: words.typed_credit(value) for muscle, value in typed.items()}
    wrong = [f"{MUSCLE_NAMES[muscle]}: {plain(str(typed[muscle]))}" for muscle in given if given[muscle] is None]
    if wrong:
        st.error("A credit is a number from 0 to 1. " + ", ".join(wrong))
        return
    service.give_credits(account, exercise, {muscle: share for muscle, share in given.items() if share is not None})
    st.rerun()


def _count(account: Account, training: Training, exercise: str) -> None:
    now = counted_as(training, exercise)
    own = training.own.exercises.get(exercise)
    if own:
        return  # counted as its own form says
    changed = exercise in training.own.count_as
    with st.form(f"count_{exercise}", border=True):
        st.markdown("**How its sets are counted**" + (" · changed by you" if changed else ""))
        chosen = st.selectbox(
            "Count them",
            list(CountAs),
            index=list(CountAs).index(now),
            format_func=words.COUNTED_AS.__getitem__,
            key=f"count_as_{training.athlete.revision}_{exercise}",
        )
        with st.container(horizontal=True):
            save = writing.submit("Save counting", type="primary")
            reset = writing.submit("Count as the table says", type="tertiary", disabled=not changed)
    if save or reset:
        by_table = exercises()[exercise].count_as
        count_exercise_as(account, exercise, None if reset or chosen == by_table else chosen)
        st.rerun()

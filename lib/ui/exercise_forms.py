"""The parts of the exercises page: names without muscles, one name in detail, all names."""

from typing import Final

import pandas as pd
import streamlit as st

from lib.catalog.exercises import exercises
from lib.catalog.suggestions import suggest
from lib.model.vocabulary import MUSCLE_NAMES, Muscle, SetKind
from lib.services import exercises as service
from lib.services.training import Training
from lib.store.engine import Engine
from lib.ui import load, parts
from lib.ui.text import plain

HOW_TITLES: Final = {
    "exact": "by name",
    "alias": "by another name of it",
    "without_equipment": "by name without the equipment",
    "own": "as you said",
    "unmapped": "not known",
}
ROLES: Final = {0.0: "–", 0.5: "helper ½", 1.0: "main 1"}
CHOSEN: Final = "exercise_name"


def unmapped(engine: Engine, training: Training) -> None:
    """Names that give no muscle credit, most sets first, with the likeliest exercises to accept."""
    table = names_by_sets(training)
    missing = table[table["exercise"] == ""]
    total, mapped = int(table["sets"].sum()), int(table.loc[table["exercise"] != "", "sets"].sum())
    parts.section("Names without muscles", f"{mapped:,} of {total:,} sets have muscles.")
    if missing.empty:
        st.markdown("Every name of your log is mapped.")
        return
    for row in missing.head(20).to_dict("records"):
        _unmapped_row(engine, training, row["exercise_name"], row["sets"])
    if len(missing) > 20:
        st.caption(f"{len(missing) - 20} more names follow when these are mapped.")


def one_exercise(engine: Engine, training: Training) -> None:
    """One name: which exercise it is, which muscles it trains; both can be changed and reset."""
    table = names_by_sets(training)
    parts.section("One name", "Choose what it means, or say which muscles one set of it trains.")
    name = st.selectbox("Exercise name", list(table["exercise_name"]), key=CHOSEN)
    row = table[table["exercise_name"] == name].iloc[0]
    exercise = str(row["exercise"])
    known = exercises().get(exercise)
    st.caption(f"{int(row['sets'])} sets · {known.name if known else 'your own'} · {HOW_TITLES[str(row['how'])]}")
    _choose_meaning(engine, training, str(name), exercise)
    _choose_credits(engine, training, str(name), exercise)


def all_names(training: Training) -> None:
    """Every name of the log with its exercise and muscles."""
    parts.section("All names")
    st.dataframe(load.once("all names", lambda: _all_names(training)), hide_index=True, width="stretch")


def _all_names(training: Training) -> pd.DataFrame:
    table = names_by_sets(training)
    return pd.DataFrame(
        {
            "Name in your log": table["exercise_name"],
            "Sets": table["sets"],
            "Exercise": [exercises()[key].name if key in exercises() else "" for key in table["exercise"]],
            "Found": [HOW_TITLES[how] for how in table["how"]],
            "Main muscles": [_muscles(training, key, main=True) for key in table["exercise"]],
            "Helpers": [_muscles(training, key, main=False) for key in table["exercise"]],
        }
    )


def names_by_sets(training: Training) -> pd.DataFrame:
    """NAMES with the number of logged sets (warm-ups left out), most sets first."""
    return load.once("names by sets", lambda: _names_by_sets(training))


def _names_by_sets(training: Training) -> pd.DataFrame:
    sets = training.sets[training.sets["kind"] != SetKind.WARM_UP].groupby("exercise_name").size()
    table = training.names.assign(sets=training.names["exercise_name"].map(sets).fillna(0).astype(int))
    return table.sort_values(["sets", "exercise_name"], ascending=[False, True], ignore_index=True)


def _unmapped_row(engine: Engine, training: Training, name: str, sets: int) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(name)}** · {sets} sets")
        with st.container(horizontal=True):
            for suggestion in suggest(name):
                if st.button(suggestion.name, key=f"map_{name}_{suggestion.exercise}", help="Map this name to it"):
                    service.map_name(engine, training.athlete.id, name, suggestion.exercise)
                    st.rerun()
            st.button("Something else", key=f"else_{name}", type="tertiary", on_click=_choose, args=(name,))


def _choose(name: str) -> None:
    st.session_state[CHOSEN] = name


def _choose_meaning(engine: Engine, training: Training, name: str, exercise: str) -> None:
    keys = sorted(exercises(), key=lambda key: exercises()[key].name)
    with st.form("meaning", border=True):
        chosen = st.selectbox(
            "It means",
            keys,
            index=keys.index(exercise) if exercise in keys else None,
            format_func=lambda key: exercises()[key].name,
            placeholder="Choose an exercise",
            key=f"means_{training.athlete.revision}_{name}",
        )
        with st.container(horizontal=True):
            save = st.form_submit_button("Save")
            forget = st.form_submit_button("Back to the table's own reading", type="tertiary")
    if save and chosen:
        service.map_name(engine, training.athlete.id, name, chosen)
        st.rerun()
    if forget:
        service.unmap_name(engine, training.athlete.id, name)
        st.rerun()


def _choose_credits(engine: Engine, training: Training, name: str, exercise: str) -> None:
    rows = training.credits[training.credits["exercise"] == exercise]
    now: dict[str, float] = dict(zip(rows["muscle"], rows["default"], strict=True))
    with st.form("credits", border=True):
        st.markdown("**Muscles of one set**")
        columns = st.columns(3)
        given = {
            muscle: _role(
                columns[position % 3], f"{training.athlete.revision}_{name}", muscle, float(now.get(str(muscle), 0.0))
            )
            for position, muscle in enumerate(Muscle)
        }
        with st.container(horizontal=True):
            save = st.form_submit_button("Save muscles")
            reset = st.form_submit_button("Reset to the table", type="tertiary", disabled=exercise not in exercises())
    if save:
        service.give_credits(engine, training.athlete.id, name, exercise, given)
        st.rerun()
    if reset:
        service.reset_credits(engine, training.athlete.id, exercise)
        st.rerun()


def _role(column: object, key: str, muscle: Muscle, credit: float) -> float:
    options = sorted({*ROLES, credit})
    return float(
        column.selectbox(  # type: ignore[attr-defined]
            MUSCLE_NAMES[muscle],
            options,
            index=options.index(credit),
            format_func=lambda value: ROLES.get(value, f"{value:g}"),
            key=f"credit_{key}_{muscle}",
        )
    )


def _muscles(training: Training, exercise: str, *, main: bool) -> str:
    rows = training.credits[(training.credits["exercise"] == exercise) & (training.credits["primary"] == main)]
    named = rows[rows["default"] > 0]
    return ", ".join(MUSCLE_NAMES[Muscle(muscle)] for muscle in named["muscle"])

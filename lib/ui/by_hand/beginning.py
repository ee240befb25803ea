"""How a session begins: by a template, or by what was done in an earlier session."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from lib.catalog.template import Template
from lib.catalog.template_sets import template_of_sets
from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.vocabulary import RecordKind
from lib.services.editing.sets import sets_of
from lib.services.queries.training import Training
from lib.services.unfinished import keep, plan
from lib.services.unfinished.last_time import last_sets
from lib.store.account import Account
from lib.ui.by_hand import earlier, state
from lib.ui.kit import parts, tables, writing
from lib.wording import format as say
from lib.wording import set_words
from lib.wording.text import plain

_EARLIER: Final = "earlier_session"


def templates(account: Account, training: Training, known: dict[str, Template]) -> None:
    """A card for each template with what is in it and the tap that begins it."""
    for key, template in known.items():
        with st.container(border=True, key=f"template_{key}", gap="small"):
            with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
                exercises = say.counted(len(template.items), "exercise", "exercises")
                st.markdown(f"**{plain(template.title)}**  \n{exercises}", width="stretch")
                writing.button(
                    "Begin",
                    type="primary",
                    key=f"begin_{key}",
                    on_click=_begin,
                    args=(account, training, template),
                )
            with st.expander("What is in it"):
                tables.show(contents(template))


def contents(template: Template) -> pd.DataFrame:
    """A row for each exercise: place, name, what is asked, what it trains."""
    return pd.DataFrame(
        {
            "": [item.place for item in template.items],
            "Exercise": [item.name for item in template.items],
            "Asked": [set_words.asked(item) for item in template.items],
            "Trains": [set_words.trains(dict(item.trains)) for item in template.items],
        }
    )


def as_earlier(account: Account, training: Training) -> None:
    """Do an earlier session again, filled in with what was done in it."""
    names = earlier.names(training)
    if not names:
        return
    parts.section("As an earlier session", "Its exercises with its loads and reps.")
    with st.form("earlier", border=True):
        chosen = st.selectbox("Session", list(names), format_func=names.__getitem__, key=_EARLIER)
        if writing.submit("Begin") and chosen is not None:
            _begin_as(account, training, chosen)
            st.rerun()


def _begin(account: Account, training: Training, template: Template) -> None:
    last_time = plan.last_time_of(training.sets, training.names)
    keep.begin(account, template, last_time, st.context.timezone)
    st.session_state.pop(state.KEPT, None)


def _begin_as(account: Account, training: Training, number: int) -> None:
    """The template of a session, filled in with that session and not with a later one."""
    done = [each.set for each in sets_of(account, RecordId(RecordKind.SESSION, number)).placed]
    row = training.sessions.loc[training.sessions["session_id"] == number].iloc[0]
    template, filled_in = as_template(row["title"] or "Strength", done)
    keep.begin(account, template, filled_in, st.context.timezone)
    st.session_state.pop(state.KEPT, None)


def as_template(title: str, sets: Sequence[LiftingSet]) -> tuple[Template, plan.LastTime]:
    """Sets as a template, and the same sets as what is filled in."""
    rows = plan.frame_of_sets(sets)
    names = pd.DataFrame({"exercise_name": rows["exercise_name"].unique(), "exercise": ""})
    return template_of_sets(title, sets), lambda item: last_sets(rows, names, replace(item, exercise=""))

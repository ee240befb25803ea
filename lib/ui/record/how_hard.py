"""How hard an open run was and why: put right by one click, and by one more for every run titled like it."""

from datetime import date
from typing import Final

import streamlit as st

from lib.analysis.hard_runs.title_words import titled_like
from lib.catalog.run_words import words_in
from lib.model.vocabulary import Effort, RecordKind, Sport
from lib.services.editing.edit import edit
from lib.services.editing.view import RecordView
from lib.services.preferences.title_words import kept_as, set_word
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.kit import writing
from lib.ui.record import base
from lib.ui.shell import boundary
from lib.wording.format import counted
from lib.wording.record_words import EFFORT_WORDS
from lib.wording.run_verdicts import verdict_sentence
from lib.wording.text import plain

_EFFORTS: Final = tuple(map(str, Effort))


def show(account: Account, training: Training, view: RecordView) -> None:
    """The verdict in a sentence and the tags, of a run that counts; nothing of any other record."""
    if view.id.kind is not RecordKind.ACTIVITY or view.row["sport"] != Sport.RUN:
        return
    day = date.fromisoformat(view.fields["start"][:10])
    verdicts = training.verdicts_of(day, day)
    found = verdicts[verdicts["activity_id"] == view.id.number].to_dict("records")
    if not found:
        return
    tag = view.fields["effort"] or ""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="how_hard"):
        st.markdown(verdict_sentence(**{name: found[0][name] for name in ("verdict", "rule", "why")}), width="content")
        chosen = st.segmented_control(
            "How hard it was",
            _EFFORTS,
            default=tag or None,
            format_func=EFFORT_WORDS.__getitem__,
            label_visibility="collapsed",
            key=f"how_hard_{view.id}_{training.athlete.revision}",
            **writing.control(),
        )
        if tag:
            _for_its_title(account, training, view.fields["title"], Effort(tag))
    if (chosen or "") != tag:
        boundary.writing()
        edit(account, view.id, {"effort": chosen or ""})
        base.stored(f"It is {EFFORT_WORDS[chosen]}, by your tag." if chosen else "Your tag is taken back.")


def _for_its_title(account: Account, training: Training, title: str, effort: Effort) -> None:
    """Make the words of its title mean the same of every run, unless they do."""
    if not words_in(title) or training.title_words.get(kept_as(title)) is effort:
        return
    runs = training.activities[training.activities["sport"] == Sport.RUN]
    number = titled_like(runs["title"], title)
    label = f"Also every run titled like this ({counted(number, 'run', 'runs')})"
    why = f"Titles with the words “{plain(title)}” mean {effort} from now on. Settings lists such words and takes them back."
    if writing.button(label, key="title_means", icon=":material/title:", help=why):
        set_word(account, title, effort)
        base.stored(f"Runs titled like this are {effort}, unless you tagged them.")

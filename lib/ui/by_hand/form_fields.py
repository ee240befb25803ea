"""Fields of a form whose content is kept while it is filled in, so that a reload or an empty battery loses nothing."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any, Final

import streamlit as st

from lib.services.unfinished import fields
from lib.store.account import Account
from lib.ui.kit import writing

_READS: Final[Mapping[str, Callable[[str], Any]]] = {"day": date.fromisoformat, "time": time.fromisoformat}


def begin(account: Account, form: str, defaults: Mapping[str, Any]) -> None:
    """Fill in what this tab does not show yet: what was kept, else the default. defaults: by the keys of the fields."""
    missing = [key for key in defaults if key not in st.session_state]
    if not missing:
        return
    kept = fields.read_fields(account, form)
    for key in missing:
        read = _READS.get(key.rpartition("_")[2])
        st.session_state[key] = (read(kept[key]) if read else kept[key]) if key in kept else defaults[key]


def kept(account: Account, form: str, key: str) -> dict[str, Any]:
    """The options of a field that is kept at every change: its key, and what is done then."""
    return {"key": key, **writing.control(on_change=_keep, args=(account, form, key))}


def end(keys: Iterable[str]) -> None:
    """The form is kept: its fields are empty the next time."""
    for key in keys:
        st.session_state.pop(key, None)


def _keep(account: Account, form: str, key: str) -> None:
    value = st.session_state[key]
    fields.keep_field(account, form, key, value.isoformat() if isinstance(value, date | time) else value)

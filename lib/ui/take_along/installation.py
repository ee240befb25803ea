"""How this installation is, to be copied into a question for help. Nothing of the training itself."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from lib.services.upkeep.doctor import Diagnosis, diagnose
from lib.store.account import Account
from lib.ui.kit.fold import folded
from lib.ui.shell import queries
from lib.wording.text import plain

_PARTS: Final = ("versions", "paths", "sizes", "database", "backups", "settings", "counts")


def show(account: Account) -> None:
    """A fold; looked at when it is opened."""
    with folded("This installation", "installation") as is_open:
        if is_open:
            found = diagnose(account, queries.url(), datetime.now(UTC))
            st.markdown("  \n".join(plain(each, longest=800) for each in found.problems) or "Nothing is wrong.")
            st.code(as_text(found), language=None, wrap_lines=True)
            st.caption(
                "What `legwork doctor` prints: no names, no days, no numbers of your training but how many rows there are."
            )


def as_text(found: Diagnosis) -> str:
    """A paragraph a part, as it can be pasted into a question."""
    said = found.as_json()
    return "\n".join(f"{part}: {_pairs(said[part])}" for part in _PARTS)


def _pairs(part: Mapping[str, Any]) -> str:
    known = {name: value for name, value in part.items() if value is not None and value is not False}
    return ", ".join(name if value is True else f"{name} {value}" for name, value in known.items()) or "none"

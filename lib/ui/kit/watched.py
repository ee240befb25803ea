"""Long work that the page waits for, with how far it is; whoever goes elsewhere meanwhile stops it."""

from typing import Final, TypeVar

import streamlit as st

from lib.failures.told import Told
from lib.ui.shell.jobs import Job

Made = TypeVar("Made")

_AT_ONCE_S: Final = 0.3  # what takes no longer shows no progress
_POLL_S: Final = 0.15


def watched(job: Job[Made], words: str) -> Made | Told:
    """What the work gives, or why it gave nothing. It runs in a thread of its own, as no transaction may see an st.call."""
    place = st.empty()
    job.start()
    try:
        job.wait(_AT_ONCE_S)
        while job.running:
            place.progress(job.share, words)
            job.wait(_POLL_S)
        place.empty()
    finally:
        job.cancel()
    return job.ended

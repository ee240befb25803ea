"""The error boundary of the pages: whatever goes wrong becomes a sentence, what to do, and a button that tries again.

Three doors lead here. `run` holds what app.py does, `caught` what a callback does, and `on_script_error` is what
Streamlit calls for dialogs, fragments and all that is left. It is at work in a server only: Streamlit's AppTest shows
errors itself, and tests want to see them.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, ParamSpec, TypedDict

import streamlit as st
from starlette.middleware import Middleware
from streamlit.errors import FragmentHandledException

from lib.failures.boundary import outcome
from lib.failures.log import keep_log
from lib.failures.told import Told, told
from lib.store.database.engine import data_folder
from lib.ui.shell import doors, quiet
from lib.wording.text import plain

Arguments = ParamSpec("Arguments")

KEPT: Final = "failure_to_show"
_WRITING: Final = "writing_now"
_FAILED_WRITES: Final = "failed_writes"


class ServerSettings(TypedDict):
    """What st.App is given."""

    middleware: list[Middleware]
    on_script_error: Callable[[Exception], bool]


class _State:
    at_work = False


def settings() -> ServerSettings:
    """For st.App: the doors, and the boundary, which is at work from now on in this process. The log is kept."""
    keep_log(data_folder(), console=True)
    quiet.silence_tracebacks()
    _State.at_work = True
    return {"middleware": [Middleware(doors.Doors)], "on_script_error": on_script_error}


def run(*steps: Callable[[], None]) -> None:
    """What a page is made of, one after the other, with what the last click ended in above it."""
    if not _State.at_work:
        for step in steps:
            step()
        return
    kept = st.session_state.get(KEPT)
    st.session_state.pop(_WRITING, None)
    if kept:
        show(kept)
    for step in steps:
        ended = outcome(step, FragmentHandledException)
        if isinstance(ended, Told):
            _failed(ended, kept)
            break
    if st.session_state.get(KEPT) is kept:  # seen to the end: a page that draws itself again shows it again
        st.session_state.pop(KEPT, None)


def caught(callback: Callable[Arguments, Any]) -> Callable[Arguments, None]:
    """A callback whose failure is shown on the page that is drawn after it."""

    @wraps(callback)
    def inside(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        if not _State.at_work:
            callback(*args, **kwargs)
            return
        ended = outcome(lambda: callback(*args, **kwargs))
        if isinstance(ended, Told):
            keep(ended)

    return inside


def writing() -> None:
    """The person asked to store something in this run: if that fails, the page is drawn again with the reason above."""
    st.session_state[_WRITING] = True


def on_script_error(error: Exception) -> bool:
    """Show it where it happened. True: Streamlit adds nothing of its own."""
    show(told(error))
    return True


def show(failure: Told) -> None:
    """The sentence, what to do, Try again, which draws the page or the dialog anew, and a backup where the database is lost."""
    from lib.ui.shell import (
        restore_offer,  # late: the server asks this module for its settings before it needs any other
    )

    with st.container(border=True, key=f"failure_{id(failure)}"):
        st.error(plain(failure.sentence, longest=800), icon=":material/error:")
        if failure.advice:
            st.markdown(plain(failure.advice, longest=800))
        st.button("Try again", key=f"try_again_{id(failure)}", icon=":material/refresh:")
        if not failure.of_input:
            restore_offer.show(caught)


def keep(failure: Told) -> None:
    """Show it above the page that is drawn next."""
    st.session_state[KEPT] = failure
    st.session_state[_FAILED_WRITES] = failed_writes() + 1


def is_showing() -> bool:
    """Whether what the last click ended in stands above this page."""
    return KEPT in st.session_state


def failed_writes() -> int:
    """How often storing failed in this tab. Part of the key of a widget that stores at once, so that it shows again what is stored."""
    return int(st.session_state.get(_FAILED_WRITES, 0))


def _failed(failure: Told, kept: Told | None) -> None:
    if st.session_state.pop(_WRITING, False):
        keep(failure)
        st.rerun()
    if kept is None:  # what is kept says why, and one box is enough; trying again shows what is left
        show(failure)

"""The error boundary: the one place that catches what nobody foresaw, for pages, threads and the command line."""

from collections.abc import Callable
from typing import TypeVar

from lib.failures.told import Told, told

Made = TypeVar("Made")


def outcome(
    work: Callable[[], Made], *passing: type[Exception], first: Callable[[], None] | None = None
) -> Made | Told:
    """What `work` gives, or what went wrong in words.

    passing: errors that mean something to the caller. first: what to do before a failure is put into words and logged.

    What is no Exception passes, too: Streamlit stops a script with such, and so does Ctrl-C.
    """
    try:
        return work()
    except passing:
        raise
    except Exception as error:  # noqa: BLE001 (the boundary: whatever it is, the person gets a sentence)
        if first:
            first()
        return told(error)

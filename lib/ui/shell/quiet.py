"""No traceback in the terminal: it would quote what people wrote, and addresses with passwords. The log has the places."""

import logging
from typing import Final

from lib.model.masking import masked

_SILENT: Final = ("streamlit.error_util",)
_MASKED: Final = ("streamlit", "uvicorn.error", "sqlalchemy")


def silence_tracebacks() -> None:
    """Drop Streamlit's report of an error that the boundary reports, and mask passwords in what servers write."""
    for name in _SILENT:
        logging.getLogger(name).addFilter(_is_not_an_app_error)
    for name in _MASKED:
        logging.getLogger(name).addFilter(_without_passwords)


def _is_not_an_app_error(record: logging.LogRecord) -> bool:
    return record.msg != "Uncaught app execution"


def _without_passwords(record: logging.LogRecord) -> bool:
    record.msg, record.args = masked(record.getMessage()), ()
    return True

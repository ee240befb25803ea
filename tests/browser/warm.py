"""Imported once by the process that forks the servers of the browser tests: each starts with everything loaded."""

import logging

from lib.ui.shell import serving, warm_up

__all__ = ["serving"]

logging.disable(logging.WARNING)  # Streamlit misses its server, which each fork starts for itself
warm_up.finish()
logging.disable(logging.NOTSET)

"""Get my files in: drop them, see what each is and would change, import, take it back."""

import streamlit as st

from lib.ui import importing, load, parts
from lib.ui.import_flow import Flow
from lib.ui.import_history import show_history

TITLE = "Import files"
ICON = ":material/upload_file:"
ORDER = 1

parts.header(
    "Bring your files",
    "Drop the exports of your running and lifting apps, several at once. "
    "Nothing is written before you have seen what it would change.",
)

flow = Flow(load.engine(), load.athlete())
if flow.job is not None:
    flow.show_progress()
else:
    flow.show_receipt()
    uploads = flow.choose_files()
    if uploads:
        flow.show_preview(uploads)
    else:
        importing.show_formats()

show_history(load.engine(), load.athlete())

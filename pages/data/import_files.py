"""Get my files in: drop them, see what each is and would change, import, take it back."""

from lib.ui.imports import column_mapping_form, duplicates, flow, history, saved_column_mappings, sections
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "Import files"
ICON = ":material/upload_file:"
ORDER = 1

athlete = queries.athlete()
account = queries.account()

parts.header(
    "Bring your files",
    "Drop the exports of your running and lifting apps, several at once. "
    "Nothing is written before you have seen what it would change.",
)
if flow.is_running():
    flow.show_progress()
else:
    flow.show_receipt()
    uploads = flow.choose_files()
    mapped = column_mapping_form.being_mapped(uploads)
    if mapped:
        column_mapping_form.show(account, athlete, mapped)
    elif uploads:
        flow.show_preview(account, athlete, uploads)
    else:
        sections.show_formats()
    if not uploads:
        duplicates.show_stored(account, athlete)
    saved_column_mappings.show(account)
    history.show_history(account)
parts.footer()

"""Get my files in: drop them, see what each is and would change, import, take it back."""

from lib.ui import import_flow, import_history, importing, load, mapping_form, parts, saved_mappings, twins

TITLE = "Import files"
ICON = ":material/upload_file:"
ORDER = 1

athlete = load.athlete()
engine = load.engine()

parts.header(
    "Bring your files",
    "Drop the exports of your running and lifting apps, several at once. "
    "Nothing is written before you have seen what it would change.",
)
if import_flow.is_running():
    import_flow.show_progress()
else:
    import_flow.show_receipt()
    uploads = import_flow.choose_files()
    mapped = mapping_form.being_mapped(uploads)
    if mapped:
        mapping_form.show(engine, athlete, mapped)
    elif uploads:
        import_flow.show_preview(engine, athlete, uploads)
    else:
        importing.show_formats()
    if not uploads:
        twins.show_stored(engine, athlete)
    saved_mappings.show(engine, athlete)
    import_history.show_history(engine, athlete)
parts.footer()

"""Log a strength session by hand: as a checklist by a template, as an earlier one, or as text."""

from lib.services.editing.typed import every_template
from lib.ui.by_hand import as_text, beginning, checklist, kept, own_templates
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "Log a session"
ICON = ":material/checklist:"
ORDER = 1

VIEWS = ["Checklist", "As text", "Own templates"]


def main() -> None:
    training, account = queries.training(), queries.account()
    parts.header(
        "Log a session", "What you tap is kept at once: a reload, another tab or an empty battery loses nothing."
    )
    kept.show(account)
    view = parts.choose("Part of the page", VIEWS, VIEWS[0], key="log_view")
    if view == "As text":
        as_text.show(account, training)
    elif view == "Own templates":
        own_templates.show(account, training)
    elif session := checklist.under_way(account):
        checklist.show(account, training, session)
    elif session is None:
        parts.section("By a template", "Filled in with what you did last time.")
        beginning.templates(account, training, every_template(account))
        beginning.as_earlier(account, training)


main()
parts.footer()

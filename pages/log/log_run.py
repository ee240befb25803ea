"""Log a run by hand: of a treadmill, or without a watch."""

from lib.ui.by_hand import kept, run_form
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "Log a run"
ICON = ":material/add_circle:"
ORDER = 2


def main() -> None:
    parts.header("Log a run", "For a run that no watch recorded. If its file comes later, the two are found to be one.")
    kept.show(queries.account())
    run_form.show(queries.account(), queries.training())


main()
parts.footer()

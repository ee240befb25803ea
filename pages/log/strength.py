"""Every strength session: to be searched, opened and put right."""

from lib.ui.kit import parts
from lib.ui.shell import nav, queries
from lib.ui.strength import listed

TITLE = "Strength"
ICON = ":material/fitness_center:"
ORDER = 4


def main() -> None:
    training = queries.training()
    found = listed.marked(training)
    parts.header(
        "Strength",
        "Every strength session with its sets. The arrow of a row opens it: what each source said, and what you can put "
        "right, set by set.",
    )
    if found.empty:
        if queries.listed_activities().empty:
            parts.empty_state("Every strength session with its exercises and sets, to be searched and put right.")
            nav.link("log/log_session.py", "Log a session", ":material/checklist:")
        else:
            parts.missing("Only runs so far: sets come with the export of a lifting app.")
        return
    listed.show(found, listed.wanted(found, training, training.today))


main()
parts.footer()

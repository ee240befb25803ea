"""Every run and other activity: to be searched, opened and put right."""

from lib.ui.kit import parts
from lib.ui.runs import listed, shoes, unknown_sports
from lib.ui.shell import nav, queries

TITLE = "Runs"
ICON = ":material/directions_run:"
ORDER = 3


def main() -> None:
    athlete, found = queries.athlete(), listed.marked()
    parts.header(
        "Runs",
        "Every run and other activity, whichever app it came from. The arrow of a row opens it: what each source said, "
        "and what you can put right.",
    )
    if found.empty:
        if queries.listed_sessions().empty:
            parts.empty_state("Every run with pace, heart rate and ascent, to be searched, sorted and put right.")
            nav.link("log/log_run.py", "Log a run", ":material/add_circle:")
        else:
            parts.missing("Only strength so far: runs come with the export of a running app.")
        return
    listed.show(found, athlete, listed.wanted(found, queries.today()))
    unknown_sports.section(queries.account())
    shoes.section(queries.account(), athlete, found)


main()
parts.footer()

"""What has each lift come to, and how much load was there? Estimated maxima, best sets, session RPE × minutes."""

from lib.analysis.weeks.running import only_runs
from lib.ui.kit import parts
from lib.ui.progress import lifts, loads
from lib.ui.shell import queries

TITLE = "Progress"
ICON = ":material/show_chart:"
ORDER = 6


def main() -> None:
    training = queries.training()
    parts.header(
        "Progress", "What each lift has come to, beyond how it goes up and down anyway, and the load of the weeks."
    )
    if training.empty:
        parts.empty_state("This page will show what each of your lifts has come to, and the load of runs and lifting.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: what a lift has come to needs the export of a lifting app.")
    else:
        lifts.show(training)
    if only_runs(training.activities).empty:
        parts.missing("Only lifting so far: the load of runs appears when a running app’s export is imported.")
    loads.show(training)


main()
parts.footer()

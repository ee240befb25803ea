"""Do leg days keep their distance from hard runs? Gaps in both directions, minutes by effort, the longest run."""

from lib.analysis.weeks.running import only_runs
from lib.ui.hard_days import running, spacing, span
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "Hard days"
ICON = ":material/bolt:"
ORDER = 4


def main() -> None:
    training = queries.training()
    parts.header("Hard days", "How far leg work and hard running were apart, and how much running was hard.")
    if training.empty:
        parts.empty_state("This page will show how far your leg days were from your hard runs, before and after.")
        return
    chosen = span.choose("hard_range")
    if training.sets.empty:
        parts.missing("Only runs so far: leg days appear when a lifting app’s export is imported.")
    else:
        spacing.show(training, chosen)
    if only_runs(training.activities).empty:
        parts.missing("Only lifting so far: runs appear when a running app’s export is imported.")
        return
    weekly = queries.weekly()
    running.show_minutes(training, weekly, chosen)
    running.show_longest(training, weekly, chosen)


main()
parts.footer()

"""Which muscles were worked? The body map of a window, and what each muscle does in running beside its own sets."""

from lib.ui.kit import parts
from lib.ui.muscles import body_map, cards
from lib.ui.shell import queries

TITLE = "Muscles"
ICON = ":material/accessibility_new:"
ORDER = 5


def main() -> None:
    training = queries.training()
    parts.header("What each muscle did", "Sets that worked a muscle: main muscle 1, helper ½.")
    if training.empty:
        parts.empty_state("This page will show the sets of each muscle on a body, and what each does in running.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: the sets of each muscle need the export of a lifting app.")
        return
    weekly_sets = queries.weekly().sets
    view = body_map.choose_view(weekly_sets, training.today)
    body_map.show(training, weekly_sets, view)
    parts.coverage(queries.mapped())
    cards.show(training, weekly_sets, view.scheme)


main()
parts.footer()

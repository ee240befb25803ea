"""Which muscles were worked? The body map of a window, and what each muscle does in running beside its own sets."""

from lib.ui import load, muscle_cards, muscle_map, parts

TITLE = "Muscles"
ICON = ":material/accessibility_new:"
ORDER = 4


def main() -> None:
    training = load.training()
    parts.header("What each muscle did", "Sets that worked a muscle: main muscle 1, helper ½.")
    if training.empty:
        parts.empty_state("This page will show the sets of each muscle on a body, and what each does in running.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: the sets of each muscle need the export of a lifting app.")
        return
    weekly_sets = load.weekly().sets
    view = muscle_map.choose_view(weekly_sets, training.today)
    muscle_map.show(training, weekly_sets, view)
    parts.coverage(load.mapped())
    muscle_cards.show(training, weekly_sets, view.scheme)


main()
parts.footer()

"""How we count: every rule with its sentence and the person's own sets it decided, and the conventions they may change."""

from lib.ui.counting import conventions, rules_view, runs, warm_ups
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "How we count"
ICON = ":material/rule:"
ORDER = 6

RULES, CONVENTIONS, WARM_UPS, LOADS, RUNS = "Rules", "Conventions", "Warm-ups", "Loads and other work", "Runs"


def main() -> None:
    training, account = queries.training(), queries.account()
    parts.header(
        "How we count", "Each row of your lifting log is worth 0, ½ or 1 set. Here is why, and what you can change."
    )
    if training.empty:
        parts.empty_state("Every counting rule, and which of your sets it decided.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: sets need the export of a lifting app.")
        views = [RUNS, CONVENTIONS]
    else:
        rules_view.summary(training)
        views = [RULES, CONVENTIONS, WARM_UPS, LOADS, RUNS]
    view = parts.choose("Part of the page", views, views[0], key="counting_view")
    if view == RULES:
        rules_view.rules(training)
    elif view == CONVENTIONS:
        conventions.show(account, training)
    elif view == WARM_UPS:
        warm_ups.show(account, training)
    elif view == LOADS:
        rules_view.loads(training)
    else:
        runs.runs(training)


main()
parts.footer()

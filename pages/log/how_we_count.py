"""How we count: every rule with its sentence and the person's own sets it decided, and the conventions they may change."""

from lib.ui import counting_forms, counting_views, load, parts, run_views

TITLE = "How we count"
ICON = ":material/rule:"
ORDER = 4

RULES, CONVENTIONS, WARM_UPS, LOADS, RUNS = "Rules", "Conventions", "Warm-ups", "Loads and other work", "Runs"


def main() -> None:
    training, engine = load.training(), load.engine()
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
        counting_views.summary(training)
        views = [RULES, CONVENTIONS, WARM_UPS, LOADS, RUNS]
    view = parts.choose("Part of the page", views, views[0], key="counting_view")
    if view == RULES:
        counting_views.rules(training)
    elif view == CONVENTIONS:
        counting_forms.conventions(engine, training)
    elif view == WARM_UPS:
        counting_forms.warm_ups(engine, training)
    elif view == LOADS:
        counting_views.loads(training)
    else:
        run_views.runs(training)


main()
parts.footer()

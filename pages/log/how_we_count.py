"""How we count: every rule with its sentence and the person's own sets it decided, and the conventions they may change."""

from lib.ui import counting_forms, counting_views, load, parts

TITLE = "How we count"
ICON = ":material/rule:"
ORDER = 4

RULES, CONVENTIONS, WARM_UPS, LOADS = "Rules", "Conventions", "Warm-ups", "Loads and other work"


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
        counting_forms.conventions(engine, training)
        return
    counting_views.summary(training)
    view = parts.choose("Part of the page", [RULES, CONVENTIONS, WARM_UPS, LOADS], RULES, key="counting_view")
    if view == RULES:
        counting_views.rules(training)
    elif view == CONVENTIONS:
        counting_forms.conventions(engine, training)
    elif view == WARM_UPS:
        counting_forms.warm_ups(engine, training)
    else:
        counting_views.loads(training)


main()
parts.footer()

"""What counts as what: names without muscles first, by number of sets; any name and any credit can be changed."""

from lib.ui import exercise_forms, load, parts

TITLE = "Exercises"
ICON = ":material/label:"
ORDER = 3

training = load.training()

parts.header(
    "What counts as what",
    "A set gives 1 to a main muscle and ½ to a helper. What you say here holds for all of the past at once.",
)
if training.sets.empty:
    parts.empty_state("Your exercise names, the muscles they train, and which names are not known yet.")
else:
    exercise_forms.unmapped(load.engine(), training)
    exercise_forms.one_exercise(load.engine(), training)
    exercise_forms.all_names(training)
parts.footer()

"""What counts as what: names without muscles first, by number of sets; any name, credit and count can be changed."""

from lib.ui import exercise_file, exercise_forms, exercise_names, load, own_exercises, parts, unmapped_names
from lib.ui import exercise_words as words

TITLE = "Exercises"
ICON = ":material/label:"
ORDER = 3


def main() -> None:
    training, engine = load.training(), load.engine()
    parts.header(
        "What counts as what",
        "A set gives 1 to a main muscle and ½ to a helper. What you say here holds for all of the past at once.",
    )
    if training.sets.empty:
        if training.empty:
            parts.empty_state("Your exercise names, the muscles they train, and which names are not known yet.")
        else:
            parts.missing("Only runs so far: exercise names come with the export of a lifting app.")
        exercise_file.bring_back(engine, training)
        return
    views = [words.TO_MAP, words.NAMES, words.EXERCISES, words.TAKE_ALONG]
    view = parts.choose("Part of the page", views, words.TO_MAP, key=words.VIEW)
    if view == words.TO_MAP:
        unmapped_names.section(engine, training)
    elif view == words.NAMES:
        exercise_names.one_name(engine, training)
        exercise_names.all_names(training)
    elif view == words.EXERCISES:
        own_exercises.create(engine, training)
        own_exercises.edit(engine, training, exercise_forms.one_exercise(engine, training))
    else:
        exercise_file.save(engine, training)
        exercise_file.bring_back(engine, training)


main()
parts.footer()

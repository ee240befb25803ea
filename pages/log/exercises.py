"""What counts as what: names without muscles first, by number of sets; any name, credit and count can be changed."""

from lib.ui.exercises import forms, mapping_file, names, own_exercises, taught_words, unmapped_names, words
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "Exercises"
ICON = ":material/label:"
ORDER = 5


def main() -> None:
    training, account = queries.training(), queries.account()
    parts.header(
        "What counts as what",
        "A set gives 1 to a main muscle and ½ to a helper. What you say here holds for all of the past at once.",
    )
    if training.sets.empty:
        if training.empty:
            parts.empty_state("Your exercise names, the muscles they train, and which names are not known yet.")
        else:
            parts.missing("Only runs so far: exercise names come with the export of a lifting app.")
        mapping_file.bring_back(account, training)
        return
    views = [words.TO_MAP, words.NAMES, words.EXERCISES, words.TAKE_ALONG]
    view = parts.choose("Part of the page", views, words.TO_MAP, key=words.VIEW)
    if view == words.TO_MAP:
        unmapped_names.coverage(training)
        taught_words.section(account, training)
        unmapped_names.section(account, training)
    elif view == words.NAMES:
        names.one_name(account, training)
        names.all_names(training)
    elif view == words.EXERCISES:
        own_exercises.create(account, training)
        own_exercises.edit(account, training, forms.one_exercise(account, training))
    else:
        mapping_file.save(account)
        mapping_file.bring_back(account, training)


main()
parts.footer()

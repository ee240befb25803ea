"""Quadriceps against hamstrings: the sets of both, how they compare, and the exercises that make the difference."""

from lib.ui.balance import extras, ratio
from lib.ui.kit import parts
from lib.ui.shell import queries

TITLE = "Balance"
ICON = ":material/balance:"
ORDER = 2

NOT_STRENGTH = "This counts training, it does not measure your strength."


def main() -> None:
    training = queries.training()
    parts.header("Quadriceps against hamstrings", f"Sets of both: main muscle 1, helper ½. {NOT_STRENGTH}")
    if training.empty:
        parts.empty_state("This page will compare the sets of your quadriceps with those of your hamstrings.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: a balance needs the export of a lifting app.")
        return
    band = training.preferences.conventions.similar
    now = {days: queries.balance(days) for days in ratio.WINDOWS}
    ratio.windows(now, band)
    parts.coverage(queries.mapped())
    ratio.trend(band)
    chosen = now[ratio.choose_window()]
    ratio.exercises_behind(training, chosen)
    extras.what_would_make_them_equal(training, chosen)
    extras.hips(training, chosen.days)
    extras.sides(training, chosen)
    extras.more_rows(training, chosen)


main()
parts.footer()

"""Quadriceps against hamstrings: the sets of both, how they compare, and the exercises that make the difference."""

from lib.ui import balance_parts, beside_balance, load, parts

TITLE = "Balance"
ICON = ":material/balance:"
ORDER = 2

NOT_STRENGTH = "This counts training, it does not measure your strength."


def main() -> None:
    training = load.training()
    parts.header("Quadriceps against hamstrings", f"Sets of both: main muscle 1, helper ½. {NOT_STRENGTH}")
    if training.empty:
        parts.empty_state("This page will compare the sets of your quadriceps with those of your hamstrings.")
        return
    if training.sets.empty:
        parts.missing("Only runs so far: a balance needs the export of a lifting app.")
        return
    band = training.word.conventions.similar
    now = {days: load.balance(days) for days in balance_parts.WINDOWS}
    balance_parts.windows(now, band)
    parts.coverage(load.mapped())
    balance_parts.trend(band)
    chosen = now[balance_parts.choose_window()]
    balance_parts.exercises_behind(training, chosen)
    beside_balance.what_would_even_it_out(training, chosen)
    beside_balance.hips(training, chosen.days)
    beside_balance.sides(training, chosen)
    beside_balance.more_rows(training, chosen)


main()
parts.footer()

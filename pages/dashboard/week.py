"""Everything about one week, beside the four complete weeks before it."""

from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.ui.week import view

TITLE = "Week"
ICON = ":material/calendar_view_week:"
ORDER = 5


def main() -> None:
    training = queries.training()
    parts.header("One week", "Every number of a week beside its mean of the four complete weeks before.")
    if training.empty:
        parts.empty_state("This page will show any week of yours: its runs, its sets and its muscles.")
        return
    weekly = queries.weekly()
    week = view.choose_week(weekly.running["week_start"].dt.date.tolist()[::-1], training.today)
    view.facts(training, weekly, week)
    view.days(training, week)
    view.mark(training, week)
    if not training.sets.empty:
        view.muscles(weekly, week)
        view.balance(training, week)
        parts.coverage(queries.mapped())
    view.rows(training, week)


main()
parts.footer()

"""Everything about one week, beside the four complete weeks before it."""

from lib.ui import load, parts, week_view

TITLE = "Week"
ICON = ":material/calendar_view_week:"
ORDER = 5


def main() -> None:
    training = load.training()
    parts.header("One week", "Every number of a week beside its mean of the four complete weeks before.")
    if training.empty:
        parts.empty_state("This page will show any week of yours: its runs, its sets and its muscles.")
        return
    weekly = load.weekly()
    week = week_view.choose_week(weekly.running["week_start"].dt.date.tolist()[::-1], training.today)
    week_view.facts(training, weekly, week)
    week_view.days(training, week)
    if not training.sets.empty:
        week_view.muscles(weekly, week)
        week_view.balance(training, week)
        parts.coverage(load.mapped())
    week_view.rows(training, week)


main()
parts.footer()

"""The report: the figures of a range as one file for a coach or physiotherapist."""

from lib.ui import load, parts, report_form

TITLE = "Report"
ICON = ":material/print:"
ORDER = 2

training = load.training()

parts.header(
    "Report",
    "One HTML file with the figures of any range inside. It opens without a network and prints on A4.",
)
if training.empty:
    parts.empty_state("This page will make a report of any range, to give to a coach or physiotherapist.")
else:
    report_form.show(training)
parts.footer()

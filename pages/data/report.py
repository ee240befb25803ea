"""The report: the figures of a range as one file for a coach or physiotherapist."""

from lib.ui.kit import parts
from lib.ui.report import form
from lib.ui.shell import queries

TITLE = "Report"
ICON = ":material/print:"
ORDER = 2

training = queries.training()

parts.header(
    "Report",
    "One HTML file with the figures of any range inside. It opens without a network and prints on A4.",
)
if training.empty:
    parts.empty_state("This page will make a report of any range, to give to a coach or physiotherapist.")
else:
    form.show(training)
parts.footer()

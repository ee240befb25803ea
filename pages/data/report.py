"""The report: the figures of a range as one file for a coach or physiotherapist."""

from datetime import date

from lib.report.content import make_report
from lib.report.html import to_html
from lib.report.span import DEFAULT_DAYS
from lib.services.queries.training import Training
from lib.ui.kit import parts
from lib.ui.report import form
from lib.ui.shell import queries

TITLE = "Report"
ICON = ":material/print:"
ORDER = 2

training = queries.training()


def page_of(of: Training, start: date, end: date) -> str:
    return to_html(make_report(of, start, end))


parts.header(
    "Report",
    "One HTML file with the figures of any range inside. It opens without a network and prints on A4.",
)
if training.empty:
    parts.empty_state("This page will make a report of any range, to give to a coach or physiotherapist.")
else:
    form.show(training, page_of, DEFAULT_DAYS)
parts.footer()

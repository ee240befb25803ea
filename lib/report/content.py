"""What stands in a report: the figures of the dashboard for a range of days, for a coach or a physiotherapist."""

from collections.abc import Iterator
from datetime import date

from lib.report import balance_section, consistency_section, spacing_section, strength_sections
from lib.report.blocks import Report, Section
from lib.report.span import Span, span_of
from lib.services.queries.training import Training
from lib.wording import format as say


def make_report(training: Training, first: date | None = None, last: date | None = None) -> Report:
    """The report of a range, by default the year up to the last logged day. ReportError where nothing is logged."""
    span = span_of(training, first, last)
    return Report(
        title="Strength beside mileage",
        name=training.athlete.name,
        days=say.days(span.first, span.last),
        made_on=say.day(training.today),
        sections=list(_sections(span)),
    )


def _sections(span: Span) -> Iterator[Section]:
    yield strength_sections.summary(span)
    yield strength_sections.main_figure(span)
    if span.has_sets:
        yield strength_sections.muscles(span)
        yield balance_section.balance_of(span)
    yield consistency_section.consistency(span)
    if span.has_sets and span.has_runs:
        yield spacing_section.spacing(span)
    yield consistency_section.weeks(span)
    if span.has_sets:
        yield strength_sections.exercises_done(span)

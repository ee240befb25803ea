"""The report as a file."""

from datetime import datetime
from pathlib import Path

import click

from lib.cli import values
from lib.cli.database import own_training
from lib.cli.files import ToWrite
from lib.model.region import used


@click.command()
@click.argument("file", type=ToWrite())
@click.option("--from", "start", type=values.Day(), help="First day; a year before the last one if left out.")
@click.option("--to", "end", type=values.Day(), help="Last day; the last logged one if left out.")
@click.option("--locale", metavar="NAME", help="Whose numbers and dates, such as de-DE; international if left out.")
def report(file: Path, start: datetime | None, end: datetime | None, locale: str | None) -> None:
    """Write the figures of a range as one HTML file that needs no network, for a coach or physiotherapist."""
    from lib.report.content import make_report
    from lib.report.html import to_html
    from lib.services.preferences.regions import is_known, of_locale
    from lib.services.upkeep.safe_file import written_aside

    first, last = values.days(start, end)
    if locale and not is_known(locale):
        raise click.BadParameter(f"{locale} is not known", param_hint="--locale")
    with used(of_locale(locale)):
        page = to_html(make_report(own_training(), first, last))
    with written_aside(file) as stream:
        stream.write(page.encode())
    click.echo(f"{file}: open it in a browser, or print it from there.", err=True)

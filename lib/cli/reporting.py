"""The report as a file."""

from datetime import datetime
from pathlib import Path

import click

from lib.cli.database import own_training
from lib.cli.figures import DAY


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--from", "start", type=DAY, help="First day; a year before the last one if left out.")
@click.option("--to", "end", type=DAY, help="Last day; the last logged one if left out.")
def report(file: Path, start: datetime | None, end: datetime | None) -> None:
    """Write the figures of a range as one HTML file that needs no network, for a coach or physiotherapist."""
    from lib.report.content import make_report
    from lib.report.html import to_html

    page = to_html(make_report(own_training(), start.date() if start else None, end.date() if end else None))
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from None
    click.echo(f"{file}: open it in a browser, or print it from there.", err=True)

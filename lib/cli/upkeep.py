"""Care for the database."""

import sys

import click

from lib.cli.output import DONE, FAILED, as_json, show


@click.command()
@as_json
def check(as_json: bool) -> None:
    """Look for damage in the database without writing to it."""
    from lib.store.database.engine import check_database, default_url

    problems = check_database(default_url())
    show({"ok": not problems, "problems": problems}, as_json, lambda _: problems or ["The database is whole."])
    sys.exit(FAILED if problems else DONE)

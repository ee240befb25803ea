"""Care for the database."""

import sys

import click

from lib.cli.output import DONE, FAILED, as_json, show


@click.command()
@as_json
def check(as_json: bool) -> None:
    """Look for damage in the database without writing to it."""
    from lib.store.database.engine import check_database, default_url
    from lib.store.database.schema import SCHEMA_VERSION

    problems = check_database(default_url())
    content = None if problems else _content()
    result = {"ok": not problems, "content": content, "schema": SCHEMA_VERSION, "problems": problems}
    show(result, as_json, lambda _: problems or ["The database is whole.", f"Content {content}"])
    sys.exit(FAILED if problems else DONE)


def _content() -> str:
    """The same for the same content, in either kind of database."""
    from lib.cli.database import open_own_account
    from lib.store.records.fingerprint import content_hash_of_everything

    account = open_own_account()
    with account.read() as conn:
        return content_hash_of_everything(conn, account.athlete_id)

"""Care for the database."""

import sys
from datetime import UTC, datetime
from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.output import DONE, FAILED, as_json, show


@click.command()
@as_json
def check(as_json: bool) -> None:
    """Read everything once and say what is damaged, without writing."""
    from lib.services.checking.check import check as check_everything
    from lib.store.database.engine import default_url
    from lib.store.database.schema import SCHEMA_VERSION

    found = check_everything(default_url())
    result = {"ok": not found.problems, "content": found.content, "schema": SCHEMA_VERSION, "problems": found.problems}
    show(result, as_json, lambda _: found.problems or ["The database is whole.", f"Content {found.content}"])
    sys.exit(FAILED if found.problems else DONE)


@click.command()
@as_json
def doctor(as_json: bool) -> None:
    """Versions, paths, sizes, the last backup, counts: what helps when something is wrong. Nothing of the training."""
    from lib.services.upkeep.doctor import diagnose_at
    from lib.store.database.engine import default_url

    found = diagnose_at(default_url(), datetime.now(UTC))
    show(found.as_json(), as_json, _doctor_lines)
    sys.exit(FAILED if found.problems else DONE)


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@as_json
def migrate(dry_run: bool, as_json: bool) -> None:
    """Bring the database to the schema of this release, after a backup. Any other command does it as well."""
    from lib.store.database.engine import default_url, stored_schema
    from lib.store.database.schema import SCHEMA_VERSION

    before = stored_schema(default_url())
    if not dry_run:
        open_own_account()
    result = {"from": before, "to": SCHEMA_VERSION, "needed": before != SCHEMA_VERSION, "done": not dry_run}
    show(result, as_json, _migrate_lines)


def _doctor_lines(result: dict[str, Any]) -> list[str]:
    parts = ("versions", "paths", "sizes", "database", "backups", "settings", "counts")
    lines = [f"{part}: " + ", ".join(f"{name} {value}" for name, value in result[part].items()) for part in parts]
    return [*lines, *(result["problems"] or ["Nothing is wrong."])]


def _migrate_lines(result: dict[str, Any]) -> list[str]:
    if not result["needed"]:
        return [f"The database has schema {result['to']}, that of this release."]
    verb = "was brought" if result["done"] else "would be brought"
    return [f"The database {verb} from schema {result['from']} to {result['to']}, after a backup."]

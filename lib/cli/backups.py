"""Backups of the database, and the way back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from lib.cli.database import damage_told
from lib.cli.output import as_json, show
from lib.cli.records import restore_records
from lib.model.record_id import is_id


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="[FILE]", required=False)
@as_json
def backup(path: Path | None, as_json: bool) -> None:
    """Copy the database as it is now, also while it is in use, and check the copy; into FILE, else the folder beside it."""
    from lib.services.upkeep.backups import back_up
    from lib.store.database.engine import default_url

    made = back_up(default_url(), datetime.now(UTC), to=path)
    result = {**backup_json(made), "problems": damage_told(), "ok": True}
    show(result, as_json, lambda _: [f"Backed up to {made.path} ({made.size:,} bytes)."])


@click.command()
@as_json
def backups(as_json: bool) -> None:
    """List the backups, newest first."""
    from lib.services.upkeep.backups import how_to_make_one, list_backups
    from lib.store.database.engine import default_url

    found = [backup_json(each) for each in list_backups(default_url())]
    show({"backups": found}, as_json, lambda result: _lines(result) or [how_to_make_one(default_url())])


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="ID…|FILE|latest")
@as_json
def restore(what: tuple[str, ...], as_json: bool) -> None:
    """Take records (session-4) out of the bin, or bring back a backup; what is there now is backed up first.

    latest is the newest backup in which `legwork check` finds nothing.
    """
    if len(what) > 1 or is_id(what[0]):
        restore_records(what, as_json)
    else:
        _restore_backup(what[0], as_json)


def _restore_backup(backup: str, as_json: bool) -> None:
    from lib.services.checking.damage import restored_words
    from lib.services.upkeep.restore import restore as bring_back
    from lib.store.database.engine import default_url

    back = bring_back(default_url(), backup, datetime.now(UTC))
    if back.problems:
        click.echo(f"legwork: {restored_words(back.problems)}", err=True)
    result = {
        "restored": str(back.copy),
        "kept": str(back.kept) if back.kept else None,
        "passed_over": [str(each) for each in back.passed_over],
        "problems": back.problems,
        "ok": True,
    }
    show(result, as_json, _restored_lines)


def backup_json(backup: Any) -> dict[str, Any]:
    """One backup as plain data."""
    return {
        "file": str(backup.path),
        "kind": str(backup.kind),
        "made_at": backup.made_at.isoformat(),
        "bytes": backup.size,
    }


def _lines(result: dict[str, Any]) -> list[str]:
    return [
        f"{each['made_at']} UTC  {each['kind']:18} {each['bytes']:>12,}  {each['file']}" for each in result["backups"]
    ]


def _restored_lines(result: dict[str, Any]) -> list[str]:
    from lib.services.checking.damage import passed_over_words

    kept = f"What was there before is in {result['kept']}." if result["kept"] else "Nothing was there before."
    passed_over = passed_over_words(result["passed_over"])
    return [*([passed_over] if passed_over else []), f"Restored {result['restored']}.", kept]

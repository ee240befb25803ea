"""Delete for good."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.files import ToWrite
from lib.cli.output import as_json, show

_export = click.option(
    "--export",
    "path",
    type=ToWrite(),
    metavar="FILE.zip",
    help="Write everything into an archive first.",
)
_sure = click.option("--without-export", is_flag=True, help="Do it although nothing of it is kept anywhere.")


@click.group()
def delete() -> None:
    """Delete for good: from the database, from the pages of its file and from its backups."""


@delete.command()
@_export
@_sure
@as_json
def everything(path: Path | None, without_export: bool, as_json: bool) -> None:
    """All that is kept of you, and the log."""
    from lib.failures.log import forget_log
    from lib.services.archive.erase import erase_everything
    from lib.store.database.engine import data_folder

    _last_chance(path, without_export=without_export)
    erased = erase_everything(open_own_account(), path)
    forget_log(data_folder())
    _say(erased, as_json)


@delete.command()
@click.argument("name")
@_export
@_sure
@as_json
def source(name: str, path: Path | None, without_export: bool, as_json: bool) -> None:
    """All records of a source, such as strava, with their files and what you said of them."""
    from lib.services.archive.erase import erase_source

    _last_chance(path, without_export=without_export)
    _say(erase_source(open_own_account(), name, path), as_json)


@delete.command()
@click.argument("batch", type=int, metavar="IMPORT")
@click.argument("number", type=int, metavar="FILE-NUMBER", default=1)
@_export
@_sure
@as_json
def original(batch: int, number: int, path: Path | None, without_export: bool, as_json: bool) -> None:
    """The bytes of an imported file (the first of its import unless said otherwise); its records stay, its backups go."""
    from lib.services.archive.erase import erase_original

    _last_chance(path, without_export=without_export)
    _say(erase_original(open_own_account(), batch, number - 1, path), as_json)


def _last_chance(path: Path | None, *, without_export: bool) -> None:
    if path is None and not without_export:
        from lib.services.archive.erase import export_name

        name = export_name(datetime.now(UTC))
        raise click.UsageError(
            f"This cannot be taken back{_and_backups()}. Say --export {name} to keep an archive, or --without-export."
        )


def _and_backups() -> str:
    """What goes along, since it holds what is deleted."""
    from lib.services.upkeep.backups import list_backups
    from lib.store.database.engine import default_url

    number = len(list_backups(default_url()))
    return f", and all backups ({number}) go with it" if number else ""


def _say(erased: Any, as_json: bool) -> None:
    kept = str(erased.export) if erased.export else None
    result = {"records": erased.records, "backups": erased.backups, "export": kept}
    result |= {"fresh_backup": erased.fresh, "ok": True}
    show(result, as_json, _lines)


def _lines(result: dict[str, Any]) -> list[str]:
    kept = f"The archive is {result['export']}." if result["export"] else "No archive was written."
    fresh = ["A fresh backup was made, without what is gone."] if result["fresh_backup"] else []
    return [f"{result['records']} records and {result['backups']} backups are gone.", kept, *fresh]

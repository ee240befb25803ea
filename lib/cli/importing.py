"""Bring files in."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from lib.cli import values
from lib.cli.archive import brought_json, brought_lines
from lib.cli.database import open_own_account
from lib.cli.files import ToRead
from lib.cli.output import DONE, FAILED, NEEDS_AN_ANSWER, as_json, show
from lib.cli.receipts import import_json, import_lines
from lib.model.clock import known_zones


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=ToRead())
@click.option("--timezone", type=str, help="Home time zone, such as Europe/Berlin; kept for the next time.")
@click.option("--weight-unit", type=click.Choice(["kg", "lb"]), help="For files that do not say.")
@click.option("--distance-unit", type=click.Choice(["km", "mi"]), help="For files that do not say.")
@click.option("--date-order", type=click.Choice(["dmy", "mdy"]), help="How to read 03/04/2025.")
@click.option("--keep-going", is_flag=True, help="Take the other rows of a file of which most cannot be read.")
@click.option("--prefer", is_flag=True, help="These files are newer than every earlier one of their apps.")
@click.option("--exported", type=values.Day(), help="The day on which the apps wrote these files, such as 2026-11-28.")
@click.option(
    "--gone",
    type=click.Choice(["keep", "bin"]),
    default="keep",
    show_default=True,
    help="What earlier exports of an app had and this one lacks; with --prefer also what is later than the file.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@as_json
def import_(
    paths: tuple[Path, ...],
    timezone: str | None,
    weight_unit: str | None,
    distance_unit: str | None,
    date_order: str | None,
    keep_going: bool,
    prefer: bool,
    exported: datetime | None,
    gone: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import the files that running and lifting apps export, all in one go."""
    from lib.importers.base import Upload
    from lib.services.archive.opened import is_archive
    from lib.services.importing.import_files import import_files, preview

    answers = replace(
        _answers(timezone, weight_unit, distance_unit, date_order),
        keep_going=keep_going,
        prefer=prefer,
        exported=exported.date() if exported else None,
        bin_gone=gone == "bin",
    )
    _back_up_first(dry_run=dry_run)
    account = open_own_account()
    uploads = [Upload(path.name, path) for path in paths]
    if any(map(is_archive, uploads)):
        _bring(account, uploads, dry_run=dry_run, as_json=as_json)
        return
    receipt = (preview if dry_run else import_files)(account, uploads, answers)
    show(import_json(receipt), as_json, import_lines)
    sys.exit(NEEDS_AN_ANSWER if receipt.needs else DONE if receipt.ok else FAILED)


def _back_up_first(*, dry_run: bool) -> None:
    """The backup of the day holds what was there before."""
    from lib.services.upkeep.daily_backup import back_up_if_due
    from lib.store.database.engine import default_url

    if not dry_run:
        back_up_if_due(default_url(), datetime.now(UTC))


def _bring(account: Any, uploads: list[Any], *, dry_run: bool, as_json: bool) -> None:
    """An archive of everything that was exported here comes by itself."""
    from lib.services.archive.bring import bring
    from lib.services.importing.receipt import ImportReceipt

    if len(uploads) > 1:
        raise click.BadParameter("an archive of Legwork is imported by itself; name it alone", param_hint="PATH")
    brought = bring(account, uploads[0], dry_run=dry_run)
    receipt = brought.merged.receipt if brought.merged else ImportReceipt([])
    show(brought_json(uploads[0].name, brought, import_json(receipt)), as_json, partial(brought_lines, dry_run=dry_run))


def _answers(timezone: str | None, weight_unit: str | None, distance_unit: str | None, date_order: str | None) -> Any:
    from lib.model.athlete import Answers
    from lib.model.vocabulary import DateOrder, DistanceUnit, WeightUnit

    if timezone is not None and timezone not in known_zones():
        raise click.BadParameter(f"{timezone!r} is no time zone; write it like Europe/Berlin", param_hint="--timezone")
    return Answers(
        time_zone=timezone,
        weight_unit=WeightUnit(weight_unit) if weight_unit else None,
        distance_unit=DistanceUnit(distance_unit) if distance_unit else None,
        date_order=DateOrder(date_order) if date_order else None,
    )

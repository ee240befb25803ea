"""Breaks: weeks that count neither for nor against a goal."""

from datetime import datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.dated import day, show_rows, take_back
from lib.cli.listing import listing
from lib.cli.output import as_json


@listing()
def breaks(as_json: bool) -> None:
    """List breaks, whose weeks count neither for nor against a goal; add or remove one."""
    _show(as_json)


@breaks.command()
@click.argument("first", type=values.Day())
@click.argument("last", type=values.Day())
@click.option("--reason", default="", help="Such as holiday.")
@as_json
def add(first: datetime, last: datetime, reason: str, as_json: bool) -> None:
    """Take a break from FIRST to LAST, both days included."""
    from lib.services.preferences.dated import keep
    from lib.store.own.dated import PlannedBreak

    keep(open_own_account(), PlannedBreak(first.date(), last.date(), reason.strip()))
    _show(as_json)


@breaks.command()
@day
@as_json
def remove(day: datetime, as_json: bool) -> None:
    """Remove the break that starts on DAY."""
    from lib.store.own.dated import PlannedBreak

    take_back(PlannedBreak, f"break from {day.date()}", lambda row: row.from_date == day.date(), _tell)
    _show(as_json)


def _show(as_json: bool) -> None:
    from lib.store.own.dated import PlannedBreak

    show_rows("breaks", PlannedBreak, as_json, _tell, "No breaks.")


def _tell(row: Any, _athlete: Any) -> dict[str, Any]:
    text = f"{row.from_date} to {row.to_date}  {row.reason}".rstrip()
    days = {"from": row.from_date.isoformat(), "to": row.to_date.isoformat()}
    return {**days, "reason": row.reason, "text": text}

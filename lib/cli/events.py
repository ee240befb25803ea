"""Events: races, illness, breaks and new blocks, marked on the figures beside the training."""

from datetime import datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.dated import day, show_rows, take_back
from lib.cli.listing import listing
from lib.cli.output import as_json
from lib.model.vocabulary import EventKind

_kind = click.argument("kind", type=click.Choice(list(map(str, EventKind))))


@listing()
def events(as_json: bool) -> None:
    """List races, illness, breaks and new blocks, which the figures mark; add or remove one."""
    _show(as_json)


@events.command()
@_kind
@day
@click.option("--to", "last", type=values.Day(), help="The last day, where it took several.")
@click.option("--title", default="", help="Such as City half marathon.")
@as_json
def add(kind: str, day: datetime, last: datetime | None, title: str, as_json: bool) -> None:
    """Mark what happened on DAY, in place of another mark of its kind on that day."""
    from lib.services.preferences.dated import keep
    from lib.store.own.dated import Event

    keep(open_own_account(), Event(EventKind(kind), day.date(), title.strip(), values.date_of(last)))
    _show(as_json)


@events.command()
@_kind
@day
@as_json
def remove(kind: str, day: datetime, as_json: bool) -> None:
    """Remove the mark of a kind that starts on DAY."""
    from lib.store.own.dated import Event

    take_back(Event, f"{kind} on {day.date()}", lambda row: row.kind == kind and row.from_date == day.date(), _tell)
    _show(as_json)


def _show(as_json: bool) -> None:
    from lib.store.own.dated import Event

    show_rows("events", Event, as_json, _tell, "No events yet: legwork events add race 2026-09-06 --title '10k'.")


def _tell(row: Any, _athlete: Any) -> dict[str, Any]:
    """to: None of a single day."""
    last = row.to_date.isoformat() if row.to_date else None
    text = f"{row.from_date}{f' to {last}' if last else ''}  {row.kind}  {row.title}".rstrip()
    return {"kind": str(row.kind), "from": row.from_date.isoformat(), "to": last, "title": row.title, "text": text}

"""What the commands on goals, breaks, events and body mass share: their rows, each of a day."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.output import show

day = click.argument("day", type=values.Day())


def show_rows(name: str, kind: type[Any], as_json: bool, tell: Callable[[Any], dict[str, Any]], nothing: str) -> None:
    """Every row of a kind, oldest first. tell: a row as plain data, with the line for people under `text`."""
    from lib.services.preferences.dated import entries

    rows = [tell(each) for each in entries(open_own_account(), kind)]
    lines = [each.pop("text") for each in rows]
    show({name: rows}, as_json, lambda _: lines or [nothing])


def take_back(kind: type[Any], what: str, is_meant: Callable[[Any], bool]) -> None:
    """Take the one row back that is meant. TrainingDataError where there is none, or several."""
    from lib.model.errors import TrainingDataError
    from lib.services.preferences import dated

    account = open_own_account()
    found = [each for each in dated.entries(account, kind) if is_meant(each)]
    if not found:
        raise TrainingDataError(f"There is no {what}.")
    if len(found) > 1:
        days = ", ".join(str(each.from_date) for each in found)
        raise TrainingDataError(f"There is more than one {what}; say which with --from: {days}.")
    dated.take_back(account, found[0])


def date_of(moment: datetime | None) -> date | None:
    """The day of an option."""
    return moment.date() if moment else None

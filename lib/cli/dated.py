"""What the commands on goals, breaks, events and body mass share: their rows, each of a day."""

from collections.abc import Callable
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.output import show

day = click.argument("day", type=values.Day())


Tell = Callable[[Any, Any], dict[str, Any]]  # a row and its Athlete → plain data, with the line for people under `text`


def show_rows(name: str, kind: type[Any], as_json: bool, tell: Tell, nothing: str) -> None:
    """Every row of a kind, oldest first, with lines in the units of the person."""
    from lib.services.preferences.dated import entries
    from lib.services.preferences.settings import athlete_of

    account = open_own_account()
    athlete = athlete_of(account)
    rows = [tell(each, athlete) for each in entries(account, kind)]
    lines = [each.pop("text") for each in rows]
    show({name: rows}, as_json, lambda _: lines or [nothing])


def take_back(kind: type[Any], what: str, is_meant: Callable[[Any], bool], tell: Tell) -> None:
    """Take the one row back that is meant. TrainingDataError where there is none, or several, which --from tells apart."""
    from lib.model.errors import TrainingDataError
    from lib.services.preferences import dated
    from lib.services.preferences.settings import athlete_of

    account = open_own_account()
    found = [each for each in dated.entries(account, kind) if is_meant(each)]
    if not found:
        raise TrainingDataError(f"There is no {what}.")
    if len(found) > 1:
        athlete = athlete_of(account)
        each_day = "; ".join(f"{each.from_date} ({tell(each, athlete)['text']})" for each in found)
        raise TrainingDataError(f"There is more than one {what}; say which with --from: {each_day}.")
    dated.take_back(account, found[0])

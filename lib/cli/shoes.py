"""Shoes: how far each pair has come, and the mark at which the person wants to be told."""

from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.listing import listing
from lib.cli.output import as_json, show

_name = click.argument("name")


@listing()
def shoes(as_json: bool) -> None:
    """List pairs of shoes with their distance; give one a mark. A run gets its pair by: legwork edit run-17 shoes=NAME."""
    _show(as_json)


@shoes.command()
@_name
@click.argument("distance")
@as_json
def mark(name: str, distance: str, as_json: bool) -> None:
    """Be told when a pair has come that far, such as 800km."""
    from lib.services.editing.fields import read_distance
    from lib.services.preferences.settings import athlete_of
    from lib.services.preferences.shoes import set_mark

    account = open_own_account()
    set_mark(account, name, read_distance(distance.strip(), athlete_of(account)))
    _show(as_json)


@shoes.command()
@_name
@as_json
def unmark(name: str, as_json: bool) -> None:
    """Forget the mark of a pair; its runs keep the name."""
    from lib.services.preferences.shoes import forget

    forget(open_own_account(), name)
    _show(as_json)


def _show(as_json: bool) -> None:
    from lib.services.preferences.settings import athlete_of
    from lib.services.preferences.shoes import list_pairs, read_marks
    from lib.services.queries.records import list_activities

    account = open_own_account()
    pairs = list_pairs(list_activities(account), read_marks(account))
    unit = athlete_of(account).distance_unit
    show({"shoes": [_json(each) for each in pairs]}, as_json, lambda result: _lines(result, unit))


def _json(pair: Any) -> dict[str, Any]:
    return {
        "name": pair.name,
        "distance_m": pair.distance_m,
        "times": pair.bouts,
        "last_day": pair.last_day.isoformat() if pair.last_day else None,
        "mark_m": pair.mark_m,
        "passed": pair.passed,
    }


def _lines(result: dict[str, Any], unit: Any) -> list[str]:
    return [_line(each, unit) for each in result["shoes"]] or [
        "No run names its shoes yet: legwork edit run-17 shoes=NAME."
    ]


def _line(pair: dict[str, Any], unit: Any) -> str:
    from lib.model.units import from_metres
    from lib.wording.format import count, counted, distance

    told = "" if pair["mark_m"] is None else f", mark {count(from_metres(pair['mark_m'], unit))} {unit}"
    passed = " (passed)" if pair["passed"] else ""
    worn = counted(pair["times"], "time", "times")
    return f"{distance(pair['distance_m'], unit):>12}  {pair['name']}, worn {worn}{told}{passed}"

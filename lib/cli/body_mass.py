"""Body mass by day, for tonnage of lifts that move the body."""

from datetime import datetime
from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.dated import day, show_rows, take_back
from lib.cli.listing import listing
from lib.cli.output import as_json


@listing("body-mass")
def body_mass(as_json: bool) -> None:
    """List what you weighed; add or remove a day. It is used for tonnage alone."""
    _show(as_json)


@body_mass.command()
@day
@click.argument("mass")
@as_json
def add(day: datetime, mass: str, as_json: bool) -> None:
    """Say what you weighed on DAY, such as 72.5kg or 160lb."""
    from lib.services.editing.fields import read_mass
    from lib.services.preferences.dated import keep
    from lib.services.preferences.settings import athlete_of
    from lib.store.own.dated import WeighIn

    account = open_own_account()
    keep(account, WeighIn(day.date(), read_mass(mass.strip(), athlete_of(account))))
    _show(as_json)


@body_mass.command()
@day
@as_json
def remove(day: datetime, as_json: bool) -> None:
    """Remove what you said of DAY."""
    from lib.store.own.dated import WeighIn

    take_back(WeighIn, f"body mass on {day.date()}", lambda row: row.on_date == day.date(), _tell)
    _show(as_json)


def _show(as_json: bool) -> None:
    from lib.store.own.dated import WeighIn

    show_rows("body_mass", WeighIn, as_json, _tell, "Nothing yet: legwork body-mass add 2026-11-28 72.5kg.")


def _tell(row: Any, athlete: Any) -> dict[str, Any]:
    from lib.wording.format import load

    text = f"{row.on_date}  {load(row.body_mass_kg, athlete.weight_unit)}"
    return {"day": row.on_date.isoformat(), "kg": row.body_mass_kg, "text": text}

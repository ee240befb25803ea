"""Weekly goals."""

from datetime import UTC, datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.dated import show_rows, take_back
from lib.cli.listing import listing
from lib.cli.output import as_json

_KINDS = {"runs": "runs", "distance": "distance_m", "sessions": "sessions", "lower-sessions": "lower_sessions"}
_WORDS = {
    "runs": "runs",
    "distance_m": "distance",
    "sessions": "strength sessions",
    "lower_sessions": "lower-body sessions",
}
_kind = click.argument("kind", type=click.Choice(list(_KINDS)))


@listing()
def goals(as_json: bool) -> None:
    """List weekly goals; set or remove one."""
    _show(as_json)


@goals.command("set")
@_kind
@click.argument("target")
@click.option("--from", "start", type=values.Day(), help="From when on, such as 2026-01-01.")
@as_json
def set_goal(kind: str, target: str, start: datetime | None, as_json: bool) -> None:
    """Aim for at least TARGET a week, such as 3 runs, or 40km of distance; 0 ends a goal.

    Without --from the first goal of a kind holds for all of the past, a later one from today on.
    """
    from lib.model.vocabulary import GoalKind
    from lib.services.preferences.dated import entries, goal_from, keep
    from lib.services.queries.training import local_today
    from lib.store.own.dated import Goal

    account, named = open_own_account(), GoalKind(_KINDS[kind])
    is_first = all(each.kind is not named for each in entries(account, Goal))
    since = goal_from(values.date_of(start), local_today(account, datetime.now(UTC)), is_first=is_first)
    keep(account, Goal(named, since, _target(account, kind, target.strip())))
    _show(as_json)


@goals.command()
@_kind
@click.option("--from", "start", type=values.Day(), help="The day from which it holds, where there are several.")
@as_json
def remove(kind: str, start: datetime | None, as_json: bool) -> None:
    """Remove a goal; an earlier one of its kind goes on."""
    from lib.store.own.dated import Goal

    since = values.date_of(start)
    from_that_day = f" from {since}" if since else ""
    take_back(
        Goal,
        f"goal of {kind}{from_that_day}",
        lambda row: row.kind == _KINDS[kind] and since in (None, row.from_date),
        _tell,
    )
    _show(as_json)


def _target(account: Any, kind: str, text: str) -> float:
    from lib.model.errors import TrainingDataError
    from lib.services.editing.fields import read_distance
    from lib.services.preferences.settings import athlete_of

    if kind == "distance":
        return read_distance(text, athlete_of(account))
    if not text.isdecimal():
        raise TrainingDataError(
            f"{text} is no number of {_WORDS[_KINDS[kind]]}. Write a whole one such as 3; 0 ends it."
        )
    return float(text)


def _show(as_json: bool) -> None:
    from lib.store.own.dated import Goal

    show_rows("goals", Goal, as_json, _tell, "No goals yet: legwork goals set runs 3.")


def _tell(row: Any, athlete: Any) -> dict[str, Any]:
    """from: None where it holds for all of the past. target: in metres of distance."""
    from lib.services.preferences.dated import ALWAYS

    since = None if row.from_date == ALWAYS else row.from_date.isoformat()
    text = f"{_aim(row, athlete)}, {f'from {since}' if since else 'for all of the past'}"
    return {"kind": str(row.kind), "target": row.target, "from": since, "text": text}


def _aim(row: Any, athlete: Any) -> str:
    """A target in words; 0 ends a goal."""
    from lib.model.units import from_metres
    from lib.wording.format import count

    word = _WORDS[row.kind]
    if not row.target:
        return f"no goal of {word}"
    unit = athlete.distance_unit
    far = row.kind == "distance_m"
    return (
        f"at least {count(from_metres(row.target, unit))} {unit} a week"
        if far
        else f"at least {count(row.target)} {word} a week"
    )

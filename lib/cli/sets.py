"""The sets of a session: listed, changed, added, taken out; and sessions split and merged."""

from collections.abc import Callable
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.output import as_json, entry_line, show, show_entry

_NUMBER = values.WholeNumber(1, 100_000, example=3)


_id = click.argument("id_", metavar="ID")


@click.command()
@_id
@as_json
def sets(id_: str, as_json: bool) -> None:
    """List the sets of a session with their numbers."""
    from lib.model.record_id import parse_id

    _show(open_own_account(), parse_id(id_), as_json)


@click.command("set")
@_id
@click.argument("number", type=_NUMBER)
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@as_json
def set_(id_: str, number: int, changes: tuple[str, ...], as_json: bool) -> None:
    """Change fields of a set, such as reps=8; an empty value says that it is not known.

    Fields: exercise, reps, load, hold, distance, side, kind, rpe, note.
    """
    from lib.services.editing.numbered_sets import change_numbered

    typed = values.pairs(changes, "reps=8")
    _act(id_, as_json, lambda account, session: change_numbered(account, session, number, typed))


@click.command("add-sets")
@_id
@click.argument("text", metavar="SETS")
@click.option("--before", type=_NUMBER, help="Before the set of this number; without it they go to the end.")
@as_json
def add_sets(id_: str, text: str, before: int | None, as_json: bool) -> None:
    """Add sets to a session as text, such as "squat 3x8 @60kg"."""
    from lib.services.editing.numbered_sets import add_typed

    _act(id_, as_json, lambda account, session: add_typed(account, session, text, before))


@click.command("remove-sets")
@_id
@click.argument("numbers", type=_NUMBER, nargs=-1, required=True, metavar="NUMBER…")
@as_json
def remove_sets(id_: str, numbers: tuple[int, ...], as_json: bool) -> None:
    """Take sets out of a session by their numbers."""
    from lib.services.editing.numbered_sets import remove_numbered

    _act(id_, as_json, lambda account, session: remove_numbered(account, session, numbers))


@click.command()
@_id
@click.option("--after", type=_NUMBER, required=True, help="The last set that stays; the others become a session.")
@as_json
def split(id_: str, after: int, as_json: bool) -> None:
    """Make a session of its own of all sets after one."""
    from lib.model.record_id import parse_id
    from lib.services.editing.sets import split_session

    account, session = open_own_account(), parse_id(id_)
    part = split_session(account, session, after)
    result = {"entry": part.entry, "ids": [str(session), str(part.id)], "ok": True}
    show(result, as_json, lambda _: [f"The sets after set {after} are {part.id} now.", entry_line(part.entry)])


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@as_json
def merge(ids: tuple[str, ...], as_json: bool) -> None:
    """Put the sets of sessions into the first one; the others do not count any more."""
    from lib.model.record_id import parse_id
    from lib.services.editing.sets import merge_sessions

    sessions = [parse_id(each) for each in ids]
    show_entry(merge_sessions(open_own_account(), sessions), [str(each) for each in sessions], as_json)


def _act(id_: str, as_json: bool, work: Callable[[Any, Any], int | None]) -> None:
    from lib.model.record_id import parse_id

    account, session = open_own_account(), parse_id(id_)
    _show(account, session, as_json, {"entry": work(account, session), "ok": True})


def _show(account: Any, session: Any, as_json: bool, done: dict[str, Any] | None = None) -> None:
    """The sets as they are now, behind what was done to them."""
    from lib.services.editing.numbered_sets import sets_json
    from lib.services.editing.sets import sets_of

    show({"id": str(session), **(done or {}), **sets_json(sets_of(account, session))}, as_json, _lines)


def _lines(result: dict[str, Any]) -> list[str]:
    lines = [f"{each['number']:>4}  {each['text']}{'  (edited)' if each['edited'] else ''}" for each in result["sets"]]
    gone = [f"Your word on {each} is kept; the source does not have that set any more." for each in result["gone"]]
    done = [entry_line(result["entry"])] if "entry" in result else []
    return [*(lines or ["No sets."]), *gone, *done]

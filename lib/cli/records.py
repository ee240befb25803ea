"""Every record, what was said of it, and saying more."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account
from lib.cli.output import as_json, show, show_entry

_from = click.option("--from", "start", type=values.Day(), help="First day, such as 2026-01-01.")
_to = click.option("--to", "end", type=values.Day(), help="Last day.")
_ids = click.argument("ids", nargs=-1, required=True, metavar="ID…")
_id = click.argument("id_", metavar="ID")
_FIRST = 3  # records of an entry that are named in a line


@click.command()
@_from
@_to
@as_json
def runs(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """List every activity, newest first, and why one does not count."""
    from lib.services.queries.records import list_activities, records_json

    first, last = values.days(start, end)
    listed = records_json(list_activities(open_own_account()), first, last)
    show({"runs": listed}, as_json, lambda result: _record_lines(result["runs"]))


@click.command()
@_from
@_to
@as_json
def sessions(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """List every strength session, newest first, and why one does not count."""
    from lib.services.queries.records import list_sessions, records_json

    first, last = values.days(start, end)
    listed = records_json(list_sessions(open_own_account()), first, last)
    show({"sessions": listed}, as_json, lambda result: _record_lines(result["sessions"]))


@click.command()
@as_json
def overlaps(as_json: bool) -> None:
    """List records that may be one bout and are not certain enough to be counted once."""
    from lib.model.vocabulary import RecordKind
    from lib.services.queries.overlaps import unsure_pairs
    from lib.services.queries.records import list_activities, list_sessions

    account = open_own_account()
    listed = {RecordKind.ACTIVITY: list_activities(account), RecordKind.SESSION: list_sessions(account)}
    pairs = [list(pair) for kind, frame in listed.items() for pair in unsure_pairs(account, kind, frame)]
    show({"overlaps": pairs}, as_json, _overlap_lines)


@click.command()
@_id
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@as_json
def edit(id_: str, changes: tuple[str, ...], as_json: bool) -> None:
    """Change fields of a record, such as distance=12km; an empty value says that there is none.

    Fields: sport, start, distance, moving, elapsed, ascent, effort, rpe, shoes, title, notes.
    """
    from lib.model.record_id import parse_id
    from lib.services.editing.edit import edit as edit_record

    record = parse_id(id_)
    entry = edit_record(open_own_account(), record, values.pairs(changes, "distance=12km"))
    show_entry(entry, [str(record)], as_json)


@click.command("leave-out")
@_ids
@as_json
def leave_out(ids: tuple[str, ...], as_json: bool) -> None:
    """Let bouts not count."""
    from lib.services.editing import decide

    _decide(decide.leave_out, ids, as_json)


@click.command("count")
@_ids
@as_json
def count(ids: tuple[str, ...], as_json: bool) -> None:
    """Let bouts that were left out count again."""
    from lib.services.editing import decide

    _decide(decide.count_again, ids, as_json)


@click.command("bin")
@_ids
@as_json
def bin_(ids: tuple[str, ...], as_json: bool) -> None:
    """Put bouts into the bin: after 30 days their content goes."""
    from lib.services.editing import decide

    _decide(decide.put_into_bin, ids, as_json)


def restore_records(ids: tuple[str, ...], as_json: bool) -> None:
    """Take records out of the bin."""
    from lib.services.editing import decide

    _decide(decide.restore, ids, as_json)


@click.command()
@_ids
@as_json
def join(ids: tuple[str, ...], as_json: bool) -> None:
    """Say that records are one bout: the first one counts."""
    from lib.services.editing import decide

    _decide(decide.join, ids, as_json)


@click.command()
@_ids
@as_json
def part(ids: tuple[str, ...], as_json: bool) -> None:
    """Say that records are bouts of their own."""
    from lib.services.editing import decide

    _decide(decide.part, ids, as_json)


@click.command()
@click.argument("id_", metavar="[ID]", required=False)
@as_json
def history(id_: str | None, as_json: bool) -> None:
    """List what you said of records, newest first; of one record only, where it is named."""
    from lib.model.record_id import parse_id
    from lib.services.editing.record_history import history_json

    entries = history_json(open_own_account(), parse_id(id_) if id_ else None)
    show({"entries": entries}, as_json, _history_lines)


@click.command("take-back")
@click.argument("entry", type=values.WholeNumber(1, 2**31 - 1, example=7))
@as_json
def take_back(entry: int, as_json: bool) -> None:
    """Take an entry of the history back, whichever it is."""
    from lib.services.bouts.acts import take_back as take_entry_back

    taken = take_entry_back(open_own_account(), entry)
    show(
        {"entry": taken, "takes_back": entry, "ok": True}, as_json, lambda _: [f"Entry {entry} does not hold any more."]
    )


def _decide(decision: Callable[..., int | None], ids: Sequence[str], as_json: bool) -> None:
    from lib.model.record_id import parse_id

    records = [parse_id(each) for each in ids]
    show_entry(decision(open_own_account(), records), [str(each) for each in records], as_json)


def _record_lines(records: Sequence[dict[str, Any]]) -> list[str]:
    return [
        f"{each['id']:>12}  {each['start'][:16].replace('T', ' ')}  {_amount(each):>10}  {each['title']}{_note(each)}"
        for each in records
    ] or ["None in this range."]


def _overlap_lines(result: dict[str, Any]) -> list[str]:
    return [
        f"{one} and {other}: legwork join {one} {other} makes them one, legwork part {one} {other} two"
        for one, other in result["overlaps"]
    ] or ["Nothing that is unsure."]


def _amount(record: dict[str, Any]) -> str:
    if record["sets"] is not None:
        return f"{record['sets']} sets"
    return "–" if record["distance_m"] is None else f"{record['distance_m'] / 1000:.2f} km"


def _note(record: dict[str, Any]) -> str:
    said = [record["why_not"] or "", "edited" if record["edited"] else ""]
    return f"  ({', '.join(filter(None, said))})" if any(said) else ""


def _history_lines(result: dict[str, Any]) -> list[str]:
    return [line for each in result["entries"] for line in _entry_lines(each)] or ["You have not changed anything yet."]


def _entry_lines(entry: dict[str, Any]) -> list[str]:
    """An entry, and below it what it changed; of many records the first three."""
    others = len(entry["of"]) - _FIRST
    records = ", ".join(entry["of"][:_FIRST]) + (f" and {others} more" if others > 0 else "")
    about = f" entry {entry['takes_back']}" if entry["takes_back"] else ""
    note = "" if entry["holds"] else "  (taken back)"
    head = f"{entry['id']:>6}  {entry['at'][:16].replace('T', ' ')}  {entry['what']}{about} {records}{note}"
    changes = [
        f"          {each}: {_field(each, name)} {_value(entry['before'].get(each, {}).get(name))} → {_value(value)}"
        for each in entry["of"][:_FIRST]
        for name, value in entry["after"].get(each, {}).items()
        if not isinstance(value, dict)
    ]
    return [head, *changes]


def _field(record: str, name: str) -> str:
    from lib.model.record_id import parse_id
    from lib.services.editing.record_history import field_title

    return field_title(parse_id(record).kind, name)


def _value(value: Any) -> str:
    return "–" if value is None else str(value)

"""What all commands share: exit codes, --json, and how a result is printed."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

import click

DONE, FAILED, USAGE, NEEDS_AN_ANSWER = 0, 1, 2, 3
HOLDS_A_FILE: Final = "lib.cli.output"  # in the context of a command that writes a file to /dev/stdout


def _of_its_group(context: click.Context, _: click.Parameter, value: bool) -> bool:
    """What is said before the name of a command, as in `goals --json set`, is said of it."""
    return value or bool(context.parent and context.parent.params.get("as_json"))


as_json = click.option("--json", "as_json", is_flag=True, callback=_of_its_group, help="Print one JSON object.")


def show(result: dict[str, Any], as_json: bool, lines: Callable[[dict[str, Any]], list[str]]) -> None:
    """Print a result for a program or, as lines, for people; to standard error where the standard output holds a file."""
    context = click.get_current_context(silent=True)
    text = json.dumps(result, ensure_ascii=False, allow_nan=False) if as_json else "\n".join(lines(result))
    try:
        click.echo(text, err=bool(context and context.meta.get(HOLDS_A_FILE)))
    except OSError as error:
        error.filename = "the standard output"  # a full disk behind it is told by that name
        raise


def entry_line(entry: int | None) -> str:
    """What became of an act of the person: the entry of the history that keeps it."""
    return f"Kept as entry {entry}; legwork take-back {entry} takes it back." if entry else "Nothing changes by it."


def show_entry(entry: int | None, ids: Sequence[str], as_json: bool) -> None:
    """The result of an act on records."""
    show({"entry": entry, "ids": list(ids), "ok": True}, as_json, lambda _: [entry_line(entry)])

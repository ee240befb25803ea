"""What was imported, and taking it back."""

import sys
from datetime import UTC, datetime
from typing import Any, Final

import click

from lib.cli.database import open_own_account
from lib.cli.output import DONE, FAILED, as_json, show
from lib.cli.receipts import import_json, import_lines
from lib.cli.values import WholeNumber

_BATCH: Final = WholeNumber(1, 2**31 - 1, example=1)  # the numbers that `legwork batches` lists


@click.command()
@as_json
def batches(as_json: bool) -> None:
    """List what was imported, oldest first."""
    from lib.services.importing.history import history

    account = open_own_account()
    show({"batches": [_batch_json(entry) for entry in history(account)]}, as_json, _batch_lines)


@click.command()
@click.argument("batch", type=_BATCH)
@as_json
def undo(batch: int, as_json: bool) -> None:
    """Take an import back: what was there before it is there again."""
    from lib.services.importing.history import undo as undo_batch

    account = open_own_account()
    undone = undo_batch(account, batch, datetime.now(UTC))
    result = {"batch": batch, "removed": undone.removed, "restored": undone.restored, "ok": True}
    show({**result, "waiting": undone.waiting, "in_bin": undone.in_bin}, as_json, _undo_lines)


@click.command()
@click.argument("batch", type=_BATCH, required=False)
@as_json
def reread(batch: int | None, as_json: bool) -> None:
    """Read the kept files of an import, or of all, anew: what the importers have learnt since mends what is there."""
    from lib.services.importing.reread import reread as read_anew

    account = open_own_account()
    done = read_anew(account, batch, datetime.now(UTC))
    result = {**import_json(done.receipt), "gone": done.gone, "left": done.left}
    show(result, as_json, _reread_lines)
    sys.exit(DONE if done.receipt.ok else FAILED)


def _undo_lines(result: dict[str, Any]) -> list[str]:
    lines = [f"Import {result['batch']} undone: {result['removed']} removed, {result['restored']} restored."]
    if result["waiting"]:
        lines.append(f"What you said of {result['waiting']} of them is kept and holds when they come again.")
    if result["in_bin"]:
        lines.append(
            f"{result['in_bin']} records are in the bin and stay there; legwork history tells which entry put them there."
        )
    return lines


def _reread_lines(result: dict[str, Any]) -> list[str]:
    gone = result["gone"]
    missing = [f"{gone} records are not found any more; undoing the import brings them back."] if gone else []
    changing = not result["batch"] and any(file["updated"] for file in result["files"])
    same = ["All is as it was: what one of the files would change, a later one says again."] if changing else []
    return import_lines(result) + same + missing


def _batch_json(batch: Any) -> dict[str, Any]:
    return {
        "batch": batch.id,
        "created_at": batch.created_at.isoformat() + "Z",
        "undone_at": batch.undone_at.isoformat() + "Z" if batch.undone_at else None,
        "replaced_by": batch.replaced_by,
        "files": [
            {
                "file": file.name,
                "source": file.source,
                "sha256": file.sha256,
                "records": file.records,
                "added": {
                    "activities": file.added_activities,
                    "sessions": file.added_sessions,
                    "sets": file.added_sets,
                },
                "updated": file.updated,
                "unchanged": file.unchanged,
                "twins": file.duplicates,
                "ignored": file.ignored,
                "rejected": file.rejected,
            }
            for file in batch.files
        ],
    }


def _state(entry: dict[str, Any]) -> str:
    if entry["replaced_by"]:
        return f"  (read anew by import {entry['replaced_by']})"
    return "  (undone)" if entry["undone_at"] else ""


def _batch_lines(result: dict[str, Any]) -> list[str]:
    return [
        f"{entry['batch']:>5}  {entry['created_at'][:16]} UTC  {', '.join(file['file'] for file in entry['files'])}{_state(entry)}"
        for entry in result["batches"]
    ] or ["Nothing was imported yet."]

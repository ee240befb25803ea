"""What counts as what, and the person's own mapping as a file."""

from pathlib import Path
from typing import Any

import click

from lib.cli.database import open_own_account, own_training
from lib.cli.files import ToRead, ToWrite
from lib.cli.output import as_json, show

_COLUMNS = ("sets", "name", "exercise", "found", "credits")
_WIDEST = 44


@click.command()
@click.option(
    "--export",
    "target",
    type=ToWrite(),
    help="Save your own mapping to this file instead.",
)
@click.option(
    "--import",
    "origin",
    type=ToRead(),
    help="Take a saved mapping in; what it is silent about stays.",
)
@as_json
def exercises(target: Path | None, origin: Path | None, as_json: bool) -> None:
    """List every exercise name with its muscles, or save and load your own mapping."""
    if target and origin:
        raise click.UsageError("choose --export or --import")
    if target:
        show(_export(target), as_json, lambda result: [f"Saved as {result['file']}."])
    elif origin:
        show(_import(origin), as_json, _change_lines)
    else:
        from lib.services.queries.exercise_list import exercises_json

        show(exercises_json(own_training()), as_json, _name_lines)


def _export(target: Path) -> dict[str, Any]:
    from lib.services.preferences.exercise_mapping import export_mapping
    from lib.services.upkeep.safe_file import written_aside

    mapping = export_mapping(open_own_account())
    with written_aside(target) as stream:
        stream.write(mapping.encode())
    return {"file": str(target), "ok": True}


def _import(origin: Path) -> dict[str, Any]:
    from lib.importers.base import Upload
    from lib.services.preferences.exercise_mapping import import_mapping

    changes = import_mapping(open_own_account(), Upload(origin.name, origin))
    changed = [{"part": change.part, "about": change.about, "new": change.before is None} for change in changes]
    return {"file": str(origin), "changes": changed, "ok": True}


def _change_lines(result: dict[str, Any]) -> list[str]:
    changed = [f"  {each['part']}: {each['about']}{' (new)' if each['new'] else ''}" for each in result["changes"]]
    return [f"{len(changed)} changes.", *changed] if changed else ["Nothing changed: all of it was known."]


def _name_lines(result: dict[str, Any]) -> list[str]:
    if not result["exercises"]:
        return ["No exercises yet: import the file of a lifting app first."]
    cells = [_COLUMNS, *(_cells(entry) for entry in result["exercises"])]
    widths = [min(_WIDEST, max(len(row[at]) for row in cells)) for at in range(len(_COLUMNS) - 1)]
    return ["  ".join([*map(_fitted, row, widths), row[-1]]).rstrip() for row in cells]


def _cells(entry: dict[str, Any]) -> tuple[str, ...]:
    by_credit = sorted(entry["credits"].items(), key=lambda pair: -pair[1])
    given = ", ".join(f"{muscle} {credit:g}" for muscle, credit in by_credit)
    return f"{entry['sets']:>4}", entry["name"], entry["title"] or "–", entry["how"].replace("_", " "), given


def _fitted(text: str, width: int) -> str:
    return (text if len(text) <= width else text[: width - 1] + "…").ljust(width)

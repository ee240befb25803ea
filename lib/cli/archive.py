"""Everything in one file and back, and from one database into another."""

from pathlib import Path
from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.failing import named_in_errors
from lib.cli.output import as_json, show


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE.zip")
@as_json
def export(path: Path, as_json: bool) -> None:
    """Write everything that is kept of you into one zip, which `legwork import` brings back."""
    from lib.services.archive.export import export as write

    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file in it", param_hint="FILE.zip")
    with named_in_errors(path):
        written = write(open_own_account(), path)
    rows = {
        name.removeprefix("tables/").removesuffix(".csv"): each.rows
        for name, each in written.members.items()
        if each.rows
    }
    files = sum(name.startswith("originals/") for name in written.members)
    result = {"file": str(path), "content": written.content, "schema": written.schema, "rows": rows, "originals": files}
    show({**result, "ok": True}, as_json, _export_lines)


@click.command()
@click.option("--to", "url", required=True, metavar="URL", help="sqlite:///file or postgresql://host:5432/name.")
@as_json
def copy(url: str, as_json: bool) -> None:
    """Copy everything into another database, where nothing is yet, and compare."""
    from lib.services.archive.copy import copy_to

    content = copy_to(open_own_account(), url)
    show({"content": content, "ok": True}, as_json, lambda _: ["Copied; both databases hold the same."])


def brought_json(name: str, brought: Any, receipt: dict[str, Any]) -> dict[str, Any]:
    """What became of an archive, beside what became of its files. receipt: import_json of these."""
    merged = brought.merged
    told = {
        "file": name,
        "content": brought.content,
        "restored": merged is None,
        "own": merged.own if merged else None,
        "acts": merged.acts if merged else None,
        "known_files": merged.known if merged else None,
    }
    return {"archive": told, **receipt, "ok": True}


def brought_lines(result: dict[str, Any]) -> list[str]:
    """The same for people."""
    told = result["archive"]
    if told["restored"]:
        return [f"{told['file']}: everything is as it was when it was exported.", f"Content {told['content']}"]
    return [
        (
            f"{told['file']}: {len(result['files'])} files imported, {told['known_files']} known before; "
            f"{told['own']} settings and {told['acts']} edits added. What was set here stays."
        ),
        f"Content {told['content']}",
    ]


def _export_lines(result: dict[str, Any]) -> list[str]:
    rows = result["rows"]
    return [
        (
            f"{result['file']}: {rows.get('activity', 0)} activities, {rows.get('session', 0)} sessions, "
            f"{rows.get('strength_set', 0)} sets, {rows.get('history_entry', 0)} edits, {result['originals']} files"
        ),
        f"Content {result['content']}",
    ]

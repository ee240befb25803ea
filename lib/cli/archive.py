"""Everything in one file and back, and from one database into another."""

from pathlib import Path
from typing import Any, Final

import click

from lib.cli.database import damage_told, open_own_account
from lib.cli.files import ToWrite
from lib.cli.output import as_json, show
from lib.wording.brought_words import lacking_words, overruled_words

_FEW: Final = 20  # sentences about what may be altered
_FEW_TABLES: Final = 8


@click.command()
@click.argument("path", type=ToWrite(), metavar="FILE.zip")
@as_json
def export(path: Path, as_json: bool) -> None:
    """Write everything that is kept of you into one zip, which `legwork import` brings back."""
    from lib.services.archive.export import export as write

    written = write(open_own_account(), path)
    result = {**_written_json(path, written), "problems": damage_told(), "ok": True}
    show(result, as_json, _export_lines)


@click.command()
@click.option("--to", "url", required=True, metavar="URL", help="sqlite:///file or postgresql://host:5432/name.")
@as_json
def copy(url: str, as_json: bool) -> None:
    """Copy everything into another database, where nothing is yet, and compare."""
    from lib.services.archive.copy import copy_to

    content = copy_to(open_own_account(), url)
    result = {"content": content, "problems": damage_told(), "ok": True}
    show(result, as_json, lambda _: ["Copied; both databases hold the same."])


@click.command()
@click.argument("path", type=ToWrite(), metavar="FILE.zip")
@as_json
def rescue(path: Path, as_json: bool) -> None:
    """Write what is whole in a damaged database into one zip, which `legwork import` brings into a new one."""
    from lib.services.archive.rescue import rescue as save
    from lib.store.database.engine import default_url

    saved = save(default_url(), path)
    told = {"left_out": saved.left_out, "at_least": saved.at_least, "altered": saved.altered}
    result = {**_written_json(path, saved.manifest), **told, "ok": True}
    show(result, as_json, _rescue_lines)


def brought_json(name: str, brought: Any, receipt: dict[str, Any]) -> dict[str, Any]:
    """What became of an archive, beside what became of its files. receipt: import_json of these."""
    merged = brought.merged
    told = {
        "file": name,
        "content": brought.content,
        "restored": merged is None,
        "own": merged.own if merged else None,
        "acts": merged.acts if merged else None,
        "acts_overruled": merged.overruled if merged else None,
        "known_files": merged.known if merged else None,
        "files_without_bytes": brought.without_bytes,
    }
    return {"archive": told, **receipt, "ok": True}


def brought_lines(result: dict[str, Any], *, dry_run: bool = False) -> list[str]:
    """The same for people. dry_run: of what would become of it."""
    told, would = result["archive"], "would be " if dry_run else ""
    if told["restored"]:
        is_so = "would be" if dry_run else "is"
        first = f"everything {is_so} as it was when it was exported."
    else:
        first = (
            f"{len(result['files'])} files {would}imported, {told['known_files']} known before; "
            f"{told['own']} settings and {told['acts']} edits {would}added. What was set here stays."
        )
    lacking, overruled = lacking_words(told["files_without_bytes"]), overruled_words(told["acts_overruled"] or 0)
    return list(filter(None, [f"{told['file']}: {first}", overruled, lacking, f"Content {told['content']}"]))


def _written_json(path: Path, written: Any) -> dict[str, Any]:
    rows = {
        name.removeprefix("tables/").removesuffix(".csv"): each.rows
        for name, each in written.members.items()
        if each.rows
    }
    files = sum(name.startswith("originals/") for name in written.members)
    return {"file": str(path), "content": written.content, "schema": written.schema, "rows": rows, "originals": files}


def _rescue_lines(result: dict[str, Any]) -> list[str]:
    return [
        *_export_lines(result),
        *_left_out_lines(result),
        *_altered_lines(result["altered"]),
    ]


def _left_out_lines(result: dict[str, Any]) -> list[str]:
    """By table; of those of which the file does not tell how many rows there were, no number that looks like all of them."""
    left_out, at_least = result["left_out"], result["at_least"]
    lost = ", ".join(_lost_words(table, number, table in at_least) for table, number in left_out.items())
    unsure = [table for table in at_least if table not in left_out]
    named = ", ".join(unsure) if len(unsure) <= _FEW_TABLES else f"{len(unsure)} tables, which --json names,"
    lines = [f"Left out: {lost}."] if lost else []
    lines += (
        [f"Rows of {named} may be missing, an unknown number: what was stored of them does not fit."] if unsure else []
    )
    return lines if lines or result["altered"] else ["Nothing was left out."]


def _lost_words(table: str, number: int, or_more: bool) -> str:
    if or_more:
        return f"an unknown number of {table}{f' (at least {number})' * (number > 1)}"
    return f"{number} of {table}"


def _altered_lines(altered: list[str]) -> list[str]:
    """What may not be as it was stored; of many the first ones."""
    if not altered:
        return []
    more = len(altered) - _FEW
    rest = [f"And {more} more, which --json lists."] if more > 0 else []
    return ["What may be altered, or is not there in whole:", *altered[:_FEW], *rest]


def _export_lines(result: dict[str, Any]) -> list[str]:
    rows = result["rows"]
    return [
        (
            f"{result['file']}: {rows.get('activity', 0)} activities, {rows.get('session', 0)} sessions, "
            f"{rows.get('strength_set', 0)} sets, {rows.get('history_entry', 0)} edits, {result['originals']} files"
        ),
        f"Content {result['content']}",
    ]

"""What an import did, as one object and as lines to read."""

import shlex
from collections.abc import Sequence
from typing import Any

from lib.model.vocabulary import Question
from lib.services.importing.problem_kinds import count_kinds


def import_json(receipt: Any) -> dict[str, Any]:
    """An ImportReceipt as plain data."""
    files = [_file_json(file) for file in receipt.files]
    return {"files": files, "batch": receipt.batch, "entry": receipt.entry, "ok": receipt.ok}


def _file_json(file: Any) -> dict[str, Any]:
    return {
        "file": file.name,
        "source": file.source if not file.refused else None,
        "sha256": file.sha256,
        "records": file.records,
        "added": {"activities": file.added.activities, "sessions": file.added.sessions, "sets": file.added.sets},
        "updated": file.updated,
        "unchanged": file.unchanged,
        "twins": file.duplicates,
        "duplicate_rows": file.duplicate_rows,
        "overlaps": file.overlaps,
        "conflicts": file.conflicts,
        "gone": len(file.gone),
        "gone_records": [
            {"id": str(each.id), "start": each.local.isoformat(), "title": each.title, "later": each.later}
            for each in file.gone
        ],
        "binned": file.binned,
        "exported": file.exported.isoformat() if file.exported else None,
        "unknown_sports": file.unknown_sports,
        "ignored": file.ignored,
        "rejected": file.rejected,
        "needs": [
            {"question": str(need.question), "choices": list(need.choices), "why": need.why} for need in file.needs
        ],
        "problems": [_problem_json(file, problem) for problem in file.problems],
    }


def _problem_json(file: Any, problem: Any) -> dict[str, Any]:
    """The place is a line; of a member of an archive that is refused as a whole, its path and the line within it."""
    if file.refused and file.member:
        within = f"line {problem.line}" if problem.line else problem.column
        return {"line": file.member, "column": within, "value": problem.value, "why": problem.why}
    return {"line": problem.line, "column": problem.column, "value": problem.value, "why": problem.why}


def import_lines(result: dict[str, Any]) -> list[str]:
    """The same to be read by people: per file what became of its rows, what it needs, what is wrong with it."""
    lines: list[str] = []
    added_word, changed_word = ("added", "changed") if result["batch"] else ("to add", "to change")
    for file in result["files"]:
        lines.append(f"{file['file']}: {file['source'] or 'not imported'}")
        added = file["added"]
        lines.append(
            f"  {added['activities']} activities, {added['sessions']} sessions, {added['sets']} sets {added_word}; "
            f"{file['updated']} rows {changed_word}, {_unchanged(file)}, "
            f"{file['ignored']} ignored, {file['rejected']} rejected"
        )
        if file["rejected"] and file["rejected"] == file["records"] and not file["needs"]:
            lines.append("  nothing of it is stored: none of its rows can be read")
        lines += _duplicate_lines(file)
        lines += _sport_lines(file)
        lines += _newer_lines(file)
        lines += [_need_line(need) for need in file["needs"]]
        lines += _problem_lines(file["problems"])
    if result.get("entry"):
        lines.append(
            f"What went to the bin is entry {result['entry']} of the history: legwork take-back {result['entry']}"
        )
    lines.append(f"Import {result['batch']}." if result["batch"] else "Nothing was written.")
    return lines


def _need_line(need: dict[str, Any]) -> str:
    """What is asked, and the option that answers it."""
    if need["question"] == Question.MOST_ROWS_FAILED:
        return f"  {need['why']} To go on{'' if need['choices'] else ' without it'}: --keep-going"
    return f"  needs {need['question'].replace('_', ' ')}: --{need['question'].replace('_', '-')}"


def _problem_lines(problems: Sequence[dict[str, Any]]) -> list[str]:
    """One line a kind of problem, with the first of them and how many more there are."""
    kinds = count_kinds((problem["column"], problem["why"]) for problem in problems)
    return [f"  {_place(problems[first])}{problems[first]['why']}{_and_more(count - 1)}" for first, count in kinds]


def _and_more(count: int) -> str:
    return f" ({count:,} more like this)" if count else ""


def _duplicate_lines(file: dict[str, Any]) -> list[str]:
    """How many bouts of a file another source has, too, and how many it may have."""
    duplicates, overlaps, lines = file["twins"], file["overlaps"], []
    if duplicates:
        bouts = "1 bout of this file is" if duplicates == 1 else f"{duplicates:,} bouts of this file are"
        lines.append(f"  {bouts} in another source, too, and each counts once")
    if overlaps:
        bouts = "1 bout of this file overlaps" if overlaps == 1 else f"{overlaps:,} bouts of this file overlap"
        lines.append(f"  {bouts} one of another source and may be the same; each counts as it is")
    return lines


def _unchanged(file: dict[str, Any]) -> str:
    """Rows that change nothing: those that were there, and those of bouts that another source has."""
    again = f", {file['duplicate_rows']} of bouts that another source has" if file["duplicate_rows"] else ""
    return f"{file['unchanged'] - file['duplicate_rows']} unchanged{again}"


def _sport_lines(file: dict[str, Any]) -> list[str]:
    """Words for a sport that nobody knows, and how to say what one means."""
    return [
        f"  {word!r} is no known sport ({'1 activity' if count == 1 else f'{count:,} activities'}): "
        f"legwork sports tell {file['source']} {shlex.quote(word)} SPORT"
        for word, count in file["unknown_sports"].items()
    ]


def _newer_lines(file: dict[str, Any]) -> list[str]:
    """What only the person can tell: which of two exports is the newer one, and whether what is gone was deleted."""
    lines = []
    if file["conflicts"]:
        lines.append(
            f"  {_records(file['conflicts'])} differ from a more recent export; if this file is the newer one: --prefer"
        )
    if file["binned"]:
        lines.append(f"  {_records(file['binned'])} of earlier exports, not in this one, went to the bin")
    left = file["gone"] - file["binned"]
    if left:
        later = " --prefer" if all(each["later"] for each in file["gone_records"]) or file["binned"] else ""
        shown = "; ".join(
            f"{each['start'][:16].replace('T', ' ')} {each['title']}" for each in file["gone_records"][:5]
        )
        lines.append(
            f"  {_records(left)} of earlier exports kept that this one lacks ({shown}). To bin: --gone bin{later}"
        )
    return lines


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count:,} records"


def _place(problem: dict[str, Any]) -> str:
    place = [f"line {problem['line']}" if problem["line"] else "", problem["column"] or "", problem["value"] or ""]
    return ", ".join(part for part in place if part) + (": " if any(place) else "")

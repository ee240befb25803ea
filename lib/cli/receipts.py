"""What an import did, as one object and as lines to read."""

from typing import Any


def import_json(report: Any) -> dict[str, Any]:
    """An ImportReport as plain data."""
    return {"files": [_file_json(file) for file in report.files], "batch": report.batch, "ok": report.ok}


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
        "overlaps": file.overlaps,
        "ignored": file.ignored,
        "rejected": file.rejected,
        "needs": [{"question": str(need.question), "choices": list(need.choices)} for need in file.needs],
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
    for file in result["files"]:
        lines.append(f"{file['file']}: {file['source'] or 'not imported'}")
        added = file["added"]
        lines.append(
            f"  {added['activities']} activities, {added['sessions']} sessions, {added['sets']} sets added; "
            f"{file['updated']} rows changed, {file['unchanged']} unchanged, "
            f"{file['ignored']} ignored, {file['rejected']} rejected"
        )
        lines += _duplicate_lines(file)
        lines += [
            f"  needs {need['question'].replace('_', ' ')}: --{need['question'].replace('_', '-')}"
            for need in file["needs"]
        ]
        lines += [f"  {_place(problem)}{problem['why']}" for problem in file["problems"]]
    lines.append(f"Import {result['batch']}." if result["batch"] else "Nothing was written.")
    return lines


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


def _place(problem: dict[str, Any]) -> str:
    place = [f"line {problem['line']}" if problem["line"] else "", problem["column"] or "", problem["value"] or ""]
    return ", ".join(part for part in place if part) + (": " if any(place) else "")

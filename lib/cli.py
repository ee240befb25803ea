"""The command line: the same program without a browser.

Exit 0 done, 1 failed, 2 usage, 3 needs an answer. With --json one object goes to standard output and everything else
to standard error.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import click

from lib.model.errors import TrainingDataError

DONE, FAILED, USAGE, NEEDS_AN_ANSWER = 0, 1, 2, 3
ROOT = Path(__file__).parents[1]

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
day = click.DateTime(["%Y-%m-%d"])


class Group(click.Group):
    """Turns what a person can act on into one sentence and an exit code; a bug still shows its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TrainingDataError as error:
            click.echo(f"legwork: {error}", err=True)
            ctx.exit(FAILED)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="legwork", prog_name="legwork")
def main() -> None:
    """Legwork: strength per muscle beside weekly mileage, for runners who lift."""


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8501, show_default=True, help="Where to serve.")
@click.option("--demo", is_flag=True, help="Open the sample athlete instead of your own data.")
def run(port: int, demo: bool) -> None:
    """Open the dashboard in the browser."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}"]
    if demo:
        command += ["--", "--demo"]
    sys.exit(subprocess.run(command, cwd=ROOT, check=False).returncode)  # noqa: S603


@main.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--timezone", type=str, help="Home time zone, such as Europe/Berlin; kept for the next time.")
@click.option("--weight-unit", type=click.Choice(["kg", "lb"]), help="For files that do not say.")
@click.option("--distance-unit", type=click.Choice(["km", "mi"]), help="For files that do not say.")
@click.option("--date-order", type=click.Choice(["dmy", "mdy"]), help="How to read 03/04/2025.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@as_json
def import_(
    paths: tuple[Path, ...],
    timezone: str | None,
    weight_unit: str | None,
    distance_unit: str | None,
    date_order: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import the files that running and lifting apps export, all in one go."""
    from lib.importers.base import Upload
    from lib.model.athlete import Answers
    from lib.model.vocabulary import DateOrder, DistanceUnit, WeightUnit
    from lib.services.import_files import import_files, preview

    if timezone is not None and timezone not in available_timezones():
        raise click.BadParameter(f"{timezone!r} is no time zone; write it like Europe/Berlin", param_hint="--timezone")
    answers = Answers(
        time_zone=timezone,
        weight_unit=WeightUnit(weight_unit) if weight_unit else None,
        distance_unit=DistanceUnit(distance_unit) if distance_unit else None,
        date_order=DateOrder(date_order) if date_order else None,
    )
    engine, athlete_id = _open()
    gc.disable()  # a process of seconds that makes millions of tuples and no cycles
    uploads = [Upload(path.name, _readable(path)) for path in paths]
    report = (preview if dry_run else import_files)(engine, athlete_id, uploads, answers)
    _print(_import_json(report), as_json, _import_lines)
    sys.exit(NEEDS_AN_ANSWER if report.needs else DONE if report.ok else FAILED)


@main.command()
@as_json
def batches(as_json: bool) -> None:
    """List what was imported, oldest first."""
    from lib.services.history import history

    engine, athlete_id = _open()
    _print({"batches": [_batch_json(entry) for entry in history(engine, athlete_id)]}, as_json, _batch_lines)


@main.command()
@click.argument("batch", type=int)
@as_json
def undo(batch: int, as_json: bool) -> None:
    """Take an import back: what was there before it is there again."""
    from lib.services.history import undo as undo_batch

    engine, athlete_id = _open()
    undone = undo_batch(engine, athlete_id, batch, datetime.now(UTC))
    result = {"batch": batch, "removed": undone.removed, "restored": undone.restored, "ok": True}
    _print(result, as_json, lambda r: [f"Import {batch} undone: {r['removed']} removed, {r['restored']} restored."])


@main.command()
@click.option("--from", "start", type=day, help="First day, such as 2026-01-01.")
@click.option("--to", "end", type=day, help="Last day.")
@as_json
def weeks(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """Mileage and sets per muscle, week by week."""
    from lib.services.figures import weeks_json

    _print({"weeks": weeks_json(_training(), _date(start), _date(end))}, as_json, _week_lines)


@main.command()
@click.option("--on", type=day, help="Last day of the window; today if left out.")
@click.option("--days", type=click.IntRange(7, 366), default=28, show_default=True, help="Length of the window.")
@as_json
def balance(on: datetime | None, days: int, as_json: bool) -> None:
    """Quadriceps against hamstrings in the last weeks."""
    from lib.services.figures import balance_json

    _print(balance_json(_training(), _date(on), days), as_json, _balance_lines)


@main.command()
@as_json
def coverage(as_json: bool) -> None:
    """How much of the log is mapped to muscles, and which names are not."""
    from lib.services.figures import coverage_json

    _print(coverage_json(_training()), as_json, _coverage_lines)


@main.command()
@as_json
def check(as_json: bool) -> None:
    """Look for damage in the database without writing to it."""
    from lib.store.engine import check_database, default_url

    problems = check_database(default_url())
    _print({"ok": not problems, "problems": problems}, as_json, lambda _: problems or ["The database is whole."])
    sys.exit(FAILED if problems else DONE)


def _open() -> tuple[Any, int]:
    from lib.store.athletes import ensure_athlete
    from lib.store.engine import default_url, open_database

    engine = open_database(default_url())
    return engine, ensure_athlete(engine).id


def _training() -> Any:
    from lib.services.training import read_training

    engine, athlete_id = _open()
    return read_training(engine, athlete_id, _today(engine, athlete_id))


def _today(engine: Any, athlete_id: int) -> date:
    from lib.services.training import local_today

    return local_today(engine, athlete_id, datetime.now(UTC))


def _date(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _readable(path: Path) -> Path | bytes:
    """The file itself; a path that cannot be read is treated as a file that cannot be understood."""
    if not path.exists():
        raise click.BadParameter(f"there is no file {path}", param_hint="PATH")
    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name the files in it", param_hint="PATH")
    return path


def _print(result: dict[str, Any], as_json: bool, lines: Callable[[dict[str, Any]], list[str]]) -> None:
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, allow_nan=False))
    else:
        click.echo("\n".join(lines(result)))


def _import_json(report: Any) -> dict[str, Any]:
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
        "twins": file.twins,
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


def _batch_json(batch: Any) -> dict[str, Any]:
    return {
        "batch": batch.id,
        "created_at": batch.created_at.isoformat() + "Z",
        "undone_at": batch.undone_at.isoformat() + "Z" if batch.undone_at else None,
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
                "twins": file.twins,
                "ignored": file.ignored,
                "rejected": file.rejected,
            }
            for file in batch.files
        ],
    }


def _import_lines(result: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for file in result["files"]:
        lines.append(f"{file['file']}: {file['source'] or 'not imported'}")
        added = file["added"]
        lines.append(
            f"  {added['activities']} activities, {added['sessions']} sessions, {added['sets']} sets added; "
            f"{file['updated']} rows changed, {file['unchanged']} unchanged, "
            f"{file['ignored']} ignored, {file['rejected']} rejected"
        )
        lines += [
            f"  needs {need['question'].replace('_', ' ')}: --{need['question'].replace('_', '-')}"
            for need in file["needs"]
        ]
        lines += [f"  {_place(problem)}{problem['why']}" for problem in file["problems"]]
    lines.append(f"Import {result['batch']}." if result["batch"] else "Nothing was written.")
    return lines


def _place(problem: dict[str, Any]) -> str:
    place = [f"line {problem['line']}" if problem["line"] else "", problem["column"] or "", problem["value"] or ""]
    return ", ".join(part for part in place if part) + (": " if any(place) else "")


def _batch_lines(result: dict[str, Any]) -> list[str]:
    return [
        f"{entry['batch']:>5}  {entry['created_at'][:16]}  {', '.join(file['file'] for file in entry['files'])}{'  (undone)' if entry['undone_at'] else ''}"
        for entry in result["batches"]
    ] or ["Nothing was imported yet."]


def _week_lines(result: dict[str, Any]) -> list[str]:
    return [
        f"{week['week_start']}  {week['distance_m'] / 1000:7.1f} km  {week['runs']:3} runs  {week['hard_sets']:6.1f} sets"
        for week in result["weeks"]
    ] or ["No weeks yet: import a file first."]


def _balance_lines(result: dict[str, Any]) -> list[str]:
    counts = f"{result['quadriceps']:g} quad sets, {result['hamstrings']:g} hamstring sets"
    return [f"{result['from']} to {result['to']}: {counts}", result["reason"]]


def _coverage_lines(result: dict[str, Any]) -> list[str]:
    share = "no sets yet" if result["share"] is None else f"{result['share']:.1%} of {result['sets']} sets mapped"
    return [share, *(f"{entry['sets']:6}  {entry['name']}" for entry in result["unmapped"])]


if __name__ == "__main__":
    main()

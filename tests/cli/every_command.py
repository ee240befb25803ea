"""Every command with what it must be given: a new one needs a line here."""

from collections.abc import Iterator

import click

from lib.cli import main

NEEDED = {
    "import": ["runs.csv"],
    "undo": ["1"],
    "plan": ["--week", "2026-11-30"],
    "log": ["squat 3x8 @60kg", "--at", "2026-05-01 18:00"],
    "templates keep": ["session-1", "Mine"],
    "templates rename": ["Mine", "Ours"],
    "templates remove": ["Mine"],
    "edit": ["run-1", "title=Calm"],
    "leave-out": ["run-1"],
    "count": ["run-1"],
    "bin": ["run-1"],
    "join": ["run-1", "run-2"],
    "part": ["run-1", "run-2"],
    "take-back": ["1"],
    "sets": ["session-1"],
    "set": ["session-1", "1", "reps=7"],
    "add-sets": ["session-1", "squat 3x8 @60kg"],
    "remove-sets": ["session-1", "1"],
    "split": ["session-1", "--after", "2"],
    "merge": ["session-1", "session-2"],
    "shoes mark": ["Blue", "700"],
    "shoes unmark": ["Blue"],
    "sports tell": ["strava", "SUP", "run"],
    "title-words set": ["hills", "hard"],
    "title-words forget": ["hills"],
    "goals set": ["runs", "3"],
    "goals remove": ["runs"],
    "breaks add": ["2026-01-01", "2026-01-09"],
    "breaks remove": ["2026-01-01"],
    "events add": ["race", "2026-03-01"],
    "events remove": ["race", "2026-03-01"],
    "body-mass add": ["2026-01-01", "71.5"],
    "body-mass remove": ["2026-01-01"],
    "report": ["report.html"],
    "export": ["all.zip"],
    "copy": ["--to", "sqlite:///copy.db"],
    "rescue": ["whole.zip"],
    "restore": ["latest"],
    "delete everything": ["--without-export"],
    "delete source": ["strava", "--without-export"],
    "delete original": ["1", "--without-export"],
}


def every_command() -> dict[str, click.Command]:
    """By what is typed, such as `goals set`; but `run`, which goes on until it is ended."""
    return {name: command for name, command in _within(main, "") if name != "run"}


def _within(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from _within(command, f"{before}{name} ")

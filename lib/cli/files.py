"""Files that are named on the command line: what can be read, and what may be written, known before anything is done."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from lib.cli.failing import named_in_errors
from lib.cli.output import HOLDS_A_FILE
from lib.model.file_errors import what_is_no_file


class ToRead(click.Path):
    """A file that is there and lets itself be read: a pipe lets whoever opens it wait, and a device may never end."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a usage error that says what is there instead."""
        path = Path(str(super().convert(value, param, ctx)))
        if not path.exists():
            self.fail(f"there is no file {path}", param, ctx)
        other = what_is_no_file(path)
        if other == "a folder":
            self.fail(f"{path} is a folder; name a file in it", param, ctx)
        if other:
            self.fail(f"{path} is no file but {other}; save it as a file first", param, ctx)
        with named_in_errors(path), path.open("rb") as stream:
            stream.read(1)
        return path


class ToWrite(click.Path):
    """A file to be written: neither a folder nor a database of ours, nor what belongs to one."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a usage error for a folder. StoreError for a database, before the command begins its work."""
        from lib.services.upkeep.safe_file import refuse_as_target

        path = Path(str(super().convert(value, param, ctx)))
        if path.is_dir():
            self.fail(f"{path} is a folder; name a file in it", param, ctx)
        refuse_as_target(path)
        if ctx and _is_standard_output(path):
            ctx.meta[HOLDS_A_FILE] = True
        return path


def _is_standard_output(path: Path) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # nothing is there, or what is printed goes nowhere
        return False

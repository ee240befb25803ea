"""A group of commands that lists what there is, unless one of its commands is named."""

from collections.abc import Callable
from functools import wraps

import click

from lib.cli.output import as_json


def listing(name: str | None = None) -> Callable[[Callable[[bool], None]], click.Group]:
    """Make a group of what lists. Its --json holds for the command that is named behind it, too: see output.as_json."""

    def made(list_all: Callable[[bool], None]) -> click.Group:
        @click.group(name, invoke_without_command=True)
        @as_json
        @click.pass_context
        @wraps(list_all)
        def group(context: click.Context, as_json: bool) -> None:
            if context.invoked_subcommand is None:
                list_all(as_json)

        return group

    return made

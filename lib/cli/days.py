"""A day as an option of a command."""

from typing import Any

import click


class _Day(click.DateTime):
    """A day of a log: none lies before 1970, and none so far ahead that weeks cannot be reckoned."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        day = super().convert(value, param, ctx)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            self.fail(f"{day.date()} is not between {_FIRST_YEAR} and {_LAST_YEAR}.", param, ctx)
        return day


_FIRST_YEAR, _LAST_YEAR = 1970, 2999
DAY = _Day(["%Y-%m-%d"])

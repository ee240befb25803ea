"""Numbers and days on the command line: what is wrong with one, and how to write it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, NoReturn

import click

from lib.model.limits import FIRST_YEAR

_LAST_YEAR: Final = 2999


class WholeNumber(click.IntRange):
    """A whole number within limits. example: one that a person may want, for the message."""

    def __init__(self, lowest: int, highest: int, *, example: int) -> None:
        super().__init__(lowest, highest)
        self._example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; a usage error that says the limits."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self._refuse(value, param, ctx)

    def _refuse(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> NoReturn:
        words = f"{value!r} is no whole number from {self.min} to {self.max}. Write one such as {self._example}."
        self.fail(words, param, ctx)


class Day(click.DateTime):
    """A day of a log: none lies before 1970, and none so far ahead that weeks cannot be reckoned."""

    name = "day"

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Its midnight; a usage error that says how to write a day."""
        try:
            day = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day of the calendar. Write year, month and day like 2026-01-31.", param, ctx)
        if not FIRST_YEAR <= day.year <= _LAST_YEAR:
            self.fail(f"{day.date()} is not between {FIRST_YEAR} and {_LAST_YEAR}. Write a day in between.", param, ctx)
        return day


def days(start: datetime | None, end: datetime | None) -> tuple[date | None, date | None]:
    """The days of --from and --to; a usage error where the first comes after the last."""
    if start and end and start > end:
        raise click.UsageError(
            f"--from {start.date()} is later than --to {end.date()}, so no day lies between them. "
            "Name the earlier day with --from."
        )
    return date_of(start), date_of(end)


def date_of(moment: datetime | None) -> date | None:
    """The day of an option."""
    return moment.date() if moment else None


def pairs(texts: Sequence[str], example: str) -> dict[str, str]:
    """What is typed as FIELD=VALUE, by field; a usage error for one without a value, and for a field that comes twice."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip().lower()
        if not equals:
            raise click.BadParameter(f"{text} has no value; write it like {example}", param_hint="FIELD=VALUE")
        if name in found:
            raise click.BadParameter(
                f"{name} is given twice, as {found[name]!r} and as {value!r}; keep one of them",
                param_hint="FIELD=VALUE",
            )
        found[name] = value
    return found

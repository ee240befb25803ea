"""What training has come to: session loads by week, and strength that moves."""

from datetime import datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import own_training
from lib.cli.output import as_json, show


@click.command()
@click.option("--from", "start", type=values.Day(), help="First day, such as 2026-01-01.")
@click.option("--to", "end", type=values.Day(), help="Last day.")
@as_json
def load(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """Session RPE × minutes by week, runs and lifting apart and together; how much of it is logged."""
    from lib.services.queries.session_load import load_json

    show(load_json(own_training(), *values.days(start, end)), as_json, _load_lines)


@click.command()
@click.argument("exercise", required=False)
@as_json
def progress(exercise: str | None, as_json: bool) -> None:
    """Estimated maximum, best sets and change of every exercise, or of EXERCISE: its key, its title or a name of your log."""
    from lib.services.queries import progress_json

    training = own_training()
    told = progress_json.told_progress(training, exercise)
    show(
        progress_json.as_json(told),
        as_json,
        lambda _: _progress_lines(told, training.athlete, one=exercise is not None),
    )


def _progress_lines(told: Any, athlete: Any, *, one: bool) -> list[str]:
    from lib.wording import leg_day_words, progress_words

    lines = progress_words.as_text(told.exercises, athlete, one=one)
    if one:
        return lines
    return [
        *lines,
        progress_words.heavy_sentence(told.heavy),
        *leg_day_words.plain_lines(told.leg_days, athlete.distance_unit),
    ]


def _load_lines(result: dict[str, Any]) -> list[str]:
    return [_week_line(week) for week in result["weeks"]] or ["No weeks in this range."]


def _week_line(week: dict[str, Any]) -> str:
    amounts = "  ".join(f"{name} {_amount(week[name])}" for name in ("running", "lifting", "sum"))
    known = f"{week['logged']} logged, {week['estimated']} estimated, {week['missing']} missing"
    usual = "" if week["usual"] is None else f", usual {week['usual']:.0f}"
    return f"{week['week_start']}  {amounts}  {known}{usual}{'' if week['complete'] else '  in part'}"


def _amount(value: float | None) -> str:
    return "     –" if value is None else f"{value:6.0f}"

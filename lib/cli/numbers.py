"""The figures of the dashboard."""

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
def weeks(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """Mileage and sets per muscle, week by week."""
    from lib.services.queries.numbers import weeks_json

    first, last = values.days(start, end)
    show({"weeks": weeks_json(own_training(), first, last)}, as_json, _week_lines)


@click.command()
@click.option(
    "--of", type=values.Day(), help="A day of the week, told as at its end; the newest that is known if left out."
)
@as_json
def week(of: datetime | None, as_json: bool) -> None:
    """One week beside what is usual by that weekday: mileage, lower-body sets, balance, streak, goals, what is left.

    "By now" ends with the last day that a log knows, distance_until and lower_sets_until. With --of all is as it stood at the end of
    that day; without it nothing is left of a week that is over.
    """
    from lib.services.queries import your_week_json
    from lib.wording.your_week import as_text

    training = own_training()
    band, unit = training.preferences.conventions.similar, training.athlete.distance_unit
    found = your_week_json.told_week(training, values.date_of(of))
    show(your_week_json.as_json(found, band), as_json, lambda _: as_text(found, band, unit))


@click.command()
@click.option("--on", type=values.Day(), help="Last day of the window; today if left out.")
@click.option(
    "--days", type=values.WholeNumber(7, 366, example=28), default=28, show_default=True, help="Length of the window."
)
@as_json
def balance(on: datetime | None, days: int, as_json: bool) -> None:
    """Quadriceps against hamstrings in the last weeks."""
    from lib.services.queries.numbers import balance_json

    show(balance_json(own_training(), values.date_of(on), days), as_json, _balance_lines)


@click.command()
@as_json
def coverage(as_json: bool) -> None:
    """How much of the log is mapped to muscles, what each log covers, and where it is silent."""
    from lib.services.queries.numbers import coverage_json

    show(coverage_json(own_training()), as_json, _coverage_lines)


def _week_lines(result: dict[str, Any]) -> list[str]:
    return [_week_line(week) for week in result["weeks"]] or ["No weeks in this range."]


def _week_line(week: dict[str, Any]) -> str:
    covered = week["covered"]
    running = (
        f"{week['distance_m'] / 1000:7.1f} km  {week['runs']:3} runs"
        if covered["running"]
        else f"{'no running log':>20}"
    )
    strength = f"{week['hard_sets']:6.1f} sets" if covered["strength"] else "no strength log"
    part = "" if week["complete"] or not any(covered.values()) else "  in part"
    return f"{week['week_start']}  {running}  {strength}{part}"


def _balance_lines(result: dict[str, Any]) -> list[str]:
    if not result["covered"]:
        return [f"{result['from']} to {result['to']}: no log", "no strength log covers these days"]
    counts = f"{result['quadriceps']:g} quad sets, {result['hamstrings']:g} hamstring sets"
    return [f"{result['from']} to {result['to']}: {counts}", result["reason"] or _ratio(result)]


def _ratio(result: dict[str, Any]) -> str:
    if result["ratio"] is None:
        return "one side has no sets"
    return (
        f"{result['ratio']:.2f} to 1, by other ways of counting {2 ** result['low']:.2f} to {2 ** result['high']:.2f}"
    )


def _coverage_lines(result: dict[str, Any]) -> list[str]:
    share = "no sets yet" if result["share"] is None else f"{result['share']:.1%} of {result['sets']} sets mapped"
    return [
        share,
        *(f"{entry['sets']:6}  {entry['name']}" for entry in result["unmapped"]),
        *(f"{log['kind']}: {log['source']} from {log['first_day']} to {log['last_day']}" for log in result["logs"]),
        *(
            f"{gap['kind']}: nothing from {gap['from']} to {gap['to']} ({gap['days']} days) in {', '.join(gap['sources'])}: "
            "a break, or not logged?"
            for gap in result["gaps"]
        ),
    ]

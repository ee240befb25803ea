"""Where the leg sessions of a week go beside the hard runs."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from lib.cli import values
from lib.cli.files import ToRead, ToWrite
from lib.cli.output import as_json, show
from lib.model.limits import MAX_CALENDAR_BYTES

Typed = TypeVar("Typed")

_SHOWN: Final = 3  # placements as text
_RUNS_FROM: Final = {
    "said": "The hard runs are those named, with the logged ones around the week.",
    "planned": "No --hard was given: the hard runs are those of your plan.",
    "usual": "No --hard was given: the hard runs are on the weekdays that had one in at least four of the last eight weeks.",
    "nowhere": "No --hard was given, none is planned and none is usual: only logged runs count.",
}


@click.command()
@click.option("--week", "day", type=values.Day(), required=True, help="Any day of the week to plan.")
@click.option("--hard", multiple=True, metavar='"DATE HH:MM MIN"', help="A hard run to come; may be repeated.")
@click.option("--pin", multiple=True, metavar='"DATE am|pm"', help="A leg session that stays; may be repeated.")
@click.option(
    "--sessions", type=click.Choice(["1", "2"]), default="1", show_default=True, help="Leg sessions, pins among them."
)
@click.option(
    "--mark",
    type=click.Choice(["24", "48"]),
    default="24",
    show_default=True,
    help="Hours from a leg session to the next hard run.",
)
@click.option("--ics", type=ToRead(), help="A calendar file with the hard runs to come, known by their titles.")
@click.option(
    "--write-ics",
    type=ToWrite(),
    help="Write the accepted sessions of the week, or those of the best placement, as a calendar file.",
)
@click.option(
    "--top",
    type=values.WholeNumber(1, 91, example=10),
    help="How many placements; if left out, all with --json and three as text.",
)
@as_json
def plan(
    day: datetime,
    hard: Sequence[str],
    pin: Sequence[str],
    sessions: str,
    mark: str,
    ics: Path | None,
    write_ics: Path | None,
    top: int | None,
    as_json: bool,
) -> None:
    """Every placement of one or two leg sessions in the fourteen half-days of a week, the best first."""
    from lib.analysis.planning.placements import placements
    from lib.cli.database import open_own_account, training_of
    from lib.services.planning.typed import read_pin, read_run
    from lib.services.planning.weeks import Wish, asked_week, read_plan
    from lib.wording import plan_words

    runs = [_typed(read_run, each, "--hard") for each in hard]
    pins = [_typed(read_pin, each, "--pin") for each in pin]
    account = open_own_account()
    training = training_of(account)
    runs += _of_calendar(ics, account, training, day) if ics else []
    wish = Wish(day.date(), runs or None, pins, int(sessions), float(mark))  # a calendar without one says nothing
    stored = read_plan(account, wish.day)
    asked = _typed(lambda asked: asked_week(training, stored, asked), wish, "--pin")
    found = placements(asked.week)
    if write_ics:
        _write(write_ics, account, training, asked.week, found)
    gives = plan_words.gives(asked.week, found)
    result = {"placements": [_json(each) for each in found[:top]], "gives": gives}
    click.echo(_RUNS_FROM[asked.runs_from], err=True)
    _tell_what_is_not_counted(asked)
    show(result, as_json, lambda _: plan_words.plan_lines(asked.week, found[: top or _SHOWN], gives))


def _typed(read: Callable[[Any], Typed], value: Any, option: str) -> Typed:
    from lib.services.planning.typed import PlanError

    try:
        return read(value)
    except PlanError as error:
        raise click.BadParameter(str(error), param_hint=option) from None


def _of_calendar(path: Path, account: Any, training: Any, day: datetime) -> list[Any]:
    from lib.services.planning.calendars.own import runs_of_calendar

    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_CALENDAR_BYTES + 1)  # one more, by which it is seen to be too large
    except OSError as error:
        raise click.BadParameter(f"{path} cannot be read: {error.strerror}.", param_hint="--ics") from None
    found = _typed(lambda data: runs_of_calendar(account, training, data, day.date()), data, "--ics")
    click.echo(
        f"{path.name}: {found.events} events, {len(found.runs)} of them hard or long runs near this week.", err=True
    )
    for words in found.left_out:
        click.echo(f"Left out: {words}", err=True)
    return list(found.runs)


def _write(path: Path, account: Any, training: Any, week: Any, found: Sequence[Any]) -> None:
    from lib.services.planning.calendars.own import calendar_of_week
    from lib.services.planning.sessions import contents_words
    from lib.services.upkeep.safe_file import written_aside
    from lib.wording.set_words import asked

    about = partial(contents_words, asked=asked)
    data, accepted = calendar_of_week(account, training, week, found, datetime.now(UTC), about)
    with written_aside(path) as stream:
        stream.write(data)
    click.echo(f"{path}: {'the accepted sessions' if accepted else 'the best placement'} of the week.", err=True)


def _tell_what_is_not_counted(asked: Any) -> None:
    from lib.wording import plan_words

    if asked.unlogged:
        click.echo(plan_words.unlogged_words(asked.unlogged, asked.to_come), err=True)
    if asked.not_counted:
        runs = "; ".join(map(plan_words.run_line, asked.not_counted))
        click.echo(
            f"Not counted, as the hard runs were named: usual ones of other weeks ({runs}). Name them, too.", err=True
        )


def _json(placement: Any) -> dict[str, Any]:
    return {
        "sessions": [{"date": each.day.isoformat(), "half": str(each.half)} for each in placement.slots],
        "before_h": [_hours(each.before.hours) for each in placement.sessions],
        "after_h": [_hours(each.after.hours) for each in placement.sessions],
    }


def _hours(value: float | None) -> float | None:
    return None if value is None else round(value, 2)

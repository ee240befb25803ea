"""Logging by hand."""

from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.output import as_json, show


@click.command()
@click.argument("text", required=False, metavar="[SETS]")
@click.option("--at", required=True, help="When it began, such as '2026-11-28 18:00'; or the day alone.")
@click.option("--template", help="Log the sets of a template, the lower end of each range; see legwork templates.")
@click.option("--run", "is_run", is_flag=True, help="Log a run, with --distance, --time or both.")
@click.option("--distance", help="Of a run, such as 8km.")
@click.option("--time", "time_", help="Of a run or a session, such as 45:00.")
@click.option("--rpe", help="How hard it was altogether, 0 to 10.")
@click.option("--title", default="", help="What to call it.")
@click.option("--notes", default="", help="Anything worth keeping.")
@as_json
def log(
    text: str | None,
    at: str,
    template: str | None,
    is_run: bool,
    distance: str | None,
    time_: str | None,
    rpe: str | None,
    title: str,
    notes: str,
    as_json: bool,
) -> None:
    """Log a session as text ("squat 3x8 @60kg; plank 2x30s"), by template, or a run."""
    if sum([text is not None, template is not None, is_run]) != 1:
        raise click.UsageError("Name one of: the sets as text, --template NAME, or --run.")
    if distance and not is_run:
        raise click.UsageError("--distance goes with --run.")
    from lib.services.editing.fields import read_duration, read_rpe

    told: dict[str, Any] = {"start": at, "title": title, "notes": notes}
    told |= {"session_rpe": read_rpe(rpe) if rpe else None}
    seconds = read_duration(time_) if time_ else None
    if is_run:
        logged = _run(told | {"moving_s": seconds}, distance)
    else:
        logged = _session(told | {"elapsed_s": seconds}, text, template)
    result = {"id": str(logged.id), "sets": logged.sets, "entry": logged.entry}
    show(result, as_json, lambda r: [f"Kept as {r['id']}, {r['sets']} sets." if r["sets"] else f"Kept as {r['id']}."])


def _run(told: dict[str, Any], distance: str | None) -> Any:
    from lib.services.editing.fields import read_distance
    from lib.services.editing.log import LoggedRun, log_run
    from lib.services.preferences.settings import athlete_of

    account = open_own_account()
    metres = read_distance(distance, athlete_of(account)) if distance else None
    return log_run(account, LoggedRun(**told, distance_m=metres))


def _session(told: dict[str, Any], text: str | None, template: str | None) -> Any:
    from lib.services.editing.log import LoggedSession, log_session
    from lib.services.editing.typed import sets_of_text, template_sets
    from lib.services.preferences.settings import athlete_of

    account = open_own_account()
    if template is None:
        sets = sets_of_text(athlete_of(account), text or "")
    else:
        found = template_sets(account, template)
        sets, told["title"] = found.sets, told["title"] or found.template.title
    return log_session(account, LoggedSession(**told, sets=sets))

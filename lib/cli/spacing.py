"""How far leg sessions and hard runs are apart."""

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
def spacing(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """Hours from the last hard run to each leg session, and from its end to the next hard run."""
    from lib.services.queries.spacing import spacing_json, spacing_of
    from lib.wording.spacing_tables import run_words
    from lib.wording.spacing_words import both_sides

    training = own_training()
    runs = run_words(training.activities)
    first, last = values.days(start, end)
    found = spacing_json(spacing_of(training), first, last, lambda row: both_sides(row, runs))
    show(found, as_json, _lines)


def _lines(result: dict[str, Any]) -> list[str]:
    counts = result["summary"]
    return [
        *(f"{each['id']:>12}  {each['start']:19}  {each['says']}" for each in result["sessions"]),
        f"{len(result['sessions'])} leg sessions",
        (
            f"after a hard run: {counts['at_least_24_before']} at least 24 h, {counts['closer_before']} closer, "
            f"{counts['unknown_before']} not known, {counts['none_before']} without one within 14 days"
        ),
        (
            f"before a hard run: {counts['at_least_24_after']} at least 24 h ({counts['at_least_48_after']} of them 48 h), "
            f"{counts['closer_after']} closer, {counts['unknown_after']} not known, "
            f"{counts['none_after']} without one within 14 days"
        ),
    ]

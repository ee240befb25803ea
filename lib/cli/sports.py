"""Words for a sport that nobody knows: what one means is said once for its source."""

from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.listing import listing
from lib.cli.output import as_json, entry_line, show


@listing()
def sports(as_json: bool) -> None:
    """List the words for a sport that are not known, by source; say what one means."""
    from lib.services.editing.sports import unknown_sports

    found = unknown_sports(open_own_account())
    show({"sports": [each._asdict() for each in found]}, as_json, _lines)


@sports.command()
@click.argument("source")
@click.argument("word")
@click.argument("sport")
@as_json
def tell(source: str, word: str, sport: str, as_json: bool) -> None:
    """Say which sport a word of a source means, now and at every import."""
    from lib.services.editing.fields import read_sport
    from lib.services.editing.sports import tell_sport

    entry = tell_sport(open_own_account(), source, word, read_sport(sport.strip()))
    show({"entry": entry, "ok": True}, as_json, lambda _: [entry_line(entry)])


def _lines(result: dict[str, Any]) -> list[str]:
    return [f"{each['activities']:>6}  {each['source']}  {each['word']}" for each in result["sports"]] or [
        "Every sport is known."
    ]

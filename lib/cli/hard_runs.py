"""How hard each run was, by what that is known, and what the person says of it for many runs at once."""

from datetime import datetime
from typing import Any

import click

from lib.cli import values
from lib.cli.database import open_own_account, own_training
from lib.cli.listing import listing
from lib.cli.output import as_json, show


@click.command()
@click.option("--from", "start", type=values.Day(), help="First day, such as 2026-01-01.")
@click.option("--to", "end", type=values.Day(), help="Last day.")
@as_json
def hard(start: datetime | None, end: datetime | None, as_json: bool) -> None:
    """Every run that counts, newest first: hard, moderate, easy, long, fast or unknown, and why.

    Correct one by: legwork edit run-17 effort=hard; those of a title by: legwork title-words set.
    """
    from lib.services.queries.hard_runs import hard_json, runs_with_verdicts

    runs = runs_with_verdicts(own_training(), *values.days(start, end))
    reasons = list(zip(runs["rule"], runs["why"], strict=True))
    show({"runs": hard_json(runs)}, as_json, lambda result: _run_lines(result["runs"], reasons))


@listing("title-words")
def title_words(as_json: bool) -> None:
    """List your own words of titles and how hard they mean a run was."""
    _show_words(as_json)


@title_words.command("set")
@click.argument("word")
@click.argument("effort")
@as_json
def set_word(word: str, effort: str, as_json: bool) -> None:
    """Let WORD (or several in a row) in a title mean easy, moderate, hard, long or race; none: it says nothing."""
    from lib.services.preferences import title_words as words

    words.set_word(open_own_account(), word, words.read_effort(effort))
    _show_words(as_json)


@title_words.command()
@click.argument("word")
@as_json
def forget(word: str, as_json: bool) -> None:
    """Let WORD mean what the app knows of it."""
    from lib.services.preferences import title_words as words

    words.forget(open_own_account(), word)
    _show_words(as_json)


@click.command("max-heart-rate")
@click.argument("bpm", required=False, metavar="[BPM|unknown]")
@as_json
def max_heart_rate(bpm: str | None, as_json: bool) -> None:
    """Show or say your highest heart rate; unknown: it is taken from your runs."""
    from lib.services.preferences.highest_heart_rate import read_highest, set_highest
    from lib.services.preferences.settings import athlete_of

    account = open_own_account()
    if bpm is not None:
        set_highest(account, read_highest(bpm))
    show({"max_heart_rate_bpm": athlete_of(account).max_heart_rate_bpm}, as_json, _rate_lines)


def _show_words(as_json: bool) -> None:
    from lib.services.preferences.title_words import own_words

    words = own_words(open_own_account())
    listed = [{"word": word, "effort": str(effort) if effort else None} for word, effort in words.items()]
    show({"title_words": listed}, as_json, _word_lines)


def _word_lines(result: dict[str, Any]) -> list[str]:
    return [f"{each['effort'] or 'none':>8}  {each['word']}" for each in result["title_words"]] or [
        'No words of your own: legwork title-words set "hill loop" hard.'
    ]


def _rate_lines(result: dict[str, Any]) -> list[str]:
    bpm = result["max_heart_rate_bpm"]
    return [f"{bpm:g} beats a minute, as you said." if bpm else "Not said: taken from the highest rates of your runs."]


def _run_lines(runs: list[dict[str, Any]], reasons: list[tuple[str, str]]) -> list[str]:
    from lib.wording.run_verdicts import reason

    lines = [
        f"{run['start'][:16].replace('T', ' '):16}  {run['verdict']:8}  {run['id']:>9}  {run['title']}  ({reason(*why)})"
        for run, why in zip(runs, reasons, strict=True)
    ]
    return lines or ["No runs in this range."]

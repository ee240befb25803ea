"""Sessions that can be done again by name: the article's, and the person's own."""

from typing import Any

import click

from lib.cli.database import open_own_account
from lib.cli.listing import listing
from lib.cli.output import as_json, show

_key = click.argument("key")
_title = click.argument("title")


@listing()
def templates(as_json: bool) -> None:
    """List the sessions that can be logged by name; keep, rename or remove your own."""
    from lib.services.editing.typed import every_template

    found = every_template(open_own_account()).values()
    show({"templates": [_json(each) for each in found]}, as_json, _lines)


@templates.command()
@click.argument("id_", metavar="ID")
@_title
@as_json
def keep(id_: str, title: str, as_json: bool) -> None:
    """Make a template of a session."""
    from lib.model.record_id import parse_id
    from lib.services.editing.own_templates import keep_as_template

    _show_one(keep_as_template(open_own_account(), parse_id(id_), title), as_json)


@templates.command()
@_key
@_title
@as_json
def rename(key: str, title: str, as_json: bool) -> None:
    """Give a template of your own another title; its key stays."""
    from lib.services.editing.own_templates import rename as rename_own

    _show_one(rename_own(open_own_account(), key, title), as_json)


@templates.command()
@_key
@as_json
def remove(key: str, as_json: bool) -> None:
    """Forget a template of your own; the sessions that were done by it stay."""
    from lib.services.editing.own_templates import take_away

    take_away(open_own_account(), key)
    show({"key": key, "ok": True}, as_json, lambda _: [f"{key} is no template any more."])


def _show_one(template: Any, as_json: bool) -> None:
    show({"templates": [_json(template)]}, as_json, _lines)


def _json(template: Any) -> dict[str, Any]:
    from lib.catalog.template_json import template_json
    from lib.catalog.templates import templates as of_the_article

    return {**template_json(template), "own": template.key not in of_the_article()}


def _lines(result: dict[str, Any]) -> list[str]:
    lines = []
    for each in result["templates"]:
        lines.append(f"{each['key']}: {each['title']}{' (your own)' if each['own'] else ''}")
        lines += [f"  {item['place']:<3} {item['name']}" for item in each["items"]]
    return lines

"""Templates of the person's own: made of any session, renamed, taken away."""

import json
from dataclasses import replace

from lib.catalog.template import Template, TemplateError
from lib.catalog.template_json import template_of_json, template_to_json
from lib.catalog.template_sets import key_of_title, template_of_sets
from lib.catalog.templates import templates
from lib.model.limits import MAX_NAME
from lib.model.record_id import RecordId
from lib.services.editing.sets import sets_of
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import templates as stored
from lib.store.own.templates import StoredTemplate


def read_own(account: Account) -> tuple[Template, ...]:
    """The person's own templates by title."""
    with account.read() as conn:
        return _read(conn, account.athlete_id)


def keep_as_template(account: Account, session: RecordId, title: str) -> Template:
    """Make a template of a session. TemplateError without a title or sets, or where another template has that title."""
    sets = [each.set for each in sets_of(account, session).placed]
    template = template_of_sets(title, sets)
    with account.write() as conn:
        known = _read(conn, account.athlete_id)
        _refuse_taken_title(known, template.title, "")
        named = replace(template, key=_free_key(known, template.key))
        _put(conn, account.athlete_id, named)
    return named


def rename(account: Account, key: str, title: str) -> Template:
    """Call an own template otherwise; its key stays. TemplateError: no title, one that is taken, or no such template."""
    title = title.strip()
    if not title or len(title) > MAX_NAME:
        raise TemplateError(f"Give the template a title of at most {MAX_NAME} characters.")
    with account.write() as conn:
        known = _read(conn, account.athlete_id)
        found = _named(known, key)
        _refuse_taken_title(known, title, key)
        renamed = replace(found, title=title)
        _put(conn, account.athlete_id, renamed)
        return renamed


def take_away(account: Account, key: str) -> None:
    """Forget an own template; the sessions that were done by it stay as they are. TemplateError: no such template."""
    with account.write() as conn:
        _named(_read(conn, account.athlete_id), key)
        stored.drop(conn, account.athlete_id, key)


def _named(known: tuple[Template, ...], key: str) -> Template:
    for each in known:
        if each.key == key:
            return each
    yours = f"Yours are: {', '.join(each.key for each in known)}." if known else "Any session can be kept as one."
    raise TemplateError(f"{key} is no template of your own, or it is no longer there. {yours}")


def _refuse_taken_title(known: tuple[Template, ...], title: str, key: str) -> None:
    """Two templates of one title could not be told apart on the screen. key: of the template that may have it."""
    others = [each for each in (*templates().values(), *known) if each.key != key]
    if any(key_of_title(each.title) == key_of_title(title) for each in others):
        raise TemplateError(f"There is a template {title} already. Give this one another title, or rename that one.")


def _free_key(known: tuple[Template, ...], key: str) -> str:
    """The key, or it with a number behind it: a renamed template keeps the key of its first title."""
    taken = {each.key for each in known}
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _read(conn: Connection, athlete_id: int) -> tuple[Template, ...]:
    return tuple(template_of_json(json.loads(each.items)) for each in stored.read_all(conn, athlete_id))


def _put(conn: Connection, athlete_id: int, template: Template) -> None:
    items = json.dumps(template_to_json(template), ensure_ascii=False)
    stored.put(conn, athlete_id, StoredTemplate(template.key, template.title, items))

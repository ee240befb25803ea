"""A session under way as text, to be kept and read back."""

import json
from datetime import datetime
from typing import Any

from lib.catalog.template import TemplateError
from lib.catalog.template_json import template_of_json, template_to_json
from lib.model.errors import TrainingDataError
from lib.services.unfinished.session import SetToDo, Unfinished
from lib.store.records.rows import set_from_row


def to_text(session: Unfinished) -> str:
    """For `of_text`."""
    return json.dumps(
        {
            "template": template_to_json(session.template),
            "sets": [_set_to_json(each) for each in session.sets],
            "started_at": session.started_at.isoformat(),
            "begun_at": session.begun_at.isoformat(),
            "edition": session.edition,
            "chosen": session.chosen,
            "notes": session.notes,
            "minutes": session.minutes,
            "session_rpe": session.session_rpe,
        }
    )


class UnreadableSession(TrainingDataError):
    """A session under way that another release kept in another form."""


def of_text(text: str) -> Unfinished:
    """The session that `to_text` wrote. UnreadableSession for anything else."""
    try:
        return _session(json.loads(text))
    except (KeyError, TypeError, ValueError, TemplateError) as error:
        raise UnreadableSession(
            "The session under way was kept by another release of Legwork and cannot be read. It is still stored; "
            "open it with that release, or put it away."
        ) from error


def _session(values: dict[str, Any]) -> Unfinished:
    return Unfinished(
        **values
        | {
            "template": template_of_json(values["template"]),
            "sets": tuple(_set_of_json(each) for each in values["sets"]),
            "started_at": datetime.fromisoformat(values["started_at"]),
            "begun_at": datetime.fromisoformat(values["begun_at"]),
        }
    )


def _set_to_json(each: SetToDo) -> list[Any]:
    return [each.key, each.place, list(each.set), each.done_at.isoformat() if each.done_at else None]


def _set_of_json(values: list[Any]) -> SetToDo:
    key, place, content, done_at = values
    return SetToDo(key, place, set_from_row(tuple(content)), datetime.fromisoformat(done_at) if done_at else None)

"""What is filled into a form that is not kept yet, field by field: it survives a reload, as a session under way does.

Of two tabs that fill the same field the later one is kept; other fields stay as each said them.
"""

import json
from datetime import UTC, datetime
from typing import Any, Final

from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import drafts

RUN: Final = "run"
TEXT_END: Final = "end of the session as text"


def read_fields(account: Account, form: str) -> dict[str, Any]:
    """What is filled in, plain JSON values by field; fields that say nothing are missing."""
    with account.read() as conn:
        return _read(conn, account.athlete_id, form)


def says_nothing(value: Any) -> bool:
    """Whether a field is as good as empty. 0 says something, although Python takes it for False."""
    return value is None or value is False or value == ""


def keep_field(account: Account, form: str, field: str, value: Any, now: datetime | None = None) -> None:
    """Keep what a field says now. value: plain JSON; None, "" and False say nothing."""
    with account.write_unseen() as conn:
        filled = _read(conn, account.athlete_id, form)
        filled.pop(field, None)
        if not says_nothing(value):
            filled[field] = value
        moment = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
        if filled:
            drafts.put(conn, account.athlete_id, form, json.dumps(filled, ensure_ascii=False), moment)
        else:
            drafts.drop(conn, account.athlete_id, form)


def _read(conn: Connection, athlete_id: int, form: str) -> dict[str, Any]:
    found = drafts.read(conn, athlete_id, form)
    filled = json.loads(found.content) if found else {}
    return filled if isinstance(filled, dict) else {}

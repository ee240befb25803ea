"""Sessions under way in the database: they survive a reload, another tab and a dead battery.

What is unfinished is in no figure, so keeping it leaves the athlete's revision as it is: after a tap nothing has to be
read or counted anew.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from lib.catalog.template import Template
from lib.model.clock import known_zones
from lib.model.errors import StoreError
from lib.services.editing.log import Logged, LoggedRun, LoggedSession, log_run_in, log_session_in
from lib.services.editing.typed import with_load_modes
from lib.services.unfinished import fields
from lib.services.unfinished.acts import Act
from lib.services.unfinished.as_json import of_text, to_text
from lib.services.unfinished.plan import LastTime, start_session
from lib.services.unfinished.session import Unfinished
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.own import athletes, drafts, home_zones

SESSION: Final = "session"
TEXT: Final = "session as text"


class NotUnderWay(StoreError):
    """The session was finished or put away elsewhere."""


class TextChangedElsewhere(StoreError):
    """Another tab kept another text since; nothing was stored. kept: what is there now, "" where it was finished."""

    def __init__(self, kept: str) -> None:
        super().__init__("The text was changed in another tab; nothing was stored.")
        self.kept = kept


def read_session(account: Account) -> Unfinished | None:
    """The session under way, if there is one."""
    with account.read() as conn:
        return _read(conn, account.athlete_id)


def begin(
    account: Account, template: Template, last_time: LastTime, zone: str | None = None, now: datetime | None = None
) -> Unfinished:
    """Begin a session by a template. StoreError where one is under way already, begun in another tab.

    zone: of the browser, for a person who never said where home is.
    """
    moment = now or datetime.now(UTC)
    with account.write_unseen() as conn:
        under_way = _read(conn, account.athlete_id)
        if under_way:
            raise StoreError(
                f"{under_way.template.title} is under way already, begun elsewhere. It is shown below; finish it or put it away first."
            )
        athlete = athletes.load_athlete(conn, account.athlete_id)
        session = start_session(
            template,
            last_time,
            athlete.weight_unit,
            local=_wall_clock(conn, account.athlete_id, moment, zone).replace(second=0, microsecond=0),
            now=_naive(moment),
            per_side=athlete.one_sided_reps_are_per_side,
        )
        _put(conn, account.athlete_id, session, moment)
        return session


def change(account: Account, act: Act, now: datetime | None = None) -> Unfinished:
    """Do something with the session as it is by now, whatever another tab did meanwhile. NotUnderWay; what act raises."""
    moment = now or datetime.now(UTC)
    with account.write_unseen() as conn:
        before = _under_way(conn, account.athlete_id)
        after = act(before)
        if after == before:
            return before
        after = replace(after, edition=before.edition + 1)
        _put(conn, account.athlete_id, after, moment)
        return after


def put_away(account: Account) -> None:
    """Forget the session under way, with all that is logged in it."""
    with account.write_unseen() as conn:
        drafts.drop(conn, account.athlete_id, SESSION)


def finish(account: Account, now: datetime | None = None) -> Logged:
    """Keep what is done as a session, and the open sets not. NotUnderWay; TrainingDataError where nothing is done."""
    moment = now or datetime.now(UTC)
    with account.write() as conn:
        session = _under_way(conn, account.athlete_id)
        logged = log_session_in(conn, account.athlete_id, _told(session), moment)
        drafts.drop(conn, account.athlete_id, SESSION)
        return logged


def wall_clock(account: Account, zone: str | None = None, now: datetime | None = None) -> datetime:
    """What time it is at home; without a home, in the zone of the browser."""
    with account.read() as conn:
        return _wall_clock(conn, account.athlete_id, now or datetime.now(UTC), zone)


def read_text(account: Account) -> str:
    """A session as text that was typed and is not finished yet."""
    with account.read() as conn:
        return _text(conn, account.athlete_id)


def keep_text(account: Account, text: str, seen: str | None = None, now: datetime | None = None) -> None:
    """Keep a text while it is unfinished; an empty one is forgotten.

    seen: what was kept when it was last shown. TextChangedElsewhere where another tab kept something else since.
    """
    with account.write_unseen() as conn:
        kept = _text(conn, account.athlete_id)
        if seen is not None and kept not in (seen, text):
            raise TextChangedElsewhere(kept)
        if text.strip():
            drafts.put(conn, account.athlete_id, TEXT, text, _naive(now or datetime.now(UTC)))
        else:
            drafts.drop(conn, account.athlete_id, TEXT)


def finish_text(account: Account, told: LoggedSession, now: datetime | None = None) -> Logged:
    """Keep a session that was typed, and forget its text and what was said of its end."""
    with account.write() as conn:
        logged = log_session_in(conn, account.athlete_id, told, now or datetime.now(UTC))
        drafts.drop(conn, account.athlete_id, TEXT)
        drafts.drop(conn, account.athlete_id, fields.TEXT_END)
        return logged


def finish_run(account: Account, told: LoggedRun, now: datetime | None = None) -> Logged:
    """Keep a run that was filled in, and forget what was."""
    with account.write() as conn:
        logged = log_run_in(conn, account.athlete_id, told, now or datetime.now(UTC))
        drafts.drop(conn, account.athlete_id, fields.RUN)
        return logged


def _wall_clock(conn: Connection, athlete_id: int, moment: datetime, zone: str | None) -> datetime:
    homes = home_zones.read_home_zones(conn, athlete_id)
    home = homes.at(_naive(moment)) if homes else ZoneInfo(zone) if zone in known_zones() else UTC
    return moment.astimezone(home).replace(tzinfo=None)


def _told(session: Unfinished) -> LoggedSession:
    return LoggedSession(
        f"{session.started_at:%Y-%m-%d %H:%M:%S}",
        with_load_modes([each.set for each in session.done]),
        title=session.template.title,
        notes=session.notes,
        elapsed_s=session.minutes * 60 if session.minutes else None,
        session_rpe=session.session_rpe,
    )


def _read(conn: Connection, athlete_id: int) -> Unfinished | None:
    found = drafts.read(conn, athlete_id, SESSION)
    return of_text(found.content) if found else None


def _under_way(conn: Connection, athlete_id: int) -> Unfinished:
    found = _read(conn, athlete_id)
    if found is None:
        raise NotUnderWay(
            "This session is no longer under way: it was finished or put away elsewhere. See Strength for what is kept."
        )
    return found


def _text(conn: Connection, athlete_id: int) -> str:
    found = drafts.read(conn, athlete_id, TEXT)
    return found.content if found else ""


def _put(conn: Connection, athlete_id: int, session: Unfinished, moment: datetime) -> None:
    drafts.put(conn, athlete_id, SESSION, to_text(session), _naive(moment))


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)

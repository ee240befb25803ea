"""Calendar files of an athlete: their hard runs to come, and their leg sessions out."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from lib.analysis.hard_runs.title import title_says
from lib.analysis.planning.placements import Placement
from lib.analysis.planning.week import DAYS, WeekToPlan
from lib.model.plan import PlannedSession
from lib.model.weeks import week_start
from lib.services.planning.calendars.read import CalendarRuns, read_calendar
from lib.services.planning.calendars.write import calendar_of
from lib.services.planning.sessions import as_planned
from lib.services.planning.weeks import AROUND
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.store.own import home_zones
from lib.store.own import plan as stored


def runs_of_calendar(account: Account, training: Training, data: bytes, day: date) -> CalendarRuns:
    """The hard and long runs of a calendar file in the week of a day and two weeks around it. CalendarError."""
    start = week_start(day, training.athlete.first_weekday)
    last = start + timedelta(days=DAYS - 1) + AROUND
    own = tuple(sorted(training.title_words.items()))
    return read_calendar(data, start - AROUND, last, home_zone(account), lambda title: title_says(title, own).verdict)


def calendar_of_week(
    account: Account,
    training: Training,
    week: WeekToPlan,
    found: Sequence[Placement],
    now: datetime,
    about: Callable[[PlannedSession], str],
) -> tuple[bytes, bool]:
    """The accepted sessions of a week as a calendar file, else those of the best placement; and whether they are accepted.

    about: what is done in a session.
    """
    with account.read() as conn:
        accepted = stored.read_sessions(conn, account.athlete_id, week.start, week.last)
    sessions = accepted or (as_planned(week, found[0], []) if found else [])
    return calendar_of(sessions, training.athlete.first_weekday, home_zone(account), now, about), bool(accepted)


def home_zone(account: Account, now: datetime | None = None) -> tzinfo | None:
    """Where the person is at home now; None where that is not known."""
    with account.read() as conn:
        homes = home_zones.read_home_zones(conn, account.athlete_id)
    return homes.at((now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)) if homes else None

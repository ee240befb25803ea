"""What a page may read, cached. Every cached function has the athlete and their latest commit among its arguments and reads
nothing else: Streamlit's caches are shared by all visitors.

Big frames (150,000 sets) are one shared object an athlete that nobody changes: the newest snapshot, which follows the acts
of the person. Small weekly frames are copied to each caller.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Lock
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from lib.analysis.balance import ratio as balances
from lib.analysis.counting.coverage import MappingCoverage, mapping_coverage
from lib.analysis.weeks.days import calendar as calendar_of
from lib.model import region
from lib.model.athlete import Athlete
from lib.model.vocabulary import RecordKind
from lib.services.demo import demo_url, open_demo
from lib.services.preferences.regions import region_of
from lib.services.queries import weekly as weeks
from lib.services.queries.records import list_activities, list_sessions
from lib.services.queries.snapshot import Snapshot, read_snapshot
from lib.services.queries.training import Training, local_today
from lib.store.account import Account, open_account
from lib.store.database.condition import file_identity, is_ours
from lib.store.database.engine import default_url
from lib.store.own.athletes import load_athlete
from lib.ui.shell import screen, state

Made = TypeVar("Made")
_Key = tuple[str, int, str, date, bool]

_KEPT = 6  # athletes in memory, and of the small frames a few revisions
_FIGURES_KEPT = 120


def begin_run() -> None:
    """Look anew at what the database holds. app.py calls it first: whoever writes draws the page again."""
    st.session_state.pop(state.RUN_KEY, None)
    _open_anew_if_replaced()
    _key()


def use_region() -> None:
    """Write numbers and dates as the athlete chose, else as the browser does. A fragment that runs alone calls it first."""
    _write_for(athlete())


def account() -> Account:
    """Whose data this tab shows and changes: the person's own, or that of the sample athlete."""
    return _account(_url())


def url() -> str:
    """The address of the database that this tab shows. It may hold a password: never show it."""
    return _url()


def forget_everything() -> None:
    """Keep nothing in memory of what the database said, as after a deletion for good."""
    st.session_state.pop(state.RUN_KEY, None)
    st.cache_resource.clear()
    st.cache_data.clear()


def athlete() -> Athlete:
    """The athlete with their settings and revision, as they are now."""
    with account().read() as conn:
        return load_athlete(conn, account().athlete_id)


def training() -> Training:
    """Everything the athlete did, with all frames. Shared between visitors: read, never change."""
    return _training(*_key())


def weekly() -> weeks.Weekly:
    """Dense weeks of running and lifting that start and end together."""
    return _weekly(*_key())


def weekly_loads() -> weeks.WeeklyLoads:
    """Tonnage and what is not counted in sets, of the same weeks."""
    return _weekly_loads(*_key())


def balance(days: int) -> balances.Balance:
    """The balance of the days that end today."""
    return _balance(*_key(), days, region.current())


def mapped() -> MappingCoverage:
    """How many of the sets that count have a known exercise."""
    return _mapped(*_key())


def balance_trend(days: int, step: int = 1) -> pd.DataFrame:
    """BALANCE_TREND from the first strength day to today, a point every `step` days."""
    return _balance_trend(*_key(), days, step)


def calendar() -> pd.DataFrame:
    """CALENDAR up to today."""
    return _calendar(*_key())


def today() -> date:
    """The day on which the person looks: of the sample athlete the last one of their log."""
    known = _key()
    return training().today if known[4] else known[3]


def real_today() -> date:
    """The day on the calendar of the athlete's home, of the sample athlete too."""
    return _key()[3]


def listed_activities() -> pd.DataFrame:
    """LISTED_ACTIVITIES, whether they count or not. Shared: never change it."""
    return _listed(*_key(), RecordKind.ACTIVITY)


def listed_sessions() -> pd.DataFrame:
    """LISTED_SESSIONS, likewise."""
    return _listed(*_key(), RecordKind.SESSION)


def once(name: str, make: Callable[[], Made], *choices: Hashable) -> Made:
    """What `make` gives, worked out once for a state of the data, a screen, a region and these choices.

    Figures cost most of a page. make may depend on nothing else than the athlete's data and the choices. The result is
    shared: never change it.
    """
    made: Made = _once((*_key(), screen.look(), region.current(), name, *choices), make)
    return made


def _url() -> str:
    return demo_url() if state.in_demo() else default_url()


def _key() -> _Key:
    """Database, athlete, commit, today, demo: all that a cached result depends on. Read once a run of the page."""
    known: _Key | None = st.session_state.get(state.RUN_KEY)
    if known is None or known[0] != _url():
        known = st.session_state[state.RUN_KEY] = _read_key()
    return known


def _read_key() -> _Key:
    current = athlete()
    _write_for(current)
    today = local_today(account(), datetime.now(UTC))
    return _url(), current.id, current.state, today, state.in_demo()


def _write_for(current: Athlete) -> None:
    region.use(region_of(current.region, st.context.locale))


@st.cache_resource(show_spinner="Opening the database")
def _account(url: str) -> Account:
    return open_demo(url) if url == demo_url() else open_account(url)


@st.cache_resource(show_spinner=False)
def _opened_file(url: str) -> tuple[int, int]:
    return file_identity(_account(url).engine)


def _open_anew_if_replaced() -> None:
    """A restored backup, or a file of an earlier release in its place: check it, and forget what was read of the other.

    StoreError while the file is gone or is not ours; it works again as soon as the file does.
    """
    engine, known = _account(_url()).engine, _opened_file(_url())
    if not is_ours(engine) or file_identity(engine) != known:
        engine.dispose()
        st.cache_resource.clear()
        st.cache_data.clear()


class _Newest:
    """The newest snapshot of an athlete. outlived: everything has to be read again, by the first that comes."""

    def __init__(self, account: Account, today: date, *, demo: bool) -> None:
        self._account, self._demo, self._today = account, demo, today
        self._lock = Lock()
        self.snapshot = read_snapshot(account, today, on_last_day=demo)
        self.outlived = False

    def follow(self, commit: str, today: date) -> bool:
        """Bring the snapshot to what the database holds, if it is not that of this commit; whether that can be done."""
        with self._lock:
            if self.outlived or (self.snapshot.training.athlete.state, self._today) == (commit, today):
                return not self.outlived
            found = self.snapshot.after(self._account, today, on_last_day=self._demo)
            if found:
                self.snapshot, self._today = found, today
            return found is not None


def _snapshot(url: str, athlete_id: int, commit: str, today: date, demo: bool) -> Snapshot:
    """The sample athlete lives on their last logged day."""
    newest = _newest(url, athlete_id, demo, today)
    if newest.follow(commit, today):
        return newest.snapshot
    if not newest.outlived:
        _newest.clear(url, athlete_id, demo, today)  # before the mark: whoever sees that must not get the old one again
        newest.outlived = True
    return _newest(url, athlete_id, demo, today).snapshot


@st.cache_resource(max_entries=_KEPT, show_spinner="Counting sets")
def _newest(url: str, athlete_id: int, demo: bool, _today: date) -> _Newest:
    """One an athlete, whatever the commit: it follows that by itself."""
    return _Newest(replace(_account(url), athlete_id=athlete_id), _today, demo=demo)


def _training(url: str, athlete_id: int, commit: str, today: date, demo: bool) -> Training:
    return _snapshot(url, athlete_id, commit, today, demo).training


@st.cache_resource(max_entries=_FIGURES_KEPT, show_spinner=False)
def _once(key: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:  # noqa: ARG001
    """The key holds database, athlete, commit and all that `_make` depends on; Streamlit does not hash `_make`."""
    return _make()


@st.cache_resource(max_entries=2 * _KEPT, show_spinner=False)
def _listed(url: str, athlete_id: int, commit: str, today: date, demo: bool, kind: RecordKind) -> pd.DataFrame:  # noqa: ARG001
    read = list_activities if kind is RecordKind.ACTIVITY else list_sessions
    return read(replace(_account(url), athlete_id=athlete_id))


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _weekly(url: str, athlete_id: int, commit: str, today: date, demo: bool) -> weeks.Weekly:
    return _snapshot(url, athlete_id, commit, today, demo).weekly


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _weekly_loads(url: str, athlete_id: int, commit: str, today: date, demo: bool) -> weeks.WeeklyLoads:
    return weeks.weekly_loads(_training(url, athlete_id, commit, today, demo))


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _mapped(url: str, athlete_id: int, commit: str, today: date, demo: bool) -> MappingCoverage:
    return mapping_coverage(_training(url, athlete_id, commit, today, demo).lifting.counted)


@st.cache_data(max_entries=2 * _KEPT, show_spinner=False)
def _balance(
    url: str,
    athlete_id: int,
    commit: str,
    today: date,
    demo: bool,
    days: int,
    written_for: region.Region,  # noqa: ARG001
) -> balances.Balance:
    """The reason to withhold a ratio is a sentence with numbers, so the region separates one from the next."""
    found = _training(url, athlete_id, commit, today, demo)
    return balances.balance(found.lifting, found.today, days)


@st.cache_data(max_entries=2 * _KEPT, show_spinner=False)
def _balance_trend(
    url: str,
    athlete_id: int,
    commit: str,
    today: date,
    demo: bool,
    days: int,
    step: int,
) -> pd.DataFrame:
    found = _training(url, athlete_id, commit, today, demo)
    start = weeks.first_day(found) or found.today
    return balances.balance_trend(found.lifting, start, found.today, days, step=step)


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _calendar(url: str, athlete_id: int, commit: str, today: date, demo: bool) -> pd.DataFrame:
    found = _training(url, athlete_id, commit, today, demo)
    return calendar_of(found.activities, found.lifting, to_date=found.today, runs_logged=found.runs_logged)

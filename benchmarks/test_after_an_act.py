"""One set changed, one session or one run logged → the overview shows it: processor time with 1, 5 and 20 years of data.

It is that of the act, done here as the pages do it, and of the run of the page in the real server after it. Goal: 400 ms at
twenty years. The first act of a kind is not counted: it loads what acts are made of.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.athletes import fill
from benchmarks.dashboard import Dashboard, dashboard
from benchmarks.test_server_runs import ServerClock
from benchmarks.twenty_years import LAST_DAY, write_twenty_years
from benchmarks.visitor import Visitor
from lib.model.record_id import RecordId
from lib.model.records import LiftingSet
from lib.model.vocabulary import RecordKind
from lib.services.editing.log import LoggedRun, LoggedSession, log_run, log_session
from lib.services.editing.sets import EditedSet, save_sets, sets_of
from lib.store.account import Account
from lib.store.records import listing

CLOCK: Final = ServerClock()
YEARS: Final = (1, 5, 20)


class Athlete(NamedTuple):
    """Somebody with so many years of data, and the server that shows them."""

    years: int
    account: Account
    server: Dashboard


@pytest.fixture(scope="module", params=YEARS, ids=lambda years: f"{years} years", name="athlete")
def _athlete(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Athlete]:
    folder: Path = tmp_path_factory.mktemp("acts")
    years = int(request.param)
    account = fill(folder / "legwork.db", write_twenty_years(folder, days=years * 365))
    with dashboard(f"sqlite:///{folder / 'legwork.db'}", folder) as server:
        yield Athlete(years, account, server)


def a_set_is_changed(account: Account, number: int) -> None:
    with account.read() as conn:
        newest = next(iter(listing.read_rows(conn, account.athlete_id, RecordKind.SESSION)))
    record = RecordId(RecordKind.SESSION, newest)
    wanted = [EditedSet(each.field, each.set) for each in sets_of(account, record).placed]
    wanted[0] = wanted[0]._replace(set=wanted[0].set._replace(reps=5 + number % 10))
    save_sets(account, record, wanted)


def a_session_is_logged(account: Account, number: int) -> None:
    sets = [
        LiftingSet(name, reps=8, load_kg=40.0) for name in ("Goblet Squat", "Hip Thrust", "Step-up") for _ in range(3)
    ]
    log_session(account, LoggedSession(_start(number), sets, elapsed_s=2700.0))


def a_run_is_logged(account: Account, number: int) -> None:
    log_run(account, LoggedRun(_start(number), 8000.0, 2700.0))


def _start(number: int) -> str:
    return f"{LAST_DAY - timedelta(days=number)} 12:00"


@pytest.mark.benchmark(timer=CLOCK)
@pytest.mark.parametrize("act", [a_set_is_changed, a_session_is_logged, a_run_is_logged], ids=lambda act: act.__name__)
def test_the_overview_after_an_act(
    benchmark: BenchmarkFixture, act: Callable[[Account, int], None], athlete: Athlete
) -> None:
    numbers = iter(range(100))

    def once() -> None:
        before = process_time()
        act(athlete.account, next(numbers))
        CLOCK.seconds += process_time() - before
        CLOCK.run(athlete.server, visitor, "")

    with Visitor(athlete.server.address) as visitor:
        visitor.run()
        benchmark.pedantic(once, rounds=10, warmup_rounds=2)

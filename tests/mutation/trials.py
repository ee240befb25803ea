"""A pytest plugin: all tests are collected once, then each fault is tried in a fork of this process.

A fault ends as `killed` (a test fails that passes without it), `endless` (it does not end: killed, too), `survived`, or
`unreached` (no test of this process reaches its line).
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from mutation import living
from mutation.areas import ROOT
from mutation.forks import ENDLESS, PASSED, in_a_fork
from mutation.new_start import Zygote, is_enough
from mutation.operators import Fault
from mutation.reach import Reach

_NOT_LOADED = "not loaded"


@dataclass(frozen=True)
class Outcome:
    """What became of a fault. by: the first test that failed. reached_by: how many tests reach its line."""

    fault: Fault
    end: str
    by: str
    reached_by: int


class Trials:
    """told: is given what became of each fault, one after the other."""

    def __init__(
        self,
        faults: Sequence[Fault],
        reach: Reach,
        zygote: Zygote,
        scratch: Path,
        told: Callable[[Outcome], None],
        enough_cpu_s: float,
    ) -> None:
        self._enough_cpu_s = enough_cpu_s
        self._faults, self._reach, self._zygote, self._scratch, self._told = faults, reach, zygote, scratch, told
        self._items: Mapping[str, pytest.Item] = {}
        self._sound: dict[str, bool] = {}
        self._failed = ""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """What a property finds is told at once and kept nowhere."""
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("faults", settings(), phases=phases, database=None, derandomize=True)
        settings.load_profile("faults")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config._tmp_path_factory.getbasetemp()
        self._items = {each.nodeid: each for each in session.items if _may_be_asked(each)}
        self._functions, self._caches = living.functions(), living.caches()
        for fault in self._faults:
            self._told(self._outcome(fault))
        return True

    def _outcome(self, fault: Fault) -> Outcome:
        tests = self._reach.tests_of(fault, set(self._items))
        while tests:
            end = self._end(fault, tests)
            if end in (PASSED, ENDLESS):
                return Outcome(fault, "survived" if end == PASSED else end, "", len(tests))
            if self._is_sound(end):
                return Outcome(fault, "killed", end, len(tests))
            tests = [each for each in tests if self._sound.get(each, True)]
        return Outcome(fault, "unreached", "", 0)

    def _end(self, fault: Fault, tests: Sequence[str]) -> str:
        """The first test that fails, PASSED or ENDLESS. What is worked out when a module is read needs a new start."""
        end = _NOT_LOADED
        if living.is_in_a_function(fault):
            end = in_a_fork(lambda: self._tried(fault, tests), self._scratch, self._enough_cpu_s)
        if end == _NOT_LOADED or (end == PASSED and self._reach.is_reached_by_reading(fault)):
            end = self._zygote.ask(fault, tests)
        return end

    def _tried(self, fault: Fault, tests: Sequence[str]) -> str:
        if not living.put_in(fault, self._functions) and _is_loaded(fault):
            return _NOT_LOADED
        for each in self._caches:
            each.cache_clear()
        return self._first_failure(tests)

    def _is_sound(self, test: str) -> bool:
        """Whether the test passes without any fault."""
        if test in self._items and test not in self._sound:
            self._sound[test] = (
                in_a_fork(partial(self._first_failure, [test]), self._scratch, self._enough_cpu_s) == PASSED
            )
        return self._sound.get(test, True)

    def _first_failure(self, tests: Sequence[str]) -> str:
        items, start = [self._items[each] for each in tests], time.monotonic()
        config = items[0].config
        config.pluginmanager.unregister(name="terminalreporter")
        for item, following in zip(items, [*items[1:], None], strict=True):
            config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed:
                return self._failed
            if is_enough(start, self._enough_cpu_s):
                break
        return PASSED

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed = self._failed or (report.nodeid if report.failed else "")


def _may_be_asked(item: pytest.Item) -> bool:
    needs = getattr(item, "fixturenames", ())
    on_server = "postgres" in item.nodeid or any("postgres" in each for each in needs if each != "database_url")
    return not on_server and item.get_closest_marker("browser") is None


def _is_loaded(fault: Fault) -> bool:
    return any(getattr(each, "__file__", None) == str(ROOT / fault.path) for each in list(sys.modules.values()))

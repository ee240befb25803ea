"""Faults in what is worked out when a module is read: tests in a process that has loaded what others wrote, and nothing of ours."""

import importlib
import os
import pickle
import time
from collections.abc import Sequence
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from mutation import living
from mutation.forks import PASSED, in_a_fork
from mutation.operators import Fault

OF_OTHERS = ("numpy", "pandas", "pandas.testing", "sqlalchemy", "sqlalchemy.dialects.sqlite", "alembic", "hypothesis.strategies", "babel", "openpyxl", "rapidfuzz", "fitdecode", "icalendar", "plotly", "streamlit.testing.v1")  # fmt: skip
MOST_TESTS = 300
ENOUGH_TIMES = 40  # as long by the clock, where other programs run beside
OPTIONS = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning"]


class Zygote:
    """A process that forks itself for each fault that it is asked about."""

    def __init__(self, scratch: Path, enough_cpu_s: float) -> None:
        ours, theirs = Pipe()
        self._pipe = ours
        self._child = os.fork()
        if not self._child:
            ours.close()
            _serve(theirs, scratch, enough_cpu_s)
            os._exit(0)
        theirs.close()

    def ask(self, fault: Fault, tests: Sequence[str]) -> str:
        """The first test that fails, PASSED or ENDLESS."""
        self._pipe.send_bytes(pickle.dumps((fault, list(tests[:MOST_TESTS]))))
        return str(self._pipe.recv())

    def end(self) -> None:
        self._pipe.send_bytes(b"")
        os.waitpid(self._child, 0)


def _serve(pipe: Connection, scratch: Path, enough_cpu_s: float) -> None:
    for name in OF_OTHERS:
        importlib.import_module(name)
    while asked := pipe.recv_bytes():
        fault, tests = pickle.loads(asked)  # noqa: S301 (from the process that forked this one)
        pipe.send(in_a_fork(partial(_tried, fault, tests, scratch, enough_cpu_s), scratch, enough_cpu_s))


def _tried(fault: Fault, tests: list[str], scratch: Path, enough_cpu_s: float) -> str:
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    living.loading_gives(str(living.ROOT / fault.path), living.compiled(fault))
    first = _First(enough_cpu_s)
    pytest.main([*OPTIONS, f"--basetemp={scratch / 'anew'}", *tests], plugins=[first])
    return first.failed or (PASSED if first.began else "conftest (reading it)")


def is_enough(start: float, enough_cpu_s: float) -> bool:
    """Whether the tests of a fault have had their time: what is left of them is not asked."""
    return time.process_time() > enough_cpu_s or time.monotonic() - start > enough_cpu_s * ENOUGH_TIMES


class _First:
    """began: whether the conftest could be read; where it cannot, pytest ends before it calls anything of ours."""

    failed, began = "", False

    def __init__(self, enough_cpu_s: float) -> None:
        self._start, self._enough_cpu_s = time.monotonic(), enough_cpu_s

    def pytest_configure(self) -> None:
        self.began = True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or (report.nodeid if report.failed else "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.failed = self.failed or (f"{report.nodeid or 'conftest'} (reading it)" if report.failed else "")

    def pytest_internalerror(self) -> None:
        self.failed = self.failed or "tests cannot be read"

    def pytest_runtest_logfinish(self) -> None:
        if is_enough(self._start, self._enough_cpu_s):
            raise pytest.exit.Exception("enough")

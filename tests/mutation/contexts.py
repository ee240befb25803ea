"""Tells coverage which test runs, for `make coverage`: a mutant is shown only to the tests that reach its line."""

from collections.abc import Iterator

import coverage
import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Lines that a test reaches, in its fixtures too, are noted under its name."""
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.switch_context(item.nodeid)
    return (yield)

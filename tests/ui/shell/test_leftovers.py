"""What runs leave behind in circles: gone after some of them, also while the collector pauses."""

import gc
import weakref

import pytest

from lib.services.importing.collector import collector_paused
from lib.ui.shell import leftovers


class Circle:
    def __init__(self) -> None:
        self.itself = self


def test_circles_are_cleared_away_while_an_import_pauses_the_collector():
    left = []
    with collector_paused():
        for _ in range(leftovers.RUNS):
            with leftovers.cleared():
                left.append(weakref.ref(Circle()))
        assert not gc.isenabled()
        assert any(each() is None for each in left)
    assert len([each for each in left if each() is not None]) < leftovers.RUNS


def test_a_run_that_ends_in_an_error_counts_too():
    with collector_paused():
        circle = weakref.ref(Circle())
        for _ in range(leftovers.RUNS):
            with pytest.raises(ZeroDivisionError), leftovers.cleared():
                raise ZeroDivisionError
        assert circle() is None


def test_streamlit_does_not_look_through_the_whole_heap_after_every_run():
    from streamlit import config

    assert config.get_option("runner.postScriptGC") is False

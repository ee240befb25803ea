"""Runs of pages in turn: first come, first served, and nobody shut out by whoever is inside."""

from contextlib import suppress
from threading import Barrier, Event, Thread

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from lib.ui.shell.turns import Turnstile

NEVER_S, AT_ONCE_S, PATIENCE_S = 600.0, 0.0, 20.0


def in_thread(work) -> Thread:
    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


def queued(turnstile: Turnstile, name: str, said: list[str]) -> Thread:
    """A thread that stands in line when this returns, and says its name when its turn has come."""
    before = len(turnstile._waiting)

    def run() -> None:
        with turnstile.turn():
            said.append(name)

    thread = in_thread(run)
    while thread.is_alive() and len(turnstile._waiting) == before:
        thread.join(0.001)
    return thread


def ended(*threads: Thread) -> bool:
    for thread in threads:
        thread.join(PATIENCE_S)
    return not any(thread.is_alive() for thread in threads)


def test_who_asked_first_has_the_first_turn():
    turnstile, said = Turnstile(NEVER_S), []
    with turnstile.turn():
        threads = [queued(turnstile, name, said) for name in "abcdef"]
        assert not said, "somebody came in while the turn was taken"
    assert ended(*threads)
    assert said == list("abcdef")


def test_one_runs_at_a_time_however_many_ask_at_once():
    turnstile, begin, inside, most = Turnstile(NEVER_S), Barrier(8), [], []

    def run() -> None:
        begin.wait(PATIENCE_S)
        for _ in range(50):
            with turnstile.turn():
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [in_thread(run) for _ in range(8)]
    assert ended(*threads)
    assert len(most) == 8 * 50
    assert set(most) == {1}


def test_a_run_that_takes_long_holds_up_nobody():
    turnstile, said = Turnstile(AT_ONCE_S), []
    with turnstile.turn():
        threads = [in_thread(lambda name=name: run_in(turnstile, said, name)) for name in "abc"]
        assert ended(*threads), "they waited for a turn that had lasted long enough"
        assert sorted(said) == list("abc")
    with turnstile.turn():
        said.append("the next")
    assert said[-1] == "the next"


def test_a_long_run_that_ends_at_last_does_not_end_the_turn_of_another():
    turnstile, said, first_goes = Turnstile(NEVER_S), [], Event()

    def long_run() -> None:
        with turnstile.turn():
            turnstile._longest_s = AT_ONCE_S
            assert first_goes.wait(PATIENCE_S)

    long = in_thread(long_run)
    while turnstile._inside is None:
        long.join(0.001)
    with turnstile.turn():  # beside the long run
        turnstile._longest_s = NEVER_S
        third = queued(turnstile, "third", said)
        first_goes.set()
        assert ended(long)
        assert not said
    assert ended(third)
    assert said == ["third"]


@pytest.mark.parametrize(
    "error",
    [ValueError(), StopException(), RerunException(RerunData()), KeyboardInterrupt()],
    ids=lambda each: type(each).__name__,
)
def test_a_turn_is_given_back_however_the_run_ends(error: BaseException):
    turnstile, said = Turnstile(NEVER_S), []
    with pytest.raises(type(error)), turnstile.turn():
        waits = queued(turnstile, "next", said)
        raise error
    assert ended(waits)
    assert said == ["next"]


def test_what_ends_a_thread_that_waits_leaves_the_line_as_if_it_had_not_come(monkeypatch: pytest.MonkeyPatch):
    turnstile, said = Turnstile(NEVER_S), []

    def stopped() -> None:
        with suppress(StopException):
            run_in(turnstile, said, "stopped")

    with turnstile.turn():
        monkeypatch.setattr(turnstile, "_wait", interrupted)
        assert ended(in_thread(stopped))
        monkeypatch.undo()
        assert not turnstile._waiting
        waits = queued(turnstile, "next", said)
    assert ended(waits)
    assert said == ["next"]


def test_a_dialog_that_is_drawn_within_its_page_does_not_wait_for_it():
    turnstile, said = Turnstile(NEVER_S), []

    @turnstile.turn()
    def dialog() -> None:
        said.append("dialog")

    def page() -> None:
        with turnstile.turn():
            dialog()
            dialog()
            said.append("page")
        dialog()

    assert ended(in_thread(page))
    assert said == ["dialog", "dialog", "page", "dialog"]
    assert turnstile._inside is None


def run_in(turnstile: Turnstile, said: list[str], name: str) -> None:
    with turnstile.turn():
        said.append(name)


def interrupted(_ticket: Event) -> None:
    raise StopException

"""How a command ends that cannot do its work: one sentence on standard error and an exit code, never a traceback."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, Final, NoReturn

import click

from lib.cli.output import FAILED
from lib.failures.boundary import outcome
from lib.failures.log import keep_log
from lib.failures.told import Told

_OWN_WORDS: Final = (click.ClickException, click.Abort, click.exceptions.Exit)  # click says these itself


class Group(click.Group):
    """The whole command line, behind the error boundary."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run a command and leave with its exit code."""
        with _ended_by_term():
            return in_one_sentence(lambda: super(Group, self).main(args, *rest, **options))


@contextmanager
def _ended_by_term() -> Iterator[None]:
    """Let TERM, and a terminal that is closed, end a command as Ctrl-C does: what it was at is rolled back, its files are removed.

    `legwork run` puts its own way of ending in this place. Without it the process would be gone at once.
    """
    if current_thread() is not main_thread():
        yield
        return
    ends = (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP"))  # Windows has no SIGHUP
    heard = [number for number in ends if number and signal.getsignal(number) == signal.SIG_DFL]
    before = {number: signal.signal(number, _end) for number in heard}
    received: list[int] = []
    try:
        yield
    except _Ended as ended:
        received.append(ended.number)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in received:
        signal.raise_signal(number)  # so that whoever sent it sees that it was heard


class _Ended(BaseException):
    """A signal came."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _end(number: int, _frame: object) -> NoReturn:
    raise _Ended(number)


def in_one_sentence(work: Callable[[], Any]) -> Any:
    """Do it; if that fails, say why and exit with FAILED."""
    ended = outcome(work, *_OWN_WORDS, first=_open_log)
    if isinstance(ended, Told):
        _say(f"legwork: {(ended.error_id and _damage()) or ended}")
        _give_up_output()
        sys.exit(FAILED)
    return ended


@contextmanager
def named_in_errors(path: Path) -> Iterator[None]:
    """Reading from an open file raises errors that do not say of which file."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


def _open_log() -> None:
    from lib.store.database.engine import data_folder  # late: most commands end well

    keep_log(data_folder())


def _damage() -> str:
    """Where nobody foresaw it: whether the database is damaged, of which anything may follow; "" where it is whole or none is there."""
    from lib.services.checking.check import check
    from lib.services.checking.damage import damage_words
    from lib.store.database.engine import default_url, stored_schema

    def looked() -> str:
        url = default_url()
        return damage_words(check(url).problems if stored_schema(url) else [])

    found = outcome(looked)  # of what fails here, too, the first failure is the one that is told
    return "" if isinstance(found, Told) else found


def _say(sentence: str) -> None:
    try:
        click.echo(sentence, err=True)
    except OSError:  # nobody can be told; the exit code says it
        return


def _give_up_output() -> None:
    """What waits for a full disk must not be tried again, and complained about, while Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

"""Backups of a database that others write to all the while: imports, edits and undos, each told of when it is stored."""

import os
import select
import shutil
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from look_alikes import strava, strava_run

from chaos.filled import run, url_of
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.record_id import parse_id
from lib.services.checking.check import check
from lib.services.editing.edit import edit
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.store.account import Account, open_account
from lib.store.database import backups, kept_backups
from lib.store.database.kept_backups import BackupKind

Say = Callable[[str], None]


@dataclass
class Told:
    """What writers said: titles that are stored to stay, titles that were taken back, the number of the last edit."""

    there: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    edits: int = 0
    failed: int = 0

    def hear(self, line: str) -> None:
        """One line of a writer."""
        word, _, title = line.partition(" ")
        if word == "stored":
            self.there.add(title)
        elif word == "gone":
            self.gone.add(title)
        elif word == "edited":
            self.edits = max(self.edits, int(title))
        else:
            self.failed += 1
            sys.stderr.write(f"{line}\n")


def try_backups(base: Path, folder: Path, number: int) -> Counter[str]:
    """Figures: backups, those that are damaged, what was told before they began and is missing in them; acts that failed; and
    of two that are brought back those that are not what is there then.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = Path(shutil.copyfile(base, folder / "legwork.db"))
    told, figures = Told(), Counter[str]()
    writers = [_fork(url_of(path), work) for work in (_imports, _edits, _imports_more)]
    try:
        for count in range(number):
            _listen(writers, told)
            figures.update(_back_up(path, told, count))
    finally:
        for child, pipe in writers:
            os.kill(child, signal.SIGKILL)  # in the middle of whatever it is at
            os.waitpid(child, 0)
            os.close(pipe)
    figures.update({"acts": len(told.there) + 2 * len(told.gone) + told.edits, "failed": told.failed})
    figures.update(_brought_back(path))
    return figures


def _back_up(path: Path, told: Told, count: int) -> Counter[str]:
    there, gone, edits = set(told.there), set(told.gone), told.edits
    copy = backups.back_up(path, BackupKind.BY_HAND, datetime.fromtimestamp(1_800_000_000 + count, UTC)).path
    figures = Counter({"backups": 1, "damaged": int(bool(check(url_of(copy)).problems))})
    try:
        backups.verify(copy)
    except StoreError:
        figures["damaged"] += 1
    with closing(sqlite3.connect(copy)) as connection:
        titles = {title for (title,) in connection.execute("SELECT title FROM activity")}
        (edited,) = connection.execute("SELECT title FROM activity WHERE id = 1").fetchone()
    figures["missing"] = len(there - titles) + len(gone & titles)
    figures["missing"] += int(bool(edits) and int(edited.removeprefix("Edit ")) < edits)
    return figures


def _brought_back(path: Path) -> Counter[str]:
    """The newest and the oldest one in the place of the database, which somebody has open: what is read then is what they hold."""
    account, figures = open_account(url_of(path)), Counter[str]()
    copies = kept_backups.list_backups(path)
    for each in (*copies[-1:], *copies[:1]):
        done = run(url_of(path), "restore", str(each.path))
        with account.read() as conn:
            there = conn.exec_driver_sql("SELECT count(*), max(id) FROM history_entry").fetchone()
        with closing(sqlite3.connect(each.path)) as connection:
            expected = connection.execute("SELECT count(*), max(id) FROM history_entry").fetchone()
        figures["restored"] += 1
        figures["bad"] += int(done.exit_code != 0 or tuple(there) != expected)
        figures["bad"] += int(check(url_of(path)).content != check(url_of(each.path)).content)
    account.engine.dispose()
    return figures


def _listen(writers: list[tuple[int, int]], told: Told) -> None:
    """Hear at least one word of each writer, and all that was said up to now. A writer that ended of itself says no more."""
    for writer in list(writers):
        while _hears(writer[1], told) and select.select([writer[1]], [], [], 0)[0]:
            pass


def _hears(pipe: int, told: Told) -> bool:
    line = b""
    while not line.endswith(b"\n"):
        letter = os.read(pipe, 1)
        if not letter:
            told.failed += 1
            return False
        line += letter
    told.hear(line.decode().strip())
    return True


def _fork(url: str, work: Callable[[Account], Iterator[str]]) -> tuple[int, int]:
    """A process that works until it is killed; its number, and where it tells what is stored."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        for line in work(open_account(url)):
            os.write(writing, f"{line}\n".encode())
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        os.write(writing, f"failed {error!r}\n".encode())
    finally:
        os._exit(0)


def _imports(account: Account, who: str = "one") -> Iterator[str]:
    """Import a run of its own, again and again, and take every second one back."""
    for number in range(1, 10_000):
        title = f"{who} {number}"
        row = strava_run(number, name=title, date=f"Jan {1 + number % 28}, {2000 + number // 28 % 20}, 6:00:00 AM")
        upload = strava(row.replace("900000", {"one": "81", "two": "82"}[who]))
        batch = _in_the_end(lambda upload=upload: import_files(account, [upload], Answers())).batch
        if number % 2 and batch:
            _in_the_end(lambda batch=batch: undo(account, batch, datetime.now(UTC)))
            yield f"gone {title}"
        else:
            yield f"stored {title}"


def _imports_more(account: Account) -> Iterator[str]:
    yield from _imports(account, "two")


def _edits(account: Account) -> Iterator[str]:
    for number in range(1, 100_000):
        _in_the_end(lambda number=number: edit(account, parse_id("run-1"), {"title": f"Edit {number}"}))
        yield f"edited {number}"


def _in_the_end(act: Callable[[], Any]) -> Any:
    """Do it, again where others were faster for five seconds, which says that nothing was stored."""
    while True:
        try:
            return act()
        except StoreError as error:
            if "writing to the database" not in str(error):
                raise

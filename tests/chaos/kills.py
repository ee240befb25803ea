"""Programs that are killed (SIGKILL) at a random moment of an import, edit, undo, restore, migration or backup.

Each is a fork of this process, so that a kill costs a tenth of a second and not the start of Python.
"""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from chaos.filled import ANSWERS, run, url_of
from lib.services.checking.check import check
from lib.store.database import backups, kept_backups
from lib.store.database.engine import stored_schema
from lib.store.database.migrate import revision_of, upgrade
from lib.store.database.schema import SCHEMA_VERSION

OLD_SCHEMA = 10


@dataclass(frozen=True)
class Act:
    """Something that is done to a database. words: of the command. base: what it is done to."""

    name: str
    base: Path
    words: tuple[str, ...]


def acts(base: Path) -> list[Act]:
    """One of each kind. base: a filled database, with the files that it was filled from beside it."""
    other, old = base.with_name("other.db"), base.with_name("old.db")
    if not other.exists():
        shutil.copyfile(base, other)
        assert run(url_of(other), "edit", "run-6", "title=Another state").exit_code == 0
        write_in_old_schema(base, old)
    more = str(base.with_name("more.csv"))
    return [
        Act("import", base, ("import", more, *ANSWERS)),
        Act("edit", base, ("edit", "run-5", "title=Killed", "distance=4.2")),
        Act("undo", base, ("undo", "2")),
        Act("restore", base, ("restore", str(other))),
        Act("migration", old, ("migrate",)),
        Act("backup", base, ("backup",)),
    ]


def write_in_old_schema(base: Path, old: Path) -> None:
    """The same rows as an earlier release kept them."""
    old.touch()
    upgrade(make_url(url_of(old)), revision_of(OLD_SCHEMA))
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("ATTACH ? AS base", (str(base),))
        tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table != "alembic_version":
                names = ", ".join(f'"{row[1]}"' for row in connection.execute(f'PRAGMA main.table_info("{table}")'))
                connection.execute(f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM base."{table}"')
        connection.commit()


def done_once(act: Act, folder: Path) -> tuple[str | None, str | None, float]:
    """The content before and after an act, and how many seconds it takes."""
    path = _fresh(act, folder)
    before = check(url_of(path)).content
    start = time.monotonic()
    assert _in_fork(lambda: _run(act, path), None), f"{act.name} fails also where nobody kills it"
    took = time.monotonic() - start
    return before, check(url_of(path)).content, took


def kill(act: Act, folder: Path, moment: float, allowed: tuple[str | None, str | None]) -> Counter[str]:
    """What went wrong by killing it at a moment (seconds); `done` where it had ended before."""
    path = _fresh(act, folder)
    done = _in_fork(lambda: _run(act, path), moment)
    found = check(url_of(path))
    figures = Counter({"kills": 1, "done": int(done)})
    figures["damaged"] = int(bool(found.problems))
    figures["partial"] = int(found.content not in allowed)
    figures["lost"] = int(done and found.content != allowed[1])
    figures["untrue copies"] = sum(not _is_true(each.path, allowed) for each in kept_backups.list_backups(path))
    if act.name == "migration":
        figures["between schemas"] = int(stored_schema(url_of(path)) not in (OLD_SCHEMA, SCHEMA_VERSION))
    return figures


def try_kills(base: Path, folder: Path, each: int, seed: int = 1) -> dict[str, Counter[str]]:
    """Figures by act. each: kills of one act."""
    chance, figures = random.Random(seed), {}
    for act in acts(base):
        before, after, took = done_once(act, folder)
        assert before
        assert after
        figures[act.name] = Counter[str]()
        for _ in range(each):
            figures[act.name].update(kill(act, folder, chance.uniform(0, 1.1 * took), (before, after)))
    return figures


def _run(act: Act, path: Path) -> bool:
    return run(url_of(path), *act.words).exit_code == 0


def _is_true(copy: Path, allowed: tuple[str | None, str | None]) -> bool:
    backups.verify(copy)
    return check(url_of(copy)).content in allowed


def _fresh(act: Act, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "legwork.db"
    shutil.copyfile(act.base, path)
    return path


def _in_fork(work: Callable[[], bool], moment: float | None) -> bool:
    """Whether a child said that its work was done before it was killed; it is not killed without a moment."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            if work():
                os.write(writing, b"done")
        finally:
            os._exit(0)
    os.close(writing)
    if moment is not None:
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, "rb") as said:
        done = said.read() == b"done"
    os.waitpid(child, 0)
    return done

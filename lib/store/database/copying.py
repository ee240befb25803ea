"""PostgreSQL's COPY, which goes on while the program reads what comes next.

The server needs about as long to check and store a chunk of sets as we need to read the following one. So a chunk is
handed to it by a thread; the next statement of the connection, whoever makes it, waits until it is stored.
"""

import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Integer, Table, event

_COPIES: Final = "legwork_copies"
_COPYING: Final = ThreadPoolExecutor(thread_name_prefix="copy")
_MOST_PENDING: Final = 2
_MEMO_ENTRIES: Final = 4096
# How long the thread that reads a file may keep the one that feeds the server waiting, a dozen times for every chunk. With
# Python's 5 ms the server idles: 200,000 sets took 4.0 s instead of 3.3 s.
_TURN_S: Final = 0.0005


class _ShortTurns:
    """Short turns of threads for as long as something is copied; Python has one interval for the whole process."""

    def __init__(self) -> None:
        self._lock, self._copies, self._usual = Lock(), 0, 0.0

    def begin(self) -> None:
        with self._lock:
            if not self._copies:
                self._usual = sys.getswitchinterval()
                sys.setswitchinterval(_TURN_S)
            self._copies += 1

    def end(self) -> None:
        with self._lock:
            self._copies -= 1
            if not self._copies:
                sys.setswitchinterval(self._usual)


_short_turns: Final = _ShortTurns()


class _Texts(dict[Sequence[Any], str]):
    """Values in COPY's text format, parted by tabs. Emptied when it has grown too large."""

    def __missing__(self, values: Sequence[Any]) -> str:
        if len(self) >= _MEMO_ENTRIES:
            self.clear()
        text = self[values] = "\t".join(map(_escaped, values))
        return text


@dataclass(slots=True)
class _Copies:
    """What a transaction copies. pending: each waits for the one before it, and fails with it."""

    pending: list[Future[None]] = field(default_factory=list)
    said: _Texts = field(default_factory=_Texts)

    def add(self, *what: Any) -> None:
        if len(self.pending) >= _MOST_PENDING:
            self.pending.pop(0).result()
        before = self.pending[-1] if self.pending else None
        _short_turns.begin()
        self.pending.append(_COPYING.submit(_copy_after, before, *what))

    def wait(self) -> None:
        """Whoever is interrupted while waiting can wait again."""
        if self.pending:
            wait(self.pending)
            last, self.pending = self.pending[-1], []
            last.result()


def copy_rows(conn: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Start to insert tuples of these columns. What is wrong with them is raised by the next statement."""
    copies: _Copies = conn.info.setdefault(_COPIES, _Copies())
    block = _as_text(table, columns, rows, copies.said).encode()
    copies.add(conn.connection.driver_connection, table, columns, block)


def wait_before_statements(engine: Engine) -> None:
    """Let every statement, and the end of every transaction, of an engine wait for what is being copied."""

    @event.listens_for(engine, "before_cursor_execute")
    def _before_statement(conn: Connection, *_statement: Any) -> None:
        _copies_of(conn).wait()

    @event.listens_for(engine, "commit")
    def _before_commit(conn: Connection) -> None:
        _copies_of(conn).wait()
        conn.info.pop(_COPIES, None)

    @event.listens_for(engine, "rollback")
    def _before_rollback(conn: Connection) -> None:
        with suppress(Exception):  # whatever it was, nothing of it stays, and the first reason is told
            _copies_of(conn).wait()
        if not conn.invalidated:
            conn.info.pop(_COPIES, None)


def _copies_of(conn: Connection) -> _Copies:
    """None under way where nothing was copied, or where the server has ended the connection."""
    nothing = _Copies()
    return nothing if conn.invalidated else conn.info.get(_COPIES, nothing)


def _copy_after(before: Future[None] | None, *what: Any) -> None:
    """One after the other, and nothing after a failure."""
    try:
        if before is not None:
            before.result()
        _copy(*what)
    finally:
        _short_turns.end()


def _copy(driver: Any, table: Table, columns: Sequence[str], block: bytes) -> None:
    from psycopg import sql  # only where PostgreSQL is in use: it belongs to an extra

    names = sql.SQL(", ").join(sql.Identifier(table.c[each].name) for each in columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    with driver.cursor() as cursor, cursor.copy(statement) as copying:
        copying.write(block)


def _as_text(table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]], said: _Texts) -> str:
    """A line for every row, in the text format of COPY.

    Numbers at both ends of a row are its own: ids, positions, lines. What stands between them is often the same as in
    an earlier row, as people repeat sets, and is put into words once.
    """
    first, last = _between_own_numbers([table.c[name] for name in columns])
    line = "\t".join(["%d"] * first + ["%s"] + ["%d"] * (len(columns) - last)) + "\n"
    return "".join([line % (*row[:first], said[row[first:last]], *row[last:]) for row in rows])


def _between_own_numbers(columns: Sequence[Column[Any]]) -> tuple[int, int]:
    """Where what is no whole number begins and ends in a row."""
    others = [place for place, column in enumerate(columns) if column.nullable or not isinstance(column.type, Integer)]
    return others[0], others[-1] + 1


def _escaped(value: Any) -> str:
    if value is None:
        return r"\N"
    return str(value).replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")

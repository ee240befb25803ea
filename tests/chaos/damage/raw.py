"""Bytes of a file changed as disks, cables and interrupted writes change them."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from chaos.damage.pages import PAGE, pages_of

SECTOR = 512


def bit_anywhere(base: Path, path: Path, chance: random.Random) -> str:
    data = bytearray(base.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 1 << chance.randrange(8)
    return _write(path, data, f"bit of byte {place}")


def byte_anywhere(base: Path, path: Path, chance: random.Random) -> str:
    data = bytearray(base.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= chance.randrange(1, 256)
    return _write(path, data, f"byte {place}")


def header(base: Path, path: Path, chance: random.Random) -> str:
    data = bytearray(base.read_bytes())
    place = chance.randrange(100)
    data[place] ^= chance.randrange(1, 256)
    return _write(path, data, f"header byte {place}")


def random_bytes(base: Path, path: Path, chance: random.Random) -> str:
    data = bytearray(base.read_bytes())
    place, length = chance.randrange(len(data)), chance.randrange(1, 600)
    data[place : place + length] = chance.randbytes(min(length, len(data) - place))
    return _write(path, data, f"{length} bytes from {place}")


def zeroed_block(base: Path, path: Path, chance: random.Random) -> str:
    data = bytearray(base.read_bytes())
    length = chance.choice((SECTOR, PAGE, 4 * PAGE))
    place = chance.randrange(0, len(data), SECTOR)
    data[place : place + length] = bytes(min(length, len(data) - place))
    return _write(path, data, f"{length} bytes of nothing from {place}")


def cut_off(base: Path, path: Path, chance: random.Random) -> str:
    data = base.read_bytes()
    length = chance.choice((chance.randrange(len(data)), PAGE * chance.randrange(len(data) // PAGE)))
    return _write(path, data[:length], f"only {length} bytes")


def pages_swapped(base: Path, path: Path, chance: random.Random) -> str:
    data = bytearray(base.read_bytes())
    one, other = chance.sample(range(len(data) // PAGE), 2)
    data[_at(one)], data[_at(other)] = data[_at(other)], data[_at(one)]
    return _write(path, data, f"pages {one + 1} and {other + 1} swapped")


def torn_page(base: Path, path: Path, chance: random.Random) -> str:
    """Some sectors of a page are of another state of the same database (`earlier.db`), or all of them: a write that was lost."""
    data, earlier = bytearray(base.read_bytes()), base.with_name("earlier.db").read_bytes()
    both = range(min(len(data), len(earlier)) // PAGE)
    page = chance.choice([each for each in both if data[_at(each)] != earlier[_at(each)]])
    sectors = chance.randrange(1, PAGE // SECTOR + 1)
    place = page * PAGE
    data[place : place + sectors * SECTOR] = earlier[place : place + sectors * SECTOR]
    return _write(path, data, f"{sectors} sectors of page {page + 1} are old")


def page_of(kind: str) -> Callable[[Path, Path, random.Random], str]:
    """Damage of one to four bytes in a page of this kind: their heads, pointers and contents."""

    def damage(base: Path, path: Path, chance: random.Random) -> str:
        data = bytearray(base.read_bytes())
        page = chance.choice(pages_of(base)[kind])
        end = chance.choice((16, 64, PAGE))
        place = (page - 1) * PAGE + chance.randrange(end)
        for each in range(place, min(place + chance.randrange(1, 5), len(data))):
            data[each] ^= chance.randrange(1, 256)
        return _write(path, data, f"page {page} ({kind}), byte {place % PAGE}")

    return damage


def schema_text(base: Path, path: Path, chance: random.Random) -> str:
    """A letter of the definition, the name or the place of a table or an index."""
    path.write_bytes(base.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        connection.execute("PRAGMA writable_schema=ON")
        rows = connection.execute("SELECT rowid, sql, name, tbl_name, type FROM sqlite_master").fetchall()
        row, column = chance.choice(rows), chance.randrange(1, 5)
        text = row[column] or row[2]
        name = ("sql", "name", "tbl_name", "type")[column - 1] if row[column] else "name"
        place = chance.randrange(len(text))
        other = text[:place] + bytes([text[place] ^ chance.choice((1, 2, 4, 16, 32, 128))]) + text[place + 1 :]
        connection.execute(f"UPDATE sqlite_master SET {name} = CAST(? AS TEXT) WHERE rowid = ?", (other, row[0]))
        connection.commit()
    return f"schema: {name} of {row[2]!r}: {text[max(0, place - 9) : place + 9]!r} -> {other[max(0, place - 9) : place + 9]!r}"


def _at(page: int) -> slice:
    return slice(page * PAGE, (page + 1) * PAGE)


def _write(path: Path, data: bytes | bytearray, what: str) -> str:
    path.write_bytes(data)
    return what

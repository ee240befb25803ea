"""Seals of tables that only grow, the history of the person: an act costs the same whether it is the tenth or the ten-thousandth.

Such a seal is the sum of a digest of each row, and the highest key that is in it: what is new is added to it without reading
the rest. So it also keeps telling of damage in older rows, whatever was added since.
"""

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, Final

from sqlalchemy import Connection, Select

from lib.store.database import own_schema
from lib.store.database.bulk import fetch_rows

# Their rows begin with the number of the entry.
TABLES: Final = (own_schema.history_entry.name, own_schema.history_change.name)
_BYTES: Final = 16
_SHAPE: Final = re.compile(r"([0-9a-f]{32})-(\d{1,18})")


def is_of_growing(seal: str) -> bool:
    """Whether a seal has this shape."""
    return _SHAPE.fullmatch(seal) is not None


def seal_of(conn: Connection, rows: Select[Any], earlier: str = "") -> str:
    """The seal of all rows: of those beyond an earlier seal and that one together, where there is one."""
    found = _SHAPE.fullmatch(earlier)
    total, highest = (int(found[1], 16), int(found[2])) if found else (0, 0)
    number = rows.selected_columns[0]
    new = fetch_rows(conn, rows.where(number > highest))
    total = (total + _sum(new)) % 2 ** (8 * _BYTES)
    return f"{total:0{2 * _BYTES}x}-{max((row[0] for row in new), default=highest)}"


def _sum(rows: Iterable[tuple[Any, ...]]) -> int:
    texts = (repr(row).encode("utf-8", "surrogatepass") for row in rows)
    return sum(int.from_bytes(blake2b(text, digest_size=_BYTES).digest()) for text in texts)

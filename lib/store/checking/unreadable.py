"""What reading a damaged database may raise, and its words."""

import sqlite3
import zlib
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from lib.model.errors import StoreError

# Rows are damaged in every way: no date, no JSON, JSON of another shape, no such word, a number that no type holds.
UNREADABLE: Final[tuple[type[Exception], ...]] = (
    sqlite3.Error, SQLAlchemyError, StoreError, OSError, zlib.error, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError, RecursionError, MemoryError,
)  # fmt: skip


def words_of(error: BaseException) -> str:
    """One line, as it stands in a sentence."""
    original = getattr(error, "orig", None) or error
    return (str(original).splitlines() or [""])[0].rstrip(".") or type(original).__name__

"""What the four layouts share: quoting, numbers, month names, writing a file."""

from collections.abc import Iterable
from pathlib import Path

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def write_lines(path: Path, header: str, lines: Iterable[str]) -> Path:
    """The file at `path`: UTF-8, LF, one header."""
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8", newline="\n")
    return path


def quoted(text: str) -> str:
    """The text as a quoted cell."""
    return '"' + text.replace('"', '""') + '"'


def quoted_where_needed(text: str) -> str:
    """The text as a cell that is quoted only where it must be."""
    return quoted(text) if any(mark in text for mark in ',"\n') else text


def number(value: float | None) -> str:
    """Up to six digits without trailing zeros; blank for None."""
    return "" if value is None else f"{value:g}"

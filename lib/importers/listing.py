"""What the importers say of themselves: how a source is called, and the list for the README (`make docs` writes it anew)."""

import sys
from pathlib import Path

from lib.importers.base import importers

SEEN, NOT_SEEN = "a real file", "public code only \\*"
BEGIN, END = "<!-- formats: written by make docs -->", "<!-- end of formats -->"


def source_title(source: str) -> str:
    """How a source is called on the screen, without the name of its file; an own table is called by its name."""
    return next((each.title.split(" · ")[0] for each in importers() if each.name == source), source)


def formats_table() -> str:
    """A Markdown table of every format: the file, where to click, and what its layout was compared with."""
    rows = [f"| {each.title} | {each.where} | {SEEN if each.seen else NOT_SEEN} |" for each in importers()]
    return "\n".join(["| file | where to get it | layout verified on |", "|---|---|---|", *rows])


def with_formats(text: str) -> str:
    """A document with the list between its two marks replaced. ValueError where a mark is missing."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{formats_table()}\n\n{END}{after}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_formats(path.read_text("utf-8")), "utf-8")

"""What is wrong in a file that Legwork wrote for an athlete of hostile names: the sentence list is empty where nothing is."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

from hostile_names import HOST
from icalendar import Calendar

from lib.model.formula import reads_as_formula

TAGS = {"html", "head", "meta", "title", "style", "script", "body", "header", "h1", "h2", "p", "main", "section", "dl", "div", "dt", "dd", "figure", "table", "thead", "tbody", "tr", "th", "td", "footer"}  # fmt: skip
ATTRIBUTES = {
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "class",
    "role",
    "aria-label",
    "scope",
    "id",
    "type",
    "style",
}
OF_AN_EVENT = {"UID", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"}


def wrong_in(path: Path) -> list[str]:
    """By the kind of the file; KeyError for a kind that nobody looks into yet."""
    look = {".csv": _in_csv, ".zip": _in_zip, ".html": _in_html, ".ics": _in_ics, ".json": _in_json}[path.suffix]
    return [f"{path.name}: {each}" for each in look(path.read_bytes())]


def _in_csv(content: bytes) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    if len(rows) < 2:
        yield "no rows, so it shows nothing"
    for row in rows:
        if len(row) != len(rows[0]):
            yield f"{len(row)} cells where the header has {len(rows[0])}"
        yield from (f"a formula: {cell!r}" for cell in row if reads_as_formula(cell) and not _is_number(cell))


def _in_zip(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or any(each in name for each in "<>:\\\r\n\x00"):
                yield f"an entry {name!r}"
            if path.suffix == ".csv" and not name.startswith("originals/"):  # what was imported stays as it was
                yield from (f"{name}: {each}" for each in _in_csv(archive.read(name)) if not each.startswith("no rows"))


def _in_html(content: bytes) -> Iterator[str]:
    page = _Elements()
    page.feed(content.decode())
    yield from page.odd


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.odd.append(f"an element {tag} {attrs}")
            return
        self.odd += [f"{tag} {name}={value}" for name, value in attrs if name not in ATTRIBUTES or (name != "aria-label" and HOST in (value or ""))]  # fmt: skip


def _in_ics(content: bytes) -> Iterator[str]:
    for each in Calendar.from_ical(content).walk():
        if each.name not in ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"):
            yield f"a component {each.name}"
        if each.name == "VEVENT" and (more := set(each) - OF_AN_EVENT):
            yield f"an event says {sorted(more)}"


def _in_json(content: bytes) -> Iterator[str]:
    if not json.loads(content):
        yield "nothing in it"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True

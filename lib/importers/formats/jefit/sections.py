"""The tables of a JEFIT file: each follows a line such as `### EXERCISE LOGS ####…`."""

import re
from typing import Final

from lib.importers.base import HEAD_BYTES, Upload

_LINE: Final = re.compile(rb"^[ \t]*\"?###+[ \t]*([A-Z][A-Z ]*[A-Z])[ \t]*#*[^\n]*$", re.MULTILINE)
_KNOWN: Final = frozenset({b"SETTING", b"PROFILE", b"ROUTINES", b"WORKOUT SESSIONS", b"EXERCISE LOGS"})
# A header must stand in the head of what is read, behind as many blank lines as come before it.
_MOST_BLANK_LINES: Final = HEAD_BYTES // 2


def starts_with_a_section(upload: Upload) -> bool:
    """Whether the head of a file has a line of hash signs with the name of one of its tables."""
    return b"###" in upload.head and any(found[1] in _KNOWN for found in _LINE.finditer(upload.head))


def jefit_sections(upload: Upload) -> dict[str, Upload]:
    """Every table by its name, the first one of each; tables of nothing but blank lines are left out.

    All lines before a table are blank in it, so that messages name the line of the whole file; in a table that begins
    below line 32,768 lines are counted from its own start.
    """
    with upload.open() as stream:
        content = stream.read()
    found: dict[str, Upload] = {}
    marks = list(_LINE.finditer(content))
    for mark, end in zip(marks, [*(each.start() for each in marks[1:]), len(content)], strict=True):
        body, lines = content[mark.end() : end], content.count(b"\n", 0, mark.end())
        if body.strip():
            blank = b"\n" * lines if lines < _MOST_BLANK_LINES else b""
            found.setdefault(mark[1].decode(), Upload(upload.name, blank + body))
    return found

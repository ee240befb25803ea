"""The rows at the beginning of a table: what an importer may look at to tell whose file it is."""

import csv
import io
from itertools import islice
from typing import Final

from lib.importers.base import HEAD_BYTES, Upload
from lib.importers.reading.encoding import encoding_of_head
from lib.importers.reading.table_header import Header, decoded
from lib.model.errors import UnreadableFile

_ENOUGH: Final = 500


def head_rows(upload: Upload, header: Header) -> list[list[str]]:
    """At most 500 rows below the header, as far as they lie within the first 64 KiB. Never raises.

    A row that the end of the head may have cut is left out; none where the head is no table.
    """
    try:
        text = decoded(upload.head, encoding_of_head(upload.head))
        lines = list(io.StringIO(text, newline=""))[header.line - 1 :]
        rows = [cells for cells in islice(csv.reader(lines, delimiter=header.delimiter), _ENOUGH + 2) if any(cells)]
    except (UnreadableFile, OSError, csv.Error):
        return []
    return rows[1 : len(rows) - (len(upload.head) >= HEAD_BYTES)][:_ENOUGH]

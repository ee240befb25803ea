"""What the tests of the smaller run sources share: reading an invented file the way the import does."""

from lib.importers.base import Importer, Upload, find_importer
from lib.model.athlete import Answers
from lib.model.records import Activity, Problem, Record


def read_file(importer: Importer, content: str | bytes, answers: Answers | None = None) -> list[Record]:
    """All records of a file that this importer and no other claims."""
    upload = Upload("any name", content if isinstance(content, bytes) else content.encode())
    assert find_importer(upload) is importer
    return list(importer.extract(upload, answers or Answers()))


def only_activity(records: list[Record]) -> Activity:
    """The one activity of a file that has nothing else to say."""
    (activity,) = records
    assert isinstance(activity, Activity), activity
    return activity


def places(records: list[Record], *, rows: int) -> list[tuple[int | None, str | None]]:
    """Line and column of every problem that rejects (rows=1) or warns (rows=0)."""
    return [(each.line, each.column) for each in records if isinstance(each, Problem) and each.rows == rows]


def cells(text: str, delimiter: str = ",") -> list[str]:
    """The cells of a header or a row that is written in one line."""
    return text.split(delimiter)

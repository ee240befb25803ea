"""LiftLog: one row a set with the wall clock of that set, newest first; sessions are told apart by their id."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lib.importers.base import Upload
from lib.importers.lifting.layout import Layout
from lib.importers.lifting.log_columns import LogColumns
from lib.importers.lifting.set_log import SetLog
from lib.importers.lifting.survey import Bout, KnownBouts, Survey
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import Moment
from lib.model.athlete import Answers
from lib.model.records import Problem, Record, Session


class LiftLog(SetLog):
    """See lib.importers.base.Importer."""

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """See Importer.extract. The newest set comes first in the file."""
        for record in super().extract(upload, answers):
            yield replace(record, sets=record.sets[::-1]) if isinstance(record, Session) else record

    def bouts(self, columns: LogColumns, seen: Survey, read_moment: Callable[[str], Moment]) -> KnownBouts:
        """The sessions of a file by their id; each starts with its earliest set."""
        at = columns.must("Timestamp")
        name, id_at = columns.name(at), columns.session.start_at
        found: KnownBouts = {}
        for row in columns.table.rows():
            if isinstance(row, Problem):
                continue
            _, cells = row
            key = (cells[id_at], "")
            try:
                moment = read_cell(name, cells[at], read_moment)
            except BadCell as bad:
                found.setdefault(key, BadCell(bad.column, bad.value, bad.why))
                continue
            known = found.get(key)
            if not isinstance(known, Bout) or moment.local < known.moment.local:
                found[key] = Bout(cells[id_at].strip(), moment, cells[at], "", seen.ends[key])
        return found


importer = LiftLog(
    name="liftlog",
    title="LiftLog · plaintext export",
    where="In the app: Settings, Export, Backup, and Restore, Plaintext Export, CSV.",
    signature=("SessionId", "Exercise", "WeightUnit"),
    seen=False,
    layout=Layout(
        start=("SessionId",),
        exercise=("Exercise",),
        reps=("Reps",),
        weights=((("Weight",), ("WeightUnit",)),),
        remark=("Notes",),
    ),
)

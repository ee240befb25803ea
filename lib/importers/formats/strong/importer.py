"""Strong: one row a set, in several layouts since 2016; the unit of the weights is often left out."""

from dataclasses import replace

from lib.importers.base import Upload
from lib.importers.formats.strong.marks import kind_of_mark, why_none
from lib.importers.formats.strong.names import NAMES
from lib.importers.formats.strong.places import header_by_place
from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.set_log import SetLog
from lib.importers.reading.table import Table, open_table
from lib.importers.reading.table_header import read_header


class Strong(SetLog):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns, or by rows that only Strong writes under names that are not known."""
        header = read_header(upload)
        return super().identify(upload) or (header is not None and header_by_place(header, upload) is not None)

    def table(self, upload: Upload) -> Table:
        """With every column under the name that it has in English, where its places prove which it is."""
        table = open_table(upload)
        return replace(table, header=header_by_place(table.header, upload) or table.header)


importer = Strong(
    name="strong",
    title="Strong · strong.csv",
    where="In the app: Profile, Settings, Export Strong Data.",
    signature=(NAMES["title"], NAMES["exercise"], NAMES["kind"]),
    enough=2,
    layout=SetLogLayout(
        start=NAMES["start"],
        title=NAMES["title"],
        notes=NAMES["notes"],
        length=NAMES["length"],
        exercise=NAMES["exercise"],
        status=NAMES["exercise"],
        why_none=why_none,
        kind=NAMES["kind"],
        kind_of=kind_of_mark,
        resting=True,
        reps=NAMES["reps"],
        weights=((NAMES["weight"], NAMES["weight unit"]),),
        distances=((NAMES["distance"], NAMES["distance unit"]),),
        in_metres=True,
        seconds=NAMES["seconds"],
        rpe=NAMES["rpe"],
        remark=NAMES["remark"],
        must=frozenset({"title", "kind"}),
    ),
)

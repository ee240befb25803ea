"""Everything that reads bytes of strangers: all importers, and what unpacks or explains files for them."""

from collections.abc import Iterator
from typing import Final, Protocol

from lib.importers.base import Upload, find_importer, importers
from lib.importers.own_tables.column_mapping import ColumnMapping, lacks, signature_of
from lib.importers.own_tables.column_words import guess_columns, guess_row, guess_units
from lib.importers.own_tables.importer import Mapped
from lib.importers.reading.table_header import read_header
from lib.importers.reading.workbook import is_workbook, read_sheet
from lib.importers.unpacking.archive import is_archive, open_archive
from lib.importers.unpacking.gzipped import is_gzip, unpacked
from lib.importers.unpacking.kinds import contents_of
from lib.model.athlete import Answers
from lib.model.records import Record
from lib.model.vocabulary import DateOrder, DistanceUnit, WeightUnit

ANSWERS: Final = Answers("Europe/Berlin", WeightUnit.KG, DistanceUnit.KM, DateOrder.DAY_FIRST)


class Reader(Protocol):
    """The part of an importer that a fuzz target calls."""

    name: str

    def identify(self, upload: Upload) -> bool: ...
    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]: ...


class _Zip:
    name = "zip"

    def identify(self, upload: Upload) -> bool:
        return is_archive(upload)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """The files in an archive, each by its importer."""
        found = contents_of(open_archive(upload))
        for member in [*found.files, *found.details.values()]:
            inside = Upload(member.path, member.read())
            if importer := find_importer(inside):
                yield from importer.extract(inside, answers)


class _Gzip:
    name = "gzip"

    def identify(self, upload: Upload) -> bool:
        return is_gzip(upload.head)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """The file in a gzip file by its importer."""
        inside = unpacked(upload)
        if importer := find_importer(inside):
            yield from importer.extract(inside, answers)


class _OwnTable:
    """A person's own table, mapped by what its headings seem to say."""

    name = "own-table"

    def identify(self, upload: Upload) -> bool:
        return not is_workbook(upload) and read_header(upload) is not None and find_importer(upload) is None

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """Its rows; none where the headings do not say enough."""
        header = read_header(upload)
        if header is None:
            return
        row_is = guess_row(header.names)
        columns = guess_columns(header.names, row_is)
        units = guess_units(header.names, [[]] * len(header.names), columns, row_is, (DistanceUnit.KM, WeightUnit.KG))
        mapping = ColumnMapping("fuzz", row_is, signature_of(header), columns, units)
        if not lacks(mapping):
            yield from Mapped(mapping).extract(upload, answers)


class _Workbook:
    """Every sheet of a workbook, each read as an own table."""

    name = "workbook"

    def identify(self, upload: Upload) -> bool:
        return is_workbook(upload)

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        first = read_sheet(upload)
        for sheet in [first, *(read_sheet(upload, name) for name in first.others)]:
            yield from _OwnTable().extract(sheet.table, answers)


def readers() -> dict[str, Reader]:
    """All readers by their names."""
    every: list[Reader] = [*importers(), _Zip(), _Gzip(), _OwnTable(), _Workbook()]
    return {reader.name: reader for reader in every}

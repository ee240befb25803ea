"""Where the records of an import go, whatever is done with them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from lib.model.vocabulary import RecordKind
from lib.store.records.contents import Bout
from lib.store.records.merging import Content
from lib.store.records.recompute import Recomputed
from lib.store.records.records import Known


class Difference(NamedTuple):
    """What a file says of a record that is there with another content."""

    record_id: int
    content_hash: str
    record: Bout


class Sink(Protocol):
    """Where reconciled records go: into a transaction, or nowhere when it is a preview."""

    def known(self, kind: RecordKind, source: str) -> dict[str, Known]:
        """What is there of this source, by source key."""
        ...

    def insert(self, source: str, record: Bout, content_hash: str) -> int:
        """Take a new record; its id."""
        ...

    def remember(self, kind: RecordKind, record_id: int, content_hash: str) -> None:
        """Remember that this file contained the record."""
        ...

    def said(self, kind: RecordKind, record_ids: Sequence[int]) -> dict[int, list[Content]]:
        """What each of these records says, first, and what the files before this one said of it."""
        ...

    def newest(self, source: str) -> datetime | None:
        """How recent the most recent file of a source is; None where there is none."""
        ...

    def finish_file(self, as_of: datetime | None) -> None:
        """All of a file was seen; it is as recent as this."""
        ...

    def recompute(self, kind: RecordKind, differences: Sequence[Difference]) -> dict[int, Recomputed]:
        """Let records of the finished file, which say something else, say what all imports say together; by id."""
        ...

"""The protocol of every importer, and how they are found: one module, or one folder, of `formats` is one format."""

import importlib
import io
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar, runtime_checkable

from lib.model.athlete import Answers
from lib.model.errors import AmbiguousFile
from lib.model.records import Record
from lib.model.traits import KnownTraits, Traits

T = TypeVar("T")

HEAD_BYTES = 64 * 1024
# What forges a line or an order of letters where a name is shown, or what no database and no terminal can take.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def showable(name: str) -> str:
    """The name of a file as it may stand on a screen, in a log and in the database."""
    return _UNSHOWABLE.sub("\ufffd", name)


class Stored(Protocol):
    """Bytes that lie somewhere else, such as in an archive, and are fetched when they are read."""

    @property
    def size(self) -> int:
        """Bytes, as far as their place says."""
        ...

    def open(self) -> BinaryIO:
        """They from the start, as a stream. UnreadableFile, there or while it is read, where they are damaged."""
        ...


@dataclass(frozen=True, slots=True)
class Upload:
    """A name and a byte source. The name is only ever shown, so it is made fit for that; the content says what it is."""

    name: str
    source: bytes | Path | Stored
    _found: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def open(self) -> BinaryIO:
        """The bytes from the start, as a stream. The caller closes it."""
        if isinstance(self.source, Path):
            return self.source.open("rb")
        return io.BytesIO(self.source) if isinstance(self.source, bytes) else self.source.open()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", showable(self.name))

    @property
    def head(self) -> bytes:
        """The first 64 KiB, read once."""
        return self.once("head", self._read_head)

    @classmethod
    def with_head(cls, name: str, source: bytes | Path | Stored, head: bytes) -> "Upload":
        """One whose first 64 KiB are at hand."""
        return cls(name, source, {"head": head})

    def once(self, what: str, find: Callable[[], T]) -> T:
        """What has to be looked for in the bytes, found once: a file is read anew with every answer to what it asks."""
        if what not in self._found:
            self._found[what] = find()
        found: T = self._found[what]
        return found

    def forget(self) -> None:
        """Keep nothing of the content in memory any longer."""
        self._found.clear()

    def _read_head(self) -> bytes:
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    @property
    def size(self) -> int:
        """Bytes."""
        if isinstance(self.source, Path):
            return self.source.stat().st_size
        return len(self.source) if isinstance(self.source, bytes) else self.source.size


class Importer(Protocol):
    """One export format.

    name:  stable id, stored with every record ("strava").
    title: shown to people ("Strava · activities.csv").
    where: where to click in the app to get the file, one sentence.
    seen:  whether the layout was compared with a file of the app; else it is known from descriptions and code only.
    traits: what the source is like beside others. An importer that has none is of a log kept by itself.
    """

    name: str
    title: str
    where: str
    seen: bool

    def identify(self, upload: Upload) -> bool:
        """Whether this is our format, by content. Total: never raises; reads at most the head."""
        ...

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """Records in the order of the file.

        Needs before the first record where an answer is missing; UnreadableFile where the whole file is no good.
        Every source row ends in exactly one record that rejects, ignores or holds it (warnings come on top, rows=0).
        """
        ...


@runtime_checkable
class Dated(Protocol):
    """An importer whose files say on which day the app wrote them."""

    def export_day(self, upload: Upload) -> date | None:
        """That day; None where this file does not say it. Total; reads at most the head."""
        ...


def export_day(importer: Importer, upload: Upload) -> date | None:
    """The day on which the app wrote a file, as far as its importer can tell."""
    return importer.export_day(upload) if isinstance(importer, Dated) else None


@cache
def importers() -> tuple[Importer, ...]:
    """All importers: the object called `importer` of every module below `formats` that has one, by title."""
    formats = importlib.import_module("lib.importers.formats")
    found = pkgutil.walk_packages(formats.__path__, f"{formats.__name__}.")
    modules = (importlib.import_module(each.name) for each in found if not each.ispkg)
    return tuple(
        sorted(
            (module.importer for module in modules if hasattr(module, "importer")), key=lambda each: each.title.lower()
        )
    )


@cache
def known_traits() -> KnownTraits:
    """What every importer says of its source, by name."""
    return {each.name: getattr(each, "traits", Traits()) for each in importers()}


def find_importer(upload: Upload) -> Importer | None:
    """The one importer that claims the file, or None. AmbiguousFile naming both where two do."""
    claims = [importer for importer in importers() if importer.identify(upload)]
    if len(claims) > 1:
        raise AmbiguousFile("Two importers claim this file: " + " and ".join(claim.title for claim in claims))
    return claims[0] if claims else None

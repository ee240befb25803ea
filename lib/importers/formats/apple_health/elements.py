"""Apple Health's export.xml, streamed: only the workouts are kept, one at a time, whatever the size of the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.expatreader import DefusedExpatParser  # type: ignore[import-untyped]

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile

# Apple writes its own grammar into the file, some years with mistakes in it. It is blanked before parsing, so the
# parser can refuse every document type; what is not exactly this form reaches the parser and is refused there.
_GRAMMAR: Final = re.compile(rb"<!DOCTYPE\s+HealthData\s*(?:\[(.*?)\]\s*)?>", re.DOTALL)
_ENTITY: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ROOT: Final = re.compile(rb"<HealthData[\s>]")
_NOT_A_LINE_BREAK: Final = re.compile(rb"[^\n]+")
_REFUSED: Final = "The XML declares entities or another document type, which Apple's export never does; it is refused."
_BLOCK: Final = 64 * 1024
_MOST_BLOCKS_WITHOUT_A_TAG: Final = 64  # one tag of more than 4 MiB is an attack


@dataclass(slots=True)
class AppleBout:
    """One Workout element, or one WorkoutActivity in it.

    attributes: its own. statistics: those of the WorkoutStatistics directly in it. metadata: its MetadataEntry values.
    exported:   when the file was made, as written; "" where it does not say.
    legs:       its WorkoutActivity elements: the sports of a triathlon, the steps of intervals, or all of it once more.
    """

    line: int
    attributes: dict[str, str]
    exported: str = ""
    statistics: list[dict[str, str]] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    legs: list["AppleBout"] = field(default_factory=list)


def is_apple_health(head: bytes) -> bool:
    """Whether a file begins like Apple's export, with or without its grammar."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"<?xml", b"<!DOCTYPE HealthData", b"<HealthData")):
        return False
    return bool(_ROOT.search(head)) or b"<!DOCTYPE HealthData" in head


def stream_bouts(upload: Upload) -> Iterator[AppleBout]:
    """Every workout, in the order of the file.

    UnreadableFile where the XML is damaged, declares entities, or is no export of Apple Health.
    """
    parser = DefusedExpatParser(forbid_dtd=True)
    reader = _Reader(parser)
    parser.setContentHandler(reader)
    try:
        for block in _blocks(upload):
            parser.feed(block)
            reader.heartbeat()
            yield from reader.take()
        parser.close()
        yield from reader.take()
    except DefusedXmlException as error:
        raise UnreadableFile(_REFUSED) from error
    except SAXParseException as error:
        line = error.getLineNumber()
        why = f"The XML breaks off or is damaged in line {line} ({error.getMessage()}); export it again."
        raise UnreadableFile(why, line=line) from error
    except (SAXException, LookupError, ValueError) as error:  # also an encoding that the parser does not know
        raise UnreadableFile(f"The XML cannot be read: {error}.") from error


def _blocks(upload: Upload) -> Iterator[bytes]:
    yield _without_grammar(upload.head)
    with upload.open() as stream:
        stream.seek(len(upload.head))
        while block := stream.read(_BLOCK):
            yield block


def _without_grammar(head: bytes) -> bytes:
    """The head with Apple's internal grammar blanked, line by line so that line numbers stay right."""
    found = _GRAMMAR.search(head)
    root = _ROOT.search(head)
    if not found or (root and root.start() < found.start()):
        return head
    if _ENTITY.search(found[0]):
        raise UnreadableFile(_REFUSED)
    return head[: found.start()] + _NOT_A_LINE_BREAK.sub(b" ", found[0]) + head[found.end() :]


class _Reader(ContentHandler):
    """Keeps what stands in a Workout directly below the root, and in its WorkoutActivity elements, and nothing else."""

    def __init__(self, parser: DefusedExpatParser) -> None:
        super().__init__()
        self.parser = parser
        self.depth = 0
        self.exported = ""
        self.current: AppleBout | None = None
        self.leg: AppleBout | None = None
        self.finished: list[AppleBout] = []
        self.quiet_blocks = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - named by xml.sax
        """See ContentHandler."""
        self.quiet_blocks = 0
        if self.depth == 0 and name != "HealthData":
            raise UnreadableFile(f"This is no export of Apple Health: it begins with {name[:40]}.")
        if self.depth == 1:
            self._start_record(name, attrs)
        elif self.depth == 2 and self.current is not None:
            self._keep(self.current, name, attrs)
        elif self.depth == 3 and self.leg is not None:
            self._keep(self.leg, name, attrs)
        self.depth += 1

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - named by xml.sax
        """See ContentHandler."""
        self.quiet_blocks = 0
        self.depth -= 1
        if self.depth == 2:
            self.leg = None
        if self.depth == 1 and self.current is not None:
            self.finished.append(self.current)
            self.current = None

    def take(self) -> list[AppleBout]:
        """What was finished since the last call."""
        finished, self.finished = self.finished, []
        return finished

    def heartbeat(self) -> None:
        """Once a block. UnreadableFile where one tag goes on and on."""
        self.quiet_blocks += 1
        if self.quiet_blocks > _MOST_BLOCKS_WITHOUT_A_TAG:
            raise UnreadableFile("One tag of this XML is longer than 4 MiB; it is refused.")

    def _start_record(self, name: str, attrs: Any) -> None:
        if name == "Workout":
            self.current = AppleBout(self.parser.getLineNumber(), dict(attrs.items()), self.exported)
        elif name == "ExportDate":
            self.exported = attrs.get("value", "")

    def _keep(self, bout: AppleBout, name: str, attrs: Any) -> None:
        if name == "WorkoutStatistics":
            bout.statistics.append(dict(attrs.items()))
        elif name == "MetadataEntry":
            bout.metadata[attrs.get("key", "")] = attrs.get("value", "")
        elif name == "WorkoutActivity" and bout is self.current:
            self.leg = AppleBout(self.parser.getLineNumber(), dict(attrs.items()), bout.exported)
            bout.legs.append(self.leg)

"""XML of strangers, read as a stream: no DTD, no entities, nothing fetched, and no element too deep, large or many."""

import re
import time
from typing import Final, NoReturn, Protocol
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, DTDForbidden  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_DEPTH, MAX_XML_ELEMENTS, MAX_XML_SECONDS, MAX_XML_TAG_BYTES

_CHUNK: Final = 64 * 1024
_BLANK: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*")
_NOT_UTF8_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00")


class Handler(Protocol):
    """What is done with the elements, in the order of the file. Names are without namespace."""

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element starts. line: of the file, 1 for the first."""
        ...

    def end(self, name: str, text: str, line: int) -> None:
        """An element ends. text: what stood in it after its last child began, trimmed."""
        ...


def read_xml(upload: Upload, handler: Handler) -> None:
    """Hand over every element of a file. UnreadableFile naming the line where it is damaged or beyond a limit."""
    guard = _Guard(handler)
    try:
        with upload.open() as stream:
            guard.feed(_without_blanks(stream.read(_CHUNK)))
            while chunk := stream.read(_CHUNK):
                guard.feed(chunk)
        guard.parser.close()
    except ParseError as error:
        line, why = error.position[0], str(error).partition(":")[0]
        raise UnreadableFile(f"The XML is damaged in line {line} ({why}); export it again.", line=line) from error
    except DTDForbidden as error:
        raise UnreadableFile("This XML brings its own document type (DTD), which is never read.") from error
    except (DefusedXmlException, ValueError, LookupError) as error:
        raise UnreadableFile("This XML is in an encoding or form that is not read; save it as UTF-8.") from error


def root_name(head: bytes) -> str:
    """The name of the outermost element, without namespace; "" where the file is no XML. Never raises."""
    if not head.lstrip().startswith((b"<", b"\xef\xbb\xbf", *_NOT_UTF8_MARKS)):
        return ""
    root = _Root()
    try:
        _Guard(root).feed(_without_blanks(head))
    except _Found:
        return root.name
    except DTDForbidden as error:
        return str(error.name)
    except (ParseError, UnreadableFile, ValueError, LookupError):
        return ""
    return ""


class _Found(Exception):
    """The root was seen: nothing more needs to be read."""


class _Root:
    """A handler that wants the first element alone."""

    name = ""

    def begin(self, name: str, attributes: dict[str, str], line: int) -> NoReturn:  # noqa: ARG002
        self.name = name
        raise _Found

    def end(self, name: str, text: str, line: int) -> None:
        """Never reached."""


class _Guard:
    """Stands between the parser and a handler and counts."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)
        self.depth = self.elements = self.since_tag = 0
        self.until = time.monotonic() + MAX_XML_SECONDS
        self.texts: list[str] = []

    def feed(self, chunk: bytes) -> None:
        """Parse some more. UnreadableFile beyond a limit."""
        last = chunk.rfind(b">")
        self.since_tag = self.since_tag + len(chunk) if last < 0 else len(chunk) - last
        if self.since_tag > MAX_XML_TAG_BYTES:
            raise UnreadableFile("This XML has a piece of more than 256 KiB without a tag, as no export has.")
        if time.monotonic() > self.until:
            raise UnreadableFile(f"Reading this XML takes longer than {MAX_XML_SECONDS:.0f} seconds.")
        self.parser.feed(chunk)

    @property
    def line(self) -> int:
        """Where the parser is."""
        return int(self.parser.parser.CurrentLineNumber)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Called by the parser."""
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_XML_ELEMENTS:
            raise UnreadableFile(
                f"This XML has more than {MAX_DEPTH} levels or {MAX_XML_ELEMENTS:,} elements.", line=self.line
            )
        self.texts.clear()
        self.handler.begin(tag.rpartition("}")[2], attributes, self.line)

    def end(self, tag: str) -> None:
        """Called by the parser."""
        self.depth -= 1
        self.handler.end(tag.rpartition("}")[2], "".join(self.texts).strip(), self.line)
        self.texts.clear()

    def data(self, text: str) -> None:
        """Called by the parser."""
        self.texts.append(text)

    def close(self) -> None:
        """Called by the parser."""


def _without_blanks(chunk: bytes) -> bytes:
    """Some watches write blanks before `<?xml`, which XML forbids."""
    return chunk if chunk.startswith(_NOT_UTF8_MARKS) else _BLANK.sub(b"", chunk)

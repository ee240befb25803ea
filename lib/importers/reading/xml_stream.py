"""XML of strangers, read as a stream: no DTD, no entities, nothing fetched, and no element too deep, large or many."""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NoReturn, Protocol
from xml.parsers import expat

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_DEPTH, MAX_XML_ELEMENTS, MAX_XML_SECONDS, MAX_XML_TAG_BYTES

_CHUNK: Final = 64 * 1024
_FIRST_CHUNK: Final = 1024
_BLANK: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*")
_NOT_UTF8_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read. tag_bytes: from one tag to the next; the parser looks at the same bytes again and again."""

    depth: int = MAX_DEPTH
    elements: int = MAX_XML_ELEMENTS
    tag_bytes: int = MAX_XML_TAG_BYTES
    seconds: float = MAX_XML_SECONDS


LIMITS: Final = Limits()


class Handler(Protocol):
    """What is done with the elements, in the order of the file. Names are without the prefix of a namespace."""

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element starts. line: of the file, 1 for the first."""
        ...

    def end(self, name: str, text: str, line: int) -> None:
        """An element ends. text: what stood in it after its last child began, trimmed."""
        ...


def read_xml(upload: Upload, handler: Handler, limits: Limits = LIMITS) -> None:
    """Hand over every element of a file. UnreadableFile naming the line where it is damaged or beyond a limit."""
    for _ in parsed(chunks_of(upload), handler, limits):
        pass


def parsed(chunks: Iterable[bytes], handler: Handler, limits: Limits = LIMITS) -> Iterator[None]:
    """The same bit by bit, for what is too long to be kept: pauses after every chunk."""
    guard = _Guard(handler, limits)
    try:
        for chunk in chunks:
            guard.feed(chunk)
            yield
        guard.close()
        yield
    except expat.ExpatError as error:
        why = f"The XML is damaged in line {error.lineno} ({expat.ErrorString(error.code)}); export it again."
        raise UnreadableFile(why, line=error.lineno) from error
    except (ValueError, LookupError) as error:  # of the codecs
        raise UnreadableFile("This XML is in an encoding or form that is not read; save it as UTF-8.") from error


def chunks_of(upload: Upload) -> Iterator[bytes]:
    """The bytes of a file. Some watches write blanks before `<?xml`, which XML forbids; they are left out."""
    with upload.open() as stream:
        yield _without_blanks(stream.read(_CHUNK))
        while chunk := stream.read(_CHUNK):
            yield chunk


def root_name(head: bytes) -> str:
    """The name of the outermost element, without prefix; "" where the file is no XML. Never raises."""
    if not head.lstrip().startswith((b"<", b"\xef\xbb\xbf", *_NOT_UTF8_MARKS)):
        return ""
    root = _Root()
    try:
        root.look_for_it_in(_without_blanks(head))
    except (_Found, expat.ExpatError, ValueError, LookupError):
        return root.name
    return ""


def may_declare_entities(head: bytes) -> bool:
    """Whether a document type stands before the outermost element, or so much that the head does not show it.

    For XML that a library reads: entities are declared there and nowhere else. False for what is no XML.
    """
    root = _Root()
    try:
        root.look_for_it_in(head)
    except _Found:
        return root.is_document_type
    except (expat.ExpatError, ValueError, LookupError):
        return False  # and just there the library finds it damaged
    return bool(head)


class _Found(Exception):
    """The root was seen: nothing more needs to be read."""


class _Root:
    """Looks for the first element, or for the document type, which names it."""

    name = ""
    is_document_type = False

    def look_for_it_in(self, head: bytes) -> None:
        """_Found where it is there. A little first, as it mostly stands in the first lines."""
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.StartDoctypeDeclHandler = self._found, self._found_type
        parser.Parse(head[:_FIRST_CHUNK])
        parser.Parse(head[_FIRST_CHUNK:])

    def _found(self, name: str, *_: object) -> NoReturn:
        self.name = _local(name)
        raise _Found

    def _found_type(self, name: str, *_: object) -> NoReturn:
        self.is_document_type = True
        self._found(name)


class _Guard:
    """Stands between the parser and a handler and counts."""

    def __init__(self, handler: Handler, limits: Limits) -> None:
        self.handler, self.limits = handler, limits
        # Without namespaces: converters write prefixes that no line declares.
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        # Entities are declared in a document type and nowhere else.
        self.parser.StartDoctypeDeclHandler = _refuse_document_type
        self.texts: list[str] = []
        self.parser.CharacterDataHandler = self.texts.append
        self.depth = self.elements = self.since_tag = 0
        self.until = time.monotonic() + limits.seconds

    def feed(self, chunk: bytes) -> None:
        """Parse some more. UnreadableFile beyond a limit."""
        before = self.elements
        self.parser.Parse(chunk)
        self.since_tag = self.since_tag + len(chunk) if self.elements == before else 0
        if self.since_tag > self.limits.tag_bytes:
            size = f"{self.limits.tag_bytes // 1024:,} KiB"
            raise UnreadableFile(f"This XML has a piece of more than {size} without a tag, as no export has.")
        if time.monotonic() > self.until:
            raise UnreadableFile(f"Reading this XML takes longer than {self.limits.seconds:.0f} seconds.")

    def close(self) -> None:
        """After the last chunk. ExpatError where the file is not whole."""
        self.parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        line = self.parser.CurrentLineNumber
        if self.depth > self.limits.depth or self.elements > self.limits.elements:
            most = f"{self.limits.depth} levels or {self.limits.elements:,} elements"
            raise UnreadableFile(f"This XML has more than {most}.", line=line)
        self.texts.clear()
        self.handler.begin(_local(name), attributes, line)

    def _end(self, name: str) -> None:
        self.depth -= 1
        texts = self.texts
        text = texts[0].strip() if len(texts) == 1 else "".join(texts).strip()
        texts.clear()
        self.handler.end(_local(name), text, self.parser.CurrentLineNumber)


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


def _refuse_document_type(*_: object) -> NoReturn:
    raise UnreadableFile("This XML brings its own document type (DTD), which is never read.")


def _without_blanks(chunk: bytes) -> bytes:
    return chunk if chunk.startswith(_NOT_UTF8_MARKS) else _BLANK.sub(b"", chunk)

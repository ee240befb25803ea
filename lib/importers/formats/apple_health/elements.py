"""Apple Health's export.xml, streamed: only the workouts are kept, one at a time, whatever the size of the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lib.importers.base import Upload
from lib.importers.reading.xml_stream import Limits, chunks_of, parsed, root_name
from lib.model.errors import UnreadableFile

# Apple writes its own grammar into the file, some years with mistakes in it. It is blanked before parsing, so the
# parser can refuse every document type; what is not exactly this form reaches the parser and is refused there.
_GRAMMAR: Final = re.compile(rb"<!DOCTYPE\s+HealthData\s*(?:\[(.*?)\]\s*)?>", re.DOTALL)
_ENTITY: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ROOT: Final = re.compile(rb"<HealthData[\s>]")
_NOT_A_LINE_BREAK: Final = re.compile(rb"[^\n]+")
_REFUSED: Final = "The XML declares entities or another document type, which Apple's export never does; it is refused."
# Ten years of a watch are some ten million beats of the heart; nothing of them is kept.
_LIMITS: Final = Limits(elements=500_000_000, seconds=3600)


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
    return root_name(head) == "HealthData"


def stream_bouts(upload: Upload) -> Iterator[AppleBout]:
    """Every workout, in the order of the file.

    UnreadableFile where the XML is damaged, declares entities, or is no export of Apple Health.
    """
    reader = _Reader()
    for _ in parsed(_chunks(upload), reader, _LIMITS):
        yield from reader.take()


def _chunks(upload: Upload) -> Iterator[bytes]:
    chunks = chunks_of(upload)
    yield _without_grammar(next(chunks))
    yield from chunks


def _without_grammar(head: bytes) -> bytes:
    """The head with Apple's internal grammar blanked, line by line so that line numbers stay right."""
    found = _GRAMMAR.search(head)
    root = _ROOT.search(head)
    if not found or (root and root.start() < found.start()):
        return head
    if _ENTITY.search(found[0]):
        raise UnreadableFile(_REFUSED)
    return head[: found.start()] + _NOT_A_LINE_BREAK.sub(b" ", found[0]) + head[found.end() :]


class _Reader:
    """Keeps what stands in a Workout directly below the root, and in its WorkoutActivity elements, and nothing else."""

    def __init__(self) -> None:
        self.depth = 0
        self.exported = ""
        self.current: AppleBout | None = None
        self.leg: AppleBout | None = None
        self.finished: list[AppleBout] = []

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        if self.depth == 0 and name != "HealthData":
            raise UnreadableFile(f"This is no export of Apple Health: it begins with {name[:40]}.")
        if self.depth == 1:
            self._start_record(name, attributes, line)
        elif self.depth == 2 and self.current is not None:
            self._keep(self.current, name, attributes, line)
        elif self.depth == 3 and self.leg is not None:
            self._keep(self.leg, name, attributes, line)
        self.depth += 1

    def end(self, name: str, text: str, line: int) -> None:  # noqa: ARG002
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

    def _start_record(self, name: str, attributes: dict[str, str], line: int) -> None:
        if name == "Workout":
            self.current = AppleBout(line, attributes, self.exported)
        elif name == "ExportDate":
            self.exported = attributes.get("value", "")

    def _keep(self, bout: AppleBout, name: str, attributes: dict[str, str], line: int) -> None:
        if name == "WorkoutStatistics":
            bout.statistics.append(attributes)
        elif name == "MetadataEntry":
            bout.metadata[attributes.get("key", "")] = attributes.get("value", "")
        elif name == "WorkoutActivity" and bout is self.current:
            self.leg = AppleBout(line, attributes, bout.exported)
            bout.legs.append(self.leg)

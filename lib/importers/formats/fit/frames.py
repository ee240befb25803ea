"""The frames of a FIT file: whole, undamaged, and only those of the kinds that are needed.

A watch writes a frame a second, and an import needs the few that sum up the bout. Walking over the frames costs a
hundredth of decoding them, so the rest is cut out before the decoder (fitdecode) sees the file.
"""

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from lib.importers.formats.fit.checksum import checksum
from lib.model.errors import UnreadableFile

_MARK: Final = b".FIT"
_SHORT_HEADER, _LONG_HEADER, _CRC = 12, 14, 2
_COMPRESSED, _DEFINITION, _DEVELOPER = 0x80, 0x40, 0x20


class Frame(NamedTuple):
    """A definition (kind None) or a run of messages of one kind (global message number), as bytes of the body."""

    kind: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FitFile:
    """One file; several may be chained in one stream. body: the frames, without header and CRC."""

    body: bytes
    frames: tuple[Frame, ...]

    @property
    def kinds(self) -> set[int]:
        """The kinds of message that there are."""
        return {frame.kind for frame in self.frames if frame.kind is not None}

    def only(self, kinds: Collection[int]) -> bytes:
        """A FIT file of the messages of these kinds and all definitions; its CRC is 0 and not to be checked."""
        kept = (frame for frame in self.frames if frame.kind is None or frame.kind in kinds)
        body = b"".join(self.body[frame.start : frame.end] for frame in kept)
        return struct.pack("<BBHI4s", _SHORT_HEADER, 0x10, 0, len(body), _MARK) + body + b"\0\0"


def is_fit(head: bytes) -> bool:
    """Whether the first bytes are those of a FIT file."""
    return head[8:12] == _MARK and len(head) > 0 and head[0] in (_SHORT_HEADER, _LONG_HEADER)


def fit_files(content: bytes) -> Iterator[FitFile]:
    """Every FIT file of a stream, each with its CRC verified. UnreadableFile with the reason where one is damaged."""
    at = 0
    while at < len(content):
        end = _end_of(content, at)
        if checksum(content[at:end]):
            raise UnreadableFile("This FIT file is damaged (its checksum is wrong); copy it from the watch again.")
        body = content[at + content[at] : end - _CRC]
        yield FitFile(body, tuple(_frames(body)))
        at = end


def _end_of(content: bytes, at: int) -> int:
    """Where the file that starts at `at` ends, CRC included. UnreadableFile where it is not all there."""
    header = content[at : at + _SHORT_HEADER]
    if len(header) < _SHORT_HEADER or not is_fit(header):
        where = "at its start" if at == 0 else "after its first part"
        raise UnreadableFile(f"This FIT file is damaged: {where} there is no header of a FIT file.")
    (size,) = struct.unpack_from("<I", header, 4)
    end: int = at + header[0] + size + _CRC
    if size == 0:
        raise UnreadableFile("This FIT file holds a header and no data.")
    if end > len(content):
        raise UnreadableFile(
            f"This FIT file is incomplete: {len(content) - at:,} of {end - at:,} bytes; copy it from the watch again."
        )
    return end


def _frames(body: bytes) -> Iterator[Frame]:
    """All frames in their order. UnreadableFile where one is undefined or cut off."""
    defined: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(body):
        header = body[at]
        if not header & _COMPRESSED and header & _DEFINITION:
            end, *definition = _definition(body, at)
            kind, defined[header & 0x0F] = None, (definition[0], definition[1])
        else:
            local = (header >> 5) & 0x03 if header & _COMPRESSED else header & 0x0F
            if local not in defined:
                raise _broken(at)
            kind, size = defined[local]
            end = at + 1 + size
            while end < len(body) and body[end] == header:  # a watch writes the same message a thousand times
                end += 1 + size
        if end > len(body):
            raise _broken(at)
        yield Frame(kind, at, end)
        at = end


def _definition(body: bytes, at: int) -> tuple[int, int, int]:
    """(end of the definition, kind of the messages it defines, their size without header)."""
    fields_at = at + 6
    if fields_at > len(body):
        raise _broken(at)
    (kind,) = struct.unpack_from("<H" if body[at + 2] == 0 else ">H", body, at + 3)
    end = fields_at + 3 * body[at + 5]
    sizes = body[fields_at + 1 : end : 3]
    if body[at] & _DEVELOPER and end < len(body):
        developer_at, end = end + 1, end + 1 + 3 * body[end]
        sizes += body[developer_at + 1 : end : 3]
    return end, kind, sum(sizes)


def _broken(at: int) -> UnreadableFile:
    return UnreadableFile(f"This FIT file is damaged: what stands at byte {at:,} is no message; copy it again.")

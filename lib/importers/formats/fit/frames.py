"""The frames of a FIT file: whole, undamaged, and only those of the kinds that are needed.

A watch writes a frame a second, and an import needs the few that sum up the bout. Walking over the frames costs a
hundredth of decoding them, so the rest is cut out before the decoder (fitdecode) sees the file.
"""

import struct
from collections.abc import Collection, Iterator
from contextlib import suppress
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


class Rest(NamedTuple):
    """What follows a whole file and is not read. lost: whether it would be another file, which is damaged."""

    why: str
    lost: bool


@dataclass(frozen=True, slots=True)
class FitFile:
    """One file; several may be chained in one stream. body: the frames, without header and CRC.

    finished: whether the watch wrote its size and CRC at the end; nothing vouches for the messages otherwise.
    """

    body: bytes
    frames: tuple[Frame, ...]
    finished: bool = True

    @property
    def kinds(self) -> set[int]:
        """The kinds of message that there are."""
        return {frame.kind for frame in self.frames if frame.kind is not None}

    def records(self, kind: int, field: int) -> bool:
        """Whether messages of this kind are defined to have this field."""
        return any(_defines(self.body[each.start : each.end], kind, field) for each in self.frames if each.kind is None)

    def only(self, kinds: Collection[int]) -> bytes:
        """A FIT file of the messages of these kinds and all definitions; its CRC is 0 and not to be checked."""
        kept = (frame for frame in self.frames if frame.kind is None or frame.kind in kinds)
        body = b"".join(self.body[frame.start : frame.end] for frame in kept)
        return struct.pack("<BBHI4s", _SHORT_HEADER, 0x10, 0, len(body), _MARK) + body + b"\0\0"


def is_fit(head: bytes) -> bool:
    """Whether the first bytes are those of a FIT file."""
    return head[8:12] == _MARK and len(head) > 0 and head[0] in (_SHORT_HEADER, _LONG_HEADER)


def fit_files(content: bytes) -> Iterator[FitFile | Rest]:
    """Every FIT file of a stream, each with its CRC verified. UnreadableFile with the reason where the first is damaged.

    What is wrong after a whole file costs none of the files before; it is given as the rest.
    """
    at, whole = 0, 0
    while at < len(content):
        try:
            end, file = _file_at(content, at)
        except UnreadableFile as error:
            if not whole:
                raise
            yield Rest(error.why, lost=is_fit(content[at : at + _SHORT_HEADER]))
            return
        at = end
        if file:
            whole += 1
            yield file
    if not whole:
        raise UnreadableFile("This FIT file holds a header and no data.")


def _file_at(content: bytes, at: int) -> tuple[int, FitFile | None]:
    """(where it ends, CRC included; the file, or None where it is empty)."""
    header = content[at : at + _SHORT_HEADER]
    if len(header) < _SHORT_HEADER or not is_fit(header):
        if at:
            raise UnreadableFile(f"The {len(content) - at:,} bytes after the end of this FIT file are no FIT file.")
        raise UnreadableFile("This FIT file is damaged: at its start there is no header of a FIT file.")
    (size,) = struct.unpack_from("<I", header, 4)
    begin = at + header[0]
    end: int = begin + size + _CRC
    if size == 0:
        empty = end >= len(content) or is_fit(content[end : end + _SHORT_HEADER])
        return (end, None) if empty else (len(content), _unfinished(content[begin:]))
    if end > len(content):
        raise UnreadableFile(
            f"This FIT file is incomplete: {len(content) - at:,} of {end - at:,} bytes; copy it from the watch again."
        )
    if checksum(content[at:end]):
        raise UnreadableFile("This FIT file is damaged (its checksum is wrong); copy it from the watch again.")
    body = content[begin : end - _CRC]
    return end, FitFile(body, tuple(_frames(body)))


def _unfinished(body: bytes) -> FitFile:
    """A file whose size was never written, as the watch stopped before: its frames as far as they go."""
    frames: list[Frame] = []
    with suppress(UnreadableFile):
        frames += _frames(body)
    if not frames:
        raise UnreadableFile("This FIT file was never finished by the watch, and holds no message.")
    return FitFile(body, tuple(frames), finished=False)


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
            while end + size < len(body) and body[end] == header:  # a watch writes the same message a thousand times
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


def _defines(definition: bytes, kind: int, field: int) -> bool:
    (defined,) = struct.unpack_from("<H" if definition[2] == 0 else ">H", definition, 3)
    return defined == kind and field in definition[6 : 6 + 3 * definition[5] : 3]


def _broken(at: int) -> UnreadableFile:
    return UnreadableFile(f"This FIT file is damaged: what stands at byte {at:,} is no message; copy it again.")

"""Times and heart rates of a FIT file's records, taken from their bytes: decoding each record costs a hundred times as much."""

import struct
from typing import Final, NamedTuple

from lib.importers.formats.fit.frames import FitFile
from lib.importers.formats.fit.messages import RECORD

_COMPRESSED: Final = 0x80
_TIME, _HEART_RATE = 253, 3
_ROLLS_OVER: Final = 32  # seconds, of the five bits of time in a compressed header


class _Layout(NamedTuple):
    """Of one kind of message. size: with its header. time, rate: where these stand, from the header on; -1: not at all."""

    kind: int
    size: int
    time: int
    rate: int
    big_endian: bool

    def pattern(self) -> struct.Struct:
        """Reads time and heart rate, those that there are, in the order in which they stand."""
        places = sorted((at, code, size) for at, code, size in ((self.time, "I", 4), (self.rate, "B", 1)) if at >= 0)
        text, at = ">" if self.big_endian else "<", 0
        for start, code, size in places:
            text += f"{start - at}x{code}"
            at = start + size
        return struct.Struct(f"{text}{self.size - at}x")


def beats_of(file: FitFile) -> list[tuple[float, ...]]:
    """(seconds of FIT, beats a minute) of every record that has both, in their order, as the watch wrote them."""
    layouts: dict[int, _Layout] = {}
    beats: list[tuple[float, ...]] = []
    last = 0
    for frame in file.frames:
        header = file.body[frame.start]
        if frame.kind is None:
            layouts[header & 0x0F] = _layout(file.body[frame.start : frame.end])
            continue
        compressed = header & _COMPRESSED
        layout = layouts[(header >> 5) & 0x03 if compressed else header & 0x0F]
        if compressed:
            last += ((header & 0x1F) - last) % _ROLLS_OVER
        found = _messages(file.body[frame.start : frame.end], layout, last)
        if not compressed and layout.time >= 0:
            last = int(found[-1][0])
        if layout.kind == RECORD and layout.rate >= 0 and (compressed or layout.time >= 0):
            beats += found
    return beats


def _messages(run: bytes, layout: _Layout, time: int) -> list[tuple[float, ...]]:
    """(time, heart rate) of each message of a run, or what there is of it. time: where they have none of their own."""
    found = list(layout.pattern().iter_unpack(run))
    if layout.time < 0:
        return [(time, *each) for each in found]
    return found if layout.time < layout.rate or layout.rate < 0 else [each[::-1] for each in found]


def _layout(definition: bytes) -> _Layout:
    big_endian = definition[2] != 0
    (kind,) = struct.unpack_from(">H" if big_endian else "<H", definition, 3)
    fields_end = 6 + 3 * definition[5]
    at, time, rate = 1, -1, -1
    for place in range(6, fields_end, 3):
        number, size = definition[place], definition[place + 1]
        time = at if number == _TIME and size == 4 else time
        rate = at if number == _HEART_RATE and size == 1 else rate
        at += size
    return _Layout(kind, at + sum(definition[fields_end + 2 :: 3]), time, rate, big_endian)

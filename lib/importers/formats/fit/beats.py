"""Times and heart rates of a FIT file's records, taken from their bytes: decoding each record costs a hundred times as much."""

import struct
from itertools import compress
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

    def times(self, run: bytes) -> tuple[int, ...]:
        """Of all messages of a run: their first bytes, their second bytes and so on, put beside each other."""
        texts = bytearray(4 * (len(run) // self.size))
        for place in range(4):
            texts[place::4] = run[self.time + place :: self.size]
        return struct.unpack(f"{'>' if self.big_endian else '<'}{len(texts) // 4}I", texts)

    def rates(self, run: bytes) -> bytes:
        """Of all messages of a run."""
        return run[self.rate :: self.size]


class Beats(NamedTuple):
    """Seconds of FIT and beats a minute of records, as the watch wrote them."""

    times: list[int]
    rates: list[int]

    def within(self, first: float, last: float) -> "Beats":
        """Those from one second to another."""
        inside = [first <= time <= last for time in self.times]
        return Beats(list(compress(self.times, inside)), list(compress(self.rates, inside)))


def beats_of(file: FitFile) -> Beats:
    """Of every record that has both, in their order."""
    layouts: dict[int, _Layout] = {}
    beats = Beats([], [])
    last = 0
    for frame in file.frames:
        run = file.body[frame.start : frame.end]
        if frame.kind is None:
            layouts[run[0] & 0x0F] = _layout(run)
            continue
        compressed = run[0] & _COMPRESSED
        layout = layouts[(run[0] >> 5) & 0x03 if compressed else run[0] & 0x0F]
        if compressed:
            last += ((run[0] & 0x1F) - last) % _ROLLS_OVER
        times = layout.times(run) if layout.time >= 0 else (last,) * (len(run) // layout.size)
        if not compressed:
            last = times[-1] if layout.time >= 0 else last
        if layout.kind == RECORD and layout.rate >= 0 and (compressed or layout.time >= 0):
            beats.times.extend(times)
            beats.rates.extend(layout.rates(run))
    return beats


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

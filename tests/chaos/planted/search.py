"""Which names stand anywhere in the bytes of a folder: as UTF-8, as UTF-16, as JSON writes them, and in what was packed."""

import json
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_GZIP, _ZIP = b"\x1f\x8b\x08", b"PK\x03\x04"
_MOST = 4 * 2**20  # bytes of one stream that are unpacked
_LEAST = 8  # bytes of a stream in which a name may stand
_DEEPEST = 3  # a gzip in a zip in a stream of zlib


def found_in(folder: Path, names: Collection[str]) -> dict[str, set[str]]:
    """By name the files, and `a file name`, in which it stands."""
    found: dict[str, set[str]] = {}
    written = {name: forms(name) for name in names}
    known: dict[bytes, set[str]] = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        there = {name for name in names if name in path.name}
        for name in there:
            found.setdefault(name, set()).add("a file name")
        for layer in layers(path.read_bytes()):
            if layer not in known:
                known[layer] = {name for name, ways in written.items() if any(way in layer for way in ways)}
            for name in known[layer]:
                found.setdefault(name, set()).add(path.name)
    return found


def forms(name: str) -> tuple[bytes, ...]:
    """How a name may be written."""
    ways = (name.encode(), name.encode("utf-16-le"), name.encode("utf-16-be"), json.dumps(name)[1:-1].encode())
    return tuple(dict.fromkeys(ways))


def layers(data: bytes, deep: int = 0) -> Iterator[bytes]:
    """The bytes, and whatever can be unpacked from any place in them, be its end there or not."""
    yield data
    if deep == _DEEPEST:
        return
    for place, bits in _streams(data):
        inner = _unpacked(data[place : place + _MOST], bits)
        if len(inner) >= _LEAST:
            yield from layers(inner, deep + 1)


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where a packed stream may begin, and how zlib is told of its kind."""
    for mark in _ZLIB:
        yield from ((place, zlib.MAX_WBITS) for place in _places(data, mark))
    yield from ((place, zlib.MAX_WBITS | 16) for place in _places(data, _GZIP))
    for place in _places(data, _ZIP):
        lengths = data[place + 26 : place + 30]
        start = place + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        yield start, -zlib.MAX_WBITS


def _places(data: bytes, mark: bytes) -> Iterator[int]:
    place = data.find(mark)
    while place >= 0:
        yield place
        place = data.find(mark, place + 1)


def _unpacked(data: bytes, bits: int) -> bytes:
    """As much as there is before the stream ends or makes no sense any more."""
    unpacker, found = zlib.decompressobj(bits), bytearray()
    try:
        for start in range(0, len(data), 512):
            found += unpacker.decompress(data[start : start + 512])
            if unpacker.eof or len(found) > _MOST:
                break
    except zlib.error:
        return bytes(found)
    return bytes(found)

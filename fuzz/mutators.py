"""Changes that get past the door: a checksum that is right again, a header that stays, cells with odd values."""

import gzip
import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from lib.importers.formats.fit.checksum import checksum

Mutate = Callable[[bytes, int], bytes]

ODD: Final = [
    b"", b"0", b"-1", b"-0", b"nan", b"NaN", b"inf", b"1e308", b"1e999", b"-1e-320", b"0x10", b"1_0", b"1,024", b"1.024",
    b"1.024,5", b"99999999999999999999", b"1e15", b"240:00:01", b"99:99:99", b"1:2:3:4", b"9999-12-31", b"0001-01-01",
    b"1969-12-31", b"2026-02-30 25:61:61", b"31/12/2024", b"03/04/2025", b"2024-12-31T23:59:60Z",
    b"9999-12-31T23:59:59+14:00", b"1970-01-01T00:00:00-14:00", b"253402300800000", b"-62135596800000", b"true", b"null",
    b"[]", b"{}", b"PT1E9S", b"P9999999Y", b"\xd9\xa3", b"\xc2\xb2", b"\xe2\x91\xa0", b"\xef\xbc\x91", b"\xed\xa0\x80",
    b"\\ud800", b"\\u0000", b"&#0;", b"\0", b"\x85", b"\xe2\x80\xa8", b"\xff", b'"', b'""', b"\r", b"x" * 201,
    "e\u0301".encode() * 150, "\u0301".encode() * 1200,
]  # fmt: skip
# Values of JSON that stand for other ones: of another type, not storable, beyond what is counted.
ODD_JSON: Final = [
    b"null", b"true", b"0", b"-1", b"1e308", b"1e999", b"253402300800000", b"1" * 400, b'""', b'"\\ud800"', b'"\\u0000"',
    b'"NaN"', b'"1e5"', b'"2026-13-45T00:00:00"', b'"PT1E9S"', b"[]", b"{}", b"[[]]", b'{"a":1}', b"[" * 80 + b"]" * 80,
]  # fmt: skip
# Names of fields are passed over; group 1 is a value.
_JSON_VALUE: Final = re.compile(
    rb'"(?:[^"\\]|\\.)*+"\s*+:|("(?:[^"\\]|\\.)*+"|-?\d[\d.eE+-]*|true|false|null|\{[^{}]*\}|\[[^\[\]]*\])'
)
_TOKEN: Final = re.compile(rb"[^,;\t|\"<>{}\[\]:=\r\n]+")
_FIT_MARK: Final = slice(8, 12)


def mutated(data: bytes, max_size: int, rng: random.Random, mutate: Mutate) -> bytes:
    """Another input of at most max_size bytes. mutate: the fuzzer's own blind changes."""
    if rng.random() < 0.1:
        return mutate(data, max_size)
    if data[_FIT_MARK] == b".FIT":
        changed = _fit(data, max_size, mutate)
    elif data.startswith(b"\x1f\x8b"):
        changed = _gzip(data, max_size, rng, mutate)
    elif data.startswith(b"PK"):
        changed = _zip(data, max_size, rng, mutate)
    elif data.startswith((b"{", b"[")) and rng.random() < 0.8:
        changed = _json(data, rng)
    else:
        changed = _text(data, max_size, rng, mutate)
    return changed if len(changed) <= max_size else mutate(data, max_size)


def _fit(data: bytes, max_size: int, mutate: Mutate) -> bytes:
    size = data[0] if data[0] in {12, 14} else 12
    body = mutate(data[size:-2] or b"\0", max_size - 14)
    whole = struct.pack("<BBHI4s", 12, 0x20, 2100, len(body), b".FIT") + body
    return whole + struct.pack("<H", checksum(whole))


def _gzip(data: bytes, max_size: int, rng: random.Random, mutate: Mutate) -> bytes:
    try:
        inside = zlib.decompressobj(wbits=31).decompress(data, max_size)
    except zlib.error:
        return mutate(data, max_size)
    return gzip.compress(mutated(inside, max_size, rng, mutate), compresslevel=1, mtime=0)


def _zip(data: bytes, max_size: int, rng: random.Random, mutate: Mutate) -> bytes:
    """Change one member."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            files = [(info.filename, packed.open(info).read(max_size)) for info in packed.infolist()[:50]]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return mutate(data, max_size)
    if not files:
        return mutate(data, max_size)
    at = rng.randrange(len(files))
    files[at] = (files[at][0], mutated(files[at][1], max_size, rng, mutate))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, content in files:
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _json(data: bytes, rng: random.Random) -> bytes:
    """Put a value of another kind or place in that of one to three others."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        values = [found for found in _JSON_VALUE.finditer(data) if found[1]]
        if not values:
            break
        place, other = rng.choice(values), rng.choice(values)[1]
        new = rng.choice(ODD_JSON) if rng.random() < 0.75 else other
        data = data[: place.start()] + new + data[place.end() :]
    return data


def _text(data: bytes, max_size: int, rng: random.Random, mutate: Mutate) -> bytes:
    """Put something odd or something of elsewhere in one to three places, or change all below the first line."""
    if rng.random() < 0.3:
        start = data.find(b"\n") + 1
        return data[:start] + mutate(data[start:] or b"\n", max(1, max_size - start))
    for _ in range(rng.choice((1, 1, 2, 3))):
        tokens = list(_TOKEN.finditer(data))
        if not tokens:
            break
        place = rng.choice(tokens)
        data = data[: place.start()] + _replacement(tokens, rng) + data[place.end() :]
    return data


def _replacement(tokens: list[re.Match[bytes]], rng: random.Random) -> bytes:
    choice = rng.random()
    if choice < 0.5:
        return rng.choice(ODD)
    token = rng.choice(tokens)[0]
    return token if choice < 0.75 else token + rng.choice(ODD)

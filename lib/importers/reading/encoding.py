"""How the bytes of a text file become characters: UTF-8, 16 or 32, else a Windows code page as a stated guess."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from lib.importers.base import Upload
from lib.model.errors import UnreadableFile

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Which bytes of four are NUL in plain Latin text, per encoding.
_NUL_PLACES: Final = (
    ("utf-32-le", (False, True, True, True)),
    ("utf-32-be", (True, True, True, False)),
    ("utf-16-le", (False, True, False, True)),
    ("utf-16-be", (True, False, True, False)),
)
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]+")
# What people in western Europe type: letters, typographic quotes and dashes, a few signs. Everything else of
# Windows-1252 (ƒ, ‰, ¥, ¶ …) is far likelier to be half of a character of another script.
_WESTERN: Final = frozenset(
    bytes(range(0xC0, 0x100)) + bytes([0x80, 0x84, 0x85, 0x8A, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99])
    + bytes([0x9A, 0x9C, 0x9E, 0x9F, 0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB4, 0xB5])
    + bytes([0xB7, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF])
)  # fmt: skip
# Only a quotation mark „ where it does not stand behind a letter: there it is the ä of DOS.
_DOS_LETTER: Final = re.compile(rb"[A-Za-z]\x84")
# The same of Polish and its neighbours, in Windows-1250; and its letters which are signs in Windows-1252 (Ł is £).
_CENTRAL: Final = frozenset(
    bytes(range(0xC0, 0x100)) + bytes([0x80, 0x84, 0x85, 0x8A, 0x8C, 0x8D, 0x8E, 0x8F, 0x91, 0x92, 0x93, 0x94, 0x95])
    + bytes([0x96, 0x97, 0x99, 0x9A, 0x9C, 0x9D, 0x9E, 0x9F, 0xA0, 0xA3, 0xA5, 0xA7, 0xA9, 0xAA, 0xAB, 0xAF, 0xB0])
    + bytes([0xB3, 0xB4, 0xB7, 0xB9, 0xBA, 0xBB, 0xBC, 0xBE, 0xBF])
)  # fmt: skip
_SIGN_IN_A_WORD: Final = re.compile(rb"(?<=[A-Za-z])[\xa3\xa5\xaf\xb3\xb9\xbf](?=[A-Za-z])")
# ĞİŞğış of Windows-1254 are ÐÝÞðýþ of Icelandic in Windows-1252, which never goes without letters that Turkish has not.
_TURKISH: Final = "ĞİŞğış".encode("cp1254")
_BESIDE_THEM: Final = frozenset("ÇÖÜÂÎÛçöüâîûĞİŞğış‘’“”–—… °²³½".encode("cp1254"))
_UNKNOWN: Final = "The letters of this file are in an encoding that cannot be told for certain; save it as UTF-8."
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_BLOCK: Final = 256 * 1024
_WINDOW: Final = 16 * 1024
_SAMPLE_LINES: Final = 5000


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode one file.

    guessed: nothing in the file proves it (a Windows code page): say so before the import.
    clean:   strictly decodable, no NUL, no line of 32 KiB: cells need no check of their own.
    """

    name: str
    guessed: bool = False
    clean: bool = False

    @property
    def title(self) -> str:
        """Its name as people know it."""
        return self.name.replace("cp", "Windows-")

    @property
    def errors(self) -> str:
        """How undecodable bytes survive as marks that FAULTY finds."""
        return "surrogateescape" if self.name.startswith("utf-8") else "replace"


def encoding_of_head(head: bytes) -> Encoding:
    """A guess from the first bytes alone: enough to read a header. UnreadableFile where it is no text."""
    found = _known_of_head(head)
    if isinstance(found, str):
        raise UnreadableFile(found)
    return found


@lru_cache(maxsize=2)
def _known_of_head(head: bytes) -> Encoding | str:
    """The same, or why it is no text. Kept, as every importer asks it of the same head."""
    try:
        return _guessed_of_head(head)
    except UnreadableFile as error:
        return error.why


def _guessed_of_head(head: bytes) -> Encoding:
    marked = _marked(head)
    if marked:
        return Encoding(marked)
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        return _judge(head.splitlines())
    return Encoding("utf-8-sig")


def encoding_of(upload: Upload) -> Encoding:
    """The encoding of the whole file, read once in blocks. UnreadableFile where it is no text."""
    return upload.once("encoding", lambda: _found_in(upload))


def _found_in(upload: Upload) -> Encoding:
    marked = _marked(upload.head)
    if marked and marked != "utf-8-sig":
        return Encoding(marked)
    decodable, clean = _inspect(upload)
    if decodable:
        return Encoding("utf-8-sig", clean=clean)
    with upload.open() as stream:
        return _judge(islice((line for line in stream if not line.isascii()), _SAMPLE_LINES))


def ends_with_newline(upload: Upload) -> bool:
    """Whether the last line of the file is closed."""
    with upload.open() as stream:
        stream.seek(max(0, upload.size - 8))
        return stream.read().rstrip(b"\0").endswith((b"\n", b"\r", b"\n\0", b"\r\0"))


def _marked(head: bytes) -> str | None:
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    name_by_nul = _by_nul_bytes(head[:4096])
    if not name_by_nul and head.count(0) * 10 > len(head):
        raise UnreadableFile("This is not text: it is full of NUL bytes.")
    return name_by_nul


def _by_nul_bytes(head: bytes) -> str | None:
    """UTF-16 or 32 without a mark: in Latin text the same places of every four bytes are NUL, the others are not."""
    if head.count(0) * 4 < len(head) or len(head) < 4:
        return None
    share = [head[place::4].count(0) / max(1, len(head[place::4])) for place in range(4)]
    for name, nul in _NUL_PLACES:
        if all(part > 0.7 if empty else part < 0.1 for part, empty in zip(share, nul, strict=True)):
            return name
    return None


def _inspect(upload: Upload) -> tuple[bool, bool]:
    """(strict UTF-8, and also without NUL and very long lines)."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    clean = True
    try:
        for block in _blocks(upload):
            if not block.isascii() or decoder.getstate()[0]:
                decoder.decode(block)
            clean = clean and b"\0" not in block and _has_short_lines(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False, False
    return True, clean


def _blocks(upload: Upload) -> Iterator[bytes]:
    with upload.open() as stream:
        while block := stream.read(_BLOCK):
            yield block


def _has_short_lines(block: bytes) -> bool:
    """False when a line may be longer than two windows; far cheaper than measuring every line."""
    return all(block.find(b"\n", at, at + _WINDOW) >= 0 for at in range(0, len(block) - _WINDOW, _WINDOW))


def _judge(lines: Iterator[bytes] | list[bytes]) -> Encoding:
    """What a text is that is not strictly UTF-8: UTF-8 with some damage, a Windows code page, or not to be told."""
    right, wrong = 0, []
    for line in lines:
        if _is_utf8(line):
            right += not line.isascii()
        else:
            wrong.append(line)
    sample = b"\n".join(wrong)
    # One odd place in plain text proves no encoding: it may as well be damage, so its row is reported.
    if right >= len(wrong) or len(_NOT_ASCII.findall(sample)) < 2:
        return Encoding("utf-8-sig")
    if len(_SIGN_IN_A_WORD.findall(sample)) > 1 and _is_written_with(_CENTRAL, sample):
        return Encoding("cp1250", guessed=True)
    if _is_turkish(sample):
        return Encoding("cp1254", guessed=True)
    if not _is_written_with(_WESTERN, sample):
        raise UnreadableFile(_why_unknown(sample))
    return Encoding("cp1252", guessed=True)


def _is_turkish(sample: bytes) -> bool:
    """Any run of its letters is short enough to be one: “öğü” stands in every log of chest presses."""
    signs = b"".join(_NOT_ASCII.findall(sample))
    return sum(map(signs.count, _TURKISH)) > 1 and _BESIDE_THEM.issuperset(signs)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_written_with(letters: frozenset[int], sample: bytes) -> bool:
    """A Windows code page as people write it: known letters, rarely more than two beside each other."""
    runs = _NOT_ASCII.findall(sample)
    long_runs = sum(len(run) > 2 for run in runs)
    known = all(byte in letters for run in runs for byte in run)
    return known and long_runs * 4 <= len(runs) and not _DOS_LETTER.search(sample)


def _why_unknown(sample: bytes) -> str:
    is_no_text = len(_CONTROL.findall(sample)) * 50 > len(sample)
    return "This is not text, but a file of another kind." if is_no_text else _UNKNOWN

"""A single file that was compressed with gzip (`run.fit.gz`): unpacked once, and only if its checksum is right."""

import gzip
import zlib
from typing import Final

from lib.importers.base import HEAD_BYTES, Upload
from lib.importers.unpacking.allowance import Allowance
from lib.model.errors import UnreadableFile

_MARK: Final = b"\x1f\x8b"
_ZIP_MARK: Final = b"PK\x03\x04"


def is_gzip(head: bytes) -> bool:
    """Whether the first bytes are those of a gzip file."""
    return head.startswith(_MARK)


def unpacked(upload: Upload, allowance: Allowance | None = None) -> Upload:
    """The file inside, or the upload itself where it is not compressed. UnreadableFile where it is damaged."""
    if not is_gzip(upload.head):
        return upload
    try:
        with upload.open() as packed, gzip.GzipFile(fileobj=packed) as stream:
            content = (allowance or Allowance()).read(stream, upload.size)
    except EOFError as error:
        raise UnreadableFile("This gzip file is incomplete; download it again.") from error
    except (OSError, zlib.error) as error:
        raise UnreadableFile(f"This gzip file is damaged ({error}); download it again.") from error
    if content.startswith((_MARK, _ZIP_MARK)):
        raise UnreadableFile("Inside this gzip file is another archive; unpack it first, only one layer is read.")
    return Upload(upload.name, content)


def unpacked_head(head: bytes) -> bytes:
    """The first bytes of the file inside, as far as the first packed bytes tell; b"" where they are damaged."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD_BYTES)
    except zlib.error:
        return b""


def check_claim(content: bytes) -> None:
    """BeyondLimit where a gzip file itself says that it unpacks to too much. It may lie, but is not unpacked here."""
    if not is_gzip(content):
        return
    claimed = int.from_bytes(content[-4:], "little")
    Allowance().check(claimed, len(content))

"""Unpacking within limits: real bytes are counted while they come, as the sizes in headers may lie."""

from dataclasses import dataclass, field
from typing import Final, Protocol

from lib.model.errors import UnreadableFile

MIB: Final = 1024 * 1024
MAX_FILE_BYTES: Final = 100 * MIB
MAX_TOTAL_BYTES: Final = 500 * MIB
MAX_RATIO: Final = 200

_BLOCK: Final = MIB


class BeyondLimit(UnreadableFile):
    """Nothing of the whole archive is read: it is a bomb, or too large for this."""


class UsedUp(BeyondLimit):
    """More would be unpacked in total than is allowed."""


class Readable(Protocol):
    """A stream that unpacks while it is read."""

    def read(self, size: int, /) -> bytes:
        """At most so many unpacked bytes; b"" at the end."""
        ...


@dataclass(slots=True)
class Allowance:
    """What may still be gained by unpacking one upload, in bytes, over all its members and layers."""

    left: int = field(default_factory=lambda: MAX_TOTAL_BYTES)

    def read(self, stream: Readable, packed: int) -> bytes:
        """The whole stream. BeyondLimit as soon as it is too much. packed: bytes that it was made of."""
        blocks: list[bytes] = []
        size = 0
        while block := stream.read(_BLOCK):
            size += len(block)
            self.check(size, packed)
            blocks.append(block)
        self.left -= max(0, size - packed)
        return b"".join(blocks)

    def check(self, size: int, packed: int) -> None:
        """BeyondLimit where so many bytes are too many for what they were packed in."""
        if size > MAX_FILE_BYTES:
            raise BeyondLimit(f"A file in it unpacks to more than {MAX_FILE_BYTES // MIB} MiB; nothing was imported.")
        if size > _BLOCK and size > MAX_RATIO * packed:
            raise BeyondLimit(
                f"A file in it unpacks to more than {MAX_RATIO} times its size, as no export does; nothing was imported."
            )
        if size - packed > self.left:
            raise UsedUp(f"It unpacks to more than {MAX_TOTAL_BYTES // MIB} MiB in total; nothing was imported.")

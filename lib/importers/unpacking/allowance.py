"""Unpacking within limits: real bytes are counted while they come, as the sizes in headers may lie."""

import math
from dataclasses import dataclass, field
from typing import Final, Protocol

from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_FILE_BYTES, MAX_RATIO, MAX_TOTAL_BYTES, MIB

_BLOCK: Final = MIB


class BeyondLimit(UnreadableFile):
    """Nothing of the whole archive is read: it is a bomb, or too large for this."""


class UsedUp(BeyondLimit):
    """More would be unpacked in total than is allowed."""


class TooLarge(UnreadableFile):
    """One file is larger than is unpacked here. That says nothing of the other files beside it."""


class Readable(Protocol):
    """A stream that unpacks while it is read."""

    def read(self, size: int, /) -> bytes:
        """At most so many unpacked bytes; b"" at the end."""
        ...


@dataclass(slots=True)
class Allowance:
    """What may still be gained by unpacking one upload, in bytes, over all its members and layers.

    most: bytes that a single file may unpack to.
    """

    left: float = field(default_factory=lambda: MAX_TOTAL_BYTES)
    most: float = field(default_factory=lambda: MAX_FILE_BYTES)

    @classmethod
    def on_this_computer(cls) -> "Allowance":
        """For a file that lies here already: of any size, but no bomb."""
        return cls(left=math.inf, most=math.inf)

    def read(self, stream: Readable, packed: int) -> bytes:
        """The whole stream. BeyondLimit or TooLarge as soon as it is too much. packed: bytes that it was made of."""
        blocks: list[bytes] = []
        size = 0
        while block := stream.read(_BLOCK):
            size += len(block)
            self.check(size, packed)
            blocks.append(block)
        self.take(size, packed)
        return b"".join(blocks)

    def take(self, size: int, packed: int) -> None:
        """Count a file. BeyondLimit or TooLarge where it is too much."""
        self.check(size, packed)
        self.left -= max(0, size - packed)

    def check(self, size: int, packed: int) -> None:
        """BeyondLimit where so many bytes are too many for what they were packed in, TooLarge where for one file."""
        if size > _BLOCK and size > MAX_RATIO * packed:
            raise BeyondLimit(
                f"A file in it unpacks to more than {MAX_RATIO} times its size, as no export does; nothing was imported."
            )
        if size > self.most:
            raise TooLarge(
                f"It unpacks to more than {self.most / MIB:.0f} MiB. Unpack it and import the file itself, with the command "
                "line where it is too large to be uploaded: legwork import FILE."
            )
        if size - packed > self.left:
            raise UsedUp(f"It unpacks to more than {MAX_TOTAL_BYTES // MIB} MiB in total; nothing was imported.")

"""The CRC-16 of FIT files."""

from fastcrc.crc16 import arc


def checksum(content: bytes) -> int:
    """CRC-16 as FIT defines it (of the many kinds, CRC-16/ARC); 0 for content that ends with its own CRC."""
    return arc(content)

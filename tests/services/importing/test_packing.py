"""Files are packed in their order, three of them ahead."""

import zlib
from contextlib import contextmanager
from io import BytesIO

import pytest

from lib.services.importing.packing import packing


class Named:
    """An upload of these bytes that notes when it is asked for."""

    def __init__(self, content):
        self.content, self.read = content, []

    @contextmanager
    def open(self):
        stream = BytesIO(self.content)
        usual = stream.read
        stream.read = lambda size=-1: self.read.append(size) or usual(size)
        yield stream


def asked(uploads, noted):
    for each in uploads:
        noted.append(each)
        yield each


def test_each_file_is_packed_in_its_order_and_of_none_nothing():
    uploads = [Named(b"first" * 50), None, Named(b"third"), Named(b""), Named(b"fifth")]
    with packing(uploads) as packed:
        contents = [each.result() for each in packed]
    assert contents[1] == b""
    assert [zlib.decompress(each) for each in contents if each] == [b"first" * 50, b"third", b"", b"fifth"]
    assert len(contents[0]) < 50


def test_three_files_are_taken_ahead_and_another_one_whenever_one_is_done_with():
    noted = []
    with packing(asked([None] * 6, noted)) as packed:
        taken = [len(noted)]
        for each in packed:
            assert each.result() == b""
            taken.append(len(noted))
    assert taken == [3, 3, 4, 5, 6, 6, 6]


def test_a_large_file_is_read_a_mebibyte_at_a_time():
    large = Named(b"x" * (2**20 + 1))
    with packing([large]) as packed:
        assert zlib.decompress(next(packed).result()) == large.content
    assert large.read == [2**20] * 3


def test_what_reading_a_file_raises_is_raised_where_it_is_asked_for():
    class Torn:
        def open(self):
            raise OSError("torn")

    with packing([Torn()]) as packed, pytest.raises(OSError, match="torn"):
        next(packed).result()

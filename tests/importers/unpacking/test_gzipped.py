"""Single files in gzip."""

import gzip
import random
import zlib

import pytest

from lib.importers.base import Upload
from lib.importers.unpacking import allowance as limits
from lib.importers.unpacking.allowance import Allowance, BeyondLimit, TooLarge, UsedUp
from lib.importers.unpacking.gzipped import check_claim, unpacked, unpacked_head
from lib.model.errors import UnreadableFile
from lib.model.limits import MIB

CONTENT = b"Date,Distance\n" * 50


def packed(content: bytes = CONTENT) -> Upload:
    return Upload("list.csv.gz", gzip.compress(content))


def why_refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        unpacked(Upload("list.csv.gz", content))
    return caught.value.why


def test_a_compressed_file_is_unpacked_and_keeps_its_name():
    found = unpacked(packed())
    assert (found.name, found.source) == ("list.csv.gz", CONTENT)


def test_any_other_file_stays_as_it_is():
    plain = Upload("list.csv", CONTENT)
    assert unpacked(plain) is plain


def test_several_parts_are_one_file():
    assert unpacked(Upload("x", gzip.compress(b"one ") + gzip.compress(b"two"))).source == b"one two"


def test_a_wrong_checksum_keeps_nothing():
    content = bytearray(gzip.compress(CONTENT))
    content[-6] ^= 1
    assert "damaged" in why_refused(bytes(content))


def test_a_file_cut_off_keeps_nothing():
    assert "incomplete" in why_refused(gzip.compress(CONTENT)[:-9])


@pytest.mark.parametrize("inside", [gzip.compress(CONTENT), b"PK\x03\x04 and so on"], ids=["gzip", "zip"])
def test_only_one_layer_is_unpacked(inside: bytes):
    assert "only one layer" in why_refused(gzip.compress(inside))


def test_bytes_after_the_end_are_refused():
    assert "damaged" in why_refused(gzip.compress(CONTENT) + b"garbage")


def test_a_bomb_is_refused_while_it_unpacks():
    with pytest.raises(BeyondLimit, match="200 times"):
        unpacked(packed(bytes(8 * 1024 * 1024)))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 100)
    with pytest.raises(TooLarge, match="legwork import"):
        unpacked(packed())
    assert unpacked(packed(), Allowance.on_this_computer()).size == len(CONTENT)


def test_what_was_unpacked_counts_together():
    allowance = Allowance(1000)
    unpacked(packed(), allowance)
    assert allowance.left == 1000 - len(CONTENT) + packed().size
    with pytest.raises(UsedUp):
        unpacked(packed(), allowance)


def test_the_head_of_a_compressed_file_is_seen_without_the_rest():
    content = gzip.compress(CONTENT)
    assert unpacked_head(content[:40]).startswith(b"Date,")
    assert unpacked_head(b"\x1f\x8b garbage") == b""


def test_a_claim_of_too_much_is_believed():
    check_claim(gzip.compress(CONTENT))
    check_claim(CONTENT)
    with pytest.raises(BeyondLimit):
        check_claim(gzip.compress(CONTENT)[:-4] + (150 << 20).to_bytes(4, "little"))


@pytest.mark.parametrize("again", [b"\x78\x9c", b"\x78\x01"], ids=["usual", "fast"])
def test_packed_bytes_without_the_mark_of_gzip_have_no_head(again: bytes):
    content = zlib.compress(CONTENT)
    assert unpacked_head(again + content[2:]) == b""


def test_the_head_is_64_kib_however_far_back_its_parts_repeat_themselves():
    far = random.Random(1).randbytes(30_000) * 3
    assert unpacked_head(gzip.compress(far)) == far[: 64 * 1024]


@pytest.mark.parametrize(
    ("size", "packed", "kind"),
    [
        (MIB, 1, None),  # small enough to be of any share
        (MIB + 1, 1, BeyondLimit),
        (4 * MIB, 4 * MIB // 200 + 1, None),
        (200 * 10_000, 10_000, None),
        (200 * 10_000 + 1, 10_000, BeyondLimit),
        (100 * MIB, MIB, None),
        (100 * MIB + 1, MIB, TooLarge),
    ],
)
def test_a_file_is_too_much_just_above_its_limits(size: int, packed: int, kind: type[UnreadableFile] | None):
    if kind is None:
        Allowance().check(size, packed)
    else:
        with pytest.raises(kind) as caught:
            Allowance().check(size, packed)
        assert type(caught.value) is kind


def test_what_is_left_may_be_used_up_to_the_last_byte():
    allowance = Allowance(left=1000)
    allowance.take(1500, 500)
    assert allowance.left == 0
    allowance.take(300, 400)
    assert allowance.left == 0  # what grew by packing gives nothing back
    with pytest.raises(UsedUp, match=r"more than 500 MiB in total"):
        allowance.check(501, 500)


def test_a_file_that_is_too_large_is_told_with_the_limit():
    with pytest.raises(TooLarge, match=r"more than 100 MiB\. "):
        Allowance().check(100 * MIB + 1, 100 * MIB)


def test_a_fresh_allowance_is_of_500_mib_in_files_of_100():
    assert (Allowance().left, Allowance().most) == (500 * MIB, 100 * MIB)

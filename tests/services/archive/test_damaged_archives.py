"""A damaged archive is refused in a sentence and nothing of it is kept, or nothing of what it holds was damaged."""

import random
import shutil

import pytest
from chaos.filled import run, url_of
from long_runs import amount

from lib.services.checking.check import check

pytestmark = pytest.mark.long


def damaged(data, chance):
    """A flipped bit, a run of zeros, the end cut off, a byte in the list of contents at the end."""
    place, kind = chance.randrange(len(data)), chance.randrange(4)
    if kind == 0:
        return data[:place]
    if kind == 1:
        return data[:place] + bytes(min(300, len(data) - place)) + data[place + 300 :]
    place = place if kind == 2 else len(data) - chance.randrange(1, 3_000)
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def test_no_damaged_archive_is_taken_for_another_or_ends_in_what_nobody_foresaw(filled_database, tmp_path):
    archive, empty, path = tmp_path / "all.zip", tmp_path / "empty.db", tmp_path / "legwork.db"
    assert run(url_of(filled_database), "export", str(archive)).exit_code == 0
    assert run(url_of(empty), "shoes").exit_code == 0
    data, allowed = archive.read_bytes(), {0: check(url_of(filled_database)).content, 1: check(url_of(empty)).content}
    refused = 0
    for number in range(amount(whole=100, small=4)):
        archive.write_bytes(damaged(data, random.Random(number)))
        shutil.copyfile(empty, path)
        result = run(url_of(path), "import", str(archive), "--keep-going")
        assert "nobody foresaw" not in result.output, number
        assert result.exit_code in (0, 1, 3), number  # 3: the list of contents has another name, so it is any zip
        assert check(url_of(path)).content == allowed[min(result.exit_code, 1)], number
        refused += result.exit_code != 0
    assert refused

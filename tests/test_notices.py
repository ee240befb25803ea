"""What is installed with Legwork is named with its licence, and none of them forbids what ours allows."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPEC = importlib.util.spec_from_file_location("notices", ROOT / "docs" / "notices.py")
notices = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(notices)

PERMISSIVE = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-CMU", "PSF-2.0", "Zlib"}
# Its text stays with its files, which are installed as they are: certificates, which Streamlit's packages need.
FILE_BY_FILE = {"certifi": "MPL-2.0"}


def rows():
    text = notices.NOTICES.read_text("utf-8")
    return dict(re.findall(r"^\| ([a-z0-9._-]+) \| (.+) \|$", text, re.MULTILINE))


def test_every_locked_package_is_in_the_notices():
    named = [package for package in rows() if package != "package"]
    assert named == notices.locked(notices.LOCK.read_text("utf-8")), "run make docs"


def test_the_notices_say_what_the_packages_say():
    assert notices.NOTICES.read_text("utf-8") == notices.text(notices.locked(notices.LOCK.read_text("utf-8")))


def test_every_licence_is_permissive():
    for package, licence in rows().items():
        if package != "package" and FILE_BY_FILE.get(package) != licence:
            assert set(re.split(r" AND | OR ", licence)) <= PERMISSIVE, package


def test_a_package_without_a_licence_is_not_passed_over():
    with pytest.raises(LookupError, match="no-such-package"):
        notices.licence("no-such-package")

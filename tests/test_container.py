"""The Containerfile, read as a builder would: its base has a version, everything is locked, nobody runs as root."""

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from shutil import copy

import pytest

from tests.wheels import ROOT, build_wheel, names_in

LINES = (ROOT / "Containerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def instructions():
    """(word, what follows) of each instruction, continued lines joined."""
    lines = [line for line in LINES.splitlines() if not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [tuple(line.split(maxsplit=1)) for line in joined.splitlines() if line.strip()]


def said(word):
    return [rest for name, rest in instructions() if name == word]


def environment():
    return dict(pair.split("=", 1) for rest in said("ENV") for pair in rest.split())


def is_copied(path):
    """Whether .dockerignore lets a file of the project in: the last line that matches decides."""
    name, copied = path.relative_to(ROOT).as_posix(), True
    for line in IGNORED:
        pattern = line.removeprefix("!").removeprefix("**/")
        parts = [name, *(parent.as_posix() for parent in path.relative_to(ROOT).parents)]
        last = [Path(part).name for part in parts] if "**/" in line else parts
        if line and not line.startswith("#") and any(fnmatch(part, pattern) for part in last):
            copied = line.startswith("!")
    return copied


def context():
    tops = ("app.py", ".streamlit", "LICENSE", "README.md", "docs", "legwork", "lib", "pages", "sample_data")
    more = ("pyproject.toml", "requirements.txt", "requirements-build.txt", "tests", ".ci", "requirements-dev.txt")
    found = [path for top in (*tops, *more) for path in [ROOT / top, *(ROOT / top).rglob("*")]]
    return [path for path in found if path.is_file() and is_copied(path)]


def test_the_base_has_a_version_and_both_stages_have_the_same():
    bases = {rest.split()[0] for rest in said("FROM")}
    assert len(bases) == 1
    assert re.fullmatch(r"docker\.io/library/python:3\.\d+-slim-[a-z]+", bases.pop())


def test_packages_come_from_the_lock_with_their_hashes_or_from_no_index():
    installs = [part for rest in said("RUN") for part in rest.split("&&") if "pip install" in part]
    assert len(installs) == 3
    for part in installs:
        assert "--no-index" in part or "--require-hashes" in part, part
    for lock in ("requirements.txt", "requirements-build.txt"):
        assert any(f"--requirement {lock}" in part for part in installs)
        pins = re.findall(r"^[a-z0-9._-]+==.*$", (ROOT / lock).read_text("utf-8"), re.MULTILINE)
        assert pins
        assert all(pin.endswith("\\") for pin in pins), "each has its hashes below it"


def test_it_names_no_package_index_and_keeps_no_secret():
    assert "index-url" not in LINES
    assert "pypi" not in LINES
    assert "ARG" not in dict(instructions())
    assert not [name for name in environment() if re.search(r"PASSWORD|SECRET|TOKEN|KEY", name)]


def test_it_runs_as_nobody_in_particular_with_one_volume():
    (user,) = said("USER")
    assert all(part.isdigit() and int(part) > 0 for part in user.split(":"))
    assert said("VOLUME") == ["/data"]
    assert any("mkdir --mode=0777 /data" in rest for rest in said("RUN")), "any other user can write there, too"
    assert environment()["XDG_DATA_HOME"] == "/data"


def test_signals_reach_the_program_and_its_health_is_asked_for():
    (entry,), (command,), (health,) = said("ENTRYPOINT"), said("CMD"), said("HEALTHCHECK")
    assert [*json.loads(entry), *json.loads(command)] == ["legwork", "run"]
    asked = json.loads(health.partition("CMD ")[2])
    assert asked[:2] == ["python", "-c"]
    compile(asked[2], "health", "exec")
    assert f"http://127.0.0.1:{said('EXPOSE')[0]}/readyz" in asked[2]


@pytest.mark.parametrize(
    ("name", "copied"),
    [("lib/cli/__init__.py", True), ("app.py", True), ("tests/conftest.py", False), ("lib/mine.db", False)],
)
def test_only_what_is_installed_is_copied(name, copied):
    assert is_copied(ROOT / name) is copied
    assert not is_copied(ROOT / ".venv" / "bin" / "python")
    assert not is_copied(ROOT / "lib" / "__pycache__" / "x.pyc")


def test_what_is_copied_is_enough_for_the_whole_wheel(tmp_path):
    source = tmp_path / "source"
    for path in context():
        target = source / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(path, target)
    assert names_in(build_wheel(tmp_path / "a", source)) == names_in(build_wheel(tmp_path / "b"))

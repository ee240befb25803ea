"""TERM, as a system that shuts down sends it: a command is rolled back, and nothing of it is left."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from chaos.filled import run, url_of

from lib.services.checking.check import check

ROOT = Path(__file__).parents[2]
# A program that sends itself TERM while it works: when it comes to this function.
PROGRAM = """
import os, signal, sys
from {module} import {name} as usual
import {module} as module
def ended(*given, **named):
    made = usual(*given, **named)
    os.kill(os.getpid(), signal.SIGTERM)
    return made
module.{name} = ended
from lib.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("what", "module", "name"),
    [
        ("into an empty one", "lib.store.archive.copying", "_copy_table"),
        ("into one that holds something", "lib.services.archive.merge", "add_acts"),
        ("while it is read", "lib.store.archive.loading", "_packed"),
    ],
)
def test_term_in_the_middle_of_the_import_of_an_archive_leaves_all_as_it_was(
    filled_database, tmp_path, what, module, name
):
    folder, aside = tmp_path / "data", tmp_path / "aside"
    folder.mkdir()
    aside.mkdir()
    url = url_of(folder / "legwork.db")
    assert run(url_of(filled_database), "export", str(tmp_path / "all.zip")).exit_code == 0
    assert run(url, "shoes").exit_code == 0
    if what == "into one that holds something":
        assert run(url, "goals", "set", "runs", "2").exit_code == 0
    before = check(url).content
    program = PROGRAM.format(module=module, name=name)
    surroundings = {
        **os.environ,
        "LEGWORK_DATABASE_URL": url,
        "TMPDIR": str(aside),
        "XDG_DATA_HOME": str(aside / "home"),
    }
    done = subprocess.run(
        [sys.executable, "-c", program, "import", str(tmp_path / "all.zip")],
        cwd=ROOT, env=surroundings, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (-signal.SIGTERM, b"")
    assert (check(url).problems, check(url).content) == ([], before)
    assert [path.name for path in aside.rglob("*") if path.is_file()] == []
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["legwork.db"]

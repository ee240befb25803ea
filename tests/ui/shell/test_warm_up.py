"""What no visitor waits for, and what the collector may always pass over: modules, never data."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

# Modules stay loaded for good, so this is asked in a process of its own. Says what is wrong, line by line.
CHECK = """
import gc, sys, weakref
from lib.ui.shell import warm_up
assert gc.get_freeze_count() == 0
warm_up.begin()
warm_up.finish()
frozen = gc.get_freeze_count()
assert frozen > 100_000, frozen
warm_up.finish()
assert gc.get_freeze_count() <= frozen, "put out of reach twice"  # fewer: what the thread needed is gone
assert gc.isenabled()

class Data: pass
data = Data()
data.itself = data
left = weakref.ref(data)
del data
gc.collect(2)
assert left() is None, "data that came later was not cleared away"
missing = sorted(set(sys.argv[1:]) - set(sys.modules))
assert not missing, missing
"""


def modules_of_pages() -> set[str]:
    found = set()
    for path in ROOT.glob("pages/*/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found.update(name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module)
    return found


def test_every_module_of_a_page_is_loaded_and_out_of_reach_once_and_data_is_not():
    assert "lib.ui.kit" in modules_of_pages()
    done = subprocess.run(
        [sys.executable, "-c", CHECK, *modules_of_pages()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

"""docs/methods.md names every module that computes something, and every counting rule."""

from pathlib import Path

import pytest

import lib.analysis
from lib.analysis.counting.rules import ONE_SIDE, RULES

FOLDER = Path(lib.analysis.__path__[0])
MODULES = sorted(
    path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.py") if path.stem != "__init__"
)
METHODS = (Path(__file__).parents[2] / "docs" / "methods.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES)
def test_each_analysis_module_is_named(module):
    named = f"`lib/analysis/{module}.py`" in METHODS
    assert named, f"say in docs/methods.md what lib/analysis/{module}.py computes, with its path in backticks"


@pytest.mark.parametrize("rule", [*(rule.name for rule in RULES), ONE_SIDE])
def test_each_counting_rule_has_its_row(rule):
    assert f"\n| `{rule}` |" in METHODS


def test_no_module_is_named_that_does_not_exist():
    named = {part.partition(".py`")[0] for part in METHODS.split("`lib/analysis/")[1:]}
    assert named == set(MODULES)

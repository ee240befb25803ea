"""The faults that `make mutants` puts into modules: which there are, that each is one change, and that a living function has it."""

import ast

import pytest

from lib.model import formula
from mutation import living
from mutation.__main__ import interval
from mutation.operators import faults, with_fault

MODULE = '''
"""A docstring, 1 < 2."""

from math import inf

LEAST: int = 3
Value = int | str


def f(x: int, y=2) -> "1 < 2":
    if not x and y >= -1:
        return None
    for each in [x][1:]:
        continue
    return x + y
'''


def told(kind: str, source: str = MODULE) -> list[tuple[str, str]]:
    return [(each.before, each.after) for each in faults("a.py", source) if each.kind == kind]


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("comparison", [("y >= -1", "y > -1")]),
        ("and, or", [("not x and y >= -1", "not x or y >= -1")]),
        ("not", [("not x", "x")]),
        ("minus", [("-1", "1")]),
        ("arithmetic", [("x + y", "x - y")]),
        ("return", [("return x + y", "return None")]),
        ("loop", [("continue", "break")]),
        ("slice", [("1:", ":")]),
        ("constant", [("3", "4"), ("3", "2"), ("2", "3"), ("2", "1"), ("1", "2"), ("1", "0"), ("1", "2"), ("1", "0")]),
    ],
)
def test_a_module_can_have_these_faults_and_none_in_texts_and_types(kind, changes):
    assert told(kind) == changes


def test_each_fault_changes_one_place_of_the_module():
    before = ast.unparse(ast.parse(MODULE)).splitlines()
    for fault in faults("a.py", MODULE):
        after = ast.unparse(with_fault(MODULE, fault)).splitlines()
        assert sum(one != other for one, other in zip(before, after, strict=True)) == 1, fault


def test_a_fault_knows_its_function_and_the_lines_of_its_statement():
    [default, *_], [added] = (
        [each for each in faults("a.py", MODULE) if each.before == text] for text in ("2", "x + y")
    )
    assert default.function == ""  # it is worked out when the module is read
    assert (added.function, added.spans[0]) == ("f", (15, 15))


def test_a_loaded_function_gets_the_fault_wherever_it_is_known(monkeypatch):
    reads = formula.reads_as_formula
    monkeypatch.setattr(reads, "__code__", reads.__code__)  # taken back at the end
    monkeypatch.setattr(living, "loading_gives", lambda *_: None)
    source = (living.ROOT / "lib/model/formula.py").read_text("utf-8")
    fault = next(each for each in faults("lib/model/formula.py", source) if each.kind == "return")
    assert reads("=1") is True
    assert living.put_in(fault, living.functions())
    assert reads("=1") is None


def test_the_interval_of_a_share_is_wilsons():
    assert interval(0, 0) == (0.0, 1.0)
    assert [round(each, 3) for each in interval(80, 100)] == [0.711, 0.867]

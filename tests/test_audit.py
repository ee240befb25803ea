"""An audit that looked at nothing is told as such, and never as a pass."""

import importlib.util
import json
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("audit", Path(__file__).parents[1] / ".ci" / "audit.py")
audit = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(audit)

WHOLE = {"name": "click", "version": "8.1.7", "vulns": []}
HOLE = {"name": "jinja2", "version": "3.1.0", "vulns": [{"id": "PYSEC-2024-1", "fix_versions": ["3.1.6"]}]}
SKIPPED = {"name": "numpy", "skip_reason": "Dependency not found and could not be audited: numpy (2.3.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "says"),
    [
        ([WHOLE], audit.CLEAN, "Audited: none of 1 packages has a known hole."),
        ([WHOLE, HOLE], audit.FOUND, "jinja2 3.1.0: PYSEC-2024-1, mended in 3.1.6."),
        ([SKIPPED, HOLE], audit.FOUND, "jinja2 3.1.0: PYSEC-2024-1, mended in 3.1.6."),
        ([WHOLE, SKIPPED], audit.NOT_AUDITED, "NOT AUDITED: 1 of 2 packages could not be looked up."),
        ([], audit.NOT_AUDITED, "NOT AUDITED: pip-audit looked at no package."),
    ],
)
def test_the_verdict_is_that_of_the_worst_package(packages, code, says):
    found, lines = audit.verdict(json.dumps({"dependencies": packages}), "")
    assert found == code
    assert lines[0].startswith(says)


@pytest.mark.parametrize("answer", ["", "{}", "[]", "no JSON"])
def test_no_answer_is_no_audit_and_says_why(answer):
    code, lines = audit.verdict(answer, "Traceback\nConnectionError: no route\n")
    assert code == audit.NOT_AUDITED
    assert lines == ["NOT AUDITED: pip-audit gave no answer (ConnectionError: no route)."]

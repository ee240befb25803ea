"""Known holes in what Legwork installs: pip-audit's answer on the lock file, told so that a skip cannot pass for an answer.

Exit 0: every package was looked up and none has a known hole. 1: some have. 3: not audited, for the reason that is said;
for example where the package index is a mirror that serves no advisories.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
WITHIN_S: Final = 300
CLEAN, FOUND, NOT_AUDITED = 0, 1, 3
AUDITOR: Final = ("tool", "run", "--from", "pip-audit>=2.10,<3", "pip-audit")
OPTIONS: Final = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")


def verdict(answer: str, errors: str) -> tuple[int, list[str]]:
    """Exit code and sentences for what pip-audit wrote: JSON on standard output, or why there is none."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (errors.strip().splitlines() or ["it wrote nothing"])[-1]
        return NOT_AUDITED, [f"NOT AUDITED: pip-audit gave no answer ({last[:300]})."]
    skipped = [each for each in packages if "skip_reason" in each]
    holes = [line for each in packages for line in _holes(each)]
    lines = [*holes, *_skips(skipped, len(packages))]
    if holes:
        return FOUND, lines
    if skipped or not packages:
        return NOT_AUDITED, lines or ["NOT AUDITED: pip-audit looked at no package."]
    return CLEAN, [f"Audited: none of {len(packages)} packages has a known hole."]


def _holes(package: dict[str, Any]) -> list[str]:
    return [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no release'}."
        for hole in package.get("vulns", [])
    ]


def _skips(skipped: Sequence[dict[str, Any]], of: int) -> list[str]:
    if not skipped:
        return []
    return [
        f"NOT AUDITED: {len(skipped)} of {of} packages could not be looked up. The first: {skipped[0]['skip_reason']}."
    ]


def main() -> int:
    """Ask and tell."""
    lock = ("-r", str(ROOT / "requirements.txt"))
    uv = Path(sys.executable).with_name("uv")
    command = [str(uv), *AUDITOR, *OPTIONS, *lock]
    try:
        asked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=WITHIN_S)  # noqa: S603
        code, lines = verdict(asked.stdout, asked.stderr)
    except (OSError, subprocess.TimeoutExpired) as error:
        code, lines = verdict("", str(error))
    print(*lines, sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())

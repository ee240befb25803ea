"""Fuzz every importer, one after the other: `python fuzz/run.py --seconds 120 [--only strava]`. Exit 1 on a finding."""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fuzz.readers import readers  # noqa: E402

LOGS: Final = ROOT / "fuzz" / "logs"
ROW: Final = "{:20} {:>11} {:>9} {:>10}  {}"
_EXECUTIONS: Final = re.compile(r"^#(\d+)\t", re.MULTILINE)
_SLOWEST: Final = re.compile(r"^slowest ([\d.]+) s", re.MULTILINE)
_REASON: Final = re.compile(
    r"^(?:.*Unsound: |ERROR: libFuzzer: |==\d+== ERROR: libFuzzer: | *([\w.]+(?:Error|Exception)):? ).*", re.MULTILINE
)
_KEPT: Final = re.compile(r"Test unit written to (\S+)")


class Outcome(NamedTuple):
    """What became of one target."""

    name: str
    executions: int
    peak_mib: float
    slowest_s: float
    finding: str

    def __str__(self) -> str:
        return ROW.format(
            self.name, f"{self.executions:,}", f"{self.peak_mib:.0f}", f"{self.slowest_s:.3f}", self.finding or "ok"
        )


def fuzz(name: str, seconds: int) -> Outcome:
    """Run one target in a process of its own; its output goes to fuzz/logs/<name>.log."""
    LOGS.mkdir(exist_ok=True)
    log = LOGS / f"{name}.log"
    command = [sys.executable, str(ROOT / "fuzz" / "target.py"), name, f"--seconds={seconds}"]
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(encoding="utf-8", errors="replace")
    executions = max(map(int, _EXECUTIONS.findall(text)), default=0)
    slowest = max(map(float, _SLOWEST.findall(text)), default=0.0)
    return Outcome(name, executions, usage.ru_maxrss / 1024, slowest, _finding(process.returncode, text))


def _finding(code: int, text: str) -> str:
    """Why a target ended early and where its input lies; "" where it did not."""
    if code == 0:
        return ""
    reason, kept = _REASON.search(text), _KEPT.search(text)
    where = f" · {Path(kept[1]).relative_to(ROOT)}" if kept else ""
    return f"{reason[0].strip()[:160] if reason else f'ended with {code}'}{where}"


def main() -> int:
    every = sorted(readers())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=120, help="for each importer")
    parser.add_argument("--only", choices=[*every, ""], default="")
    chosen = parser.parse_args()
    subprocess.run([sys.executable, str(ROOT / "fuzz" / "seeds.py")], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    print(ROW.format("importer", "executions", "peak MiB", "slowest s", "result"), flush=True)
    findings = 0
    for name in [chosen.only] if chosen.only else every:
        outcome = fuzz(name, chosen.seconds)
        findings += bool(outcome.finding)
        print(outcome, flush=True)
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())

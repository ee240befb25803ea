"""What a person may ask of a damaged database, each on a copy of its own, in this process or in one of its own."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from chaos.filled import ANSWERS, run, url_of
from lib.services.checking.check import check
from lib.store.database.schema import record_version

_OF_A_RECORD = re.compile(rf"(activity|session) \d+: |{record_version.name} ")
ROOT = Path(__file__).parents[3]
LONGEST_S = 300
# {folder}: of the copy. {good}: a whole database beside it. {more}: a file that was not imported yet.
COMMANDS = (
    "check --json", "week --json", "export {folder}/all.zip", "rescue {folder}/whole.zip", "doctor --json",
    "copy --to sqlite:///{folder}/copy.db", "backups --json", "restore {good}", "import {more} " + " ".join(ANSWERS),
    "weeks --json", "runs --json", "sessions", "history", "balance", "batches", "goals", "exercises --json", "hard", "load",
    "coverage", "spacing", "progress", "backup", "migrate", "migrate --dry-run", "edit run-5 title=New", "bin run-6", "undo 1",
    "undo 2", "shoes", "events", "body-mass", "overlaps", "sports", "templates", "breaks", "title-words", "max-heart-rate",
    "plan --week 2026-05-04", "sets session-1", "set session-1 1 reps=3", "split session-1 --after 1", "join run-1 run-2",
    "leave-out run-7", "count run-3", "restore run-4", "part run-1", "take-back 1", "reread", "report {folder}/report.html",
    "log 'squat 3x8 @60kg' --at '2026-05-02 18:00'", "log --template mine --at '2026-05-03 18:00'", "goals set runs 4",
    "exercises --export {folder}/mine.json", "shoes mark Blue 500", "title-words set tempo hard", "merge session-1 session-2",
    "log --run --distance 5km --time 30:00 --at '2026-05-04 07:00'", "delete original 1 --without-export",
    "delete source strava --without-export", "delete everything --export {folder}/last.zip", "restore latest",
)  # fmt: skip


def try_command(number: int, damaged: Path, base: Path, folder: Path, *, apart: bool) -> str:
    """How the command of this number ended that did not end in a sentence or an answer; "" where it did."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    copy, good = shutil.copyfile(damaged, folder / "legwork.db"), base.with_name("earlier.db")
    command = COMMANDS[number % len(COMMANDS)]
    words = shlex.split(command.format(folder=folder, good=good, more=base.with_name("more.csv")))
    code, said = _apart(copy, words) if apart else _here(copy, words)
    trouble = _trouble(code, said) or (_not_whole(folder) if words[0] == "rescue" and code == 0 else "")
    return f"{command}: {trouble}" if trouble else ""


def _here(path: Path, words: list[str]) -> tuple[int, str]:
    result = run(url_of(path), *words)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return 1, f"Traceback {result.exception!r}"
    return result.exit_code, result.output


def _apart(path: Path, words: list[str]) -> tuple[int, str]:
    command = [sys.executable, "-m", "lib.cli", *words]
    surroundings = {**os.environ, "LEGWORK_DATABASE_URL": url_of(path)}
    try:
        done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, timeout=LONGEST_S, check=False)
    except subprocess.TimeoutExpired:
        return 1, "Traceback: it never ended"
    return done.returncode, (done.stdout + done.stderr).decode(errors="replace")


def _trouble(code: int, said: str) -> str:
    if "Traceback" in said or "nobody foresaw" in said:
        return said[-300:]
    if code not in (0, 1, 2, 3):
        return f"exit code {code}"
    return "" if code == 0 or said.strip() else f"exit code {code} without a word"


def _not_whole(folder: Path) -> str:
    """What is wrong with what was rescued: it comes into a new database, and what is no record is whole there."""
    new = url_of(folder / "new.db")
    code, said = _here(folder / "new.db", ["import", str(folder / "whole.zip")])
    if code:
        return f"what was rescued is not taken: {said[-200:]}"
    # A record that is damaged, or that lost a version of what it was, and a damaged version say so there as well.
    return "; ".join(each for each in check(new).problems if not _OF_A_RECORD.match(each))[:300]

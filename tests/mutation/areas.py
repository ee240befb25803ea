"""What `make mutants` tries: three areas, and a sample of the faults of each by a seed."""

import json
import random
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mutation.operators import Fault, faults

ROOT = Path(__file__).parents[2]
AREAS = {
    "analysis": ["lib/analysis"],
    "records": ["lib/services", "lib/store/records"],
    "kits of importers": [f"lib/importers/{kit}" for kit in ("activities", "lifting", "reading", "unpacking")],
}

INVENTED = {"lib/services/demo.py"}  # dates and weights of the sample athlete


def files_of(area: str, only: str = "") -> list[str]:
    found = (path for folder in AREAS[area] for path in (ROOT / folder).rglob("*.py"))
    names = {str(path.relative_to(ROOT)) for path in found} - INVENTED
    return sorted(name for name in names if name.startswith(only))


def sample(number: int, seed: int, only: str = "") -> dict[str, list[Fault]]:
    """So many faults of each area, or all of them where there are fewer."""
    chosen = {}
    for area in AREAS:
        every = _all_of(area, only)
        dice = random.Random(f"{seed} {area}")
        chosen[area] = dice.sample(every, min(number, len(every)))
    return chosen


def survivors_of(file: Path) -> dict[str, list[Fault]]:
    """The faults of an earlier run that no test saw, wherever they stand today; those whose place has changed are left out."""
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    wanted = {name_of(each["fault"]) for each in told if each["end"] in ("survived", "unreached")}
    return {area: [fault for fault in _all_of(area) if name_of(asdict(fault)) in wanted] for area in AREAS}


def tried_in(file: Path) -> set[tuple[str, ...]]:
    """What a run that was ended has tried already."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return {name_of(json.loads(line)["fault"]) for line in lines}


def name_of(fault: dict[str, Any]) -> tuple[str, ...]:
    """What stays when the lines of a file move."""
    return tuple(str(fault[name]) for name in ("path", "function", "number", "kind", "before", "after"))


def _all_of(area: str, only: str = "") -> list[Fault]:
    return [fault for path in files_of(area, only) for fault in faults(path, (ROOT / path).read_text("utf-8"))]

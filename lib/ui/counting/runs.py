"""The part of the page How we count that is about runs: the rules, and logged runs that are worth a look."""

import pandas as pd

from lib.analysis.weeks.run_rules import RUN_RULES
from lib.analysis.weeks.running import FASTEST_S_PER_KM, LONGEST_M, SLOWEST_S_PER_KM, implausible_runs
from lib.model.units import from_metres
from lib.model.vocabulary import DistanceUnit
from lib.services.queries.training import Training
from lib.ui.counting.rules_view import lines
from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording.detail_tables import described_runs


def runs(training: Training) -> None:
    """Every rule with the person's own numbers, then the runs that cannot be as they were logged."""
    if training.activities.empty:
        parts.missing("No runs so far: they need the export of a running app.")
        return
    parts.section("Runs", "What is counted as running.")
    lines([(f"**{rule.title}** · {rule.sentence}", _own(rule.rows(training.activities))) for rule in RUN_RULES])
    parts.section(
        "Runs worth a look",
        f"{_bounds(training.athlete.distance_unit)}. They count as logged: the arrow of one opens it to be put right.",
    )
    table = queries.once("runs worth a look", lambda: _table(training))
    parts.rows_behind(
        table,
        total=f"**{say.counted(len(table), 'run', 'runs')}**",
        nothing="None: every run lies within these bounds.",
        file_name="runs-worth-a-look.csv",
        key="odd_runs_csv",
    )


def _bounds(unit: DistanceUnit) -> str:
    """What can hardly be a run, in the person's own unit: "Faster than 2 or slower than 15 min/km, or longer than 120 km"."""
    fastest, slowest = (say.count(pace / 60 / from_metres(1000, unit)) for pace in (FASTEST_S_PER_KM, SLOWEST_S_PER_KM))
    return (
        f"Faster than {fastest} or slower than {slowest} min/{unit}, or longer than {say.distance(LONGEST_M, unit, 0)}"
    )


def _own(rows: int) -> str:
    return f"{say.count(rows)} of your activities" if rows else "None of your activities"


def _table(training: Training) -> pd.DataFrame:
    odd = implausible_runs(training.activities).sort_values("local_start", ascending=False)
    unit: DistanceUnit = training.athlete.distance_unit
    return described_runs(odd, unit).assign(Why=odd["why"])

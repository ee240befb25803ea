"""The part of the page How we count that is about runs: the rules, and logged runs that are set aside."""

import pandas as pd

from lib.analysis.weeks.run_rules import RUN_RULES
from lib.services.queries.training import Training
from lib.ui.counting import hard_runs
from lib.ui.counting.rules_view import lines
from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording.detail_tables import described_runs
from lib.wording.record_words import WHY_SET_ASIDE, set_aside_bounds


def runs(training: Training) -> None:
    """Every rule with the person's own numbers, then the runs that cannot be as they were logged."""
    if training.activities.empty and training.set_aside.empty:
        parts.missing("No runs so far: they need the export of a running app.")
        return
    parts.section("Runs", "What is counted as running.")
    lines([(f"**{rule.title}** · {rule.sentence}", _own(rule.rows(training.activities))) for rule in RUN_RULES])
    hard_runs.show(training)
    parts.section(
        "Runs that are set aside",
        f"{set_aside_bounds(training.athlete.distance_unit)}. They count nowhere until you decide: the arrow of one opens "
        "it to be put right, counted as it is, or left out.",
    )
    table = queries.once("runs set aside", lambda: _table(training))
    parts.rows_behind(
        table,
        total=f"**{say.counted(len(table), 'run', 'runs')}**",
        nothing="None: every run lies within these bounds, or you have decided.",
        file_name="runs-set-aside.csv",
        key="odd_runs_csv",
    )


def _own(rows: int) -> str:
    return f"{say.count(rows)} of your activities" if rows else "None of your activities"


def _table(training: Training) -> pd.DataFrame:
    odd = training.set_aside.sort_values("local_start", ascending=False)
    return described_runs(odd, training.athlete.distance_unit).assign(Why=odd["why"].map(WHY_SET_ASIDE))

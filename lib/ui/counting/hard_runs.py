"""How hard the runs were: each rule with the person's own runs that it told, and the runs of one verdict to be opened."""

import pandas as pd
import streamlit as st

from lib.analysis.hard_runs.telling import VerdictRule
from lib.model.vocabulary import VERDICT_NAMES, RunVerdict
from lib.services.queries.hard_runs import runs_with_verdicts
from lib.services.queries.training import Training
from lib.ui.counting.rules_view import lines
from lib.ui.kit import parts
from lib.ui.shell import queries
from lib.wording import format as say
from lib.wording.detail_tables import HOW_HARD, described_runs
from lib.wording.run_verdicts import RULE_SENTENCES, how_hard


def show(training: Training) -> None:
    """The rules in their order, then the runs of the verdict that is chosen, unknown ones first."""
    runs = queries.once("runs with verdicts", lambda: runs_with_verdicts(training))
    if runs.empty:
        return
    parts.section(
        "How hard runs were", "The first rule that can tell decides. Open a run to put it right by one click."
    )
    told = runs["rule"].value_counts()
    lines([(f"**{title}** · {sentence}", _own(int(told.get(rule, 0)))) for rule, (title, sentence) in _rules()])
    counts = runs["verdict"].value_counts()
    there = [each for each in dict.fromkeys((RunVerdict.UNKNOWN, *RunVerdict)) if counts.get(each, 0)]
    words = {f"{VERDICT_NAMES[each]} ({say.count(counts[each])})": each for each in there}
    verdict = words[st.selectbox("Runs that are", list(words), key="runs_of_verdict", width=240)]
    table = queries.once("runs of a verdict", lambda: _table(training, runs, verdict), str(verdict))
    parts.rows_behind(
        table,
        total=f"**{say.counted(len(table), 'run', 'runs')}**",
        nothing="None.",
        file_name=f"runs-{verdict}.csv",
        key="verdict_runs_csv",
    )


def _rules() -> list[tuple[str, tuple[str, str]]]:
    return [(str(rule), RULE_SENTENCES[rule]) for rule in VerdictRule]


def _own(runs: int) -> str:
    return f"{say.count(runs)} of your runs" if runs else "None of your runs"


def _table(training: Training, runs: pd.DataFrame, verdict: RunVerdict) -> pd.DataFrame:
    of_it = runs[runs["verdict"] == verdict]
    table = described_runs(of_it, training.athlete.distance_unit)
    table.insert(len(table.columns) - 1, HOW_HARD, how_hard(of_it).to_numpy())
    return table

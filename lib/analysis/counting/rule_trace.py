"""Which rule decided which of the person's sets: what makes every worth traceable."""

from datetime import date

import pandas as pd

from lib.analysis.counting.rules import ONE_SIDE, RULES
from lib.analysis.counting.warm_ups import compared_loads, is_kept, ramp_up_sets
from lib.model.conventions import Conventions
from lib.model.frames.counting import RAMP_UPS, RULE_COUNTS
from lib.model.vocabulary import Side


def rule_counts(counted: pd.DataFrame, since: date) -> pd.DataFrame:
    """RULE_COUNTS of all rules in their order; together they have every row of COUNTED_SETS once. since: first recent day."""
    return RULE_COUNTS.make([_counts(rule.name, rows_of_rule(counted, rule.name), since) for rule in RULES])


def one_side_counts(counted: pd.DataFrame, since: date) -> pd.DataFrame:
    """RULE_COUNTS of one row: the rows of one side, which other rules have decided."""
    return RULE_COUNTS.make([_counts(ONE_SIDE, rows_of_rule(counted, ONE_SIDE), since)])


def rows_of_rule(counted: pd.DataFrame, rule: str) -> pd.DataFrame:
    """The rows of COUNTED_SETS that a rule decided, in their order; for ONE_SIDE those that it halved."""
    if rule == ONE_SIDE:
        return counted[(counted["side"] != Side.BOTH) & (counted["hard"] > 0)]
    return counted[counted["rule"] == rule]


def effort_share(counted: pd.DataFrame) -> float | None:
    """The share of sets with a logged RPE among those that count or were too easy to; None without any."""
    rows = counted[(counted["hard"] > 0) | (counted["rule"] == "easy")]
    return float(rows["set_rpe"].notna().mean()) if len(rows) else None


def ramp_ups(sets: pd.DataFrame, sessions: pd.DataFrame, kept: pd.DataFrame, conventions: Conventions) -> pd.DataFrame:
    """RAMP_UPS: what looks like an unmarked warm-up, whatever the person said of it. kept: KEPT_AS_WORKING."""
    loads = compared_loads(sets, sessions)
    ramped = sets.assign(top=loads.groupby([sets["session_id"], sets["exercise_name"]]).transform("max"))
    ramped = ramped[ramp_up_sets(sets, sessions, conventions.warm_up_share)]
    found = ramped.groupby(["session_id", "exercise_name"], sort=False).agg(
        local_date=("local_date", "first"),
        rows=("load_kg", "size"),
        heaviest_kg=("load_kg", "max"),
        top_kg=("top", "first"),
    )
    newest = found.reset_index().sort_values(
        ["local_date", "session_id", "exercise_name"], ascending=[False, False, True]
    )
    return RAMP_UPS.make(newest.assign(kept=is_kept(newest, kept)).reset_index(drop=True))


def _counts(rule: str, rows: pd.DataFrame, since: date) -> tuple[str, int, int, float]:
    recent = int((rows["local_date"] >= pd.Timestamp(since)).sum())
    return rule, len(rows), recent, float(rows["hard"].sum())

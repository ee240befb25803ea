"""The parts of the page How we count that show: the rules with the person's own sets, loads, and what is not a set."""

from datetime import date

import pandas as pd
import streamlit as st

from lib.analysis.counting.rule_trace import effort_share, one_side_counts, rows_of_rule, rule_counts
from lib.analysis.loads.rules import touched
from lib.analysis.loads.tonnage import exercise_tonnage
from lib.analysis.weeks.days import on_days
from lib.services.queries.training import Training
from lib.services.queries.weekly import moved
from lib.ui.kit import parts
from lib.ui.shell import nav, queries
from lib.wording import counting_tables as tables
from lib.wording import format as say

LAST_WEEKS = "Last 12 weeks"


def summary(training: Training) -> None:
    """The sets of the log in four numbers."""
    parts.stats(queries.once("counting summary", lambda: _summary(training)), "counting")


def _summary(training: Training) -> list[parts.Stat]:
    counted, counts = training.lifting.counted, counts_of(training)
    inferred = counts.loc[counts["rule"] == "inferred_warm_up", "rows"].sum()
    return [
        parts.Stat("Logged", say.count(len(counted)), "rows of your lifting logs"),
        parts.Stat("Sets done", say.count(counted["hard"].sum()), "what they count"),
        parts.Stat(
            "Effort logged",
            say.share(effort_share(counted)),
            "of the sets",
            "Sets with a logged RPE. A set without one counts 1, since nothing is known of its effort.",
        ),
        parts.Stat("Unmarked warm-ups", say.count(inferred), "taken for warm-ups"),
    ]


def rules(training: Training) -> None:
    """Every rule with its own numbers, and the rows that one of them decided."""
    parts.section("Rules", "The first rule that applies decides. Here are those that decided some of your sets.")
    counts = queries.once("rule counts", lambda: counts_of(training))
    lines(tables.rule_lines(counts[counts["rows"] > 0], training.preferences.conventions))
    others = counts[counts["rows"] == 0]
    if len(others):
        with st.expander(
            f"{say.counted(len(others), 'rule', 'rules')} that decided none of your sets", key="other_rules"
        ):
            lines(tables.rule_lines(others, training.preferences.conventions))
    _rows_behind(training, counts)


def loads(training: Training) -> None:
    """What sets moved, by exercise, and what the weeks have beside sets."""
    parts.section("Loads", "Only tonnage knows loads; sets are counted without them.")
    lifted = queries.once("moved loads", lambda: moved(training))
    recent = pd.Timestamp(tables.since(training.today))
    lines(tables.load_rule_lines(queries.once("load rules", lambda: touched(lifted, recent))))
    if training.body_mass.empty:
        nav.link("data/settings.py", "Enter your body mass", ":material/monitor_weight:")
    unit = training.athlete.weight_unit
    by_exercise = queries.once("exercise tonnage", lambda: exercise_tonnage(lifted[lifted["local_date"] >= recent]))
    parts.section("Load × reps by exercise", "Last 12 weeks, without the body, as your app shows it.")
    parts.rows_behind(
        tables.exercise_tonnage_table(by_exercise, unit),
        total=f"**{say.counted(len(by_exercise), 'exercise', 'exercises')}** with a logged load",
        nothing="No set with a logged load in these weeks.",
        file_name="tonnage.csv",
        key="tonnage_csv",
    )
    _other_work(training)


def _other_work(training: Training) -> None:
    parts.section(
        "What is not counted in sets", "Last 12 weeks: holds, jumps, carries, endurance work in a lifting log."
    )
    weeks = queries.weekly_loads()
    work = weeks.other_work.tail(12)
    rows = tables.other_work_table(work, weeks.tonnage.tail(12), training.athlete.weight_unit)
    parts.rows_behind(
        rows, total=tables.totals_line(work), nothing="No weeks yet.", file_name="other-work.csv", key="other_work_csv"
    )


def _rows_behind(training: Training, counts: pd.DataFrame) -> None:
    parts.section("The rows behind a rule")
    sizes = dict(zip(counts["rule"], counts["rows"], strict=True))
    with st.container(horizontal=True):
        rule = st.selectbox(
            "Rule",
            list(sizes),
            index=next(place for place, size in enumerate(sizes.values()) if size),
            format_func=lambda name: f"{tables.TITLES[name]} ({say.count(sizes[name])})",
            key="counting_rule",
        )
        years = range(training.today.year, training.lifting.counted["local_date"].min().year - 1, -1)
        span = st.selectbox("When", [LAST_WEEKS, *map(str, years)], key="counting_span")
    table = queries.once("rule rows", lambda: _rows(training, rule, span), rule, span)
    parts.rows_behind(
        table,
        total=_total(table),
        nothing="No set in this time.",
        file_name=f"{rule}-{span}.csv".replace(" ", "-").lower(),
        key="counting_csv",
    )


def _total(table: pd.DataFrame) -> str:
    sets = table["Counts"].sum() if len(table) else 0.0
    return f"**{say.counted(len(table), 'row', 'rows')}**, {say.counted(sets, 'set', 'sets')}"


def _rows(training: Training, rule: str, span: str) -> pd.DataFrame:
    rows = rows_of_rule(training.lifting.counted, rule)
    return tables.rows_table(on_days(rows, *_bounds(span, training.today)), training.athlete.weight_unit)


def _bounds(span: str, today: date) -> tuple[date, date]:
    if span == LAST_WEEKS:
        return tables.since(today), today
    return date(int(span), 1, 1), date(int(span), 12, 31)


def counts_of(training: Training) -> pd.DataFrame:
    """RULE_COUNTS of the whole log and its last twelve weeks."""
    counted, first = training.lifting.counted, tables.since(training.today)
    return pd.concat([rule_counts(counted, first), one_side_counts(counted, first)], ignore_index=True)


def lines(lines: list[tuple[str, str]]) -> None:
    """Each rule and, smaller, what it did."""
    st.markdown("\n".join(f"* {rule}  \n  :gray[:small[{own}]]" for rule, own in lines))

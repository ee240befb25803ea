"""The tables of the page How we count, in the person's words and units. Pure: no Streamlit here."""

from datetime import date, timedelta
from typing import Final

import pandas as pd

from lib.analysis.counting.rules import ONE_SIDE, ONE_SIDE_SENTENCE, ONE_SIDE_TITLE, RULES, worth_words
from lib.analysis.loads.rules import LOAD_RULES
from lib.model.conventions import Conventions
from lib.model.units import KG_PER
from lib.model.vocabulary import WeightUnit
from lib.wording.detail_tables import described_sets, exercise_name
from lib.wording.format import count, duration
from lib.wording.helper_words import grade_words

RECENT: Final = timedelta(weeks=12)
TITLES: Final = {rule.name: rule.title for rule in RULES} | {ONE_SIDE: ONE_SIDE_TITLE}


def since(today: date) -> date:
    """The first day of the last twelve weeks."""
    return today - RECENT + timedelta(days=1)


def rule_lines(counts: pd.DataFrame, conventions: Conventions) -> list[tuple[str, str]]:
    """For each rule a line that says it and a line with the person's own numbers. counts: RULE_COUNTS."""
    sentences = {rule.name: (worth_words(rule.hard(conventions)), rule.says(conventions), rule.grade) for rule in RULES}
    sentences[ONE_SIDE] = ("half", ONE_SIDE_SENTENCE, "D")
    lines = []
    for row in counts.to_dict("records"):
        hard, sentence, grade = sentences[row["rule"]]
        lines.append(
            (f"**{TITLES[row['rule']]}: {hard}** · {sentence}", own_numbers(row["rows"], row["recent"], grade))
        )
    return lines


def load_rule_lines(touched: dict[str, tuple[int, int]]) -> list[tuple[str, str]]:
    """The same of the rules about loads. touched: rows in all and in the last twelve weeks, by name."""
    return [
        (f"**{rule.title}** · {rule.sentence}", own_numbers(*touched[rule.name], rule.grade)) for rule in LOAD_RULES
    ]


def own_numbers(rows: int, recent: int, grade: str) -> str:
    """How many of the person's own sets a rule decided, and how well it is supported."""
    own = f"{count(rows)} of your sets, {count(recent)} in the last 12 weeks" if rows else "None of your sets"
    return f"{own} · {grade_words(grade)}"


def rows_table(rows: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    """The sets that a rule decided, newest first. rows: COUNTED_SETS."""
    rows = rows.sort_values(["local_date", "session_id", "position"], ascending=[False, False, True])
    return described_sets(rows, unit).pipe(_without_empty_columns)


def _without_empty_columns(table: pd.DataFrame) -> pd.DataFrame:
    return table.loc[:, [bool((table[column].notna() & (table[column] != "")).any()) for column in table]]


def exercise_tonnage_table(rows: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    """What each exercise added up to, without the body. rows: EXERCISE_TONNAGE."""
    return pd.DataFrame(
        {
            "Exercise": rows["exercise"].map(exercise_name),
            f"Load × reps ({unit})": (rows["tonnage_kg"] / KG_PER[unit]).round(0),
            "Sets with a load": rows["with_tonnage"],
            "Sets": rows["rows"],
        }
    )


def other_work_table(work: pd.DataFrame, tonnage: pd.DataFrame, unit: WeightUnit) -> pd.DataFrame:
    """Weeks of what is not counted in sets, newest first. work: OTHER_WORK, tonnage: WEEKLY_TONNAGE of the same weeks.

    The tonnage of a week stands beside the share of its sets that has none. A blank is not known.
    """
    table = pd.DataFrame(
        {
            "Week of": work["week_start"].dt.date,
            "In holds (s)": work["tension_s"].round(0),
            "Ground contacts": work["contacts"],
            "Carried (m)": work["carry_m"].round(0),
            "Carried (s)": work["carry_s"].round(0),
            "Endurance (min)": (work["conditioning_s"] / 60).round(0),
            f"Tonnage with the body ({unit})": (tonnage["tonnage_kg"] / KG_PER[unit]).round(0),
            "Sets without tonnage (%)": (tonnage["excluded_share"] * 100).round(0),
        }
    )
    return table.iloc[::-1].reset_index(drop=True)


def totals_line(work: pd.DataFrame) -> str:
    """The last weeks in one sentence; parts that never occur are left out. work: OTHER_WORK."""
    sums = work.sum(numeric_only=True)
    parts = [
        f"{_held(sums['tension_s'])} in holds" if sums["tension_s"] else "",
        f"{count(sums['contacts'])} ground contacts" if sums["contacts"] else "",
        f"{count(sums['carry_m'])} m carried" if sums["carry_m"] else "",
        f"{duration(sums['conditioning_s'])} of endurance work" if sums["conditioning_s"] else "",
    ]
    return ", ".join(part for part in parts if part) or "None in these weeks"


def _held(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else duration(seconds)

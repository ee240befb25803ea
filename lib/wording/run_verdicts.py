"""How hard a run was and by what that is known, in words."""

from typing import Final

import pandas as pd

from lib.analysis.hard_runs.telling import VerdictRule
from lib.model import region
from lib.model.vocabulary import VERDICT_NAMES, Effort
from lib.wording.text import plain

RULE_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    VerdictRule.TAG: ("Your tag", "What you say of a run goes before everything else; a race is hard."),
    VerdictRule.WORKOUT_TYPE: ("Type", "What its source calls it: a race or a workout is hard, a long run long."),
    VerdictRule.TITLE: (
        "Title",
        "Whole words, as interval, tempo, track, race, easy, in nineteen languages; your own words go before them.",
    ),
    VerdictRule.RPE: ("Session RPE", "7 and more is hard, 5 to below 7 moderate, less easy."),
    VerdictRule.TIME_NEAR_THRESHOLD: (
        "Time near threshold",
        "Hard with 10 minutes or a fifth of it at 88 % of your highest heart rate; moderate with half of that.",
    ),
    VerdictRule.MEAN_HEART_RATE: (
        "Mean heart rate",
        "88 % of your highest is hard. It hides intervals: a lower one tells only where the run never came near 88 %.",
    ),
    VerdictRule.FAST: (
        "Fast for its length",
        "Faster than nine in ten of your runs of that length in 90 days. That alone is not called hard.",
    ),
    VerdictRule.LONG: ("Long", "90 minutes or more, and above your usual long run of the eight weeks before."),
    VerdictRule.NONE: ("Unknown", "Nothing tells. It is never taken for easy."),
}
_REASONS: Final[dict[str, str]] = {
    VerdictRule.TAG: "your tag: {why}",
    VerdictRule.WORKOUT_TYPE: "its source calls it {why}",
    VerdictRule.TITLE: "title: “{why}”",
    VerdictRule.RPE: "{why}",
    VerdictRule.TIME_NEAR_THRESHOLD: "{why}",
    VerdictRule.MEAN_HEART_RATE: "mean heart rate {why}, your highest; a mean hides intervals",
    VerdictRule.FAST: "{why} of its length in 90 days; that alone is not called hard",
    VerdictRule.LONG: "{why}",
    VerdictRule.NONE: "no tag, type, title, RPE or heart rate tells",
}
_WORDS_OF_TYPES: Final = {"race": "a race", "workout": "a workout", "long": "a long run"}


def verdict_sentence(verdict: str, rule: str, why: str) -> str:
    """As markdown: "**hard** · title: “tempo”"."""
    return f"How hard: **{VERDICT_NAMES[verdict]}** · {plain(reason(rule, why))}"


def how_hard(verdicts: pd.DataFrame) -> pd.Series:
    """A cell for each of RUN_VERDICTS, by activity: "hard · title: “tempo”", "easy · mean heart rate 137 of 184", "unknown"."""
    columns = (verdicts["verdict"], verdicts["rule"], verdicts["why"])
    cells = [_cell(verdict, rule, why) for verdict, rule, why in zip(*columns, strict=True)]
    return pd.Series(cells, index=pd.Index(verdicts["activity_id"]), dtype="str")


def _cell(verdict: str, rule: str, why: str) -> str:
    told = reason(rule, why).partition("; ")[0].partition(", your")[0]
    return VERDICT_NAMES[verdict] if rule == VerdictRule.NONE else f"{VERDICT_NAMES[verdict]} · {told}"


def reason(rule: str, why: str) -> str:
    """By what a verdict is known, without a full stop: 'title: “tempo”', "RPE 8", "92 min, usual long run 86 min"."""
    if rule == VerdictRule.RPE:
        return f"RPE {region.short(float(why.removeprefix('RPE ')))}"
    if rule == VerdictRule.TAG and why != Effort.RACE:
        return "your tag"
    told = _WORDS_OF_TYPES.get(why, why) if rule == VerdictRule.WORKOUT_TYPE else why
    return _REASONS[rule].format(why=told)

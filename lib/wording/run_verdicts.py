"""How hard a run was and by what that is known, in words."""

from typing import Final

from lib.analysis.hard_runs.telling import VerdictRule
from lib.model import region
from lib.model.vocabulary import Effort, RunVerdict

VERDICT_WORDS: Final[dict[str, str]] = {
    RunVerdict.HARD: "hard",
    RunVerdict.MODERATE: "moderate",
    RunVerdict.EASY: "easy",
    RunVerdict.LONG: "long",
    RunVerdict.FAST: "fast for its length",
    RunVerdict.UNKNOWN: "unknown",
}
EFFORT_MEANS: Final[dict[str, str]] = {each: each.value for each in Effort} | {"": "nothing"}
_REASONS: Final[dict[str, str]] = {
    VerdictRule.TAG: "your tag: {why}",
    VerdictRule.WORKOUT_TYPE: "its source calls it {why}",
    VerdictRule.TITLE: "title: “{why}”",
    VerdictRule.RPE: "{why}",
    VerdictRule.TIME_NEAR_THRESHOLD: "{why}",
    VerdictRule.MEAN_HEART_RATE: "mean heart rate {why}; a mean hides intervals",
    VerdictRule.FAST: "{why} of its length in 90 days; that alone is not called hard",
    VerdictRule.LONG: "{why}",
    VerdictRule.NONE: "no tag, type, title, RPE or heart rate tells",
}
_WORDS_OF_TYPES: Final = {"race": "a race", "workout": "a workout", "long": "a long run"}


def reason(rule: str, why: str) -> str:
    """By what a verdict is known, without a full stop: 'title: “tempo”', "RPE 8", "92 min, usual long run 86 min"."""
    if rule == VerdictRule.RPE:
        return f"RPE {region.short(float(why.removeprefix('RPE ')))}"
    told = _WORDS_OF_TYPES.get(why, why) if rule == VerdictRule.WORKOUT_TYPE else why
    return _REASONS[rule].format(why=told)

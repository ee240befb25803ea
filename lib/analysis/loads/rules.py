"""The rules that say what a set moved, in words, and the sets that each of them touched (SCIENCE 1.5, 1.7, 1.8, S4)."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class LoadRule:
    """One rule of lib.analysis.loads.effective_load. applies: MOVED_LOADS → mask. grade: A to D."""

    name: str
    title: str
    applies: Callable[[pd.DataFrame], pd.Series]
    grade: str
    sentence: str


def moves_the_body(moved: pd.DataFrame) -> pd.Series:
    return moved["body_kg"].notna() & (moved["body_kg"] != 0) & (moved["excluded"] == "")


def counts_both_sides(moved: pd.DataFrame) -> pd.Series:
    return moved["sides"] == 2


def counts_a_pair(moved: pd.DataFrame) -> pd.Series:
    return moved["dumbbells"] == 2


def has_no_tonnage(moved: pd.DataFrame) -> pd.Series:
    return moved["excluded"] != ""


LOAD_RULES = (
    LoadRule(
        "body",
        "The body moves, too",
        moves_the_body,
        "D",
        "Load = what is on the bar + the share of the body that moves, 88 % in a squat, 95 % in a pull-up; help is taken "
        "off. The body mass is that of the entry nearest in time, at most 90 days away.",
    ),
    LoadRule(
        "both_sides",
        "Reps of both sides",
        counts_both_sides,
        "D",
        "Reps of a one-sided exercise are those of each side, so tonnage has them twice. Set counts stay.",
    ),
    LoadRule(
        "pair",
        "A pair of dumbbells",
        counts_a_pair,
        "D",
        "Dumbbells weigh what was typed, unless you say that you type the weight of one of two. Set counts stay.",
    ),
    LoadRule(
        "no_tonnage",
        "No tonnage",
        has_no_tonnage,
        "A",
        "Holds, bands, core work, names without an exercise, and sets whose load or body mass is not known are left out "
        "of tonnage, and their share is shown.",
    ),
)


def touched(moved: pd.DataFrame, since: pd.Timestamp) -> dict[str, tuple[int, int]]:
    """How many of MOVED_LOADS each rule touched, in all and since a day, by name."""
    recent = moved["local_date"] >= since
    masks = {rule.name: rule.applies(moved) for rule in LOAD_RULES}
    return {name: (int(mask.sum()), int((mask & recent).sum())) for name, mask in masks.items()}

"""Gaps between leg sessions and hard runs in words: what is known, and why it is not."""

from collections.abc import Hashable, Mapping
from math import floor
from typing import Any, Final, NamedTuple

from lib.analysis.spacing.summary import SideCounts
from lib.model.vocabulary import Gap, GapWhy
from lib.wording import format as say

Row = Mapping[Hashable, Any]


class RunWords(NamedTuple):
    """A run at one end of a gap: its title and when it was, in words."""

    title: str
    day: str


GAP_WORDS: Final = {
    Gap.AT_LEAST_48: "at least 48 h",
    Gap.AT_LEAST_24: "at least 24 h",
    Gap.CLOSER: "closer than 24 h",
    Gap.UNKNOWN: "cannot be told",
    Gap.NONE: "none",
}


def gap(row: Row, side: str, run: RunWords | None = None) -> str:
    """One side of a row of LEG_SPACING in words. side: before or after. run: the one at the other end."""
    why, word = GapWhy(row[f"{side}_why"]), Gap(row[side])
    name = _named(run)
    if why is GapWhy.HOURS:
        return f"{hours(row[f'{side}_h'])} {_relation(side)}{name}"
    if why is GapWhy.NO_RUN:
        return f"no hard run within 14 days {'before' if side == 'before' else 'after'}"
    return {
        GapWhy.SAME_DAY: f"same day as{name}, order unknown",
        GapWhy.NEXT_DAY: f"a day {_relation(side)}{name}, without times: 24 h cannot be confirmed",
        GapWhy.DAYS_APART: f"{say.count(row[f'{side}_days'])} days {_relation(side)}{name}: at least a day apart",
        GapWhy.UNKNOWN_RUN: f"nothing tells whether{name} was hard",
        GapWhy.NO_LENGTH: _without_length(word, side, name),
        GapWhy.NO_LOG: "no running log near these days",
    }[why]


def both_sides(row: Row, runs: Mapping[int, RunWords]) -> str:
    """Both sides of a row of LEG_SPACING in one sentence. runs: by activity_id."""
    before, after = (gap(row, side, runs.get(row[f"{side}_id"])) for side in ("before", "after"))
    return f"Before: {before}. After: {after}."


def hours(value: float) -> str:
    """A gap as "31 h", below ten hours with its tenth: "4.5 h". Cut, not rounded: 23.9 h are no day."""
    digits = 1 if value < 10 else 0
    return f"{say.number(floor(value * 10**digits) / 10**digits, f'.{digits}f')} h"


def _relation(side: str) -> str:
    return "after" if side == "before" else "before"


def _named(run: RunWords | None) -> str:
    if run is None:
        return " a hard run"
    return f" “{run.title}” ({run.day})" if run.title else f" the run of {run.day}"


def _without_length(word: Gap, side: str, name: str) -> str:
    whose = "run" if side == "before" else "session"
    if word is Gap.UNKNOWN:
        return f"about a day {_relation(side)}{name}; how long the {whose} took is not known"
    return f"{GAP_WORDS[word]} {_relation(side)}{name}; how long the {whose} took is not known"


def counts(of: SideCounts, side: str) -> str:
    """One side of several sessions: "9 of 12 at least 24 h after a hard run, 2 closer, 1 not known"."""
    total = of.at_least_24 + of.closer + of.unknown + of.none
    parts = [f"**{of.at_least_24} of {total}** leg sessions at least 24 h {_relation(side)} a hard run"]
    if side == "after" and of.at_least_48:
        parts[0] += f" ({of.at_least_48} of them 48 h)"
    parts += [f"{number} {word}" for number, word in ((of.closer, "closer"), (of.unknown, "not known")) if number]
    if of.none:
        parts.append(f"{of.none} without one within 14 days")
    return ", ".join(parts)

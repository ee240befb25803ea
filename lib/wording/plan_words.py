"""Placements of leg sessions in words: their gaps both ways, what gives, and why another half-day was not taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import isinf

from lib.analysis.planning.gaps import NEAR_H, PlannedGap
from lib.analysis.planning.placements import BETWEEN_LIFTS_H, PlacedSession, Placement
from lib.analysis.planning.shortfalls import CloseLifts, OtherSlot, ShortGap, short_in
from lib.analysis.planning.week import HardRun, Slot, WeekToPlan
from lib.model import region
from lib.model.vocabulary import MUSCLE_NAMES, Muscle

_DAYS_NEAR = f"{NEAR_H / 24:g} days"


def slot_words(slot: Slot) -> str:
    """A half-day: "Tue 1 Dec pm"."""
    return f"{slot.day:%a} {region.day_of_year(slot.day)} {slot.half}"


def run_words(run: HardRun) -> str:
    """A run to measure from: "the hard run of Wed 2 Dec, 18:00"."""
    kind = "long run" if run.long else "hard run" if run.known else "run"
    when = f"{run.day:%a} {region.day_of_year(run.day)}"
    name = run.title if kind in run.title.lower() else f"{run.title} ({kind})" if run.title else f"the {kind}"
    return f"{name} of {when}" + (f", {region.clock(run.at)}" if run.at else "")


def run_line(run: HardRun) -> str:
    """A run of a list: "Tue 1 Dec, 18:00 · hard · 60 min · Intervals"."""
    at = f", {region.clock(run.at)}" if run.at else ", time not known"
    length = f"{region.short(run.minutes)} min" if run.minutes and run.at else ""
    parts = [f"{run.day:%a} {region.day_of_year(run.day)}{at}", "long" if run.long else "hard", length, run.title]
    return " · ".join(part for part in parts if part)


def hours(value: float) -> str:
    """Hours to a tenth, rounded down, so that no gap is told larger than it is: "23.9 h"."""
    return f"{region.short(int(value * 10) / 10)} h"


def gap_words(gap: PlannedGap, *, before: bool) -> str:
    """One gap: "36 h after the hard run of Tue 1 Dec, 18:00"."""
    way = "after" if before else "before"
    if gap.run is None:
        return f"no hard run known in the {_DAYS_NEAR} {'before' if before else 'after'}"
    if gap.hours is None:
        least = f"at least {hours(gap.at_least)}" if gap.at_least else "hours not known"
        return f"{least} {way} {run_words(gap.run)} ({_why_unknown(gap.run)})"
    return f"{hours(gap.hours)} {way} {run_words(gap.run)}"


def session_words(session: PlacedSession) -> str:
    """A session with both gaps."""
    words = gaps_words(session)
    return f"{slot_words(session.slot)} ({region.clock(session.start.time())}): {words[:1].lower()}{words[1:]}"


def gaps_words(session: PlacedSession) -> str:
    """Both gaps of a session, as a sentence of its own."""
    words = f"{gap_words(session.before, before=True)}; {gap_words(session.after, before=False)}"
    return words[:1].upper() + words[1:]


def gives(week: WeekToPlan, ranked: Sequence[Placement]) -> str | None:
    """What gives in the best placement; None where nothing does. ranked: of `placements`."""
    if not ranked:
        return (
            f"No half-day of the week from {region.day(week.start)} is {BETWEEN_LIFTS_H:g} h away from the leg sessions "
            "that are logged or planned around it, so none is placed."
        )
    gaps, lifts = short_in(ranked[0])
    said = [*map(short_gap_words, gaps), *map(close_lifts_words, lifts)]
    if len(ranked[0].sessions) < week.sessions:
        said.append(
            f"Only {len(ranked[0].sessions)} of {week.sessions} sessions can be placed: no other half-day is "
            f"{BETWEEN_LIFTS_H:g} h away from all leg sessions."
        )
    return " ".join(said) or None


def short_gap_words(short: ShortGap) -> str:
    """A gap that falls short, and by how much: "Tue 1 Dec pm begins 11 h after …: 13 h short of 24 h."."""
    gap, run, slot = short.gap, short.gap.run, slot_words(short.session.slot)
    if run is None:
        raise ValueError("a gap without a run cannot fall short")
    way = "after" if short.before else "before"
    if gap.hours is None:
        least = f", it may be as little as {hours(gap.at_least)}" if gap.at_least else ""
        return (
            f"Whether {slot} is {gap.mark_h:g} h {way} {run_words(run)} is not known "
            f"({_why_unknown(run)}){least}: up to {_missing(gap)} short of {gap.mark_h:g} h."
        )
    if gap.hours == 0:
        return f"{slot} is at the time of {run_words(run)}, or directly {way} it: {_missing(gap)} short of {gap.mark_h:g} h."
    verb = "begins" if short.before else "ends"
    return f"{slot} {verb} {hours(gap.hours)} {way} {run_words(run)}: {_missing(gap)} short of {gap.mark_h:g} h."


def close_lifts_words(close: CloseLifts) -> str:
    """Two leg sessions that are too close."""
    slot = slot_words(close.session.slot)
    other = f"{slot_words(close.other)}" if close.other else "a leg session that is logged or planned around it"
    apart = hours(close.hours) if close.hours else "less than a day"
    return f"{slot} is {apart} from {other}, under the {BETWEEN_LIFTS_H:g} h between leg sessions."


def why_other(other: OtherSlot, best: Placement | None) -> str:
    """Why a half-day was not taken."""
    if other.closed:
        return "It is over."
    said = [*map(short_gap_words, other.gaps), *map(close_lifts_words, other.lifts)]
    if said:
        return " ".join(said)
    if other.best is None or best is None:
        return f"No other session fits {BETWEEN_LIFTS_H:g} h away from it."
    return _beside_best(other.best, best)


def _beside_best(other: Placement, best: Placement) -> str:
    """The first of the reasons of the order in which the best one is ahead."""
    if other.kept < best.kept:
        return "Keeps both gaps, but then the other session does not."
    if other.least_h < best.least_h:
        return f"Keeps both gaps; the least gap is then {hours(other.least_h)}, not {_least(best)}."
    if other.apart_h < best.apart_h:
        return f"Keeps its gaps as well; the leg sessions are then {hours(other.apart_h)} apart."
    if other.on_usual_days < best.on_usual_days:
        return "Keeps its gaps as well; it is no day on which you usually lift."
    return "Keeps its gaps as well; it is later."


def _least(best: Placement) -> str:
    return "without one near" if isinf(best.least_h) else hours(best.least_h)


def _missing(gap: PlannedGap) -> str:
    """Hours to a tenth, rounded up."""
    return f"{region.short(-int(-gap.short_h * 10 // 1) / 10)} h"


def _why_unknown(run: HardRun) -> str:
    if run.at is None:
        return "that run has no clock time"
    return "the length of that run is not known" if run.known else "nothing says how hard that run was"


def lack_words(lack: Mapping[Muscle, float]) -> str:
    """What the last weeks lacked: "Last four weeks below your usual, in sets a week: hamstrings 2.5, calves 1."."""
    named = ", ".join(f"{MUSCLE_NAMES[muscle].lower()} {region.short(sets)}" for muscle, sets in lack.items())
    return f"Last four weeks below your usual, in sets a week: {named}." if named else ""


def unlogged_words(unlogged: tuple[date, date], to_come: Sequence[HardRun]) -> str:
    """The past days of which nothing is known, and what stands for them. to_come: all runs that are not logged."""
    first, last = unlogged
    standing = any(first <= each.day <= last for each in to_come)
    usual = "your planned and usual hard runs stand for it" if standing else "no hard run of these days counts"
    return f"No running log covers {region.days(first, last)}: what was run then is not known, and {usual}."


def placement_words(placement: Placement) -> str:
    """The half-days of a placement in one line."""
    return " and ".join(map(slot_words, placement.slots))


def plan_lines(week: WeekToPlan, shown: Sequence[Placement], gives: str | None) -> list[str]:
    """The best placements as text."""
    lines = [f"Week {region.days(week.start, week.last)}"]
    for number, placement in enumerate(shown, 1):
        lines.append(f"{number}. {placement_words(placement)}")
        lines += [f"   {session_words(each)}" for each in placement.sessions]
    return [*lines, gives] if gives else lines

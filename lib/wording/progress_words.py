"""Strength that moves, in words: estimates with their "at least", changes beyond the own scatter, how heavy sets were."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from lib.analysis.strength.change import SCATTERS, Sides
from lib.analysis.strength.heavy_share import LEAST_RPE_SHARE, LEAST_VALID, HeavyShare
from lib.model.athlete import Athlete
from lib.model.units import from_kilograms
from lib.model.vocabulary import LiftChange, NoEstimate, WeightUnit
from lib.wording import format as say

WHY_NOT: Final[Mapping[str, str]] = {
    NoEstimate.UNMAPPED: "a name without an exercise",
    NoEstimate.WARM_UP: "warm-up",
    NoEstimate.JUMP: "jumps count as contacts",
    NoEstimate.NOT_A_SET: "counted in metres or minutes",
    NoEstimate.HOLD: "holds have no repetitions",
    NoEstimate.BAND: "the load of a band is not known",
    NoEstimate.ASSISTED: "help by a machine is not comparable",
    NoEstimate.CORE: "core work",
    NoEstimate.NO_REPS: "no reps logged",
    NoEstimate.NO_LOAD: "no load logged",
    NoEstimate.NO_BODY_MASS: "no body mass near that day",
    NoEstimate.SIDES: "reps of both sides together",
    NoEstimate.LOOKS_MISTYPED: "the load looks mistyped",
    NoEstimate.DROP: "drop set",
    NoEstimate.EASY: "far from failure",
    NoEstimate.MANY_REPS: "more reps than the formulas hold for",
}


def estimate(kilograms: float, at_least: bool, unit: WeightUnit) -> str:
    """An estimated maximum: "102 kg", "at least 95 kg"; a dash where there is none."""
    if pd.isna(kilograms):
        return say.NOTHING
    return f"{'at least ' if at_least else ''}{mass(kilograms, unit)}"


def mass(kilograms: float, unit: WeightUnit) -> str:
    """A mass that was worked out: whole from 20 on, as tenths of it would be made up."""
    amount = from_kilograms(kilograms, unit)
    return f"{say.number(amount, '.0f' if abs(amount) >= 20 else '.1f')} {unit}"


def change(word: str, kilograms: float, unit: WeightUnit) -> str:
    """What became of a lift: "up 3.4 kg", "no clear change", "too few sessions"."""
    if word == LiftChange.TOO_FEW:
        return "too few sessions"
    return f"{word} {mass(abs(kilograms), unit)}" if word in (LiftChange.UP, LiftChange.DOWN) else word


def change_sentence(row: Mapping[Any, Any], sides: Sides | None, unit: WeightUnit) -> str:
    """The change of one exercise with what it was held against. row: of EXERCISE_PROGRESS; sides: as `compared` gives."""
    if sides is None:
        return "Too few sessions to tell a change: it takes eight within a year."
    moved, scatter = mass(abs(row["change_kg"]), unit), mass(row["scatter_kg"], unit)
    side = "above" if row["change_kg"] >= 0 else "below"
    held = f"Your last four sessions ({_days(sides.last)}) had a mean {moved} {side} that of four earlier ones ({_days(sides.earlier)})"
    takes = f"it takes more than {scatter}, {say.number(SCATTERS)} × what neighbouring sessions of yours differ by"
    if row["change"] != LiftChange.NOT_CLEAR:
        return f"**{row['change'].capitalize()}**: {held[0].lower()}{held[1:]}; {takes}."
    if abs(row["change_kg"]) > row["scatter_kg"]:
        return f"**No clear change**: {held[0].lower()}{held[1:]}, but effort was logged on one side only, which moves an estimate by itself."
    return f"**No clear change**: {held[0].lower()}{held[1:]}; {takes}."


def _days(bests: pd.DataFrame) -> str:
    return say.days(bests["local_date"].iloc[0].date(), bests["local_date"].iloc[-1].date())


def heavy_headline(found: HeavyShare) -> str:
    """The share where it is told, else the count of sets of few reps."""
    if not found.covered or not found.sets:
        return say.NOTHING
    if found.share is not None:
        return say.share(found.share)
    return f"{say.count(found.few_reps)} of {say.count(found.with_reps)}"


def heavy_label(found: HeavyShare) -> str:
    """What `heavy_headline` is of."""
    return "Heavy sets" if found.shown else "Sets of 1–6 reps"


def heavy_sentence(found: HeavyShare) -> str:
    """What is counted, and why a share is withheld."""
    if not found.covered:
        return "No strength log covers these 28 days."
    if not found.sets:
        return "No lower-body sets in these 28 days."
    if found.shown:
        return (
            f"{say.count(found.heavy)} of {say.count(found.valid)} lower-body sets had at least 80 % of the maximum that your "
            f"sets of the 28 days before let expect."
        )
    few = f"{say.count(found.few_reps)} of {say.counted(found.with_reps, 'lower-body set', 'lower-body sets')} had 1 to 6 reps. "
    if (found.rpe_share or 0.0) < LEAST_RPE_SHARE:
        return f"{few}Effort is logged on {say.share(found.rpe_share)} of them; a share of heavy sets takes {say.share(LEAST_RPE_SHARE)}."
    return (
        f"{few}The intensity of {say.count(found.valid)} of them is known; a share of heavy sets takes {LEAST_VALID}."
    )


def as_text(lifts: list[dict[str, Any]], athlete: Athlete, *, one: bool) -> list[str]:
    """The lines of the command. lifts: exercises as progress_json has them. one: of one exercise its best sets as well."""
    unit = athlete.weight_unit
    told = [each for each in lifts if each["sessions"] or one]
    if not told:
        return ["No estimated maximum yet: it takes sets of 1 to 10 reps with a load."]
    lines = [_lift_line(each, unit) for each in told]
    if one:
        return [*lines, *(_best_line(each, unit) for each in told[0]["best_sets"])]
    others = len(lifts) - len(told)
    return [
        *lines,
        *([f"{say.counted(others, 'exercise', 'exercises')} without an estimate; --json says why."] if others else []),
    ]


def _lift_line(lift: Mapping[str, Any], unit: WeightUnit) -> str:
    if not lift["sessions"]:
        return f"{lift['title']}: no estimated maximum: {WHY_NOT.get(lift['why_not'], lift['why_not'])}."
    last = estimate(lift["last_e1rm_kg"], lift["last_at_least"], unit)
    best = estimate(lift["best_e1rm_kg"], lift["at_least"], unit)
    moved = change(lift["change"], lift["change_kg"] or 0.0, unit)
    return f"{lift['title']}: last {last} ({lift['last_day']}), best {best} ({lift['best_day']}), {moved}"


def _best_line(best: Mapping[str, Any], unit: WeightUnit) -> str:
    return f"{best['reps']:>4} × {say.load(best['load_kg'], unit)}  {best['day']}"

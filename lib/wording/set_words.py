"""A set in words: what a template asks for, and what was done."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.catalog.template import Range, TemplateItem
from lib.model.records import LiftingSet
from lib.model.units import from_kilograms
from lib.model.vocabulary import MUSCLE_NAMES, LoadMode, Muscle, Side, WeightUnit
from lib.wording import format as say
from lib.wording.detail_tables import KIND_NAMES

_SIGNS = {LoadMode.ADDED: "+", LoadMode.ASSISTED: "−"}


def asked(item: TemplateItem) -> str:
    """What a template asks for: "2–3 × 8–12 per side"."""
    amount = _range(item.reps) if item.reps else ""
    if item.breaths is not None:
        amount = f"{item.breaths} deep breaths"
    if item.seconds is not None:
        amount = f"{say.count(item.seconds)} s"
    if item.distance_m is not None:
        amount = f"{say.count(item.distance_m)} m"
    pause = f", held {say.count(item.pause_s)} s each" if item.pause_s else ""
    side = " per side" if item.per_side else ""
    return f"{_range(item.sets)} × {amount or 'as you like'}{side}{pause}"


def set_words(each: LiftingSet, unit: WeightUnit) -> str:
    """What was done: "10 × 16 kg", "8 reps", "30 s", "5 deep breaths"."""
    parts = [_amount(each), _load(each, unit)]
    words = (" × " if each.load_kg is not None else ", ").join(part for part in parts if part)
    more = [str(each.side) if each.side is not Side.BOTH else "", KIND_NAMES[each.kind]]
    more.append(f"RPE {say.count(each.set_rpe)}" if each.set_rpe is not None else "")
    return ", ".join(part for part in (words, *more) if part)


def of_each_side(each: LiftingSet, unit: WeightUnit, *, reps_are_per_side: bool) -> str:
    """What was done by one side after the other as one set: "10 × 16 kg, per side"; "20 reps, both sides together"."""
    together = each.reps is not None and "breath" not in each.note and not reps_are_per_side
    return f"{set_words(each, unit)}, {'both sides together' if together else 'per side'}"


def rows_words(rows: pd.DataFrame, unit: WeightUnit) -> str:
    """What was done last time. rows: SETS of one exercise and session."""
    return "; ".join(set_words(_of_row(row), unit) for row in rows.to_dict("records"))


def trains(shares: Mapping[Muscle, float]) -> str:
    """Muscles of a set by what they are credited: "Quadriceps, glutes; helping: core"."""
    main = [MUSCLE_NAMES[each] for each, share in shares.items() if share >= 1]
    helping = [MUSCLE_NAMES[each].lower() for each, share in shares.items() if 0 < share < 1]
    told = ", ".join([*main[:1], *(name.lower() for name in main[1:])])
    return "; ".join(part for part in (told, f"helping: {', '.join(helping)}" if helping else "") if part)


def _range(found: Range) -> str:
    return say.between(*found)


def _amount(each: LiftingSet) -> str:
    if each.note == f"{each.reps} deep breaths":
        return each.note
    parts = [
        "" if each.reps is None else f"{say.count(each.reps)}{' reps' if each.load_kg is None else ''}",
        "" if each.duration_s is None else f"{say.count(each.duration_s)} s",
        "" if each.distance_m is None else f"{say.count(each.distance_m)} m",
    ]
    return " in ".join(part for part in parts if part) or "?"


def _load(each: LiftingSet, unit: WeightUnit) -> str:
    if each.load_kg is None:
        return {LoadMode.BAND: "band", LoadMode.BODYWEIGHT: ""}.get(each.load_mode, "load not known")
    value = from_kilograms(each.load_kg, unit)
    return f"{_SIGNS.get(each.load_mode, '')}{say.number(round(value, 2), ',.10g')} {unit}"


def _of_row(row: Mapping[Any, Any]) -> LiftingSet:
    """A row of SETS as a set, with what is known."""

    def known(name: str) -> float | None:
        return None if pd.isna(row[name]) else float(row[name])

    reps = known("reps")
    return LiftingSet(
        row["exercise_name"],
        reps=None if reps is None else int(reps),
        load_kg=known("load_kg"),
        load_mode=LoadMode(row["load_mode"]),
        duration_s=known("duration_s"),
        distance_m=known("distance_m"),
        side=Side(row["side"]),
    )

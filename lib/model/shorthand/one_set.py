"""The parts of a stretch between commas → what one of its sets says."""

from collections.abc import Mapping
from typing import Final

from lib.model.limits import MAX_NOTE
from lib.model.records import LiftingSet
from lib.model.shorthand.characters import clean_note, unquoted
from lib.model.shorthand.parts import Part
from lib.model.shorthand.patterns import PartKind
from lib.model.shorthand.quantities import Mass, effort_of, mass_of, metres_of, seconds_of
from lib.model.shorthand.result import Unclear
from lib.model.vocabulary import LoadMode, SetKind, Side, WeightUnit

_SIGNED: Final = {"+": LoadMode.ADDED, "-": LoadMode.ASSISTED, "": LoadMode.EXTERNAL}
_KINDS: Final = {"warm_up": SetKind.WARM_UP, "drop": SetKind.DROP, "failure": SetKind.FAILURE}


def one_set(name: str, amount: Part, load: Part | None, said: Mapping[PartKind, Part], unit: WeightUnit) -> LiftingSet:
    """A set with all but its reps. said: the other parts by what they are about; unit: of a load that names none."""
    mode, mass = _load(load, unit)
    effort, kind = said.get(PartKind.EFFORT), said.get(PartKind.SET_KIND)
    return LiftingSet(
        name,
        kind=_kind(kind),
        load_kg=mass[0] if mass else None,
        load_value=mass[1] if mass else None,
        load_unit=mass[2] if mass else None,
        load_mode=mode,
        duration_s=_only(amount, seconds_of(amount, "time"), "in_time", seconds_of(amount, "in_time")),
        distance_m=_only(amount, metres_of(amount, "distance"), "over", metres_of(amount, "over")),
        set_rpe=effort_of(effort) if effort else None,
        side=_side(said.get(PartKind.SIDE)),
        note=_note(said.get(PartKind.QUOTE), amount),
    )


def _only(amount: Part, one: float | None, second: str, other: float | None) -> float | None:
    """The one of two values that is said."""
    if one is not None and other is not None:
        raise Unclear(amount.found.span(second), "This says the same thing twice. Keep one of the two.")
    return one if one is not None else other


def _load(part: Part | None, unit: WeightUnit) -> tuple[LoadMode, Mass | None]:
    if part is None:
        return LoadMode.BODYWEIGHT, None
    if not part.said("load"):
        return (LoadMode.BAND if part.said("band") else LoadMode.BODYWEIGHT), None
    return (LoadMode.BAND if part.said("band") else _SIGNED[part.said("sign")]), mass_of(part, unit)


def _kind(part: Part | None) -> SetKind:
    return next((kind for word, kind in _KINDS.items() if part and part.said(word)), SetKind.WORKING)


def _side(part: Part | None) -> Side:
    if part is None or part.said("each"):
        return Side.BOTH
    return Side.LEFT if part.said("left") else Side.RIGHT


def _note(part: Part | None, amount: Part) -> str:
    """The remark; of a hold counted in breaths also their number, which is what counting reads."""
    raw = _raw(part) if part else ""
    breaths = f"{amount.said('breaths')} deep breaths" if amount.said("breaths") else ""
    note = clean_note("; ".join(each for each in (breaths, raw) if each))
    if part and len(note) > MAX_NOTE:
        raise Unclear(part.span, f"A remark has at most {MAX_NOTE:,} characters; shorten it.")
    return note


def _raw(part: Part) -> str:
    return unquoted(part.raw) if part.kind is PartKind.QUOTE else part.raw[1:-1]

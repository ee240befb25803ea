"""What of a record an import changes, field by field and set by set."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lib.model import region
from lib.model.records import Activity, LiftingSet, Session
from lib.model.same_set import same_set

# The fields that are compared, with their words in the preview. What a source calls a sport says nothing more.
ACTIVITY_TITLES: Final = {
    "sport": "sport",
    "sub_sport": "kind of sport",
    "workout_type": "type",
    "title": "title",
    "notes": "notes",
    "gear": "shoes",
    "distance_m": "distance (m)",
    "moving_s": "moving time (s)",
    "elapsed_s": "elapsed time (s)",
    "ascent_m": "ascent (m)",
    "heart_rate_bpm": "heart rate",
    "heart_rate_max_bpm": "highest heart rate",
    "cadence_spm": "cadence",
    "session_rpe": "session RPE",
    "heart_rate_seconds": "single heart rates",
}
SESSION_TITLES: Final = {
    "title": "title",
    "notes": "notes",
    "elapsed_s": "elapsed time (s)",
    "session_rpe": "session RPE",
    "body_mass_kg": "body mass (kg)",
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record that an import changes, for the preview."""

    title: str
    field: str
    before: str
    after: str


def activity_changes(old: Activity, new: Activity) -> list[FieldChange]:
    """Every field that differs by more than rounding; empty when both say the same."""
    return _changes(new.title, _content(old, ACTIVITY_TITLES), _content(new, ACTIVITY_TITLES))


def session_changes(old: Session, new: Session) -> list[FieldChange]:
    """Every field of the session, then every set, that differs by more than rounding."""
    changes = _changes(new.title, _content(old, SESSION_TITLES), _content(new, SESSION_TITLES))
    for number, (before, after) in enumerate(zip(old.sets, new.sets, strict=False), start=1):
        if not same_set(before, after):
            changes.append(FieldChange(new.title, f"set {number}", describe_set(before), describe_set(after)))
    for number, extra in enumerate(new.sets[len(old.sets) :], start=len(old.sets) + 1):
        changes.append(FieldChange(new.title, f"set {number}", "", describe_set(extra)))
    for number, gone in enumerate(old.sets[len(new.sets) :], start=len(new.sets) + 1):
        changes.append(FieldChange(new.title, f"set {number}", describe_set(gone), ""))
    return changes


def same_head(old: Session, new: Session) -> bool:
    """Whether two sessions agree in everything but their sets."""
    return not _changes("", _content(old, SESSION_TITLES), _content(new, SESSION_TITLES))


def describe_set(each: LiftingSet) -> str:
    """A set in one short line: "Squat (Barbell) 5 × 100 kg"."""
    load = "" if each.load_kg is None else f" × {region.number(each.load_kg)} kg"
    hold = "" if each.duration_s is None else f" {region.number(each.duration_s)} s"
    return f"{each.exercise_name} {'' if each.reps is None else each.reps}{load}{hold}".strip()


def _content(record: Activity | Session, titles: Mapping[str, str]) -> dict[str, object]:
    """What a record says by the words of the preview; its sets are compared one by one."""
    start = f"{record.start.local} {record.start.precision}"
    return {"start": start, **{title: _rounded(getattr(record, name)) for name, title in titles.items()}}


def _changes(title: str, old: dict[str, object], new: dict[str, object]) -> list[FieldChange]:
    return [FieldChange(title, name, _shown(old[name]), _shown(new[name])) for name in new if old[name] != new[name]]


def _shown(value: object) -> str:
    if isinstance(value, float):
        return region.number(value, ".10g")
    return "–" if value in (None, "") else str(value)


def _rounded(value: object) -> object:
    return round(value, 1) if isinstance(value, int | float) else value

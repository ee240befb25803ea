"""Is this record new, the same as before, or changed? By value, not by the bytes of a file."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter

from lib.model import region
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.vocabulary import TimeBasis

_said_of_activity = attrgetter(
    *(each.name for each in fields(Activity) if each.name not in ("source_key", "start", "line"))
)
_said_of_session = attrgetter("title", "notes", "elapsed_s", "session_rpe", "body_mass_kg")
_LINE = LiftingSet._fields.index("line")
_SET = "\x1f".join(["%s"] * _LINE)

# A log switched from kilograms to pounds (or kilometres to miles) rounds anew: 60 kg come back as 132.3 lb = 60.01 kg.
SAME_LOAD_KG = 0.05
SAME_DISTANCE_M = 10.0


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a record that an import changes, for the preview."""

    title: str
    field: str
    before: str
    after: str


def activity_hash(activity: Activity) -> str:
    """Hex digest of all that a file says of an activity, but for its line and what follows from the home zone."""
    return _digest([*_start_parts(activity.start), *map(str, _said_of_activity(activity))])


def session_hash(session: Session) -> str:
    """The same of a session and its sets."""
    sets = [_set_text(each[:_LINE]) for each in session.sets]
    return _digest([*_start_parts(session.start), *map(str, _said_of_session(session)), *sets])


@lru_cache(maxsize=4096)
def _set_text(said: tuple[object, ...]) -> str:
    """What a set says, but for its line. Remembered, as people repeat sets; so 60 and 60.0 must give one text."""
    return _SET % tuple(float(each) if isinstance(each, int | float) else each for each in said)


def activity_changes(old: Activity, new: Activity) -> list[Change]:
    """Every field that differs by more than rounding; empty when both say the same."""
    return _changes(new.title, _activity_content(old), _activity_content(new))


def session_changes(old: Session, new: Session) -> list[Change]:
    """Every field of the session, then every set, that differs by more than rounding."""
    changes = _changes(new.title, _session_content(old), _session_content(new))
    for number, (before, after) in enumerate(zip(old.sets, new.sets, strict=False), start=1):
        if not same_set(before, after):
            changes.append(Change(new.title, f"set {number}", describe_set(before), describe_set(after)))
    for number, extra in enumerate(new.sets[len(old.sets) :], start=len(old.sets) + 1):
        changes.append(Change(new.title, f"set {number}", "", describe_set(extra)))
    for number, gone in enumerate(old.sets[len(new.sets) :], start=len(new.sets) + 1):
        changes.append(Change(new.title, f"set {number}", describe_set(gone), ""))
    return changes


def same_head(old: Session, new: Session) -> bool:
    """Whether two sessions agree in everything but their sets."""
    return not _changes("", _session_content(old), _session_content(new))


def same_set(old: LiftingSet, new: LiftingSet) -> bool:
    """Whether two sets say the same, up to the rounding of another unit."""
    return (
        old[:3] == new[:3]
        and old[9:13] == new[9:13]
        and _close(old.load_kg, new.load_kg, SAME_LOAD_KG)
        and _close(old.duration_s, new.duration_s, 0.5)
        and _close(old.distance_m, new.distance_m, SAME_DISTANCE_M)
        and old.load_mode == new.load_mode
    )


def describe_set(each: LiftingSet) -> str:
    """A set in one short line: "Squat (Barbell) 5 × 100 kg"."""
    load = "" if each.load_kg is None else f" × {region.number(each.load_kg)} kg"
    hold = "" if each.duration_s is None else f" {region.number(each.duration_s)} s"
    return f"{each.exercise_name} {'' if each.reps is None else each.reps}{load}{hold}".strip()


def _activity_content(activity: Activity) -> dict[str, object]:
    return {
        "start": f"{activity.start.local} {activity.start.precision}",
        "sport": activity.sport,
        "kind of sport": activity.sub_sport,
        "type": activity.workout_type,
        "title": activity.title,
        "notes": activity.notes,
        "distance (m)": _rounded(activity.distance_m),
        "moving time (s)": _rounded(activity.moving_s),
        "elapsed time (s)": _rounded(activity.elapsed_s),
        "ascent (m)": _rounded(activity.ascent_m),
        "heart rate": _rounded(activity.heart_rate_bpm),
        "highest heart rate": _rounded(activity.heart_rate_max_bpm),
        "cadence": _rounded(activity.cadence_spm),
        "session RPE": _rounded(activity.session_rpe),
    }


def _session_content(session: Session) -> dict[str, object]:
    return {
        "start": f"{session.start.local} {session.start.precision}",
        "title": session.title,
        "notes": session.notes,
        "elapsed time (s)": _rounded(session.elapsed_s),
        "session RPE": _rounded(session.session_rpe),
        "body mass (kg)": _rounded(session.body_mass_kg),
    }


def _start_parts(start: Start) -> Iterator[str]:
    """All of a start but for the wall clock that the home zone gives."""
    local = None if start.basis is TimeBasis.UTC else start.local
    return map(str, (start.raw, start.basis, start.precision, start.utc, local))


def _changes(title: str, old: dict[str, object], new: dict[str, object]) -> list[Change]:
    return [Change(title, name, _shown(old[name]), _shown(new[name])) for name in new if old[name] != new[name]]


def _shown(value: object) -> str:
    if isinstance(value, float):
        return region.number(value, ".10g")
    return "–" if value in (None, "") else str(value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _close(old: float | None, new: float | None, tolerance: float) -> bool:
    if old is None or new is None:
        return old is new
    return math.isclose(old, new, rel_tol=0, abs_tol=tolerance)


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\x1e".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

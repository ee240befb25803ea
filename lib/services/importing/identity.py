"""Is this record new, the same as before, or changed? By value, not by the bytes of a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter, itemgetter
from typing import Final

from lib.model import region
from lib.model.records import Activity, LiftingSet, Session, Start
from lib.model.same_set import same_set
from lib.model.vocabulary import TimeBasis

# Shoes are read since schema 8, single heart rates since 9: without them a hash is what it was, and what was imported then
# is unchanged.
_READ_LATER: Final = ("gear", "heart_rate_seconds")
_said_of_activity = attrgetter(
    *(each.name for each in fields(Activity) if each.name not in ("source_key", "start", "line", *_READ_LATER))
)
_said_of_session = attrgetter(
    *(each.name for each in fields(Session) if each.name not in ("source_key", "start", "sets", "line", "source_rows"))
)

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
_LINE = LiftingSet._fields.index("line")
_without_line: Final = itemgetter(slice(_LINE))
_NUMBERS: Final = (int, float)  # "int | float" would be made anew for every value
_SET = "\x1f".join(["%s"] * _LINE)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record that an import changes, for the preview."""

    title: str
    field: str
    before: str
    after: str


def activity_hash(activity: Activity) -> str:
    """Hex digest of all that a file says of an activity, but for its line and what follows from the home zone."""
    later = [said for name in _READ_LATER if (said := getattr(activity, name))]
    return _digest([*_start_parts(activity.start), *map(str, _said_of_activity(activity)), *later])


def session_hash(session: Session) -> str:
    """The same of a session and its sets."""
    sets = map(_set_text, map(_without_line, session.sets))
    return _digest([*_start_parts(session.start), *map(str, _said_of_session(session)), *sets])


@lru_cache(maxsize=8192)
def _set_text(said: tuple[object, ...]) -> str:
    """What a set says, but for its line. Remembered, as people repeat sets; so 60 and 60.0 must give one text."""
    return _SET % tuple([float(each) if isinstance(each, _NUMBERS) else each for each in said])


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


def _start_parts(start: Start) -> Iterator[str]:
    """All of a start but for the wall clock that the home zone gives."""
    local = None if start.basis is TimeBasis.UTC else start.local
    return map(str, (start.raw, start.basis, start.precision, start.utc, local))


def _changes(title: str, old: dict[str, object], new: dict[str, object]) -> list[FieldChange]:
    return [FieldChange(title, name, _shown(old[name]), _shown(new[name])) for name in new if old[name] != new[name]]


def _shown(value: object) -> str:
    if isinstance(value, float):
        return region.number(value, ".10g")
    return "–" if value in (None, "") else str(value)


def _rounded(value: object) -> object:
    return round(value, 1) if isinstance(value, int | float) else value


def _digest(parts: Iterable[str]) -> str:
    return blake2b("\x1e".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

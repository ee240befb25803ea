"""What a value of each column must look like; a column that is not named holds any text or number of its type."""

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Column, LargeBinary, Text

from lib.model import vocabulary as words
from lib.model.history import What
from lib.store.own.told_sports import QUESTION as SPORT_OF

Rule = Callable[[Any], object]  # raises, or gives something false, where a value does not fit

_HEX: Final = re.compile(r"(?:[0-9a-f]+(?:@[-0-9: ]*)?;?)*")


def _moment(text: str) -> bool:
    return datetime.fromisoformat(text).isoformat(" ") == text  # which is read in other shapes, too


def _day(text: str) -> bool:
    return date.fromisoformat(text).isoformat() == text


def _clock(text: str) -> bool:
    return f"{time.fromisoformat(text):%H:%M}" == text


def _json(text: str) -> bool:
    json.loads(text)
    return True


def _or_empty(rule: Rule) -> Rule:
    return lambda text: not text or rule(text)


def _one_of(*kinds: Iterable[str]) -> Rule:
    known = {str(word) for kind in kinds for word in kind}
    return known.__contains__


def _question(text: str) -> bool:
    return text in set(words.Question) or text.startswith(SPORT_OF)


RULES: Final[Mapping[str, tuple[Rule, str]]] = {
    **dict.fromkeys(("local_date", "from_date", "to_date", "on_date", "day", "exported"), (_day, "a date")),
    **dict.fromkeys(
        ("created_at", "undone_at", "start_utc", "start_local", "deleted_at", "changed_at", "history_entry.at"),
        (_moment, "a moment"),
    ),
    "as_of": (_or_empty(_moment), "a moment"),
    "planned_session.at": (_clock, "a time of day"),
    "planned_run.at": (_or_empty(_clock), "a time of day"),
    **dict.fromkeys(("payload", "mapping", "items", "draft.content"), (_json, "JSON")),
    **dict.fromkeys(("touched", "before", "after", "seals"), (_or_empty(_json), "JSON")),
    **dict.fromkeys(("content_hash", "sha256", "payload_hash"), (_HEX.fullmatch, "a digest")),
    "time_zone": (ZoneInfo, "a time zone"),
    "sport": (_one_of(words.Sport), "a sport"),
    "sub_sport": (_one_of(words.SubSport), "a kind of sport"),
    "workout_type": (_one_of(words.WorkoutType, [""]), "a type"),
    "precision": (_one_of(words.Precision), "a precision"),
    "time_basis": (_one_of(words.TimeBasis), "a kind of clock"),
    **dict.fromkeys(
        ("activity.effort", "planned_run.effort"), (_one_of(words.Effort), "a word for how hard a run was")
    ),
    "title_word.effort": (_one_of(words.Effort, [""]), "a word for how hard a run was"),
    "why_not": (_one_of(words.WhyNot), "a reason"),
    "strength_set.kind": (_one_of(words.SetKind), "a kind of set"),
    "load_unit": (_one_of(words.WeightUnit), "a unit"),
    "weight_unit": (_one_of(words.WeightUnit), "a unit"),
    "distance_unit": (_one_of(words.DistanceUnit), "a unit"),
    "first_weekday": (_one_of(words.Weekday), "a weekday"),
    "load_mode": (_one_of(words.LoadMode), "a kind of load"),
    "side": (_one_of(words.Side), "a side"),
    "verdict": (_one_of(words.DuplicateVerdict), "a verdict"),
    "question": (_question, "a question"),
    "half": (_one_of(words.HalfDay), "a half-day"),
    "muscle": (_one_of(words.Muscle), "a muscle"),
    "goal.kind": (_one_of(words.GoalKind), "a kind of goal"),
    "event.kind": (_one_of(words.EventKind), "a kind of event"),
    **dict.fromkeys(
        (f"{table}.kind" for table in ("sighting", "superseded", "history_change", "record_alias")),
        (_one_of(words.RecordKind), "a kind of record"),
    ),
    "count_as": (_one_of(words.CountAs), "a way to count"),
    "what": (_one_of(What), "an act"),
}


def fault(column: Column[Any], value: Any) -> str | None:
    """What is wrong with a value as the driver gives it, texts as bytes or str; None where it fits."""
    if value is None:
        return None if column.nullable else "is missing"
    if isinstance(column.type, LargeBinary):
        return None
    if isinstance(column.type, Text):
        return _fault_of_text(column, value)
    fits = isinstance(value, int | float) and math.isfinite(value)
    return None if fits else f"is {_shown(value)}, which is no number"


def _fault_of_text(column: Column[Any], value: Any) -> str | None:
    try:
        text = value.decode() if isinstance(value, bytes) else value
    except UnicodeDecodeError:
        return f"is {_shown(value)}, which is no text"
    if not isinstance(text, str):
        return f"is {_shown(value)}, which is no text"
    rule = RULES.get(f"{column.table.name}.{column.name}") or RULES.get(column.name)
    return None if rule is None or _fits(rule[0], text) else f"is {_shown(text)}, which is not {rule[1]}"


def _fits(rule: Rule, text: str) -> bool:
    try:
        return bool(rule(text))
    except (ValueError, KeyError, OSError, RecursionError):  # ZoneInfo looks for a file of that name
        return False


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"

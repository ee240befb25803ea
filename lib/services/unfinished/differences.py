"""What became different in a session under way, such as by another tab."""

from typing import NamedTuple

from lib.services.unfinished.session import SetToDo, Unfinished


class SetDifference(NamedTuple):
    """A set before and after; None where it is not there. number: from 1, within its exercise."""

    number: int
    before: SetToDo | None
    after: SetToDo | None


class Differences(NamedTuple):
    """sets that differ; others: what else does, in a word each."""

    sets: tuple[SetDifference, ...]
    others: tuple[str, ...]


def differences(before: Unfinished, after: Unfinished) -> Differences:
    """What differs, but for what the person wants to do next and how often it was changed."""
    keys = dict.fromkeys(each.key for each in (*before.sets, *after.sets))
    pairs = [(key, before.find(key), after.find(key)) for key in keys]
    sets = tuple(SetDifference(_number(key, before, after), was, now) for key, was, now in pairs if was != now)
    others = {
        "notes": before.notes != after.notes,
        "minutes": before.minutes != after.minutes,
        "effort": before.session_rpe != after.session_rpe,
        "start": before.started_at != after.started_at,
        "exercises": before.template != after.template,
    }
    return Differences(sets, tuple(name for name, differs in others.items() if differs))


def _number(key: str, before: Unfinished, after: Unfinished) -> int:
    session = after if after.find(key) else before
    found = session.find(key)
    return session.at(found.place).index(found) + 1 if found else 0

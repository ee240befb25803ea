"""Templates as JSON: to store an own one and read it back, and the project's own for the command line."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeGuard, TypeVar

from lib.catalog.template import PLACE, Range, Template, TemplateError, TemplateItem
from lib.catalog.templates import templates
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S, MAX_NAME, MAX_NOTE, MAX_REPS, MAX_TYPED_SETS
from lib.model.vocabulary import LoadMode, SetKind, Side

_Word = TypeVar("_Word", bound=StrEnum)

_PUBLISHED: Final = ("place", "exercise", "name", "sets", "reps", "seconds", "breaths", "per_side", "how")


def templates_json() -> dict[str, Any]:
    """The project's own templates: {"templates": [{"key", "title", "items": [{"place", "exercise", "name", …}]}]}."""
    return {"templates": [template_json(each) for each in templates().values()]}


def template_json(template: Template) -> dict[str, Any]:
    """One template as people and programs are told of it."""
    return {"key": template.key, "title": template.title, "items": [_published(item) for item in template.items]}


def _published(item: TemplateItem) -> dict[str, Any]:
    whole = _item_to_json(item)
    trains = {str(muscle): credit for muscle, credit in item.trains.items()}
    return {name: whole[name] for name in _PUBLISHED} | {
        "trains": trains,
        "easier": item.easier,
        "harder": item.harder,
    }


def template_to_json(template: Template) -> dict[str, Any]:
    """All of a template as plain values, for `template_of_json`."""
    return {"key": template.key, "title": template.title, "items": [_item_to_json(item) for item in template.items]}


def _item_to_json(item: TemplateItem) -> dict[str, Any]:
    return {
        "place": item.place,
        "exercise": item.exercise,
        "name": item.name,
        "sets": list(item.sets),
        "reps": None if item.reps is None else list(item.reps),
        "seconds": item.seconds,
        "breaths": item.breaths,
        "distance_m": item.distance_m,
        "per_side": item.per_side,
        "pause_s": item.pause_s,
        "sides": [str(side) for side in item.sides],
        "kind": str(item.kind),
        "load_mode": str(item.load_mode),
        "how": item.how,
        "easier": item.easier,
        "harder": item.harder,
    }


def template_of_json(data: object) -> Template:
    """The template of what `template_to_json` gave. TemplateError naming the value that cannot be."""
    values = _object(data, "the template")
    items = tuple(_item_of_json(_object(each, "an item")) for each in _list(values, "items"))
    if not items:
        raise TemplateError("items: a template has one at least.")
    return Template(_text(values, "key", MAX_NAME), _text(values, "title", MAX_NAME), items)


def _item_of_json(values: Mapping[str, object]) -> TemplateItem:
    sets = _range(values, "sets", 1, MAX_TYPED_SETS)
    place = _text(values, "place", MAX_NAME)
    if sets is None or not PLACE.fullmatch(place):
        raise TemplateError("An item needs sets, and a place such as 1 or 1A.")
    return TemplateItem(
        place=place,
        exercise=_text(values, "exercise", MAX_NAME, empty=True),
        name=_text(values, "name", MAX_NAME),
        sets=sets,
        reps=_range(values, "reps", 0, MAX_REPS),
        seconds=_number(values, "seconds", MAX_DURATION_S),
        breaths=_whole(values, "breaths", MAX_REPS),
        distance_m=_number(values, "distance_m", MAX_DISTANCE_M),
        per_side=values.get("per_side") is True,
        pause_s=_number(values, "pause_s", MAX_DURATION_S),
        sides=tuple(_word(Side, "sides", each) for each in _list(values, "sides")) or (Side.BOTH,),
        kind=_word(SetKind, "kind", values.get("kind", SetKind.WORKING)),
        load_mode=_word(LoadMode, "load_mode", values.get("load_mode", LoadMode.BODYWEIGHT)),
        how=_text(values, "how", MAX_NOTE, empty=True),
        easier=_text(values, "easier", MAX_NAME, empty=True),
        harder=_text(values, "harder", MAX_NAME, empty=True),
    )


def _object(data: object, what: str) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise TemplateError(f"{what} is no object of names and values.")
    return data


def _list(values: Mapping[str, object], name: str) -> list[object]:
    found = values.get(name, [])
    if not isinstance(found, list):
        raise TemplateError(f"{name} is no list.")
    return found


def _text(values: Mapping[str, object], name: str, most: int, *, empty: bool = False) -> str:
    found = values.get(name, "")
    if not isinstance(found, str) or len(found) > most or not (found or empty):
        raise TemplateError(f"{name} is no text of at most {most:,} characters.")
    return found


def _word(vocabulary: type[_Word], name: str, value: object) -> _Word:
    if not isinstance(value, str) or value not in tuple(vocabulary):
        raise TemplateError(f"{name}: '{value}' is none of {', '.join(repr(str(each)) for each in vocabulary)}.")
    return vocabulary(value)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(values: Mapping[str, object], name: str, most: float) -> float | None:
    found = values.get(name)
    if found is None:
        return None
    if not (isinstance(found, float) or _is_whole(found)) or not 0 <= found <= most:
        raise TemplateError(f"{name} is no number from 0 to {most:,}.")
    return float(found)


def _whole(values: Mapping[str, object], name: str, most: int) -> int | None:
    found = values.get(name)
    if found is not None and not (_is_whole(found) and 0 <= found <= most):
        raise TemplateError(f"{name} is no whole number from 0 to {most:,}.")
    return found


def _range(values: Mapping[str, object], name: str, least: int, most: int) -> Range | None:
    found = values.get(name)
    if found is None:
        return None
    low, high = found if isinstance(found, list) and len(found) == 2 else (None, None)
    if not (_is_whole(low) and _is_whole(high) and least <= low <= high <= most):
        raise TemplateError(f"{name} is no pair of whole numbers from {least} to {most:,}, the lower one first.")
    return low, high

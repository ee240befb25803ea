"""From a template and what was done last time to a session to do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from math import isnan

import pandas as pd

from lib.catalog.template import Template, TemplateItem
from lib.catalog.template_sets import sets_of_item
from lib.model.frames.logs import SETS
from lib.model.records import LiftingSet
from lib.model.units import from_kilograms
from lib.model.vocabulary import LoadMode, WeightUnit
from lib.services.unfinished.acts import Act
from lib.services.unfinished.last_time import last_sets
from lib.services.unfinished.session import SetToDo, Unfinished

LastTime = Callable[[TemplateItem], pd.DataFrame]  # SETS of the newest session with the item


def start_session(
    template: Template, last_time: LastTime, unit: WeightUnit, *, local: datetime, now: datetime, per_side: bool
) -> Unfinished:
    """A session to do, filled in with what was done last time; by the template where that is not known.

    local: wall clock at home; now: the same in naive UTC. per_side: the athlete's setting one_sided_reps_are_per_side.
    """
    sets = (each for item in template.items for each in _sets(item, last_time(item), unit, per_side=per_side))
    return Unfinished(template, tuple(sets), local, now)


def prefilled(
    item: TemplateItem, last: pd.DataFrame, unit: WeightUnit, *, per_side: bool
) -> Callable[[int], LiftingSet]:
    """The set of an item by its number from 0, filled in with the one of last time; with its last one, if it had fewer."""
    planned = sets_of_item(item, reps_are_per_side=per_side)
    by_side = {side: last[last["side"] == side] for side in item.sides}

    def fill(number: int) -> LiftingSet:
        plan = planned[number % len(planned)]
        rows = by_side[plan.side]
        turn = number // len(planned)
        return plan if rows.empty else _as_last_time(plan, rows.iloc[min(turn, len(rows) - 1)], unit)

    return fill


def append(other: Unfinished) -> Act:
    """All of another session behind this one, its places numbered on."""

    def act(session: Unfinished) -> Unfinished:
        offset = max(_number(item.place) for item in session.items)
        places = {item.place: _moved(item.place, offset) for item in other.items}
        items = tuple(replace(item, place=places[item.place]) for item in other.items)
        supersets = {item.place: item.superset for item in items}
        sets = tuple(_placed(each, places[each.place], supersets[places[each.place]]) for each in other.sets)
        template = replace(session.template, items=(*session.items, *items))
        return replace(session, template=template, sets=(*session.sets, *sets))

    return act


def _placed(each: SetToDo, place: str, superset: str) -> SetToDo:
    number = each.key.rpartition("-")[2]
    return replace(each, key=f"{place}-{number}", place=place, set=each.set._replace(superset=superset))


def _moved(place: str, offset: int) -> str:
    number = _number(place)
    return f"{number + offset}{place.removeprefix(str(number))}"


def _number(place: str) -> int:
    return int(place.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def frame_of_sets(sets: Sequence[LiftingSet]) -> pd.DataFrame:
    """SETS of one session that is not in the log."""
    content = [
        {**each._asdict(), "session_id": 0, "position": position, "local_date": pd.NaT}
        for position, each in enumerate(sets, start=1)
    ]
    return SETS.make([{name: row[name] for name in SETS.dtypes} for row in content])


def last_time_of(sets: pd.DataFrame, names: pd.DataFrame) -> LastTime:
    """How last time is looked up in SETS and NAMES."""
    return lambda item: last_sets(sets, names, item)


def _sets(item: TemplateItem, last: pd.DataFrame, unit: WeightUnit, *, per_side: bool) -> Iterator[SetToDo]:
    """As many sets as last time, within the range of the template."""
    least, most = item.sets
    rounds = min(max(len(last) // len(item.sides), least), most)
    fill = prefilled(item, last, unit, per_side=per_side)
    for number in range(rounds * len(item.sides)):
        yield SetToDo(f"{item.place}-{number + 1}", item.place, fill(number))


def _as_last_time(plan: LiftingSet, row: pd.Series, unit: WeightUnit) -> LiftingSet:
    """The planned set with the amounts and the load of a row of SETS."""
    reps, seconds = _known(row["reps"]), _known(row["duration_s"])
    done = with_load(plan, _known(row["load_kg"]), unit, LoadMode(row["load_mode"]))
    if reps is not None and plan.reps is not None:
        done = with_reps(done, int(reps))
    return done._replace(duration_s=seconds if seconds and plan.duration_s is not None else plan.duration_s)


def with_reps(planned: LiftingSet, reps: int | None) -> LiftingSet:
    """The set with other reps; where it counts breaths, its remark says how many."""
    breaths = bool(planned.note) and planned.note == f"{planned.reps} deep breaths"
    return planned._replace(reps=reps, note=f"{reps} deep breaths" if breaths and reps else planned.note)


def with_load(planned: LiftingSet, kg: float | None, unit: WeightUnit, mode: LoadMode | None = None) -> LiftingSet:
    """The set with another load, None for an unknown one. mode: how it acts; as planned where that is not said."""
    value = None if kg is None else round(from_kilograms(kg, unit), 2)
    return planned._replace(
        load_kg=kg, load_value=value, load_unit=None if kg is None else unit, load_mode=mode or planned.load_mode
    )


def _known(value: float) -> float | None:
    return None if isnan(value) else float(value)

"""The set that is next: its fields, and the button that logs it."""

from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from lib.catalog.template import TemplateItem
from lib.model.limits import MAX_DISTANCE_M, MAX_DURATION_S, MAX_LOAD_KG, MAX_REPS
from lib.model.records import LiftingSet
from lib.model.units import from_kilograms, kilograms
from lib.model.vocabulary import LoadMode, WeightUnit
from lib.services.unfinished import acts, plan
from lib.services.unfinished.session import SetToDo, Unfinished
from lib.store.account import Account
from lib.ui.by_hand import clocks, state
from lib.ui.kit import writing

_FLOATS: Final[dict[str, Any]] = {"min_value": 0.0, "step": 5.0, "format": "%g"}
_STEPS: Final = {WeightUnit.KG: 2.5, WeightUnit.POUND: 5.0}


def show(account: Account, session: Unfinished, each: SetToDo, unit: WeightUnit, *, per_side: bool) -> None:
    """Reps, load or seconds of a set, filled in; one tap logs it. per_side: how the athlete types one-sided reps."""
    item = session.item(each.place)
    with st.container(horizontal=True, gap="small", key="set_fields"):
        for field, label, limits in _fields(each.set, item, unit, per_side=per_side):
            st.number_input(
                label,
                value=_value(each.set, field),
                key=state.fields_of(each.key, field),
                **limits,
                **writing.control(on_change=_fill_in, args=(account, each, unit, item.load_mode)),
            )
    writing.button(
        f"Log {_which(session, each)}{', per side' if item.per_side and per_side and not each.set.side else ''}",
        type="primary",
        width="stretch",
        key="log_set",
        on_click=_log,
        args=(account, each, unit, item.load_mode),
    )
    _clocks(account, session, each, unit)


def _which(session: Unfinished, each: SetToDo) -> str:
    """As "set 2 of 3", with its side if it has one."""
    alike = [other for other in session.at(each.place) if other.set.side == each.set.side]
    number = alike.index(each) + 1 if each in alike else len(alike)
    return f"set {number} of {len(alike)}" + (f", {each.set.side}" if each.set.side else "")


def _fields(
    each: LiftingSet, item: TemplateItem, unit: WeightUnit, *, per_side: bool
) -> list[tuple[str, str, dict[str, Any]]]:
    """The fields of a set: name, label, limits."""
    side = " per side" if item.per_side and per_side else ""
    found: list[tuple[str, str, dict[str, Any]]] = []
    if each.reps is not None or (each.duration_s is None and each.distance_m is None):
        label = "Breaths" if item.breaths is not None else f"Reps{side}"
        found.append(("reps", label, {"min_value": 0, "max_value": MAX_REPS, "step": 1}))
    if each.duration_s is not None:
        found.append(("seconds", f"Seconds{side}", _FLOATS | {"max_value": float(MAX_DURATION_S)}))
    if each.distance_m is not None:
        found.append(("metres", "Metres", _FLOATS | {"max_value": float(MAX_DISTANCE_M)}))
    label = "Load" if each.load_mode is LoadMode.EXTERNAL else "Load, if any"
    limits = {"max_value": from_kilograms(MAX_LOAD_KG, unit), "step": _STEPS[unit]}
    found.append(("load", f"{label} ({unit})", _FLOATS | limits))
    return found


def _value(each: LiftingSet, field: str) -> float | int | None:
    """What a field is filled in with; whole numbers where it counts."""
    values = {"reps": each.reps, "seconds": each.duration_s, "metres": each.distance_m, "load": each.load_value}
    return values[field]


def _typed(each: SetToDo, unit: WeightUnit, mode: LoadMode) -> LiftingSet:
    """The set as its fields have it now; as it is, where a field is not on the page. mode: how its load acts by the template."""
    typed = {
        name: st.session_state.get(state.fields_of(each.key, name), _value(each.set, name))
        for name in ("reps", "seconds", "metres", "load")
    }
    found = plan.with_reps(each.set, None if typed["reps"] is None else int(typed["reps"]))
    found = found._replace(duration_s=typed["seconds"], distance_m=typed["metres"])
    if typed["load"] == each.set.load_value:
        return found
    kg = None if typed["load"] is None else kilograms(typed["load"], unit)
    # A load on what is done with the body alone: how it acts follows from the exercise when the session is kept.
    if mode is LoadMode.BODYWEIGHT and kg:
        mode = LoadMode.EXTERNAL
    return plan.with_load(found, kg, unit, mode)


def _fill_in(account: Account, each: SetToDo, unit: WeightUnit, mode: LoadMode) -> None:
    wanted = _typed(each, unit, mode)
    state.do_with_set(account, acts.fill_in(each, wanted), wanted, logged=False)


def _log(account: Account, each: SetToDo, unit: WeightUnit, mode: LoadMode) -> None:
    done = _typed(each, unit, mode)
    state.do_with_set(account, acts.log_set(each, done, now_utc()), done, logged=True)


def _clocks(account: Account, session: Unfinished, each: SetToDo, unit: WeightUnit) -> None:
    def fill() -> None:
        if (seconds := clocks.held()) is not None:
            st.session_state[state.fields_of(each.key, "seconds")] = seconds
            _fill_in(account, each, unit, session.item(each.place).load_mode)

    done = session.done
    last = done[-1].done_at if done else None
    rested = max(0.0, (now_utc() - last).total_seconds()) if last else None
    if rested is not None or each.set.duration_s is not None:
        clocks.show(each.key, rested=rested, seconds=each.set.duration_s, on_held=fill)


def now_utc() -> datetime:
    """The moment, naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)

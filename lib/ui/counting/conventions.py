"""The part of the page How we count that changes conventions: those that touch the person's own sets first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from lib.model.conventions import BY_NAME, Convention, values_of
from lib.services.preferences import counting
from lib.services.queries.training import Training
from lib.store.account import Account
from lib.ui.counting.rules_view import counts_of
from lib.ui.kit import parts, writing
from lib.ui.shell import boundary, queries
from lib.wording import format as say
from lib.wording.helper_words import grade_words


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Conventions of one subject, by name, and the rules that read them."""

    title: str
    names: tuple[str, ...]
    rules: tuple[str, ...] = ()


GROUPS: Final = (
    RuleGroup(
        "Effort and reps",
        ("easy_below_rpe", "easy_few_reps_worth", "high_reps", "drop_set_worth"),
        ("easy", "easy_few_reps", "high_reps", "drop"),
    ),
    RuleGroup("Unmarked warm-ups", ("infer_warm_ups", "warm_up_share"), ("inferred_warm_up",)),
    RuleGroup("Holds", ("shortest_hold_s", "breath_s"), ("short_hold", "hold")),
    RuleGroup("Loads, for tonnage only", ("one_sided_reps_are_per_side", "dumbbells_doubled")),
    RuleGroup("Balance, its words only", ("similar_from", "similar_to")),
)


def show(account: Account, training: Training) -> None:
    """Every number that could as well be another: its value, its default, how well it is supported."""
    parts.section(
        "Conventions",
        "Change one and all of your history is counted anew; nothing of your log is altered. Those that decide some of "
        "your sets come first.",
    )
    values = values_of(training.preferences.conventions)
    rows = {} if training.sets.empty else _rows_by_rule(training)
    for group, own in in_order(values, rows):
        with st.expander(_title(group, own), expanded=own is not None, key=f"conventions_{group.names[0]}"):
            for column, name in zip(st.columns(2) * 2, group.names, strict=False):
                with column, st.container(border=True, key=f"convention_{name}"):
                    _convention(account, BY_NAME[name], values[name])


def in_order(values: Mapping[str, float], rows: Mapping[str, int]) -> list[tuple[RuleGroup, int | None]]:
    """The groups with the number of sets that they decide, most first; None last: none, and all at their default.

    values: of the conventions; rows: of the person's sets, by rule.
    """
    found = [(group, sum(rows.get(rule, 0) for rule in group.rules)) for group in GROUPS]
    changed = {group: any(values[name] != BY_NAME[name].default for name in group.names) for group in GROUPS}
    told = [(group, own if own or changed[group] else None) for group, own in found]
    return sorted(told, key=lambda each: (each[1] is None, -(each[1] or 0)))


def _title(group: RuleGroup, own: int | None) -> str:
    return f"{group.title} · {say.counted(own, 'set', 'sets')} of yours" if own else group.title


def _rows_by_rule(training: Training) -> dict[str, int]:
    counts = queries.once("rule counts", lambda: counts_of(training))
    return dict(zip(counts["rule"], counts["rows"], strict=True))


def _convention(account: Account, convention: Convention, value: float) -> None:
    _widget(account, convention, value)
    st.caption(f"{convention.why} Default {_default(convention)}, {grade_words(convention.grade)}.")
    if value != convention.default:
        writing.button(
            "Back to the default",
            key=f"reset_{convention.name}",
            type="tertiary",
            on_click=counting.reset_convention,
            args=(account, convention.name),
        )


def _widget(account: Account, convention: Convention, value: float) -> None:
    """The key has the value in it, so that a reset shows the default again, and a change that was not stored is taken back."""
    key = f"convention_{convention.name}_{value:g}_{boundary.failed_writes()}"
    change = writing.control(on_change=_set, args=(account, convention, key), key=key)
    if convention.is_switch:
        st.toggle(convention.title, bool(value), **change)
        return
    factor = 100.0 if convention.percent else 1.0
    st.number_input(
        convention.title,
        min_value=convention.low * factor,
        max_value=convention.high * factor,
        value=round(value * factor, 6),
        step=convention.step * factor,
        format="%g",
        **change,
    )


def _set(account: Account, convention: Convention, key: str) -> None:
    chosen = float(st.session_state[key])
    counting.set_convention(account, convention.name, chosen / 100 if convention.percent else chosen)


def _default(convention: Convention) -> str:
    if convention.is_switch:
        return "on" if convention.default else "off"
    return say.share(convention.default) if convention.percent else say.number(convention.default)

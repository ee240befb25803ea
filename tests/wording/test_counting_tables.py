"""The tables of the page How we count."""

from datetime import date

import pandas as pd
import pytest

from lib.analysis.counting.rule_trace import one_side_counts, rule_counts
from lib.analysis.counting.rules import ONE_SIDE, RULES
from lib.analysis.loads.effective_load import moved_loads
from lib.analysis.loads.rules import LOAD_RULES, touched
from lib.analysis.loads.tonnage import exercise_tonnage
from lib.charts.look.theme import LIGHT, Look
from lib.model.conventions import DEFAULTS, Conventions
from lib.model.frames.weeks import OTHER_WORK
from lib.model.vocabulary import WeightUnit
from lib.ui.kit.table_style import styled
from lib.wording import counting_tables as tables
from tests.analysis.frames import NAN, TODAY, a_set, body_mass_of, counted_of, names_of, sets_of


def lines(*rows, conventions=DEFAULTS):
    counted = counted_of(sets_of(*rows))
    first = tables.since(TODAY)
    counts = pd.concat([rule_counts(counted, first), one_side_counts(counted, first)])
    return dict(zip(counts["rule"], tables.rule_lines(counts, conventions), strict=True))


def test_every_rule_has_its_sentence_and_the_persons_own_numbers():
    found = lines(a_set(), a_set(day="2026-01-05"), a_set(kind="warm_up"))
    assert set(found) == {*(rule.name for rule in RULES), ONE_SIDE}
    assert found["working"][1].startswith("2 of your sets, 1 in the last 12 weeks")
    assert found["drop"][1].startswith("None of your sets")
    assert found["warm_up"][0].startswith("**Warm-up: 0**")


def test_sentences_have_the_values_in_force():
    found = lines(a_set(), conventions=Conventions(drop_set_worth=1.0, warm_up_share=0.5))
    assert found["drop"][0].startswith("**Drop set: 1** · A drop set counts 1;")
    assert "less than 50 % of its load" in found["inferred_warm_up"][0]


def test_the_last_twelve_weeks_are_84_days():
    assert (TODAY - tables.since(TODAY)).days == 83


def test_rows_come_newest_first_in_the_persons_unit_without_empty_columns():
    rows = [a_set(load_kg=60.0, day="2026-10-05"), a_set(load_kg=80.0, day="2026-10-12", session_id=2)]
    table = tables.rows_table(counted_of(sets_of(*rows)), WeightUnit.POUND)
    assert table["Date"].tolist() == [date(2026, 10, 12), date(2026, 10, 5)]
    assert table["Load (lb)"].tolist() == pytest.approx([176.4, 132.3])
    assert not {"RPE", "Side", "Seconds", "Kind"} & set(table)


def test_a_warm_up_that_was_not_marked_is_called_one_and_greyed():
    table = tables.rows_table(counted_of(sets_of(a_set(load_kg=40.0), a_set(load_kg=100.0))), WeightUnit.KG)
    assert table["Kind"].tolist() == ["warm-up, not marked", ""]
    html = styled(table, Look(), numbers=False).to_html()
    assert html.count(f"color: {LIGHT.muted}") == 1
    assert ">40<" in html


def test_a_table_that_counts_everything_stays_as_it_is():
    table = tables.rows_table(counted_of(sets_of(a_set())), WeightUnit.KG)
    assert styled(table, Look(), numbers=False) is table


def test_rules_of_loads_say_which_sets_they_touched():
    sets = sets_of(
        a_set(load_kg=100.0), a_set("Reverse Lunge", load_kg=20.0), a_set("Plank", reps=NAN, duration_s=30.0)
    )
    moved = moved_loads(counted_of(sets), names_of(sets), body_mass_of(("2026-10-01", 70.0)))
    found = touched(moved, pd.Timestamp(2026, 11, 1))
    assert found == {"body": (2, 0), "both_sides": (1, 0), "pair": (0, 0), "no_tonnage": (1, 0)}
    assert len(tables.load_rule_lines(found)) == len(LOAD_RULES)
    assert tables.exercise_tonnage_table(exercise_tonnage(moved), WeightUnit.KG)["Sets"].tolist() == [1, 1]


def test_other_work_is_one_sentence_of_what_occurred():
    week = {name: [0.0] for name in OTHER_WORK.dtypes} | {"week_start": ["2026-11-16"], "complete": [True]}
    assert tables.totals_line(OTHER_WORK.make(week)) == "None in these weeks"
    assert tables.totals_line(OTHER_WORK.make(week | {"tension_s": [30.0]})) == "30 s in holds"
    busy = OTHER_WORK.make(week | {"tension_s": [240.0], "contacts": [40.0]})
    assert tables.totals_line(busy) == "4 min in holds, 40 ground contacts"

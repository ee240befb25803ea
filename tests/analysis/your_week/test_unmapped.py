"""Sets of names that nobody knows are of no half of the body."""

from datetime import date

from frames import a_set, counted_of, sets_of

from lib.analysis.your_week.unmapped import unmapped_sets


def test_only_sets_that_count_of_unknown_names_and_only_of_these_days():
    day, before = {"day": "2026-11-17"}, {"day": "2026-11-15"}
    sets = sets_of(
        a_set(**day),
        a_set("Coach’s foot circuit", **day),
        a_set("Coach’s foot circuit", **day),
        a_set("Coach’s foot circuit", kind="warm_up", **day),
        a_set("Coach’s foot circuit", **before),
    )
    found = unmapped_sets(counted_of(sets), date(2026, 11, 16), date(2026, 11, 22))
    assert {str(each.date()): value for each, value in found.items()} == {"2026-11-17": 2.0}

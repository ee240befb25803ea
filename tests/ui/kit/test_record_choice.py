"""The records of a table as a field to choose from."""

from datetime import date

import pandas as pd

from lib.ui.kit.record_choice import labels
from lib.wording.detail_tables import RECORD


def test_each_record_is_told_by_its_day_and_first_words_once():
    rows = pd.DataFrame(
        {
            RECORD: ["session-4", "session-4", "", "run-2"],
            "Date": [date(2026, 11, 12), date(2026, 11, 12), date(2026, 11, 11), date(2026, 11, 10)],
            "Title": ["Squat", "Lunge", "Nothing", ""],
            "Sport": ["strength", "strength", "", "run"],
        }
    )
    assert labels(rows) == {"session-4": "12 Nov 2026 · Squat", "run-2": "10 Nov 2026 · run"}


def test_of_a_long_table_the_first_two_hundred_can_be_chosen():
    rows = pd.DataFrame({RECORD: [f"run-{number}" for number in range(300)], "Title": "Easy"})
    assert list(labels(rows)) == [f"run-{number}" for number in range(200)]

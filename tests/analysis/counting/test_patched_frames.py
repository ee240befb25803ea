"""Rows exchanged in a frame: where nothing was and nothing comes, and where all goes."""

import pandas as pd

from lib.analysis.counting.patching import exchanged_in_order

ORDER = pd.Series([1, 2, 3])


def frame(*sessions):
    return pd.DataFrame(
        {"session_id": pd.Series(sessions, dtype="int64"), "reps": pd.Series(sessions, dtype="float64")}
    )


def test_an_empty_frame_stays_one_where_a_session_has_nothing_for_it():
    """A first session of warm-up work has sets, and none that counts for a muscle."""
    found = exchanged_in_order(frame(), [1], frame(), ORDER)
    assert found.empty
    assert list(found.dtypes) == list(frame().dtypes)


def test_the_last_rows_can_go():
    assert exchanged_in_order(frame(2, 2), [2], frame(), ORDER).empty


def test_fresh_rows_come_in_the_order_of_the_sessions():
    found = exchanged_in_order(frame(1, 3, 3), [2], frame(2), ORDER)
    assert found["session_id"].tolist() == [1, 2, 3, 3]

"""Numbers of tables as the region writes them."""

import pandas as pd
import pytest

from lib.charts.look.theme import Look
from lib.model.region import STYLES, used
from lib.ui.kit.table_style import styled

TABLE = pd.DataFrame({"Exercise": ["Squat 2.5", "Row"], "Load": [1234.25, None], "Reps": [8, 12]})


@pytest.mark.parametrize(
    ("style", "load"), [("comma", "1.234,25"), ("space", "1\u202f234,25"), ("american", "1,234.25")]
)
def test_numbers_have_the_separators_and_texts_stay(style, load):
    with used(STYLES[style]):
        html = styled(TABLE, Look(), numbers=True).to_html()
    assert f">{load}<" in html
    assert ">8<" in html
    assert ">–<" in html
    assert ">Squat 2.5<" in html


def test_a_long_table_is_left_to_the_browser():
    long = pd.concat([TABLE] * 101, ignore_index=True)
    assert styled(long, Look(), numbers=True) is long


def test_the_cells_below_the_style_stay_numbers():
    with used(STYLES["comma"]):
        assert styled(TABLE, Look(), numbers=True).data["Load"].tolist()[0] == 1234.25

"""The section on leg days and hard runs: both directions in counts, and the latest sessions."""

from typing import Final

import pandas as pd

from lib.analysis.spacing.summary import LEAST_PAIRS, summary
from lib.analysis.weeks.days import on_days
from lib.report.blocks import RangeTable, Section
from lib.report.span import Span
from lib.services.queries.spacing import spacing_of
from lib.wording import format as say
from lib.wording.detail_tables import RECORD
from lib.wording.spacing_tables import legs_table, run_words
from lib.wording.spacing_words import counts

MOST: Final = 20


def spacing(span: Span) -> Section:
    """Hours between leg sessions and hard runs; below six pairs the list alone."""
    found = spacing_of(span.training)
    days = found.assign(local_date=found["local_start"].dt.normalize())
    inside = on_days(days, span.first, span.last)
    table = legs_table(inside.tail(MOST), run_words(span.training.activities)).drop(columns=RECORD)
    left = len(inside) - len(table)
    return Section(
        "Leg days and hard runs",
        "Hours from the end of the last hard or long run to a leg session, and from its end to the next.",
        sentences=_sentences(inside),
        tables=[
            RangeTable(_printed(table), f"{left} earlier sessions of the range are left out here." if left else "")
        ],
    )


def _sentences(inside: pd.DataFrame) -> list[str]:
    both = summary(inside)
    if max(both.before.pairs, both.after.pairs) < LEAST_PAIRS:
        return []
    return [f"{counts(of, side)}.".replace("**", "") for of, side in ((both.before, "before"), (both.after, "after"))]


def _printed(table: pd.DataFrame) -> pd.DataFrame:
    """Days and counts as they are printed."""
    shown = table.assign(Date=[say.day(each) for each in table["Date"]])
    numbers = [name for name in ("Lower-body sets", "Contacts") if name in shown]
    return shown.assign(**{name: shown[name].map(say.count) for name in numbers})

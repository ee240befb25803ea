"""What the person did last time of an exercise: the newest session with it, from their own log."""

import pandas as pd

from lib.catalog.template import TemplateItem
from lib.model.frames.logs import SETS
from lib.model.vocabulary import SetKind


def last_sets(sets: pd.DataFrame, names: pd.DataFrame, item: TemplateItem) -> pd.DataFrame:
    """SETS of the newest session that has the item's exercise, in the order done; none where it was never done.

    sets: SETS, oldest first. names: NAMES. An item of an unknown exercise is looked for by its name. Warm-up sets are
    no part of it unless the item is one.
    """
    alike = names["exercise"] == item.exercise if item.exercise else names["exercise_name"] == item.name
    wanted = names.loc[alike, "exercise_name"]
    found = sets[sets["exercise_name"].isin(wanted) & ((sets["kind"] == SetKind.WARM_UP) == _is_warm_up(item))]
    if found.empty:
        return SETS.empty()
    return SETS.check(found[found["session_id"] == found["session_id"].iloc[-1]].reset_index(drop=True))


def _is_warm_up(item: TemplateItem) -> bool:
    return item.kind is SetKind.WARM_UP

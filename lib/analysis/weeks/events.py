"""What happened beside the training, in one list: the person's own events and their planned breaks."""

import pandas as pd

from lib.model.frames.own import EVENTS
from lib.model.vocabulary import EventKind


def with_breaks(events: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """EVENTS and, as events of the kind break, BREAKS; oldest first. A break that is in both is listed once."""
    planned = breaks.rename(columns={"reason": "title"}).assign(kind=str(EventKind.BREAK))
    both = pd.concat([events, EVENTS.make(planned)], ignore_index=True)
    return EVENTS.make(
        both.drop_duplicates(["from_date", "kind"]).sort_values(["from_date", "kind"], ignore_index=True)
    )

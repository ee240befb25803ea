"""How far each pair of shoes has come, and the mark at which the person wants to be told."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.model.errors import TrainingDataError
from lib.model.limits import MAX_NAME
from lib.model.vocabulary import Sport
from lib.store.account import Account
from lib.store.own import shoes

ON_FOOT = (Sport.RUN, Sport.WALK, Sport.HIKE)  # the gear of a ride is a bicycle
_NOT_A_RUN = "not a run"


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of shoes. distance_m: of the bouts on foot that it was worn on, each once. mark_m: None without a mark."""

    name: str
    bouts: int = 0
    distance_m: float = 0.0
    last_day: date | None = None
    mark_m: float | None = None

    @property
    def passed(self) -> bool:
        """Whether it has come as far as the mark."""
        return self.mark_m is not None and self.distance_m >= self.mark_m


def list_pairs(listed: pd.DataFrame, marks: dict[str, float | None]) -> list[Pair]:
    """Every pair that was worn or has a mark, the one worn last first. listed: LISTED_ACTIVITIES."""
    counts = listed["counted"] | (listed["why_not"] == _NOT_A_RUN)
    worn = listed[counts & (listed["gear"] != "") & listed["sport"].isin(ON_FOOT)]
    pairs = [
        Pair(
            str(name),
            len(rows),
            float(rows["distance_m"].sum()),
            rows["local_start"].max().date(),
            marks.get(str(name)),
        )
        for name, rows in worn.groupby("gear")
    ]
    known = {each.name for each in pairs}
    pairs += [Pair(name, mark_m=mark) for name, mark in marks.items() if name not in known]
    return sorted(pairs, key=lambda each: (each.last_day or date.min, each.name), reverse=True)


def read_marks(account: Account) -> dict[str, float | None]:
    """The mark of each pair that the person named, in metres."""
    with account.read() as conn:
        return shoes.read_marks(conn, account.athlete_id)


def set_mark(account: Account, name: str, mark_m: float | None) -> None:
    """Keep the mark of a pair; None: the pair is known, and has none. TrainingDataError for a name that is none."""
    name = name.strip()
    if not name or len(name) > MAX_NAME:
        raise TrainingDataError(f"The name of a pair has 1 to {MAX_NAME} characters.")
    with account.write() as conn:
        shoes.set_mark(conn, account.athlete_id, name, mark_m)


def forget(account: Account, name: str) -> None:
    """Forget the mark of a pair; its runs keep the name. TrainingDataError where it has none."""
    name = name.strip()
    with account.write() as conn:
        if name not in shoes.read_marks(conn, account.athlete_id):
            raise TrainingDataError(f"{name} has no mark. The list of shoes says which pairs have one.")
        shoes.forget(conn, account.athlete_id, name)

"""Which records of a list somebody wants to see, and what those add up to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

import pandas as pd

from lib.model.vocabulary import Sport

_SEARCHED: Final = ("title", "notes", "exercises", "gear")
BINNED: Final = "in the bin"
LEFT_OUT: Final = "left out"
ASIDE: Final = "set aside"  # and why
_ANOTHER: Final = r"(the same bout as|its sets are in|moved by its source, now) .*"


class Only(StrEnum):
    """What a list can be narrowed to."""

    OVERLAPS = "overlaps"
    EDITED = "edited"
    LEFT_OUT = "left out"
    BINNED = "in the bin"
    DOUBTFUL = "looks wrong"


class Order(StrEnum):
    """How a list can be sorted. The first one is that of the frame."""

    NEWEST = "Newest first"
    OLDEST = "Oldest first"
    LONGEST = "Longest first"
    FASTEST = "Fastest first"
    CLIMB = "Most ascent first"
    SETS = "Most sets first"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see of a list.

    search:   every word has to stand in the title, the notes, the exercises or the shoes, in any case.
    first, last: days, both included. sport, source: as in the frame. exercises: one of these names; None: any.
    only:     those of which one holds; without Only.BINNED nothing from the bin.
    """

    search: str = ""
    first: date | None = None
    last: date | None = None
    sport: str = ""
    source: str = ""
    exercises: frozenset[str] | None = None
    only: frozenset[Only] = frozenset()
    order: Order = Order.NEWEST


class Totals(NamedTuple):
    """What records add up to. counted: whether these are the records that count; else none of them does."""

    records: int
    distance_m: float
    time_s: float
    sets: int
    counted: bool


def choose(listed: pd.DataFrame, wanted: Wanted, overlaps: Collection[str] = ()) -> pd.DataFrame:
    """The rows of LISTED_ACTIVITIES or LISTED_SESSIONS that are wanted, in the order that is wanted.

    listed: with a column `doubt`, why a record looks wrong. overlaps: ids of records that overlap.
    """
    days = listed["local_start"]
    keep = _marked(listed, wanted.only, overlaps)
    if wanted.first:
        keep &= days >= pd.Timestamp(wanted.first)
    if wanted.last:
        keep &= days < pd.Timestamp(wanted.last) + pd.Timedelta(days=1)
    if wanted.sport:
        keep &= listed["sport"] == wanted.sport
    if wanted.source:
        keep &= _among(listed["sources"], {wanted.source})
    if wanted.exercises is not None:
        keep &= _among(listed["exercises"], wanted.exercises)
    if wanted.search.strip():
        keep &= _says(listed, wanted.search)
    return _sorted(listed[keep], wanted.order)


def totals(chosen: pd.DataFrame) -> Totals:
    """What the rows that count add up to; where none of them counts, all of them."""
    counted = chosen[chosen["counted"]]
    rows = chosen if counted.empty else counted
    moving = rows["moving_s"].fillna(rows["elapsed_s"]) if "moving_s" in rows else rows["elapsed_s"]
    return Totals(
        records=len(rows),
        distance_m=float(rows["distance_m"].sum()) if "distance_m" in rows else 0.0,
        time_s=float(moving.sum()),
        sets=int(rows["sets"].sum()) if "sets" in rows else 0,
        counted=not counted.empty,
    )


def why_not(chosen: pd.DataFrame) -> Mapping[str, int]:
    """How many of the rows do not count, by the reason in a few words; the most frequent first."""
    reasons = chosen.loc[~chosen["counted"], "why_not"]
    short = reasons.str.replace(_ANOTHER, r"\1 another record", regex=True)
    return {str(reason): int(number) for reason, number in short.value_counts().items()}


def _marked(listed: pd.DataFrame, only: Collection[Only], overlaps: Collection[str]) -> pd.Series:
    """The rows of which one of the marks holds; without any mark all that are not in the bin."""
    if not only:
        return listed["why_not"] != BINNED
    marks = {
        Only.OVERLAPS: listed["id"].isin(list(overlaps)),
        Only.EDITED: listed["edited"],
        Only.LEFT_OUT: listed["why_not"] == LEFT_OUT,
        Only.BINNED: listed["why_not"] == BINNED,
        Only.DOUBTFUL: listed["doubt"] != "",
    }
    found = pd.Series(False, index=listed.index)
    for each in only:
        found |= marks[each]
    return found if Only.BINNED in only else found & (listed["why_not"] != BINNED)


def _among(joined: pd.Series, names: Collection[str]) -> pd.Series:
    """Whether one of the names stands in a list that is joined by commas."""
    wanted = [f", {name}, " for name in names]
    known = {text: any(each in f", {text}, " for each in wanted) for text in joined.unique()}
    return joined.map(known).astype("bool")


def _says(listed: pd.DataFrame, search: str) -> pd.Series:
    joined = pd.Series("", index=listed.index, dtype="str")
    for name in _SEARCHED:
        joined = joined + " " + listed[name].str.casefold() if name in listed else joined
    keep = pd.Series(True, index=listed.index)
    for word in search.casefold().split():
        keep &= joined.str.contains(word, regex=False)
    return keep


def _sorted(chosen: pd.DataFrame, order: Order) -> pd.DataFrame:
    if order is Order.OLDEST:
        return chosen.iloc[::-1]
    if order is Order.FASTEST:
        speed = chosen["distance_m"] / chosen["moving_s"].fillna(chosen["elapsed_s"])
        speed = speed.where((chosen["distance_m"] > 0) & (chosen["sport"] == Sport.RUN))
        return chosen.loc[speed.sort_values(ascending=False, na_position="last", kind="stable").index]
    column = {Order.LONGEST: "distance_m", Order.CLIMB: "ascent_m", Order.SETS: "sets"}.get(order)
    if column is None:
        return chosen
    if column not in chosen:
        column = "elapsed_s"
    return chosen.sort_values(column, ascending=False, na_position="last", kind="stable")

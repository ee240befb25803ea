"""Frames in which the rows of some records are exchanged for others: what reading everything anew would give."""

from collections.abc import Collection, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd


def exchanged(frame: pd.DataFrame, column: str, ids: Collection[int], fresh: pd.DataFrame) -> pd.DataFrame:
    """The frame without the rows of these ids, and with the fresh ones; in any order. column: that of the ids."""
    return joined([frame[~frame[column].isin(list(ids))], fresh])


def exchanged_in_order(
    frame: pd.DataFrame, ids: Collection[int], fresh: pd.DataFrame, order: pd.Series
) -> pd.DataFrame:
    """The same of frames with `session_id` whose rows follow the order of their sessions.

    order: session_id of all sessions that are there now, in their order.
    """
    rank = _ranks(order, frame["session_id"], fresh["session_id"])
    kept = np.flatnonzero(~frame["session_id"].isin(list(ids)))
    new = rank[fresh["session_id"].to_numpy()]
    behind = np.searchsorted(rank[frame["session_id"].to_numpy()[kept]], new)
    places = np.append(kept, len(frame))[behind]
    return joined(list(_pieces(frame, kept, fresh, places)) or [frame.iloc[:0]])


def joined(pieces: list[pd.DataFrame]) -> pd.DataFrame:
    """The rows of several frames of one kind, one after the other and numbered anew."""
    return pd.concat(pieces, ignore_index=True)


def _ranks(order: pd.Series, *ids: pd.Series) -> npt.NDArray[np.int64]:
    """The place of a session in the order by its id, -1 where it is not in it."""
    most = max((int(each.max()) for each in (order, *ids) if len(each)), default=0)
    rank = np.full(most + 1, -1, dtype=np.int64)
    rank[order.to_numpy()] = np.arange(len(order))
    return rank


def _pieces(
    frame: pd.DataFrame, kept: npt.NDArray[np.intp], fresh: pd.DataFrame, places: npt.NDArray[np.intp]
) -> Iterator[pd.DataFrame]:
    """The runs of rows that stay, and between them the fresh ones. places: of each fresh row the row that it comes before."""
    is_kept = np.zeros(len(frame) + 1, dtype=bool)
    is_kept[kept] = True
    cuts = np.unique(np.concatenate(([0], np.flatnonzero(is_kept[1:] != is_kept[:-1]) + 1, places, [len(frame)])))
    for start, end in zip(cuts, np.append(cuts[1:], len(frame)), strict=True):
        if (here := places == start).any():
            yield fresh[here]
        if is_kept[start] and end > start:
            yield frame.iloc[start:end]

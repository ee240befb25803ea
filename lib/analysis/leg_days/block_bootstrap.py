"""Slopes with an interval that holds where runs of one month are alike: whole months are drawn, not runs (methods)."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

DRAWS: Final = 2_000
SEED: Final = 20261129
LEVEL: Final = 0.95
_RIDGE: Final = 1e-9

Values = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


class Slopes(NamedTuple):
    """Of each of the first columns: the slope and how far its interval reaches on either side, infinite where that is not known."""

    value: Values
    reach: Values


class _Sums(NamedTuple):
    """X'X and X'y of each block."""

    squares: Values
    products: Values


def slopes(columns: Values, outcome: Values, blocks: Places, first: int) -> Slopes:
    """Least squares of outcome on columns, both less their means, with a symmetric studentised block-bootstrap interval.

    The blocks are drawn with replacement 2,000 times, always alike; each draw's error is divided by its own standard error
    that allows for likeness within blocks, and the 95th percentile of its size is the reach in standard errors.
    columns: runs × columns; first: of how many columns the interval is asked for.
    """
    sums = _by_block(columns, outcome, blocks)
    number = len(sums.products)
    once = np.ones((1, number))
    value, error = (each[0] for each in _fit(sums, once, first))
    drawn, errors = _fit(sums, _draws(number), first)
    with np.errstate(divide="ignore", invalid="ignore"):
        sizes = np.abs(drawn - value) / errors
    return Slopes(value, np.array([_reach(size) for size in sizes.T]) * np.where(error > 0, error, 1.0))


def _draws(blocks: int) -> Values:
    """How often each block is in each draw of as many blocks as there are: draws × blocks."""
    chosen = np.random.default_rng(SEED).integers(0, blocks, size=(DRAWS, blocks))
    places = chosen + np.arange(DRAWS)[:, None] * blocks
    counts = np.bincount(places.ravel(), minlength=DRAWS * blocks).reshape(DRAWS, blocks)
    return counts.astype(np.float64)


def _reach(sizes: Values) -> float:
    """The 95th percentile; infinite where no draw says anything, as one without a single run of a group does not."""
    known = sizes[np.isfinite(sizes)]
    return float(np.quantile(known, LEVEL)) if len(known) else float("inf")


def _by_block(columns: Values, outcome: Values, blocks: Places) -> _Sums:
    number, width = int(blocks.max()) + 1, columns.shape[1]
    squares, products = np.zeros((number, width, width)), np.zeros((number, width))
    np.add.at(squares, blocks, columns[:, :, None] * columns[:, None, :])
    np.add.at(products, blocks, columns * outcome[:, None])
    return _Sums(squares, products)


def _fit(sums: _Sums, weights: Values, first: int) -> tuple[Values, Values]:
    """The first slopes and their standard errors (clusters are blocks), a row a draw. weights: draws × blocks."""
    number, width = sums.products.shape
    whole = (weights @ sums.squares.reshape(number, -1)).reshape(-1, width, width) + _RIDGE * np.eye(width)
    inverse = np.linalg.inv(whole)
    found = (inverse @ (weights @ sums.products)[:, :, None])[:, :, 0]
    errors = np.empty((len(found), first))
    for place in range(first):  # one slope at a time: all together would take much memory
        # What each block adds to the slope: row · (X'y − X'X · slopes), with both sums of the block.
        row = inverse[:, place, :]
        lever = np.einsum("dk,dl->dkl", row, found).reshape(len(found), -1)
        added = row @ sums.products.T - lever @ sums.squares.reshape(number, -1).T
        errors[:, place] = np.sqrt((weights * added**2).sum(axis=1))
    return found[:, :first], errors

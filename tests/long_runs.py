"""How much a long test does: a small part in `make test`, all of it in `make test-long`.

Mark it with `pytest.mark.long`, so that `make test-long` finds it; tests of properties are marked by conftest.py.
"""

import os
from typing import Final, TypeVar

Amount = TypeVar("Amount")

WHOLE: Final = os.environ.get("LEGWORK_LONG") == "1"


def amount(*, whole: Amount, small: Amount) -> Amount:
    """The one of the two that this run of the tests asks for."""
    return whole if WHOLE else small


def examples(whole: int) -> int:
    """How many examples a property is tried with: a fifth of them, but ten at least, in a small run."""
    return amount(whole=whole, small=min(whole, max(10, whole // 5)))


# What `write_twenty_years` is told: all the bouts of twenty years, or a tenth of them.
TWENTY_YEARS: Final[dict[str, int]] = amount(whole={}, small={"runs": 800, "sets": 15_000})

"""Which days and which muscle of the main figure are selected."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from lib.model.vocabulary import MUSCLE_NAMES, Muscle
from lib.ui.shell import address

DAYS: Final = "days"
MUSCLE: Final = "muscle"
_BETWEEN: Final = "_"
Days = tuple[date, date]


def days_text(first: date, last: date) -> str:
    """Days as they stand in the address: "2026-11-09_2026-11-15"."""
    return f"{first}{_BETWEEN}{last}"


def read_days(text: str | None) -> Days | None:
    """First and last day of such a text; None for anything else: an address can be typed by hand."""
    first, _, last = (text or "").partition(_BETWEEN)
    try:
        found = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return found if found[0] <= found[1] else None


def selected_days(earliest: date, latest: date) -> Days | None:
    """The days of the address; None without any, and for days that were never logged."""
    found = read_days(address.read(DAYS))
    return found if found and found[1] >= earliest and found[0] <= latest else None


def selected_muscle() -> Muscle | None:
    """The muscle of the address; None for all sets."""
    return as_muscle(address.read(MUSCLE))


def as_muscle(text: str) -> Muscle | None:
    """A muscle by its key; None for anything else."""
    return Muscle(text) if text in list(Muscle) else None


def select_point(point: Sequence[Any] | None) -> None:
    """Open the days of a point that was clicked and its muscle, if it has one. point: customdata of lib.charts.overview.stack."""
    if point:
        names = {name: muscle for muscle, name in MUSCLE_NAMES.items()}
        address.write({DAYS: f"{point[0]}{_BETWEEN}{point[1]}", MUSCLE: str(names.get(point[2], ""))})


def choose(first: date, last: date, muscle: Muscle | None) -> None:
    """Open these days."""
    address.write({DAYS: days_text(first, last), MUSCLE: str(muscle or "")})


def is_open() -> bool:
    """Whether the address names days."""
    return read_days(address.read(DAYS)) is not None


def close() -> None:
    """Open nothing any more."""
    address.write({DAYS: "", MUSCLE: ""})

"""FitNotes 2 for iOS: one row a set, planned and failed sets included; times in UTC, weights without a unit."""

from typing import Final

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.sessions import utc_start
from lib.importers.lifting.set_log import SetLog
from lib.importers.reading.dates import Moment
from lib.model.vocabulary import Precision

_DONE: Final = "done"
_NOT_DONE: Final = {
    "notstarted": "planned and not done",
    "failed": "marked as failed, so it counts no set",
}
_TYPED_BY_HAND_MIN: Final = 15


def why_none(status: str) -> str:
    """Why a set of this status does not count; "" for one that was done."""
    word = status.strip().casefold().replace(" ", "")
    return "" if word == _DONE else _NOT_DONE.get(word, f"not marked as done but “{status.strip()[:40]}”")


def trusted_time(moment: Moment) -> Moment:
    """The day alone where the time is a full quarter of an hour to the second.

    A session entered afterwards starts at local midnight, which in UTC is 22:00 of the day before or any other such
    time; the app's own clock hits a full quarter once in 900. The day follows from the home zone all the same.
    """
    local = moment.local
    typed = local.second == 0 and local.minute % _TYPED_BY_HAND_MIN == 0
    return moment._replace(precision=Precision.DATE) if typed else moment


importer = SetLog(
    name="fitnotes-ios",
    title="FitNotes 2 (iOS) · CSV export",
    where="In the app: Settings, Export, CSV.",
    signature=("StartTime", "Exercise", "IsWarmup"),
    layout=SetLogLayout(
        start=("StartTime",),
        title=("Name",),
        end=("EndTime",),
        exercise=("Exercise",),
        equipment=("Equipment",),
        reps=("Reps",),
        weights=((("Weight",), ()),),
        distances=((("Distance",), ()),),
        seconds=("Time",),
        rpe=("RPE",),
        reserve=("RIR",),
        remark=("Note",),
        kind=("IsWarmup",),
        body_mass=("BodyWeight",),
        status=("Status",),
        must=frozenset({"status"}),
        why_none=why_none,
        moment=trusted_time,
        start_of=utc_start,
    ),
)

"""StrengthLog: one row a set, planned ones as 0 × 0; starts in milliseconds, weights without a unit.

Known from readers' code, not from a file of the app. Of an exercise with the body the plain weight is blank: the load is
what was added to the body.
"""

from datetime import timedelta

from lib.importers.lifting.layout import SetLogLayout
from lib.importers.lifting.sessions import utc_start
from lib.importers.lifting.set_log import SetLog
from lib.importers.reading.cells import CellError
from lib.importers.reading.dates import Moment
from lib.importers.reading.epochs import moment_of_milliseconds
from lib.model.vocabulary import DateOrder


def parse_milliseconds(text: str, order: DateOrder | None) -> Moment:  # noqa: ARG001 - there is nothing to be ordered
    """The instant of a number of milliseconds since 1970. CellError for anything else."""
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit()):
        raise CellError("not a number of milliseconds since 1970")
    return Moment(moment_of_milliseconds(int(plain)), timedelta())


importer = SetLog(
    name="strengthlog",
    title="StrengthLog · CSV export",
    where="In the app: Settings, Export data, CSV.",
    signature=("workout", "start", "end", "exercise", "extraWeight"),
    seen=False,
    layout=SetLogLayout(
        start=("start",),
        parse=parse_milliseconds,
        start_of=utc_start,
        end=("end",),
        title=("workout",),
        notes=("workoutComment",),
        exercise=("exercise",),
        reps=("reps",),
        weights=((("weight",), ()),),
        planned=((("extraWeight",), ()),),
        distances=((("distanceM",), ()), (("distanceKM",), ())),
        seconds=("time",),
        kind=("warmup",),
        body_mass=("bodyweight",),
        remark=("setComment",),
    ),
)

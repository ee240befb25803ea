"""Fitbit's exercise-….json of the account export (now in Google Takeout): milliseconds, and the unit of every distance.

Its starts are UTC: `lastModified`, which a server writes, follows the end of a bout by seconds in the same clock.
Its climb is not read: nothing in the file says whether that is metres or feet.
"""

import re
from typing import Final

from lib.importers.activities.habits import Kind, in_unit, instant, kind_by
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import by_unit_of_row
from lib.importers.activities.objects import ObjectList
from lib.importers.activities.rows import ActivityRow
from lib.importers.base import Upload
from lib.importers.reading.json_file import head_of_json
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder, Sport, SubSport

_BEGIN: Final = re.compile(r"\[\s*\{")
_OWN_FIELDS: Final = tuple(
    re.compile(rf'"{name}"\s*:') for name in ("logId", "activityTypeId", "startTime", "duration")
)
# By number, for names in a language that is not known here.
_BY_NUMBER: Final = {
    "90009": (Sport.RUN, SubSport.NONE),
    "20049": (Sport.RUN, SubSport.TREADMILL),
    "90019": (Sport.RUN, SubSport.TREADMILL),
    "90013": (Sport.WALK, SubSport.NONE),
    "90001": (Sport.RIDE, SubSport.NONE),
    "1071": (Sport.RIDE, SubSport.NONE),
    "90024": (Sport.SWIM, SubSport.NONE),
    "20047": (Sport.ELLIPTICAL, SubSport.NONE),
}
_BY_NAME: Final = {
    "outdoor bike": (Sport.RIDE, SubSport.NONE),
    "weightlifting": (Sport.STRENGTH, SubSport.NONE),
    "stairclimber": (Sport.STAIRS, SubSport.NONE),
    "meditating": (Sport.MOBILITY, SubSport.NONE),
} | dict.fromkeys(("aerobic workout", "interval workout", "structured workout", "sport"), (Sport.OTHER, SubSport.NONE))
_by_name: Final = kind_by(_BY_NAME)


class Fitbit(ObjectList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the names of the fields of its first exercise."""
        head = head_of_json(upload)
        return _BEGIN.match(head) is not None and all(name.search(head) for name in _OWN_FIELDS)


def _kind(row: ActivityRow) -> Kind:
    number = row.text("number")
    return Kind(row.word(), *_BY_NUMBER[number]) if number in _BY_NUMBER else _by_name(row)


importer = Fitbit(
    name="fitbit",
    title="Fitbit · exercise JSON",
    where="takeout.google.com: Fitbit, export; of the zip, the files exercise-0.json, exercise-100.json … of all years.",
    traits=Traits(rank=64),
    layout=ActivityLayout(
        key=("logId",),
        start=("startTime",),
        kind=("activityName",),
        distance=("distance",),
        moving=("activeDuration",),
        elapsed=("duration",),
        heart_rate=("averageHeartRate",),
        more={"unit": ("distanceUnit",), "number": ("activityTypeId",)},
        order=DateOrder.MONTH_FIRST,
        lengths=by_unit_of_row,
        kind_of=_kind,
        start_of=instant,
        seconds_of=in_unit(0.001),
    ),
)

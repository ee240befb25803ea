"""MapMyRun, MapMyFitness, Under Armour: the workout history as CSV. Days without times; sports are free text."""

import re
from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, kind_by_word
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow, indoors
from lib.importers.activities.sports import sport_of
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport

_PAGE: Final = re.compile(r".*/workout/(\d{1,20})/?", re.ASCII)
_INDOORS: Final = re.compile(r"\b(indoor|treadmill)", re.IGNORECASE)
# The app's types are free text such as "Indoor Run / Jog"; the first word that is found decides.
_SPORTS_BY_WORD: Final = (
    (re.compile(r"\btrail run", re.IGNORECASE), (Sport.RUN, SubSport.TRAIL)),
    (re.compile(r"\b(run|jog|treadmill)", re.IGNORECASE), (Sport.RUN, SubSport.NONE)),
    (re.compile(r"\bwalk", re.IGNORECASE), (Sport.WALK, SubSport.NONE)),
    (re.compile(r"\bhik", re.IGNORECASE), (Sport.HIKE, SubSport.NONE)),
    (re.compile(r"\b(bike|biking|cycl|ride|spin)", re.IGNORECASE), (Sport.RIDE, SubSport.NONE)),
    (re.compile(r"\bswim", re.IGNORECASE), (Sport.SWIM, SubSport.NONE)),
    (re.compile(r"\b(weight|strength)", re.IGNORECASE), (Sport.STRENGTH, SubSport.NONE)),
)


def _kind(row: ActivityRow) -> Kind:
    """The sport of a free text: as a whole, else by a word in it; OTHER with a warning where neither is known."""
    text = row.text("kind")
    by_word = (kind for pattern, kind in _SPORTS_BY_WORD if pattern.search(text))
    kind = sport_of(text) or next(by_word, None)
    if kind is None:
        return kind_by_word(row)
    return Kind(row.word(), kind[0], indoors(*kind) if _INDOORS.search(text) else kind[1])


def _key(row: ActivityRow, start: Start, kind: Kind) -> str:
    page = _PAGE.fullmatch(row.text("link"))
    return page[1] if page else f"{start.local:%Y-%m-%d} {kind.word}"


importer = ActivityList(
    name="mapmyrun",
    title="MapMyRun, MapMyFitness · workout history",
    where="mapmyrun.com: Workouts, My Workouts, “Export workout history” (mapmyfitness.com likewise).",
    seen=False,
    signature=("Date Submitted", "Workout Date", "Activity Type"),
    traits=Traits(rank=110, timer=True),
    layout=ActivityLayout(
        start=("Workout Date",),
        kind=("Activity Type",),
        distance=("Distance",),
        moving=("Workout Time",),
        heart_rate=("Avg Heart Rate",),
        notes=("Notes",),
        more={"link": ("Link",)},
        kind_of=_kind,
        key_of=_key,
    ),
)

"""MapMyRun, MapMyFitness, Under Armour: the workout history as CSV. Days without times; sports are free text."""

import re
from collections.abc import Iterator
from typing import Final

from lib.importers.activities.rows import ActivityRow, RowKeys, has_columns, indoors, open_columns, read_dated_rows
from lib.importers.activities.sports import Kind, sport_of
from lib.importers.base import Upload
from lib.importers.reading.table import open_table
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.records import Activity, Record
from lib.model.traits import Traits
from lib.model.vocabulary import DateOrder, Sport, SubSport

_NAMES: Final = {
    "date": ("Workout Date",),
    "kind": ("Activity Type",),
    "distance": ("Distance",),
    "time": ("Workout Time",),
    "heart_rate": ("Avg Heart Rate",),
    "notes": ("Notes",),
    "link": ("Link",),
}
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


class MapMyRun:
    """See lib.importers.base.Importer."""

    name = "mapmyrun"
    title = "MapMyRun, MapMyFitness · workout history"
    seen = False
    traits = Traits(rank=110)
    where = "mapmyrun.com: Workouts, My Workouts, “Export workout history” (mapmyfitness.com likewise)."

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns."""
        return has_columns(read_header(upload), "Date Submitted", "Workout Date", "Activity Type")

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:
        """One Activity a row, with the day alone."""
        table = open_table(upload)
        columns = open_columns(table, _NAMES, ("date", "kind", "distance", "time"))
        keys = RowKeys()
        yield from read_dated_rows(table, columns, answers, lambda row, order: _activity(row, order, keys))


def _activity(row: ActivityRow, order: DateOrder, keys: RowKeys) -> Activity:
    word, (sport, sub_sport) = row.word(), _kind(row)
    start = row.wall_clock("date", order)
    distance_m, seconds = row.moved("time", sport)
    page = _PAGE.fullmatch(row.text("link"))
    return Activity(
        source_key=page[1] if page else keys.key(f"{start.local:%Y-%m-%d} {word}", row.cells),
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=row.line,
        notes=row.notes(),
        distance_m=distance_m,
        moving_s=seconds,
        elapsed_s=seconds,
        heart_rate_bpm=row.heart_rate("heart_rate"),
    )


def _kind(row: ActivityRow) -> Kind:
    """The sport of a free text: as a whole, else by a word in it; OTHER with a warning where neither is known."""
    text = row.text("kind")
    by_word = (kind for pattern, kind in _SPORTS_BY_WORD if pattern.search(text))
    kind = sport_of(text) or next(by_word, None)
    if kind is None:
        return row.kind()[1:]
    return (kind[0], indoors(*kind)) if _INDOORS.search(text) else kind


importer = MapMyRun()

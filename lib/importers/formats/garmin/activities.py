"""Garmin Connect's Activities.csv (button “Export CSV”), in eleven languages. Its times are the athlete's wall clock."""

import re
from typing import Final

from lib.importers.activities.activity_list import ActivityList
from lib.importers.activities.habits import Kind, kind_by_word
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.rows import ActivityRow
from lib.importers.activities.survey import Columns, Rows
from lib.importers.base import Upload
from lib.importers.formats.garmin.columns import columns_in, is_foreign, is_garmin, is_raw
from lib.importers.formats.garmin.distance import settle_distances
from lib.importers.formats.garmin.motion import if_sound, moving_seconds
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.table_header import Header, read_header
from lib.model.limits import HEART_RATES_BPM
from lib.model.traits import Traits
from lib.model.vocabulary import Sport

_NUMBER: Final = re.compile(r"\d{1,4}(?:\.\d*)?", re.ASCII)


class Garmin(ActivityList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the names of the columns, in any of the languages, or by its rows under a header in an unknown one."""
        header = read_header(upload)
        return header is not None and (self.is_ours(header) or is_foreign(header, upload))

    def is_ours(self, header: Header) -> bool:
        """By the names of the columns."""
        return is_garmin(header) or is_raw(header)

    def columns(self, table: Rows) -> Columns:
        """In the language that the table has."""
        return columns_in(table)


def _kind(row: ActivityRow) -> Kind:
    """The sport. BadCell where cells stand under the wrong names, as after gluing two exports with different columns."""
    row.read("start", lambda text: parse_moment(text, row.order))
    odd = [name for name in ("moving", "elapsed") if not _is_time(row.text(name))]
    odd += [] if _is_heart_rate(row.text("heart_rate")) else ["heart_rate"]
    if len(odd) > 1:
        raise row.bad(odd[0], "no more than its neighbours what belongs here; the cells of this row seem to be shifted")
    return kind_by_word(row)


def _is_time(text: str) -> bool:
    return not text or ":" in text


def _is_heart_rate(text: str) -> bool:
    low, high = HEART_RATES_BPM
    beats = text.strip("0.,") and text.replace(",", ".")
    return not beats or (_NUMBER.fullmatch(beats) is not None and low <= float(beats) <= high)


def _seconds(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
    """A time as a clock shows it: a plain number is one from another column. Of the moving time that in motion where it can be right."""
    if not _is_time(row.text(name)):
        raise row.bad(name, "not a time such as 00:38:13")
    seconds = row.seconds(name, distance_m)
    if name != "moving":
        return seconds
    moved = if_sound(lambda: row.seconds("in_motion")) if _is_time(row.text("in_motion")) else None
    return moving_seconds(moved, seconds, distance_m)


def _steps(row: ActivityRow, sport: Sport) -> float | None:
    """Garmin has the cadence of a run alone, and counts both legs."""
    return row.cadence() or None if sport is Sport.RUN else None


importer = Garmin(
    name="garmin",
    title="Garmin Connect · Activities.csv",
    where="connect.garmin.com: Activities, All Activities, scroll down to the oldest one wanted, “Export CSV”.",
    traits=Traits(rank=20),
    layout=ActivityLayout(
        telling=("kind", "distance", "cadence", "stride", "moving"),
        lengths=settle_distances,
        kind_of=_kind,
        seconds_of=_seconds,
        cadence_of=_steps,
    ),
)

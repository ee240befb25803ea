"""Suunto's JSON of one activity: {"DeviceLog": {"Header": …, "Samples": …, "Windows": …}}, from the app or Movescount.

Known of the layout, each from two independent readers of it or more:
* Header.DateTime: ISO 8601, newer files with an offset, older ones the bare wall clock.
* Header.ActivityType: the number of the sport; Header.Activity, in older files: the name of the sport mode.
* Header.Duration and PauseDuration in seconds, the first one with the pauses; Distance and Ascent in metres.
* HR in beats a second, Cadence in turns or strides (two steps) a second: lists of one {"Avg", "Max", "Min"}, in the
  Header or in the window of the Type "Activity".
* Samples: objects with TimeISO8601, some of them with HR in beats a second.
All else stays unread: other samples, laps, zones, step counts, energy, temperatures, feeling, and the device's numbers.
Sources: sports-alliance/sports-lib (importer.suunto.json.ts), BIRPauSorrosal/suunto-coach-parser (parser.js),
Snijderfrey/suunto2python, jarnose/harbour-suuntosync (summarydecoder.h), openambitproject/openambit (movescountxml.cpp).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from lib.importers.activities import cells as read
from lib.importers.activities.habits import Kind, kind_by_number, kind_by_word
from lib.importers.activities.layout import ActivityLayout
from lib.importers.activities.lengths import InUnits
from lib.importers.activities.objects import ObjectList
from lib.importers.activities.rows import ActivityRow, wall_clock_start
from lib.importers.activities.sampled_rates import of_moments
from lib.importers.base import Upload
from lib.importers.reading.json_file import head_of_json
from lib.model.errors import UnreadableFile
from lib.model.records import Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_BEGIN: Final = re.compile(r'\{\s*"DeviceLog"\s*:\s*\{')
_PART: Final = re.compile(r'"(?:Header|Samples)"\s*:\s*[{\[]')
_SECONDS: Final = "legwork heart rate seconds"  # added by us
_PULSE_HZ: Final = (0.4, 4.2)
_STRIDES_HZ: Final = (0.0, 2.5)
# Numbers that Suunto's developer manual of 2015 and its SuuntoLink 4.1 call the same (both in skinnie/ambit-app) and that
# are one thing to us; programs tested with real files bear out 3, 17, 23, 37, 51, 82 and 93. The cloud counts otherwise.
_NUMBERS: Final[dict[tuple[Sport, SubSport], str]] = {
    (Sport.RUN, SubSport.NONE): "3",
    (Sport.RUN, SubSport.TRAIL): "82",
    (Sport.RUN, SubSport.TREADMILL): "93",
    (Sport.WALK, SubSport.NONE): "12 84 85",
    (Sport.HIKE, SubSport.NONE): "11 74",
    (Sport.RIDE, SubSport.NONE): "4 5 17",
    (Sport.SWIM, SubSport.NONE): "6 83",
    (Sport.ROW, SubSport.NONE): "15 71",
    (Sport.SKI, SubSport.NONE): "20 21 22 78 80 88",
    (Sport.SKATE, SubSport.NONE): "8 70",
    (Sport.ELLIPTICAL, SubSport.NONE): "64",
    (Sport.STRENGTH, SubSport.NONE): "23 87",
    (Sport.MOBILITY, SubSport.NONE): "10 79",
    (Sport.TEAM, SubSport.NONE): "24 25 26 27 28 29 31 33 34 35 36 37 40 63 68 76",
    (Sport.OTHER, SubSport.NONE): "1 2 9 13 14 16 18 19 38 39 51 52 62 65 66 67 69 72 73 86 89 91 92 94 95",
}
_SPORTS_BY_NUMBER: Final = {number: kind for kind, numbers in _NUMBERS.items() for number in numbers.split()}
_by_number: Final = kind_by_number(_SPORTS_BY_NUMBER, "Suunto activity {}", column="number")


class SuuntoJson(ObjectList):
    """See lib.importers.base.Importer."""

    def identify(self, upload: Upload) -> bool:
        """By the name of its one object and a part of it that every reader of the layout needs."""
        head = head_of_json(upload)
        return _BEGIN.match(head) is not None and _PART.search(head) is not None

    def objects(self, content: Any) -> Sequence[object]:
        """The header with the statistics of the whole activity. UnreadableFile where there is none."""
        log = content.get("DeviceLog") if isinstance(content, Mapping) else None
        header = log.get("Header") if isinstance(log, Mapping) else None
        if not isinstance(log, Mapping) or not isinstance(header, Mapping):
            raise UnreadableFile(
                "This file of Suunto has no DeviceLog with a Header, so it does not say what was done."
            )
        whole = {name: _statistics(header.get(name), log, name) for name in ("HR", "Cadence")}
        return [{**header, **whole, _SECONDS: of_moments(log.get("Samples"), "TimeISO8601", "HR", times=60)}]


def _statistics(of_header: object, log: Mapping[str, Any], name: str) -> Mapping[str, object]:
    """Avg and Max of the header; of the window of the whole activity where the header has none."""
    for value in (of_header, _of_whole(log, name)):
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, Mapping):
            return first
    return {}


def _of_whole(log: Mapping[str, Any], name: str) -> object:
    """A field of the window "Activity". Newer files have it twice; where two differ, they are of several sports: None."""
    listed = log.get("Windows")
    windows = [each.get("Window") for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []
    whole = [each for each in windows if isinstance(each, Mapping) and each.get("Type") == "Activity"]
    values = [each.get(name) for each in whole]
    return values[0] if values and all(each == values[0] for each in values) else None


def _kind(row: ActivityRow) -> Kind:
    """What the number of the sport means; the name of the sport mode decides where the number is not known."""
    number, mode = row.text("number"), row.word()
    if mode:
        return Kind(mode, *_SPORTS_BY_NUMBER[number]) if number in _SPORTS_BY_NUMBER else kind_by_word(row)
    return _by_number(row) if number else Kind("", Sport.OTHER)


def _start(row: ActivityRow) -> Start:
    """The wall clock with its offset. A Z says the instant alone: it is nobody's wall clock."""
    raw, moment = row.text("start"), row.moment("start")
    if raw[-1:] in {"Z", "z"}:
        return Start(raw, TimeBasis.UTC, utc=moment.utc, precision=moment.precision)
    return wall_clock_start(raw, moment)


def _seconds(row: ActivityRow, name: str, distance_m: float | None) -> float | None:
    """Seconds to a tenth; of the moving time those without the pauses, unknown where their length is not said."""
    elapsed_s = row.seconds("elapsed", distance_m, 1.0)
    if name == "elapsed":
        return elapsed_s and round(elapsed_s, 1)
    pause_s = row.number("pause")
    if elapsed_s is None or pause_s is None:
        return None
    if not 0 <= pause_s <= elapsed_s:
        raise row.bad("pause", "not between 0 and the duration; the moving time cannot be worked out")
    return round(round(elapsed_s, 1) - pause_s, 1) or None


def _beats(row: ActivityRow, name: str) -> float | None:
    return _a_minute(row, name, *_PULSE_HZ)


def _steps(row: ActivityRow, sport: Sport) -> float | None:
    """Steps of both legs a minute, on foot."""
    strides = _a_minute(row, "cadence", *_STRIDES_HZ) if sport in read.ON_FOOT else None
    return strides and strides * 2


def _a_minute(row: ActivityRow, name: str, low: float, high: float) -> float | None:
    hertz = row.describing(name, low, high) if row.text(name).strip("0.") else None
    return round(hertz * 60, 1) if hertz else None


importer = SuuntoJson(
    name="suunto-json",
    title="Suunto · JSON of an activity",
    where="Suunto app: open the activity, menu, export as JSON; older ones are the .json files that Movescount gave.",
    seen=False,
    traits=Traits(rank=60, timer=True),
    layout=ActivityLayout(
        start=("DateTime",),
        kind=("Activity",),
        distance=("Distance",),
        elapsed=("Duration",),
        ascent=("Ascent",),
        heart_rate=("HR.Avg",),
        heart_rate_max=("HR.Max",),
        heart_rate_seconds=(_SECONDS,),
        cadence=("Cadence.Avg",),
        more={"number": ("ActivityType",), "pause": ("PauseDuration",)},
        required=("start", "elapsed"),
        timed="elapsed",
        lengths=lambda _seen, _answers: (InUnits(flat=False), None),
        kind_of=_kind,
        start_of=_start,
        seconds_of=_seconds,
        key_of=lambda _row, start, _kind: f"{start.local or start.utc:%Y-%m-%dT%H:%M:%S}",
        beats_of=_beats,
        cadence_of=_steps,
    ),
)

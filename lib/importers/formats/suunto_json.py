"""Suunto's JSON of one activity: {"DeviceLog": {"Header": …, "Samples": …, "Windows": …}}, from the app or Movescount.

Known of the layout, each from two independent readers of it or more:
* Header.DateTime: ISO 8601, newer files with an offset, older ones the bare wall clock.
* Header.ActivityType: the number of the sport; Header.Activity, in older files: the name of the sport mode.
* Header.Duration and PauseDuration in seconds, the first one with the pauses; Distance and Ascent in metres.
* HR in beats a second, Cadence in turns or strides (two steps) a second: lists of one {"Avg", "Max", "Min"}, in the
  Header or in the window of the Type "Activity".
All else stays unread: the samples, laps, zones, step counts, energy, temperatures, feeling, and the device's numbers.
Sources: sports-alliance/sports-lib (importer.suunto.json.ts), BIRPauSorrosal/suunto-coach-parser (parser.js),
Snijderfrey/suunto2python, jarnose/harbour-suuntosync (summarydecoder.h), openambitproject/openambit (movescountxml.cpp).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from lib.importers.activities import cells as read
from lib.importers.activities.objects import read_objects, sport_by_word
from lib.importers.activities.rows import kept_distance, wall_clock_start
from lib.importers.activities.sports import Kind
from lib.importers.base import Upload
from lib.importers.reading.cells import BadCell, read_cell
from lib.importers.reading.dates import parse_moment
from lib.importers.reading.json_fields import Fields
from lib.importers.reading.json_file import head_of_json, load_json
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.limits import MAX_NAME
from lib.model.records import Activity, Record, Start
from lib.model.traits import Traits
from lib.model.vocabulary import Sport, SubSport, TimeBasis

_BEGIN: Final = re.compile(r'\{\s*"DeviceLog"\s*:\s*\{')
_PART: Final = re.compile(r'"(?:Header|Samples)"\s*:\s*[{\[]')
_PULSE_HZ: Final = (0.4, 4.2)
_STRIDES_HZ: Final = (0.0, 2.5)
_HIGHEST_M: Final = 60_000
# Numbers that Suunto's developer manual of 2015 and its SuuntoLink 4.1 call the same (both in skinnie/ambit-app) and that
# are one thing to us; programs tested with real files bear out 3, 17, 23, 37, 51, 82 and 93. The cloud counts otherwise.
_NUMBERS: Final[dict[Kind, str]] = {
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


class SuuntoJson:
    """See lib.importers.base.Importer."""

    name = "suunto-json"
    title = "Suunto · JSON of an activity"
    seen = False
    traits = Traits(rank=60)
    where = "Suunto app: open the activity, menu, export as JSON; older ones are the .json files that Movescount gave."

    def identify(self, upload: Upload) -> bool:
        """By the name of its one object and a part of it that every reader of the layout needs."""
        head = head_of_json(upload)
        return _BEGIN.match(head) is not None and _PART.search(head) is not None

    def extract(self, upload: Upload, answers: Answers) -> Iterator[Record]:  # noqa: ARG002 - it leaves nothing open
        """One Activity a file, whose line is 1."""
        yield from read_objects([_device_log(load_json(upload))], _activity)


def _device_log(content: Any) -> Mapping[str, Any]:
    """The log with its header. UnreadableFile where there is none."""
    log = content.get("DeviceLog") if isinstance(content, Mapping) else None
    if not isinstance(log, Mapping) or not isinstance(log.get("Header"), Mapping):
        raise UnreadableFile("This file of Suunto has no DeviceLog with a Header, so it does not say what was done.")
    return log


def _activity(log: Fields, number: int, warnings: list[BadCell], told: set[str]) -> Activity:
    header = log.inner("Header")
    word, (sport, sub_sport) = _sport(header, warnings, told)
    start = _start(header)
    distance_m = header.read(read.check_distance, "Distance")
    elapsed_s = _tenths(header.read(read.check_duration, "Duration"))
    if distance_m and not elapsed_s:
        raise BadCell("Duration", "", "must be above 0 where there is a distance")
    pulse, cadence = (_statistics(log, name) for name in ("HR", "Cadence"))
    return Activity(
        source_key=f"{start.local or start.utc:%Y-%m-%dT%H:%M:%S}",
        sport=sport,
        sub_sport=sub_sport,
        sport_raw=word,
        start=start,
        line=number,
        distance_m=kept_distance(sport, distance_m),
        moving_s=_moving_s(header, elapsed_s, warnings),
        elapsed_s=elapsed_s,
        ascent_m=header.describing(warnings, 0, _HIGHEST_M, "Ascent"),
        heart_rate_bpm=_a_minute(pulse.describing(warnings, *_PULSE_HZ, "HR.Avg")),
        heart_rate_max_bpm=_a_minute(pulse.describing(warnings, *_PULSE_HZ, "HR.Max")),
        cadence_spm=_steps_a_minute(cadence, warnings) if sport in read.ON_FOOT else None,
    )


def _sport(header: Fields, warnings: list[BadCell], told: set[str]) -> tuple[str, Kind]:
    """What the number of the sport means; the name of the sport mode decides where the number is not known."""
    number, mode = header.word("ActivityType"), header.word("Activity")
    word = mode or (f"Suunto activity {number}"[:MAX_NAME] if number else "")
    field = "Activity" if mode else "ActivityType"
    return word, _SPORTS_BY_NUMBER.get(number) or sport_by_word(field, word, warnings, told)


def _start(header: Fields) -> Start:
    """The wall clock with its offset. A Z says the instant alone: it is nobody's wall clock."""
    raw = header.text("DateTime")
    moment = read_cell("DateTime", raw, parse_moment)
    if raw[-1:] in {"Z", "z"}:
        return Start(raw, TimeBasis.UTC, utc=moment.utc, precision=moment.precision)
    return wall_clock_start(raw, moment)


def _moving_s(header: Fields, elapsed_s: float | None, warnings: list[BadCell]) -> float | None:
    """Seconds without the pauses; unknown where their length is not said or, with a warning, cannot be."""
    try:
        pause_s = header.number("PauseDuration")
    except BadCell as warning:
        warnings.append(warning)
        return None
    if elapsed_s is None or pause_s is None:
        return None
    if not 0 <= pause_s <= elapsed_s:
        why = "not between 0 and the duration; the moving time is kept as unknown"
        warnings.append(BadCell("PauseDuration", f"{pause_s:g}", why))
        return None
    return _tenths(elapsed_s - pause_s)


def _statistics(log: Fields, name: str) -> Fields:
    """Avg and Max, as "HR.Avg", of the header; of the window of the whole activity where the header has none."""
    for value in (log.inner("Header").values.get(name), _of_whole(log, name)):
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, Mapping):
            return Fields({f"{name}.{key}": each for key, each in first.items()})
    return Fields({})


def _of_whole(log: Fields, name: str) -> object:
    """A field of the window "Activity". Newer files have it twice; where two differ, they are of several sports: None."""
    windows = [Fields(each).inner("Window").values for each in log.items("Windows") if isinstance(each, Mapping)]
    values = [window.get(name) for window in windows if window.get("Type") == "Activity"]
    return values[0] if values and all(each == values[0] for each in values) else None


def _a_minute(hertz: float | None) -> float | None:
    return round(hertz * 60, 1) if hertz else None


def _steps_a_minute(cadence: Fields, warnings: list[BadCell]) -> float | None:
    strides = _a_minute(cadence.describing(warnings, *_STRIDES_HZ, "Cadence.Avg"))
    return strides and strides * 2


def _tenths(seconds: float | None) -> float | None:
    """Seconds to a tenth; 0 is unknown."""
    return round(seconds or 0.0, 1) or None


importer = SuuntoJson()

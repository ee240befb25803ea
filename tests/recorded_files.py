"""Look-alikes of what watches record, with invented people and places: FIT, GPX, TCX, gzip and zip."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from lib.importers.base import Importer, Upload
from lib.importers.formats.fit.checksum import checksum
from lib.model.athlete import Answers
from lib.model.errors import UnreadableFile
from lib.model.records import Activity, Ignored, Problem, Record, Session

START = datetime(2025, 4, 6, 7, 30, tzinfo=UTC)
FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

_FORMATS = {0x00: "B", 0x02: "B", 0x84: "H", 0x85: "i", 0x86: "I", 0x8C: "I", 0x07: "s"}
ENUM, BYTE, WORD, LONG, TEXT = 0x00, 0x02, 0x84, 0x86, 0x07


class Field(NamedTuple):
    """One field of a FIT message: its number, type and raw values."""

    number: int
    kind: int
    values: tuple[int, ...] | bytes

    @property
    def packed(self) -> bytes:
        if isinstance(self.values, bytes):
            return self.values
        return struct.pack(f"<{len(self.values)}{_FORMATS[self.kind]}", *self.values)


def field(number: int, kind: int, *values: int) -> Field:
    return Field(number, kind, values)


def text(number: int, words: str) -> Field:
    return Field(number, TEXT, words.encode() + b"\0")


def fit_time(moment: datetime) -> int:
    return round((moment - FIT_EPOCH).total_seconds())


def message(kind: int, *fields: Field, local: int = 0) -> bytes:
    """A definition and one message of it."""
    defined = b"".join(bytes([each.number, len(each.packed), each.kind]) for each in fields)
    head = bytes([0x40 | local, 0, 0]) + struct.pack("<HB", kind, len(fields))
    return head + defined + bytes([local]) + b"".join(each.packed for each in fields)


def fit(*messages: bytes) -> bytes:
    """A FIT file of these messages, with its checksum."""
    body = b"".join(messages)
    content = struct.pack("<BBHI4s", 12, 0x20, 2100, len(body), b".FIT") + body
    return content + struct.pack("<H", checksum(content))


def file_id(kind: int = 4, maker: int | None = None) -> bytes:
    return message(0, field(0, ENUM, kind), *([] if maker is None else [field(1, WORD, maker)]))


def session(
    start: datetime = START,
    sport: int = 1,
    sub_sport: int = 0,
    metres: float | None = 8040.5,
    seconds: float = 2400.0,
    *more: Field,
) -> bytes:
    """A session message: a run of 8.04 km in 40 minutes unless said otherwise."""
    fields = [
        field(253, LONG, fit_time(start + timedelta(seconds=seconds))),
        field(2, LONG, fit_time(start)),
        field(5, ENUM, sport),
        field(6, ENUM, sub_sport),
        field(7, LONG, round(seconds * 1000)),
        field(8, LONG, round(seconds * 1000)),
    ]
    if metres is not None:
        fields.append(field(9, LONG, round(metres * 100)))
    return message(18, *fields, *more)


def activity(end: datetime = START, offset_h: float = 2.0) -> bytes:
    """An activity message: when the recording ended, in UTC and on the athlete's clock."""
    local = end + timedelta(hours=offset_h)
    return message(34, field(253, LONG, fit_time(end)), field(5, LONG, fit_time(local)))


def records(count: int, start: datetime = START, step_s: int = 1, metres_per_s: float = 3.0) -> bytes:
    """Second-by-second messages with distance and heart rate."""
    body = b""
    for position in range(count):
        at = start + timedelta(seconds=position * step_s)
        metres = round(position * step_s * metres_per_s * 100)
        fields = (field(253, LONG, fit_time(at)), field(5, LONG, metres), field(3, BYTE, 140 + position % 10))
        whole = message(20, *fields)
        body += whole if position == 0 else whole[6 + 3 * len(fields) :]
    return body


def gym_set(number: int, *fields: Field, active: bool = True, seconds: float = 40.0) -> bytes:
    """A set message."""
    return message(
        225,
        field(254, LONG, fit_time(START + timedelta(minutes=2 * number + 1))),
        field(6, LONG, fit_time(START + timedelta(minutes=2 * number))),
        field(0, LONG, round(seconds * 1000)),
        field(5, BYTE, int(active)),
        field(10, WORD, number),
        *fields,
    )


def gpx_points(
    count: int = 60,
    start: datetime = START,
    step_s: int = 10,
    north: float = 0.00027,
    at: tuple[float, float] = (52.1, 11.6),
) -> list[str]:
    """Points on a line to the north: 30 m every 10 s."""
    return [
        f'<trkpt lat="{at[0] + north * position:.6f}" lon="{at[1]:.6f}"><ele>{50 + position % 3}</ele>'
        f"<time>{start + timedelta(seconds=step_s * position):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"
        for position in range(count)
    ]


def gpx(*tracks: Sequence[str], type_: str = "running", name: str = "Along the river") -> bytes:
    """A GPX file, a track for each list of points."""
    kind = f"<type>{type_}</type>" if type_ else ""
    body = "".join(f"<trk><name>{name}</name>{kind}<trkseg>{''.join(points)}</trkseg></trk>\n" for points in tracks)
    return f'<?xml version="1.0"?>\n<gpx xmlns="http://www.topografix.com/GPX/1/1">\n{body}</gpx>'.encode()


def lap(start: datetime = START, seconds: str = "1500.0", metres: str | None = "5000.0", inside: str = "") -> str:
    distance = "" if metres is None else f"<DistanceMeters>{metres}</DistanceMeters>"
    return f'<Lap StartTime="{start:%Y-%m-%dT%H:%M:%SZ}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>{distance}{inside}</Lap>'


def tcx(*laps: str, sport: str = "Running", wrap: str = "Activities") -> bytes:
    """A TCX file of one activity."""
    body = f'<{wrap}><Activity Sport="{sport}"><Id>{START:%Y-%m-%dT%H:%M:%SZ}</Id>{"".join(laps)}</Activity></{wrap}>'
    namespace = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
    return f'<?xml version="1.0"?><TrainingCenterDatabase xmlns="{namespace}">{body}</TrainingCenterDatabase>'.encode()


def zipped(files: Iterable[tuple[str, bytes]], name: str = "export.zip") -> Upload:
    """An archive of these files, which does not say when they were written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return Upload(name, stream.getvalue())


def read_all(importer: Importer, content: bytes) -> list[Record]:
    return list(importer.extract(Upload("file", content), Answers()))


def outcome(importer: Importer, content: bytes) -> list[Record] | str:
    """The records of a file, or the reason why it is refused."""
    try:
        return read_all(importer, content)
    except UnreadableFile as error:
        return error.why


def activities_in(found: Iterable[Record]) -> list[Activity]:
    return [each for each in found if isinstance(each, Activity)]


def sessions_in(found: Iterable[Record]) -> list[Session]:
    return [each for each in found if isinstance(each, Session)]


def ignored_in(found: Iterable[Record]) -> list[str]:
    return [each.why for each in found if isinstance(each, Ignored)]


def warnings_in(found: Iterable[Record]) -> list[str]:
    return [each.why for each in found if isinstance(each, Problem) and not each.rows]


def rejections_in(found: Iterable[Record]) -> list[Problem]:
    return [each for each in found if isinstance(each, Problem) and each.rows]

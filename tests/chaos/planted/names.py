"""An athlete of whom every text is a name of its own: in records, files, words of the person, backups, logs and copies."""

import gzip
import io
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from json import dumps
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from every_table import say_everything
from look_alikes import HEVY_HEADER, STRAVA_HEADER
from own_tables import RUN_COLUMNS
from training_records import NOW, squat

from lib.failures.log import keep_log
from lib.failures.told import told
from lib.importers.base import Upload
from lib.importers.own_tables.column_mapping import ColumnMapping, RowIs, signature_of, to_json
from lib.importers.reading.table_header import read_header
from lib.model.athlete import Answers
from lib.model.errors import StoreError
from lib.model.record_id import parse_id
from lib.services.bouts.acts import take_back
from lib.services.editing.decide import put_into_bin
from lib.services.editing.edit import edit
from lib.services.editing.log import LoggedRun, LoggedSession, log_run, log_session
from lib.services.importing.history import undo
from lib.services.importing.import_files import import_files
from lib.services.unfinished.fields import keep_field
from lib.services.upkeep.backups import back_up
from lib.store.account import Account, open_account
from lib.store.own import athletes, column_mappings, shoes
from lib.store.own.column_mappings import StoredColumnMapping

ANSWERS = Answers(time_zone="Europe/Berlin", keep_going=True)
STRAVA, HEVY, GPX, ORIGINAL, HAND, OWN = "strava", "hevy", "gpx", "original of gpx", "by hand", "own words"
EVERY = 200
# A writer that is gone in the middle, with more to write than it keeps in memory: what it wrote over lies beside the file.
_KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE activity SET notes = notes || ' and more'")
connection.execute("UPDATE history_change SET after = after || ' '")
os._exit(0)
"""


@dataclass
class Names:
    """Names by where they were planted. of: the home of those that are made from now on."""

    homes: dict[str, str] = field(default_factory=dict)
    of: str = OWN

    def __call__(self, where: str) -> str:
        """A name that no other place has; every fourth one with letters beyond ASCII."""
        name = f"zq{len(self.homes):03d}{'üß' if len(self.homes) % 4 == 0 else 'xy'}k"
        self.homes[name] = f"{self.of}: {where}"
        return name

    def at(self, *homes: str) -> set[str]:
        """The names of some homes."""
        return {name for name, where in self.homes.items() if where.split(": ")[0] in homes}


def plant(folder: Path) -> tuple[Account, Names]:
    """An account in the folder with at least EVERY names in it and beside it."""
    names = Names()
    account = open_account(f"sqlite:///{folder / 'legwork.db'}")
    _files(account, names)
    _by_hand(account, names)
    _words(account, names)
    _beside(account, names, folder)
    return account, names


def _files(account: Account, names: Names) -> None:
    names.of = STRAVA
    bad = f'1,"{names("value of a bad row")}",x,Run,,1,1,1,1,1,\n'.encode()
    first = _strava(names, range(1, 13), "title") + bad
    import_files(account, [Upload(f"{names('file')}.csv", first)], ANSWERS)
    for what, days in (("title of a later export", range(1, 11)), ("title that was taken back", range(15, 20))):
        import_files(account, [Upload("again.csv", _strava(names, days, what))], ANSWERS)
    undo(account, 3, NOW)
    names.of = HEVY
    import_files(account, [Upload(f"{names('file')}.csv", _hevy(names).encode("utf-16"))], ANSWERS)
    names.of = GPX
    import_files(account, [Upload("tracks.zip", _archive(names, "2026-06-01"))], ANSWERS)
    import_files(account, [Upload(f"{names('file')}.gpx", _gpx(names, "2026-07-01"))], ANSWERS)


def _strava(names: Names, days: range, what: str) -> bytes:
    header = f"{STRAVA_HEADER},Activity Gear"
    rows = [
        f'900000{day:04d},"May {day}, 2026, 6:00:00 AM",{names(what)},Run,{names("description")},2400,8.00,2400.0,2380.0,8000.0,{names("gear")}'
        for day in days
    ]
    return "\n".join([header, *rows, ""]).encode()


def _archive(names: Names, day: str) -> bytes:
    """A track that is packed twice, under a name of its own."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr(f"tracks/{names('name of a member')}.gpx.gz", gzip.compress(_gpx(names, day)))
    return content.getvalue()


def _hevy(names: Names) -> str:
    rows = [
        f'"{names("title")}","{day} May 2026, 18:00","{day} May 2026, 19:00","{names("description")}",'
        f'"{names("exercise")}",,"{names("note of an exercise")}",0,"normal",60,8,,,'
        for day in range(1, 13)
    ]
    return "\n".join([HEVY_HEADER, *rows, ""])


def _gpx(names: Names, day: str) -> bytes:
    """A track of ten minutes; each place of it is a name, too. Of all this a record has the title alone."""
    home, titled, points = names.of, names("title of a track"), []
    names.of = f"original of {home}"
    for minute in range(10):
        latitude = f"52.{len(names.homes):03d}{minute}17"
        names.homes[latitude] = f"{names.of}: position"
        points.append(f'<trkpt lat="{latitude}" lon="13.4{minute}2"><time>{day}T07:{minute:02d}:00Z</time></trkpt>')
    track = f"<trk><name>{titled}</name><type>running</type><trkseg>{''.join(points)}</trkseg></trk>"
    place = f'<wpt lat="52.5" lon="13.4"><name>{names("place")}</name><desc>{names("what a place is")}</desc></wpt>'
    about = f"<metadata><author><name>{names('author')}</name></author></metadata>"
    by = names("watch")
    names.of = home
    return f'<gpx version="1.1" creator="{by}" xmlns="http://www.topografix.com/GPX/1/1">{about}{place}{track}</gpx>'.encode()


def _by_hand(account: Account, names: Names) -> None:
    names.of = HAND
    for day in range(1, 6):
        run = LoggedRun(
            f"2026-08-{day:02d}", distance_m=5_000.0, title=names("title"), notes=names("note"), gear=names("gear")
        )
        log_run(account, run, NOW)
        sets = (squat(note=names("note of a set"), exercise_name=names("exercise")),)
        log_session(account, LoggedSession(f"2026-08-{day:02d}T18:00", sets, names("title"), names("note")), NOW)
    names.of = STRAVA  # what is said of a record goes with it
    for number in range(1, 4):
        edit(account, parse_id(f"run-{number}"), {"title": names("edit"), "notes": names("edited note")}, now=NOW)
    taken = edit(account, parse_id("run-4"), {"title": names("edit that was taken back")}, now=NOW)
    assert taken is not None
    take_back(account, taken, NOW)
    put_into_bin(account, [parse_id("run-5")], NOW)


def _words(account: Account, names: Names) -> None:
    names.of = OWN
    with account.write() as conn:
        say_everything(conn, account.athlete_id, names)
        person = athletes.load_athlete(conn, account.athlete_id)
        athletes.save_settings(conn, replace(person, name=names("athlete")))
    for form in ("run", "end of the session as text", "session as text"):
        keep_field(account, form, "notes", names("field that is half filled in"), NOW)
    upload = Upload(
        f"{names('file')}.csv", f"Day,How far,How long,Puls,{names('heading')}\n2026-09-01,5 km,30:00,150,\n".encode()
    )
    header = read_header(upload)
    assert header is not None
    table = ColumnMapping(names("name of a table"), RowIs.RUN, signature_of(header), RUN_COLUMNS)
    with account.write() as conn:
        said = StoredColumnMapping(table.name, dumps(table.signature, ensure_ascii=False), to_json(table))
        column_mappings.put(conn, account.athlete_id, said)
    import_files(account, [upload], ANSWERS)


def _beside(account: Account, names: Names, folder: Path) -> None:
    """Backups, of which one holds what is gone since; the log; what repairs, earlier releases and broken restores left."""
    name = names("shoe that only a backup has")
    with account.write() as conn:
        shoes.set_mark(conn, account.athlete_id, name, 1.0)
    back_up(str(account.engine.url), NOW)
    with account.write() as conn:
        shoes.forget(conn, account.athlete_id, name)
    keep_log(folder)
    told(StoreError(f"The file {names('file in a line of the log')}.csv cannot be read."))
    database = folder / "legwork.db"
    names.of = "export that was interrupted"
    account.engine.dispose()
    subprocess.run([sys.executable, "-c", _KILLED, str(database)], check=True)
    (folder / ".legwork-2026-01-01.zip.abc_1234.part").write_bytes(_archive(names, "2026-03-01")[:-20])
    for copy in ("legwork.db.damaged-20260101T000000Z", "legwork.db.before-schema-0009", ".legwork.db.restore.part"):
        shutil.copyfile(database, folder / copy)

"""Where home was when: the zone of the beginning (a setting of the athlete) and dated moves."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, bindparam, select, update

from lib.model.clock import HomeZones, ZoneChange
from lib.model.vocabulary import TimeBasis
from lib.store.database import moments, own_schema, schema
from lib.store.own import keyed


def read_home_zones(conn: Connection, athlete_id: int) -> HomeZones | None:
    """Every home of an athlete; None until the first one was asked for."""
    first = conn.execute(select(schema.athlete.c.time_zone).where(schema.athlete.c.id == athlete_id)).scalar()
    if first is None:
        return None
    table = own_schema.home_zone
    statement = select(table.c.from_date, table.c.time_zone).where(table.c.athlete_id == athlete_id)
    rows = conn.execute(statement.order_by(table.c.from_date))
    return HomeZones(ZoneInfo(first), tuple(ZoneChange(date.fromisoformat(day), ZoneInfo(zone)) for day, zone in rows))


def set_first_zone(conn: Connection, athlete_id: int, zone: str) -> int:
    """Say where home was at the beginning (an IANA name); how many records fall on another day by it."""
    conn.execute(update(schema.athlete).where(schema.athlete.c.id == athlete_id).values(time_zone=zone))
    return put_clocks_right(conn, athlete_id)


def add_move(conn: Connection, athlete_id: int, from_date: date, zone: str) -> int:
    """Say that home was somewhere else from a date on; how many records fall on another day by it."""
    keyed.put(conn, own_schema.home_zone, athlete_id, {"from_date": moments.day_to_text(from_date)}, time_zone=zone)
    return put_clocks_right(conn, athlete_id)


def remove_move(conn: Connection, athlete_id: int, from_date: date) -> int:
    """Take a move back; how many records fall on another day by it."""
    keyed.drop(conn, own_schema.home_zone, athlete_id, {"from_date": moments.day_to_text(from_date)})
    return put_clocks_right(conn, athlete_id)


def put_clocks_right(conn: Connection, athlete_id: int) -> int:
    """Derive the wall clock of everything that came in UTC anew; how many records fall on another day by it."""
    zones = read_home_zones(conn, athlete_id)
    if zones is None:
        return 0
    return sum(_move(conn, athlete_id, table, zones) for table in (schema.activity, schema.session))


def _move(conn: Connection, athlete_id: int, table: Table, zones: HomeZones) -> int:
    columns = (table.c.id, table.c.start_utc, table.c.start_local)
    rows = conn.execute(
        select(*columns).where(table.c.athlete_id == athlete_id, table.c.time_basis == TimeBasis.UTC)
    ).all()
    moved = [(record_id, old, moments.localised(utc, zones)) for record_id, utc, old in rows]
    changed = [(record_id, old, new) for record_id, old, new in moved if old != new]
    if changed:
        where = (table.c.athlete_id == athlete_id, table.c.id == bindparam("moved"))
        moves = [{"moved": record_id, "clock": new, "day": new[:10]} for record_id, _, new in changed]
        statement = update(table).where(*where).values(start_local=bindparam("clock"), local_date=bindparam("day"))
        conn.execute(statement, moves)
    return sum(old[:10] != new[:10] for _, old, new in changed)

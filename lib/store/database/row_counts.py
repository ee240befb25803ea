"""How many rows there are of what. No row is looked at."""

from sqlalchemy import Connection, func, select

from lib.store.database import schema
from lib.store.database.person_tables import person_tables


def row_counts(conn: Connection, athlete_id: int) -> dict[str, int]:
    """Athletes of the database, and the rows of this one in each table that has any."""
    found = {"athlete": conn.execute(select(func.count()).select_from(schema.athlete)).scalar_one()}
    for table in person_tables():
        mine = table.c.athlete_id == athlete_id
        found[table.name] = conn.execute(select(func.count()).select_from(table).where(mine)).scalar_one()
    return {name: number for name, number in found.items() if number}

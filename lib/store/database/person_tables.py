"""Every table that holds something of a person, from the metadata, so that no list of them has to be kept by hand."""

from sqlalchemy import Table

from lib.store.database import own_schema, schema  # noqa: F401 - importing them fills the metadata
from lib.store.database.tables import metadata


def person_tables() -> tuple[Table, ...]:
    """All tables with an athlete_id, each after those that it refers to: the order to copy, backwards that to delete."""
    return tuple(table for table in metadata.sorted_tables if "athlete_id" in table.columns)

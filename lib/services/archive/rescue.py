"""What is whole in a damaged database as an archive, which `legwork import` takes like any other."""

from pathlib import Path
from typing import NamedTuple

from lib.model.errors import StoreError
from lib.services.archive.export import export
from lib.services.archive.manifest import Manifest
from lib.services.upkeep.backups import file_of
from lib.store.account import open_account
from lib.store.archive.salvage import salvaged


class Rescued(NamedTuple):
    """left_out: by table, how many rows could not be read or did not fit (of pages that cannot be read at least so many)."""

    manifest: Manifest
    left_out: dict[str, int]


def rescue(url: str, path: Path) -> Rescued:
    """Write the archive; the database is never changed. StoreError: on a server, where there is none, where nothing is whole."""
    file = file_of(url)
    if file is None:
        raise StoreError("A PostgreSQL database is mended by its server. `legwork export` writes what can be read.")
    if not file.exists():
        raise StoreError(f"There is no database at {file}, so there is nothing to rescue.")
    with salvaged(file) as (side, _, lost):
        account = open_account(f"sqlite:///{side}")
        try:
            return Rescued(export(account, path), {table: number for table, number in lost.items() if number})
        finally:
            account.engine.dispose()

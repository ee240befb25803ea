"""What can be read of a damaged database as an archive, which `legwork import` takes like any other."""

from pathlib import Path
from typing import Final, NamedTuple

from lib.model.errors import StoreError
from lib.services.archive.export import export
from lib.services.archive.manifest import Manifest
from lib.services.archive.unconfirmed import rows_that_may_be_missing
from lib.services.checking.check import check
from lib.services.upkeep.backups import file_of
from lib.store.account import open_account
from lib.store.archive.salvage import Salvaged, forget_sums, salvaged
from lib.store.checking.sums import LINES_DIFFER
from lib.store.database.schema import strength_set

_IN_PART: Final = "only a part of its sets may be there, or they stand in other places."


class Rescued(NamedTuple):
    """left_out: by table, how many rows could not be read or did not fit. at_least: tables of which more may be, or any where
    none is counted: their seals do not fit, and nothing tells the number.
    altered: what `check` says of that which is in the archive, or left out as it does not fit; sentences with table and record.
    """

    manifest: Manifest
    left_out: dict[str, int]
    at_least: list[str]
    altered: list[str]


def rescue(url: str, path: Path) -> Rescued:
    """Write the archive; the database is never changed. StoreError: on a server, where there is none, where nothing is whole."""
    file = file_of(url)
    if file is None:
        raise StoreError("A PostgreSQL database is mended by its server. `legwork export` writes what can be read.")
    if not file.exists():
        raise StoreError(f"There is no database at {file}, so there is nothing to rescue.")
    with salvaged(file) as found:
        account = open_account(f"sqlite:///{found.path}")
        try:
            left_out, at_least = rows_that_may_be_missing(found, account)
            sets_in_part = strength_set.name in {*left_out, *at_least}
            altered = _altered(found, sets_in_part=sets_in_part)
            forget_sums(found.path)
            manifest = export(account, path)
        finally:
            account.engine.dispose()
        return Rescued(manifest, left_out, at_least, altered)


def _altered(found: Salvaged, *, sets_in_part: bool) -> list[str]:
    """The seals and sums of the damaged database say it of what was read, before they are made anew."""
    problems = check(f"sqlite:///{found.path}").problems
    return [*found.named, *(_of_parts(problems) if sets_in_part else problems)]


def _of_parts(problems: list[str]) -> list[str]:
    """Sessions with only a part of their sets first, and of these nothing else."""
    in_part = [line.replace(LINES_DIFFER, _IN_PART) for line in problems if line.endswith(LINES_DIFFER)]
    known = {line.split(":")[0] for line in in_part}
    return [*in_part, *(line for line in problems if line.split(":")[0] not in known)]

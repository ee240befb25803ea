"""Of which tables of a damaged database rows may be missing, though every page of them could be read."""

from collections.abc import Iterable, Iterator, Mapping

from lib.store.account import Account
from lib.store.archive.salvage import Salvaged
from lib.store.checking.sums import line_problems, unsealed_tables, unsure_tables
from lib.store.database.schema import import_record, record_version, strength_set


def rows_that_may_be_missing(found: Salvaged, account: Account) -> tuple[dict[str, int], list[str]]:
    """Rows left out by table, and the tables of which more may be: their seals do not fit, and no index tells the number."""
    left_out = {table: number for table, number in found.lost.items() if number}
    at_least = set(found.at_least)
    for table in _unsure(found, account):
        missing = found.counted.get(table)
        if missing is None:
            at_least |= {table} - _all_named(found, left_out, table)
        elif missing > 0:
            left_out[table] = max(left_out.get(table, 0), missing)
    return left_out, sorted(at_least)


def _all_named(found: Salvaged, left_out: Mapping[str, int], table: str) -> set[str]:
    """The table, where each row that was left out is named, which is why its seal does not fit."""
    named = sum(line.startswith(f"{table} ") for line in found.named)
    return {table} if 0 < left_out.get(table, 0) <= named else set()


def _unsure(found: Salvaged, account: Account) -> Iterable[str]:
    """Tables that no seal or sum confirms."""
    with account.read() as conn:
        unsure = set(unsure_tables(conn, account.athlete_id))
        if found.broken:
            unsure |= set(unsealed_tables(conn, account.athlete_id))
        unsure |= set(_of_sets(line_problems(conn, account.athlete_id)))
    if import_record.name in unsure:  # which is what tells of kept versions
        unsure.add(record_version.name)
    return sorted(unsure)


def _of_sets(problems: Iterator[str]) -> Iterator[str]:
    if next(problems, None) is not None:
        yield strength_set.name

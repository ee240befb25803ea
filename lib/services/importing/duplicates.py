"""What an import says of the bouts that another source has, too."""

from collections.abc import Iterable, Mapping

from lib.analysis.duplicates.near_in_time import Pair
from lib.analysis.duplicates.primary import DuplicateGroup
from lib.services.importing.receipt import NewRecord


def count_duplicates(groups: Iterable[DuplicateGroup], new: Mapping[int, NewRecord]) -> None:
    """Put the new records that do not add a bout under duplicates, in the receipts of their files.

    Their rows are counted as unchanged as well: of what counts, nothing changes by them. Where a bout is new altogether,
    the record that counts is the one that was added.
    """
    for group in groups:
        members = (group.primary, *group.duplicates)
        is_new_bout = all(each.id in new for each in members)
        for each in members:
            if each.id in new and not (is_new_bout and each is group.primary):
                _count_as_duplicate(new[each.id])


def count_overlaps(pairs: Iterable[Pair], new: Mapping[int, NewRecord]) -> list[Pair]:
    """Count the pairs that may be one bout in the receipts of the files that brought one of them; these pairs."""
    with_new = [pair for pair in pairs if any(each.id in new for each in pair)]
    for pair in with_new:
        receipts = {id(receipt): receipt for each in pair if each.id in new for receipt in [new[each.id].receipt]}
        for receipt in receipts.values():
            receipt.overlaps += 1
    return with_new


def _count_as_duplicate(new: NewRecord) -> None:
    receipt = new.receipt
    receipt.added.rows -= new.rows
    receipt.unchanged += new.rows
    receipt.duplicates += 1
    receipt.duplicate_rows += new.rows
    if new.sets:
        receipt.added.sessions -= 1
        receipt.added.sets -= new.sets
    else:
        receipt.added.activities -= 1
        receipt.added.runs -= new.is_run

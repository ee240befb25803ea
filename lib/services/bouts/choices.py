"""What the person sees and says of bouts that came from two sources."""

from collections.abc import Iterable, Iterator, Sequence

from lib.analysis.duplicates.primary import DuplicateGroup, is_another_part
from lib.model.duplicates import EVERY_RECORD, Candidate, DuplicateDecision, DuplicatePair, RecordName
from lib.model.history import RecordRef, What
from lib.model.vocabulary import DuplicateVerdict, RecordKind
from lib.services.bouts.acts import Said, act, of_pair
from lib.services.bouts.find import pair_of, pairs_of
from lib.services.bouts.relink import relink
from lib.store.account import Account
from lib.store.database.engine import Connection
from lib.store.records import duplicate_decisions, links
from lib.store.records.apply_words import ids_of
from lib.store.records.members import NamedRecord


def list_duplicates(account: Account) -> list[DuplicatePair]:
    """Every duplicate that is stored, the newest first."""
    with account.read() as conn:
        decisions = duplicate_decisions.read_all(conn, account.athlete_id)
        return pairs_of(_stored_groups(conn, account.athlete_id), decisions)


def list_counted_apart(account: Account) -> list[DuplicatePair]:
    """Pairs that the person said are two bouts, of records that are there; the newest first."""
    with account.read() as conn:
        said_of = duplicate_decisions.read_all(conn, account.athlete_id)
        apart = [said for said in said_of if said.verdict is DuplicateVerdict.DIFFERENT]
        if not apart:
            return []
        states = (each for kind in RecordKind for each in links.read_duplicate_states(conn, account.athlete_id, kind))
        by_name = {each.candidate.name: each.candidate for each in states}
    pairs = [pair_of(by_name[s.one], by_name[s.other]) for s in apart if s.one in by_name and s.other in by_name]
    return sorted(pairs, key=lambda pair: pair.primary.local, reverse=True)


def list_rules(account: Account) -> list[DuplicateDecision]:
    """Which sources the person lets count in place of which others."""
    with account.read() as conn:
        return [said for said in duplicate_decisions.read_all(conn, account.athlete_id) if said.is_rule]


def decide_duplicate(account: Account, record: RecordName, verdict: DuplicateVerdict) -> None:
    """Say of a record in a group of duplicates that it is a bout of its own, or that it is the one that counts.

    It holds against every other record of the group, and when the files come again. A record without duplicates: nothing.
    """
    with account.write() as conn:
        groups = _stored_groups(conn, account.athlete_id)
        keep_decisions(
            conn, account.athlete_id, _against_the_others(record, verdict, [[g.primary, *g.duplicates] for g in groups])
        )


def said_in_preview(
    pairs: Sequence[DuplicatePair], record: RecordName, verdict: DuplicateVerdict
) -> list[DuplicateDecision]:
    """The decisions that the same word means for the pairs of a preview; `import_files` stores them."""
    groups: dict[RecordName, list[Candidate]] = {}
    for pair in pairs:
        groups.setdefault(pair.primary.name, [pair.primary]).append(pair.other)
    return list(_against_the_others(record, verdict, groups.values()))


def always(source: str, other: str) -> DuplicateDecision:
    """The rule that the records of one source count in place of those of another."""
    return DuplicateDecision((source, EVERY_RECORD), (other, EVERY_RECORD), DuplicateVerdict.COUNTS)


def decide_rule(account: Account, source: str, other: str) -> None:
    """Let the records of one source count in place of those of another, now and when further ones come."""
    with account.write() as conn:
        duplicate_decisions.keep(conn, account.athlete_id, always(source, other))
        relink(conn, account.athlete_id)


def forget_rule(account: Account, source: str, other: str) -> None:
    """Leave the bouts that two sources have to the rules of the program again; what was said of single ones stays."""
    with account.write() as conn:
        duplicate_decisions.forget(conn, account.athlete_id, (source, EVERY_RECORD), (other, EVERY_RECORD))
        relink(conn, account.athlete_id)


def forget_decision(account: Account, one: RecordName, other: RecordName) -> None:
    """Leave two records to the rules again."""
    with account.write() as conn:
        act(conn, account.athlete_id, What.LEAVE_TO_RULES, _words(conn, account.athlete_id, one, other, None))


def keep_decisions(conn: Connection, athlete_id: int, decisions: Iterable[DuplicateDecision]) -> None:
    """Keep what was said of pairs of records that are there, as one act for each verdict; rules in their own table."""
    said = list(decisions)
    for rule in (each for each in said if each.is_rule):
        duplicate_decisions.keep(conn, athlete_id, rule)
    for verdict, what in ((DuplicateVerdict.COUNTS, What.JOIN), (DuplicateVerdict.DIFFERENT, What.PART)):
        pairs = [each for each in said if each.verdict is verdict and not each.is_rule]
        act(conn, athlete_id, what, [word for each in pairs for word in _words(conn, athlete_id, *each)])


def _words(
    conn: Connection, athlete_id: int, one: RecordName, other: RecordName, verdict: DuplicateVerdict | None
) -> list[Said]:
    """The word on two records; none where they are not both there."""
    for kind in RecordKind:
        refs = [RecordRef(kind, *one), RecordRef(kind, *other)]
        ids = ids_of(conn, athlete_id, kind, refs)
        if len(ids) == len(refs):
            first, second = (NamedRecord(ref, ids[ref]) for ref in refs)
            return of_pair(first, second, verdict)
    return []


def _against_the_others(
    record: RecordName, verdict: DuplicateVerdict, groups: Iterable[Sequence[Candidate]]
) -> Iterator[DuplicateDecision]:
    counts = verdict is DuplicateVerdict.COUNTS  # the parts of a longer record count together
    for members in groups:
        mine = next((each for each in members if each.name == record), None)
        if mine:
            others = [each for each in members if each != mine and not (counts and is_another_part(mine, each))]
            yield from (DuplicateDecision(record, each.name, verdict) for each in others)


def _stored_groups(conn: Connection, athlete_id: int) -> list[DuplicateGroup]:
    """The groups as they are marked."""
    return [group for kind in RecordKind for group in _groups_of(conn, athlete_id, kind)]


def _groups_of(conn: Connection, athlete_id: int, kind: RecordKind) -> Iterator[DuplicateGroup]:
    states = links.read_duplicate_groups(conn, athlete_id, kind)
    by_id = {each.candidate.id: each.candidate for each in states}
    duplicates: dict[int, list[Candidate]] = {}
    for each in states:
        if each.duplicate_of in by_id:
            duplicates.setdefault(each.duplicate_of, []).append(each.candidate)
    yield from (DuplicateGroup(by_id[primary], tuple(found)) for primary, found in duplicates.items())

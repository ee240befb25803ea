"""What the person sees and says of bouts that came from two sources."""

from collections.abc import Iterable, Iterator, Sequence

from lib.analysis.duplicates.find import TwinGroup
from lib.model.duplicates import EVERY_RECORD, Candidate, RecordName, TwinDecision, TwinPair
from lib.model.vocabulary import RecordKind, TwinVerdict
from lib.services.importing.duplicates import pair_of, pairs_of, settle
from lib.store.database.engine import Connection, Engine, read, write
from lib.store.records import duplicate_decisions, links


def list_twins(engine: Engine, athlete_id: int) -> list[TwinPair]:
    """Every twin that is stored, the newest first."""
    with read(engine) as conn:
        decisions = duplicate_decisions.read_all(conn, athlete_id)
        return pairs_of(_stored_groups(conn, athlete_id), decisions)


def list_counted_apart(engine: Engine, athlete_id: int) -> list[TwinPair]:
    """Pairs that the person said are two bouts, of records that are there; the newest first."""
    with read(engine) as conn:
        said_of = duplicate_decisions.read_all(conn, athlete_id)
        apart = [said for said in said_of if said.verdict is TwinVerdict.DIFFERENT]
        if not apart:
            return []
        states = (each for kind in RecordKind for each in links.read_twin_states(conn, athlete_id, kind))
        by_name = {each.candidate.name: each.candidate for each in states}
    pairs = [pair_of(by_name[s.one], by_name[s.other]) for s in apart if s.one in by_name and s.other in by_name]
    return sorted(pairs, key=lambda pair: pair.keeper.local, reverse=True)


def list_rules(engine: Engine, athlete_id: int) -> list[TwinDecision]:
    """Which sources the person lets count in place of which others."""
    with read(engine) as conn:
        return [said for said in duplicate_decisions.read_all(conn, athlete_id) if said.is_rule]


def decide_twin(engine: Engine, athlete_id: int, record: RecordName, verdict: TwinVerdict) -> None:
    """Say of a record in a group of twins that it is a bout of its own, or that it is the one that counts.

    It holds against every other record of the group, and when the files come again. A record without twins: nothing.
    """
    with write(engine, athlete_id) as conn:
        groups = _stored_groups(conn, athlete_id)
        for decision in _against_the_others(record, verdict, [[g.keeper, *g.twins] for g in groups]):
            duplicate_decisions.keep(conn, athlete_id, decision)
        settle(conn, athlete_id)


def said_in_preview(pairs: Sequence[TwinPair], record: RecordName, verdict: TwinVerdict) -> list[TwinDecision]:
    """The decisions that the same word means for the pairs of a preview; `import_files` stores them."""
    groups: dict[RecordName, list[Candidate]] = {}
    for pair in pairs:
        groups.setdefault(pair.keeper.name, [pair.keeper]).append(pair.other)
    return list(_against_the_others(record, verdict, groups.values()))


def always(source: str, other: str) -> TwinDecision:
    """The rule that the records of one source count in place of those of another."""
    return TwinDecision((source, EVERY_RECORD), (other, EVERY_RECORD), TwinVerdict.COUNTS)


def decide_rule(engine: Engine, athlete_id: int, source: str, other: str) -> None:
    """Let the records of one source count in place of those of another, now and when further ones come."""
    with write(engine, athlete_id) as conn:
        duplicate_decisions.keep(conn, athlete_id, always(source, other))
        settle(conn, athlete_id)


def forget_rule(engine: Engine, athlete_id: int, source: str, other: str) -> None:
    """Leave the bouts that two sources have to the rules of the program again; what was said of single ones stays."""
    forget_decision(engine, athlete_id, (source, EVERY_RECORD), (other, EVERY_RECORD))


def forget_decision(engine: Engine, athlete_id: int, one: RecordName, other: RecordName) -> None:
    """Leave two records to the rules again."""
    with write(engine, athlete_id) as conn:
        duplicate_decisions.forget(conn, athlete_id, one, other)
        settle(conn, athlete_id)


def _against_the_others(
    record: RecordName, verdict: TwinVerdict, groups: Iterable[Sequence[Candidate]]
) -> Iterator[TwinDecision]:
    for members in groups:
        names = [each.name for each in members]
        if record in names:
            yield from (TwinDecision(record, name, verdict) for name in names if name != record)


def _stored_groups(conn: Connection, athlete_id: int) -> list[TwinGroup]:
    """The groups as they are marked."""
    return [group for kind in RecordKind for group in _groups_of(conn, athlete_id, kind)]


def _groups_of(conn: Connection, athlete_id: int, kind: RecordKind) -> Iterator[TwinGroup]:
    states = links.read_twin_groups(conn, athlete_id, kind)
    by_id = {each.candidate.id: each.candidate for each in states}
    twins: dict[int, list[Candidate]] = {}
    for each in states:
        if each.twin_of in by_id:
            twins.setdefault(each.twin_of, []).append(each.candidate)
    yield from (TwinGroup(by_id[keeper], tuple(found)) for keeper, found in twins.items())
